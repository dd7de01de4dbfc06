/// The runs of three words that a text consists of, as numbers: what tells how much two texts have in common.
///
/// Words are runs of letters and digits; Latin capitals count as small letters. Texts differ in few runs when few words
/// were changed, added or left out, wherever that is.
public struct Shingles: Sendable {
  private static let wordsPerRun = 3

  /// A number for each run, in order, repeated ones included.
  public private(set) var hashes: [UInt64] = []

  /// The runs of several texts; none goes from one text into the next.
  ///
  /// - Complexity: O(bytes).
  public init(_ texts: some Sequence<String>) {
    for text in texts {
      var text = text
      text.withUTF8 { add($0) }
    }
  }

  /// The part of all different runs of both that is in both: Jaccard's index, from 0 to 1.
  public func similarity(to other: Shingles) -> Double {
    let (mine, others) = (Set(hashes), Set(other.hashes))
    let common = mine.intersection(others).count
    let all = mine.count + others.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var words: (UInt64, UInt64) = (0, 0)
    var count = 0
    var hash = Self.seed
    var isInside = false
    var index = 0
    func isPunctuation() -> Bool {
      // U+2000 to U+203F: dashes, quotation marks, spaces.
      text[index] == 0xE2 && index + 1 < text.count && text[index + 1] == 0x80
    }
    func endWord(_ hashes: inout [UInt64]) {
      count += 1
      if count >= Self.wordsPerRun {
        hashes.append(
          Self.mix(words.0 &* 0x9E37_79B9_7F4A_7C15 ^ (words.1 << 17 | words.1 >> 47) ^ hash &* 31))
      }
      words = (words.1, hash)
      hash = Self.seed
      isInside = false
    }
    while index < text.count {
      var byte = text[index]
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      let isASCIIWord = byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
      if isASCIIWord || byte >= 0x80 && !isPunctuation() {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        isInside = true
        index += 1
      } else {
        if isInside { endWord(&hashes) }
        index += byte >= 0x80 ? 3 : 1
      }
    }
    if isInside { endWord(&hashes) }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Spreads what differs in a few bits over all of them (the finaliser of MurmurHash3).
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }
}
