import HTTP2

/// The metadata of a request as it came, in one allocation, decoded when somebody asks for it.
struct RequestMetadata: Sendable {
  /// For every field: the lengths of name and value as two 32-bit numbers, name, value.
  private var packed: [UInt8] = []

  /// No metadata.
  init() {}

  /// The bytes that a field takes beside its name and value.
  static let fieldOverhead = 8

  /// Keeps the fields of a header list that are metadata.
  init(_ headers: HeaderBlock, _ head: RequestHead) {
    packed = [UInt8](unsafeUninitializedCapacity: head.metadataBytes) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      for index in headers.indices where head.isMetadata(headers, at: index) {
        let field = headers[index]
        bytes.storeBytes(of: UInt32(field.name.count), toByteOffset: count, as: UInt32.self)
        bytes.storeBytes(of: UInt32(field.value.count), toByteOffset: count + 4, as: UInt32.self)
        count += Self.fieldOverhead
        append(field.name, to: bytes, at: &count)
        append(field.value, to: bytes, at: &count)
      }
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

/// Copies bytes to a position and moves it behind them.
private func append(
  _ part: UnsafeRawBufferPointer, to bytes: UnsafeMutableRawBufferPointer, at position: inout Int
) {
  UnsafeMutableRawBufferPointer(rebasing: bytes[position...]).copyMemory(from: part)
  position += part.count
}
