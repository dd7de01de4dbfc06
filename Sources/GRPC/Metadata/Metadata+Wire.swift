import Protobuf

extension Metadata {
  /// Adds a header field as it was received; fields that belong to gRPC or HTTP are left out.
  ///
  /// Text loses the white space around it; text that is no printable ASCII is left out, as gRPC has it, so that whatever
  /// is here can be sent again. A binary field may hold several values joined by
  /// commas; each becomes an entry of its own.
  ///
  /// - Throws: `INTERNAL` where a `-bin` field is no base64; none of its values are added then.
  mutating func appendReceived(
    name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer
  ) throws(RPCError) {
    guard name.first != UInt8(ascii: ":") else { return }
    let name = String(decoding: name, as: UTF8.self)
    guard name == "user-agent" || !MetadataName.isReserved(name) else { return }
    guard MetadataName.isBinary(name) else {
      let text = value[...].trimmed
      guard text.allSatisfy({ $0 >= 0x20 && $0 <= 0x7e }) else { return }
      return appendUnchecked(name: name, value: .text(String(decoding: text, as: UTF8.self)))
    }
    let before = entries.count
    for part in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let bytes = Base64.decode(UnsafeRawBufferPointer(rebasing: part.trimmed)) else {
        removeLast(entries.count - before)
        throw RPCError(.internal, "metadata \(name) is not base64")
      }
      appendUnchecked(name: name, value: .binary(bytes))
    }
  }
}

extension Metadata.Entry {
  /// The value as a header field carries it.
  var fieldValue: String {
    switch value {
    case .text(let text): return text
    case .binary(let bytes):
      var output: [UInt8] = []
      bytes.withUnsafeBytes { Base64.encode($0, to: &output, isPadded: false) }
      return String(decoding: output, as: UTF8.self)
    }
  }
}
