/// The spellings of a word with their stems, in some hundreds of bytes: as strings and arrays they take several times as many.
///
/// Each spelling is like the one before it, and a stem is mostly its beginning: what they share is only counted. For each: bytes
/// shared with the spelling before, those that are not; how many stems there are, and for each bytes shared with the spelling,
/// those that are not. Numbers are a byte each, rests have theirs before them.
struct PackedSpellings: Sendable {
  private let bytes: [UInt8]
  /// How many stems all spellings have together.
  let stemCount: Int

  /// Takes as many spellings as a word of 64 bits has bits; those with a text, stem or number of stems above 255 are left out.
  init(_ spellings: [NameSpelling]) {
    var bytes: [UInt8] = []
    var stemCount = 0
    var before: [UInt8] = []
    for spelling in spellings.prefix(UInt64.bitWidth) {
      let text = Array(spelling.text.utf8)
      let longest = spelling.stems.reduce(max(text.count, spelling.stems.count)) { max($0, $1.count) }
      if longest > Int(UInt8.max) { continue }
      Self.append(text, sharing: before, to: &bytes)
      bytes.append(UInt8(spelling.stems.count))
      for stem in spelling.stems { Self.append(stem, sharing: text, to: &bytes) }
      stemCount += spelling.stems.count
      before = text
    }
    self.bytes = Array(bytes)
    self.stemCount = stemCount
  }

  private static func append(_ text: [UInt8], sharing other: [UInt8], to bytes: inout [UInt8]) {
    let shared = zip(text, other).prefix { $0 == $1 }.count
    bytes += [UInt8(shared), UInt8(text.count - shared)]
    bytes += text[shared...]
  }

  /// How many bytes are kept.
  var byteCount: Int { bytes.count }

  /// The spellings whose bits are set.
  func texts(_ bits: UInt64) -> [String] {
    var texts: [String] = []
    if bits == 0 { return texts }
    forEach { number, text, _ in
      if bits >> UInt64(number) & 1 == 1 { texts.append(String(decoding: text, as: UTF8.self)) }
    }
    return texts
  }

  /// For each segment which of the spellings it holds, a bit for each.
  func bits(in segments: [Segment], _ fields: [TextFieldID]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: segments.count)
    if segments.isEmpty { return bits }
    forEach { number, _, stems in
      for (place, segment) in segments.enumerated() {
        let isHeld = stems.contains { stem in fields.contains { segment.find(stem, in: $0) != nil } }
        if isHeld { bits[place] |= 1 << UInt64(number) }
      }
    }
    return bits
  }

  private func forEach(_ body: (_ number: Int, _ text: [UInt8], _ stems: [[UInt8]]) -> Void) {
    var (at, number) = (0, 0)
    var text: [UInt8] = []
    func next(sharing other: [UInt8]) -> [UInt8] {
      let (shared, own) = (Int(bytes[at]), Int(bytes[at + 1]))
      at += 2 + own
      return Array(other[..<shared]) + bytes[at - own..<at]
    }
    while at < bytes.count {
      text = next(sharing: text)
      let stems = Int(bytes[at])
      at += 1
      body(number, text, (0..<stems).map { _ in next(sharing: text) })
      number += 1
    }
  }
}
