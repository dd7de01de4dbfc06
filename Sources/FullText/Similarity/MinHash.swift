/// A small signature of a text: the part of it that two signatures share is about the part that the texts share.
///
/// One permutation, many bins: each run of words falls into one of twenty bins, and of each bin the smallest number is kept,
/// twelve bits of it; an empty bin takes the next one's. Four words of five values each, so that an index can hold them as
/// integers and find candidates by equality of a word. Sources: Broder, "On the resemblance and containment of documents"
/// (1997); Li, Owen, Zhang, "One permutation hashing" (2012).
public struct MinHash: Hashable, Sendable {
  /// How many words a signature has.
  public static let wordCount = 4
  private static let valuesPerWord = 5
  private static let bits: UInt64 = 12
  private static let valueCount = wordCount * valuesPerWord
  /// Texts with fewer runs are too short to tell likeness from chance.
  private static let leastShingles = 8

  /// The values, five to a word.
  public let words: [Int64]

  /// The signature of a text; nil when it is too short for one.
  ///
  /// - Complexity: O(shingles).
  public init?(_ shingles: Shingles) {
    guard shingles.hashes.count >= Self.leastShingles else { return nil }
    var bins = [UInt64](repeating: .max, count: Self.valueCount)
    for hash in shingles.hashes {
      let bin = Int(((hash >> 32) * UInt64(Self.valueCount)) >> 32)
      let rest = hash & 0xFFFF_FFFF
      if rest < bins[bin] { bins[bin] = rest }
    }
    words = (0..<Self.wordCount).map { word in
      (0..<Self.valuesPerWord).reduce(Int64(0)) { packed, place in
        packed << Int64(Self.bits) | Int64(Self.value(bins, word * Self.valuesPerWord + place))
      }
    }
  }

  /// A signature that an index holds; nil when a word is missing.
  public init?(words: [Int64?]) {
    let known = words.compactMap { $0 }
    guard known.count == Self.wordCount else { return nil }
    self.words = known
  }

  /// About how much the texts have in common, from 0 to 1, in steps of a twentieth.
  public func similarity(to other: MinHash) -> Double {
    var same = 0
    for (mine, others) in zip(words, other.words) {
      var difference = UInt64(bitPattern: mine ^ others)
      for _ in 0..<Self.valuesPerWord {
        if difference & (1 << Self.bits - 1) == 0 { same += 1 }
        difference >>= Self.bits
      }
    }
    return Double(same) / Double(Self.valueCount)
  }

  /// The value of a bin; of an empty one that of the next bin which is not, told apart by the distance.
  private static func value(_ bins: [UInt64], _ bin: Int) -> UInt64 {
    for distance in 0..<valueCount {
      let found = bins[(bin + distance) % valueCount]
      if found != .max { return (found ^ found >> 13 ^ (UInt64(distance) &* 0x9E5)) & (1 << bits - 1) }
    }
    return 0
  }
}
