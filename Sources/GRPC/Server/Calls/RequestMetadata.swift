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
      var fields = Fields(UnsafeRawBufferPointer(start: start, count: header.pointee))
      while let field = fields.next() {
        guard field.name.count == wanted.count,
          memcmp(field.name.baseAddress!, wanted.baseAddress!, wanted.count) == 0
        else { continue }
        return try body(UnsafeRawBufferPointer(rebasing: field.value[...].trimmed))
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
      var fields = Fields(UnsafeRawBufferPointer(start: start, count: header.pointee))
      while let field = fields.next() {
        try metadata.appendReceived(name: field.name, value: field.value)
      }
    }
    return metadata
  }

  /// Walks through the fields of a block.
  private struct Fields {
    private var rest: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    @inline(__always)
    mutating func next() -> (name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer)? {
      if rest.isEmpty { return nil }
      let nameCount = Int(rest.loadUnaligned(as: UInt32.self))
      let valueCount = Int(rest.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      let value = RequestMetadata.fieldOverhead + nameCount
      defer { rest = UnsafeRawBufferPointer(rebasing: rest[(value + valueCount)...]) }
      return (
        UnsafeRawBufferPointer(rebasing: rest[RequestMetadata.fieldOverhead..<value]),
        UnsafeRawBufferPointer(rebasing: rest[value..<(value + valueCount)])
      )
    }
  }
}

/// Copies bytes to a position and moves it behind them.
@inline(__always)
private func append(_ part: UnsafeRawBufferPointer, at position: inout UnsafeMutableRawPointer) {
  if let source = part.baseAddress { position.copyMemory(from: source, byteCount: part.count) }
  position += part.count
}
