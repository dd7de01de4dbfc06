import Glibc
import HTTP2

/// The metadata of a request as it came, in one allocation, decoded when somebody asks for it.
// SAFETY: `block` owns the memory, which is written in `init` only; its header is the number of bytes.
struct RequestMetadata: @unchecked Sendable {
  /// For every field: the lengths of name and value as two 32-bit numbers, name, value.
  private var block: ManagedBuffer<Int, UInt8>?

  /// No metadata.
  init() {}

  /// The bytes that a field takes beside its name and value.
  static let fieldOverhead = 8

  /// Keeps the fields of a header list that are metadata.
  init(_ headers: HeaderBlock, _ head: RequestHead) {
    let size = head.metadataBytes
    let block = ManagedBuffer<Int, UInt8>.create(minimumCapacity: size) { _ in size }
    block.withUnsafeMutablePointerToElements { start in
      var position = UnsafeMutableRawPointer(start)
      for index in headers.indices where head.isMetadata(headers, at: index) {
        let field = headers[index]
        position.storeBytes(of: UInt32(field.name.count), as: UInt32.self)
        position.storeBytes(of: UInt32(field.value.count), toByteOffset: 4, as: UInt32.self)
        position += Self.fieldOverhead
        append(field.name, at: &position)
        append(field.value, at: &position)
      }
    }
    self.block = block
  }

  /// Calls `body` with the value of the first field of a name, without the white space around it; nil where there is none.
  ///
  /// - Complexity: O(fields).
  func withFirst<Result, Failure: Error>(
    _ name: StaticString, _ body: (UnsafeRawBufferPointer?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let block else { return try body(nil) }
    let wanted = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return try block.withUnsafeMutablePointers { header, start throws(Failure) in
      let bytes = UnsafeRawBufferPointer(start: start, count: header.pointee)
      var offset = 0
      while offset < bytes.count {
        let nameCount = Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        let valueCount = Int(bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
        let value = offset + Self.fieldOverhead + nameCount
        if nameCount == wanted.count,
          memcmp(start + value - nameCount, wanted.baseAddress!, nameCount) == 0
        {
          return try body(UnsafeRawBufferPointer(rebasing: bytes[value..<(value + valueCount)].trimmed))
        }
        offset = value + valueCount
      }
      return try body(nil)
    }
  }

  /// The fields as metadata.
  ///
  /// - Throws: `INTERNAL` where a `-bin` value is no base64.
  /// - Complexity: O(bytes).
  func decoded() throws(RPCError) -> Metadata {
    var metadata = Metadata()
    guard let block else { return metadata }
    try block.withUnsafeMutablePointers { header, start throws(RPCError) in
      let bytes = UnsafeRawBufferPointer(start: start, count: header.pointee)
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
@inline(__always)
private func append(_ part: UnsafeRawBufferPointer, at position: inout UnsafeMutableRawPointer) {
  if let source = part.baseAddress { position.copyMemory(from: source, byteCount: part.count) }
  position += part.count
}
