/// Reads integers from bytes that are not to be trusted: past the end everything reads as zero and `isPastEnd` is set.
///
/// A plain value; the bytes must outlive it.
struct ByteCursor {
  private(set) var position: UnsafeRawPointer
  let end: UnsafeRawPointer
  private(set) var isPastEnd = false

  init(_ bytes: UnsafeRawBufferPointer) {
    position = bytes.baseAddress ?? emptyBytes
    end = position + bytes.count
  }

  init(_ position: UnsafeRawPointer, end: UnsafeRawPointer) {
    self.position = position
    self.end = end
  }

  var remaining: Int { end - position }

  @inline(__always)
  mutating func byte() -> UInt8 {
    guard position < end else { return fail() }
    defer { position += 1 }
    return position.load(as: UInt8.self)
  }

  @inline(__always)
  mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type) -> T {
    guard remaining >= MemoryLayout<T>.size else { return fail() }
    defer { position += MemoryLayout<T>.size }
    return T(littleEndian: position.loadUnaligned(as: T.self))
  }

  /// LEB128 of at most ten bytes.
  @inline(__always)
  mutating func varint() -> UInt64 {
    if position < end {
      let first = position.load(as: UInt8.self)
      if first < 0x80 {
        position += 1
        return UInt64(first)
      }
      if end - position >= 2 {
        let second = position.load(fromByteOffset: 1, as: UInt8.self)
        if second < 0x80 {
          position += 2
          return UInt64(first & 0x7f) | UInt64(second) << 7
        }
      }
    }
    return longVarint()
  }

  @inline(__always)
  mutating func varint32() -> UInt32 { UInt32(truncatingIfNeeded: varint()) }

  /// Passes over so many varints, at least one; as many as lie in eight bytes are passed at once.
  @inline(__always)
  mutating func skipVarints(_ number: Int) {
    if remaining >= 8 {
      // The last byte of each is the one below 0x80.
      var ends = ~position.loadUnaligned(as: UInt64.self).littleEndian & 0x8080_8080_8080_8080
      for _ in 1..<number { ends &= ends &- 1 }
      if ends != 0 {
        position += ends.trailingZeroBitCount / 8 + 1
        return
      }
    }
    for _ in 0..<number { _ = varint() }
  }

  /// A varint that counts bytes or things and so must fit an `Int` comfortably.
  @inline(__always)
  mutating func count() -> Int { Int(truncatingIfNeeded: varint() & (1 << 48 - 1)) }

  @inline(never)
  private mutating func longVarint() -> UInt64 {
    if remaining >= 8 {
      let word = position.loadUnaligned(as: UInt64.self).littleEndian
      let ends = ~word & 0x8080_8080_8080_8080
      if ends != 0 {
        // All bits up to the one that ends it, then without the highest of each byte, joined two by two.
        var bits = word & (ends ^ (ends &- 1)) & 0x7f7f_7f7f_7f7f_7f7f
        bits = bits & 0x007f_007f_007f_007f | (bits & 0x7f00_7f00_7f00_7f00) >> 1
        bits = bits & 0x0000_3fff_0000_3fff | (bits & 0x3fff_0000_3fff_0000) >> 2
        bits = bits & 0x0000_0000_0fff_ffff | (bits & 0x0fff_ffff_0000_0000) >> 4
        position += ends.trailingZeroBitCount / 8 + 1
        return bits
      }
    }
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 70 {
      let byte = position.load(as: UInt8.self)
      position += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return fail()
  }

  @inline(__always)
  mutating func bytes(_ count: Int) -> UnsafeRawBufferPointer {
    guard count >= 0, remaining >= count else {
      let _: UInt8 = fail()
      return UnsafeRawBufferPointer(start: position, count: 0)
    }
    defer { position += count }
    return UnsafeRawBufferPointer(start: position, count: count)
  }

  @inline(__always)
  mutating func skip(_ count: Int) { _ = bytes(count) }

  @inline(__always)
  private mutating func fail<T: ExpressibleByIntegerLiteral>() -> T {
    isPastEnd = true
    position = end
    return 0
  }
}

// SAFETY: one immutable byte that is never written and never freed.
nonisolated(unsafe) let emptyBytes: UnsafeRawPointer = UnsafeRawPointer(
  UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 64).initializeMemory(
    as: UInt8.self, repeating: 0, count: 64))
