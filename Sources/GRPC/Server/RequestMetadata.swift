import HTTP2

/// The metadata of a request as it came, in one allocation, decoded when somebody asks for it.
struct RequestMetadata: Sendable {
  /// For every field: the lengths of name and value as two 32-bit numbers, name, value.
  private var packed: [UInt8] = []

  /// No metadata.
  init() {}

  /// Keeps the fields of a header list that are metadata.
  init(_ headers: HeaderBlock) {
    var size = 0
    for field in headers where RequestHead.isMetadata(field.name) {
      size += 8 + field.name.count + field.value.count
    }
    packed.reserveCapacity(size)
    for field in headers where RequestHead.isMetadata(field.name) {
      withUnsafeBytes(of: (UInt32(field.name.count), UInt32(field.value.count))) {
        packed.append(contentsOf: $0)
      }
      packed.append(contentsOf: field.name)
      packed.append(contentsOf: field.value)
    }
  }

  /// The fields as metadata.
  ///
  /// - Throws: `INTERNAL` where a `-bin` value is no base64.
  /// - Complexity: O(bytes).
  func decoded() throws(RPCError) -> Metadata {
    var metadata = Metadata()
    try packed.span.bytes.withUnsafeBytes { bytes throws(RPCError) in
      var offset = 0
      while offset < bytes.count {
        let nameCount = Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        let valueCount = Int(bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
        let name = UnsafeRawBufferPointer(rebasing: bytes[(offset + 8)...].prefix(nameCount))
        let value = UnsafeRawBufferPointer(rebasing: bytes[(offset + 8 + nameCount)...].prefix(valueCount))
        try metadata.appendReceived(name: name, value: value)
        offset += 8 + nameCount + valueCount
      }
    }
    return metadata
  }
}
