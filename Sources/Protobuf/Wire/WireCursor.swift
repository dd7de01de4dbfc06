/// A position in encoded bytes; every read checks the end.
///
/// The bytes belong to the caller and must stay valid while the cursor is used.
struct WireCursor {
  /// What skipping a value came to.
  enum SkipResult {
    case skipped, malformed, tooDeep
  }

  private(set) var start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  private let first: UnsafePointer<UInt8>

  init(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
    self.start = start
    self.end = end
    first = start
  }

  var isAtEnd: Bool { start == end }
  var consumed: Int { start - first }
  var count: Int { end - start }

  /// The next tag, or nil when it is cut short, longer than five bytes, of field 0, above 2^29-1 or of an
  /// impossible wire type.
  @inline(__always)
  mutating func readTag() -> UInt32? {
    guard start < end else { return nil }
    let byte = start[0]
    if byte < 0x80 {
      start += 1
      return byte >= 8 && byte & 7 <= 5 ? UInt32(byte) : nil
    }
    return readLongTag()
  }

  private mutating func readLongTag() -> UInt32? {
    guard let value = readVarint(maxBytes: 5), value <= UInt64(UInt32.max) else { return nil }
    let tag = UInt32(value)
    return tag >> 3 != 0 && tag & 7 <= 5 ? tag : nil
  }

  /// The next length and the bytes it covers, or nil when they are not all there.
  @inline(__always)
  mutating func readPayload() -> WireCursor? {
    guard start < end else { return nil }
    var length = UInt64(start[0])
    if length < 0x80 {
      start += 1
    } else {
      guard let long = readVarint(maxBytes: 5) else { return nil }
      length = long
    }
    guard length <= UInt64(end - start) else { return nil }
    let payload = WireCursor(start, start + Int(length))
    start += Int(length)
    return payload
  }

  /// The next varint, or nil when it is cut short or longer than allowed.
  mutating func readVarint(maxBytes: Int = 10) -> UInt64? {
    var value: UInt64 = 0
    for index in 0..<min(maxBytes, end - start) {
      let byte = start[index]
      value |= UInt64(byte & 0x7F) << UInt64(7 * index)
      if byte < 0x80 {
        start += index + 1
        return value
      }
    }
    return nil
  }

  /// The varints of a value: the one that it is, or those of a length-prefixed run; nil when it is cut short.
  mutating func readVarints(_ wireType: UInt8) -> WireCursor? {
    if wireType == WireType.lengthDelimited { return readPayload() }
    let value = start
    return readVarint() == nil ? nil : WireCursor(value, start)
  }

  /// Moves past the value of a tag; groups may nest as deep as allowed.
  mutating func skipValue(_ tag: UInt32, groupsAllowed: Int) -> SkipResult {
    switch UInt8(tag & 7) {
    case WireType.varint: return readVarint() == nil ? .malformed : .skipped
    case WireType.fixed64: return skip(8)
    case WireType.fixed32: return skip(4)
    case WireType.lengthDelimited: return readPayload() == nil ? .malformed : .skipped
    case WireType.startGroup: return skipGroup(tag >> 3, groupsAllowed: groupsAllowed)
    default: return .malformed
    }
  }

  private mutating func skip(_ bytes: Int) -> SkipResult {
    guard end - start >= bytes else { return .malformed }
    start += bytes
    return .skipped
  }

  private mutating func skipGroup(_ number: UInt32, groupsAllowed: Int) -> SkipResult {
    guard groupsAllowed > 0 else { return .tooDeep }
    while let tag = readTag() {
      if UInt8(tag & 7) == WireType.endGroup { return tag >> 3 == number ? .skipped : .malformed }
      let result = skipValue(tag, groupsAllowed: groupsAllowed - 1)
      guard result == .skipped else { return result }
    }
    return .malformed
  }
}
