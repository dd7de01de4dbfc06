internal import CProtobufC

extension JSONParser {
  /// Reads the value of an extension.
  ///
  /// - Returns: The field as it is encoded, or nothing for null.
  mutating func encoding(of field: ExtensionDescriptor) throws(JSONError) -> [UInt8] {
    field.carrier.link()
    let message = try makeStruct(field.carrier)
    try self.field(0, of: message, field.carrier)
    let packed = UnsafePointer(message.assumingMemoryBound(to: ProtobufCMessage.self))
    let size = protobuf_c_message_get_packed_size(packed)
    return Array(unsafeUninitializedCapacity: size) { buffer, count in
      if let target = buffer.baseAddress { count = protobuf_c_message_pack(packed, target) }
    }
  }

  /// The extension that a member of a message names in brackets.
  static func find(extension name: String, of descriptor: MessageDescriptor) -> ExtensionDescriptor? {
    guard name.hasPrefix("["), name.hasSuffix("]") else { return nil }
    return TypeRegistry.shared.extensions(of: descriptor.name).first { "[\($0.name)]" == name }
  }
}
