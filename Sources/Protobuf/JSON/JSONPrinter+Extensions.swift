extension JSONPrinter {
  /// Writes those of a message's unknown fields that are extensions; the others have no name.
  mutating func writeExtensions(of message: UnsafeRawPointer, _ descriptor: MessageDescriptor)
    throws(JSONError)
  {
    let unknown = MessageReader(message).unknownFields
    for field in TypeRegistry.shared.extensions(of: descriptor.name) {
      let encoded = unknown.fields(field.number)
      if !encoded.isEmpty { try write(encoded, of: field) }
    }
  }

  private mutating func write(_ encoded: [UInt8], of field: ExtensionDescriptor) throws(JSONError) {
    let unpacking = Unpacking(encoded.count, .default)
    defer { unpacking.end() }
    let carrier: MessageReader
    do throws(DecodingError) {
      carrier = try encoded.withUnsafeBufferPointer { bytes throws(DecodingError) in
        try unpacking.unpack(field.carrier, UnsafeRawBufferPointer(bytes), .default)
      }
    } catch {
      throw JSONError("the extension \(field.name) is damaged: \(error.message)")
    }
    try writeFields(of: carrier.base, field.carrier)
  }
}
