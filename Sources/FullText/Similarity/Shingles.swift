import Checksums

/// The runs of three words that a text consists of, as numbers: what tells how much two texts have in common.
///
/// Words are runs of letters and digits; Latin capitals count as small letters. Texts differ in few runs when few words
/// were changed, added or left out, wherever that is.
public struct Shingles: Sendable {
  private static let wordsPerRun = 3

  /// A number for each run, in order, repeated ones included.
  public private(set) var hashes: [UInt64] = []

  /// No runs.
  public init() {}

  /// The runs of several texts; none goes from one text into the next.
  ///
  /// - Complexity: O(bytes).
  public init(_ texts: some Sequence<String>) {
    for text in texts { add(text) }
  }

  /// Adds the runs of a text.
  ///
  /// - Complexity: O(bytes).
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// The part of all different runs of both that is in both: Jaccard's index, from 0 to 1.
  public func similarity(to other: Shingles) -> Double {
    let (mine, others) = (Set(hashes), Set(other.hashes))
    let common = mine.intersection(others).count
    let all = mine.count + others.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    Self.folded.withUnsafeBufferPointer { folded in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.gathered) { runs in
        var words = LastWords()
        var index = 0
        var count = 0
        while index < text.count {
          let start = index
          let hash = Self.word(in: text, &index, folded)
          if index > start, let run = words.end(hash) {
            runs.initializeElement(at: count, to: run)
            count += 1
            if count == Self.gathered { append(runs, &count) }
          }
          guard index < text.count else { break }
          index += text[index] == Self.punctuation.0 ? 3 : 1
        }
        append(runs, &count)
      }
    }
  }

  /// How many runs are gathered before they are appended.
  private static let gathered = 64

  private mutating func append(_ runs: UnsafeMutableBufferPointer<UInt64>, _ count: inout Int) {
    hashes.append(contentsOf: UnsafeBufferPointer(rebasing: runs[..<count]))
    count = 0
  }

  /// The hash of the word that starts at an index, perhaps an empty one; moves the index behind it.
  @inline(__always)
  private static func word(
    in text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ folded: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var hash = FNV1a.start
    while index < text.count {
      let byte = text[index]
      var letter = folded[Int(byte)]
      if letter == 0 {
        guard byte == punctuation.0, !separates(text, index) else { return hash }
        letter = byte
      }
      hash = FNV1a.next(hash, UInt64(letter))
      index += 1
    }
    return hash
  }

  /// How U+2000 to U+203F begin, which are dashes, quotation marks and spaces, and separate words as ASCII's do.
  private static let punctuation: (UInt8, UInt8) = (0xE2, 0x80)

  /// Whether such a character stands where its first byte was found.
  private static func separates(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 1 < text.count && text[index + 1] == punctuation.1
  }

  /// The last words before the present one.
  private struct LastWords {
    private var words: (UInt64, UInt64) = (0, 0)
    private var count = 0

    /// Takes in a word; returns the number of the run that ends with it, if there are words enough.
    @inline(__always)
    mutating func end(_ hash: UInt64) -> UInt64? {
      count += 1
      defer { words = (words.1, hash) }
      guard count >= Shingles.wordsPerRun else { return nil }
      return FNV1a.spread(
        words.0 &* 0x9E37_79B9_7F4A_7C15 ^ (words.1 << 17 | words.1 >> 47) ^ hash &* 31)
    }
  }

  /// For each byte what is hashed for it: ASCII letters in lower case, digits, all of other scripts; 0 for what separates
  /// words, or may do so.
  private static let folded: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x30...0x39, 0x61...0x7A, 0x80...0xE1, 0xE3...: byte
    default: 0
    }
  }
}
