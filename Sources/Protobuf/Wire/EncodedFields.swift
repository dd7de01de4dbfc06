/// The fields of an encoded message in the order they stand in, for whoever wants to know little of it and not decode it.
///
/// Nothing is copied or checked but where each field ends. The bytes belong to the caller and have to stay valid.
public struct EncodedFields {
  /// What stands behind a tag.
  public enum Value {
    /// A varint.
    case number(UInt64)
    /// What a length goes before: a string, bytes, a message.
    case bytes(UnsafeRawBufferPointer)
    /// A number of fixed size or a group.
    case other
  }

  private var cursor: WireCursor?

  /// The fields of an encoded message.
  public init(_ bytes: UnsafeRawBufferPointer) {
    cursor = bytes.baseAddress.map { start in
      let start = start.assumingMemoryBound(to: UInt8.self)
      return WireCursor(start, start + bytes.count)
    }
  }

  /// Where the next field begins.
  public var offset: Int { cursor?.consumed ?? 0 }

  /// The next field, `nil` at the end.
  ///
  /// - Throws: `malformed` when the bytes are no message.
  /// - Complexity: O(1), for a group O(its fields).
  public mutating func next() throws(DecodingError) -> (number: UInt32, value: Value)? {
    guard var cursor, !cursor.isAtEnd else { return nil }
    defer { self.cursor = cursor }
    guard let tag = cursor.readTag() else { throw Self.malformed }
    switch UInt8(tag & 7) {
    case WireType.varint:
      guard let number = cursor.readVarint() else { throw Self.malformed }
      return (tag >> 3, .number(number))
    case WireType.lengthDelimited:
      guard let payload = cursor.readPayload() else { throw Self.malformed }
      return (tag >> 3, .bytes(UnsafeRawBufferPointer(start: payload.start, count: payload.count)))
    default:
      guard cursor.skipValue(tag, groupsAllowed: 100) == .skipped else { throw Self.malformed }
      return (tag >> 3, .other)
    }
  }

  private static let malformed = DecodingError(.malformed, "a field is cut short or has no valid tag")
}
