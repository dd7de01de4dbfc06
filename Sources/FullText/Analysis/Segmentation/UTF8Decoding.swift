/// One code point of UTF-8 and the bytes that it takes.
struct DecodedCharacter {
  let code: UInt32
  let length: Int
}

extension UnsafeBufferPointer<UInt8> {
  /// The code point at a byte; U+FFFD of length 1 where the bytes are not UTF-8.
  @inline(__always)
  func character(at index: Int) -> DecodedCharacter {
    let first = self[index]
    if first < 0x80 { return DecodedCharacter(code: UInt32(first), length: 1) }
    return longCharacter(at: index, first: UInt32(first))
  }

  @inline(__always)
  private func longCharacter(at index: Int, first: UInt32) -> DecodedCharacter {
    let malformed = DecodedCharacter(code: 0xFFFD, length: 1)
    guard index + 1 < count, first >= 0xC2 else { return malformed }
    let second = UInt32(self[index + 1])
    guard second & 0xC0 == 0x80 else { return malformed }
    if first < 0xE0 {
      return DecodedCharacter(code: (first & 0x1F) << 6 | second & 0x3F, length: 2)
    }
    guard index + 2 < count else { return malformed }
    let third = UInt32(self[index + 2])
    guard third & 0xC0 == 0x80 else { return malformed }
    if first < 0xF0 {
      let code = (first & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F
      let isValid = code >= 0x800 && !(0xD800...0xDFFF).contains(code)
      return isValid ? DecodedCharacter(code: code, length: 3) : malformed
    }
    guard index + 3 < count, first < 0xF5 else { return malformed }
    let fourth = UInt32(self[index + 3])
    guard fourth & 0xC0 == 0x80 else { return malformed }
    let code = (first & 7) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
    return (0x10000...0x10FFFF).contains(code) ? DecodedCharacter(code: code, length: 4) : malformed
  }

  /// The largest character boundary not behind `limit`.
  func boundary(atMost limit: Int) -> Int {
    guard limit < count else { return count }
    var end = limit
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
