/// Tells quickly that a text is no term of a dictionary and no form of one, and which characters stand side by side in these.
///
/// Looking for all words within one edit asks for hundreds of texts of which hardly one is a term. A view over a section
/// of the segment's image, valid while the segment lives.
struct TermFilter {
  /// The number of a character in the dictionary's alphabet; 0 stands for the edge of a word.
  typealias Symbol = Int

  /// Dictionaries of fewer terms have no filter: walking them is as fast.
  static let fewestTerms = 256
  /// Dictionaries of more different characters have no filter.
  static let largestAlphabet = 2048
  /// Bits of the filter for each term and form; about one text in a hundred passes that is neither.
  static let bitsPerTerm = 12

  private let alphabet: UnsafeRawPointer
  private let alphabetCount: Int
  private let pairs: UnsafeRawPointer
  private let rowWords: Int
  private let bloom: UnsafeRawPointer
  private let bloomWords: UInt64

  /// Nil when the section is empty or cannot be a filter.
  init?(_ section: UnsafeRawBufferPointer) {
    var cursor = ByteCursor(section)
    alphabetCount = Int(cursor.integer(UInt32.self))
    bloomWords = UInt64(cursor.integer(UInt32.self))
    guard alphabetCount <= Self.largestAlphabet, bloomWords > 0 else { return nil }
    alphabet = cursor.position
    cursor.skip(4 * alphabetCount)
    rowWords = Self.rowWords(alphabetCount)
    pairs = cursor.position
    cursor.skip(8 * rowWords * (alphabetCount + 1))
    bloom = cursor.position
    cursor.skip(8 * Int(bloomWords))
    guard !cursor.isPastEnd else { return nil }
  }

  /// Words of a row of pairs.
  static func rowWords(_ alphabetCount: Int) -> Int { alphabetCount / 64 + 1 }

  /// The symbol of a character; nil when no term holds it.
  /// - Complexity: O(log alphabet).
  func symbol(_ scalar: UInt32) -> Symbol? {
    var low = 0
    var high = alphabetCount
    while low < high {
      let middle = (low + high) / 2
      if self.scalar(middle + 1) < scalar { low = middle + 1 } else { high = middle }
    }
    return low < alphabetCount && self.scalar(low + 1) == scalar ? low + 1 : nil
  }

  /// The character of a symbol, which must not be 0.
  @inline(__always)
  func scalar(_ symbol: Symbol) -> UInt32 {
    alphabet.loadUnaligned(fromByteOffset: 4 * (symbol - 1), as: UInt32.self).littleEndian
  }

  /// Whether some term holds one character right before another.
  @inline(__always)
  func holds(_ first: Symbol, before second: Symbol) -> Bool {
    row(first, second >> 6) >> UInt64(second & 63) & 1 != 0
  }

  /// Calls `body` with each symbol but 0 that stands in some term between two others.
  @inline(__always)
  func forEachSymbol(between first: Symbol, and second: Symbol, _ body: (Symbol) -> Void) {
    for word in 0..<rowWords {
      var bits = row(first, word)
      if word == 0 { bits &= ~1 }
      while bits != 0 {
        let symbol = word << 6 + bits.trailingZeroBitCount
        bits &= bits &- 1
        if symbol <= alphabetCount, holds(symbol, before: second) { body(symbol) }
      }
    }
  }

  @inline(__always)
  private func row(_ symbol: Symbol, _ word: Int) -> UInt64 {
    pairs.loadUnaligned(fromByteOffset: 8 * (symbol * rowWords + word), as: UInt64.self).littleEndian
  }

  /// False when a text is no term for sure.
  @inline(__always)
  func mayHold(_ text: UnsafeRawBufferPointer) -> Bool {
    mayHold(text, hashed: Beginning(length: text.count))
  }

  /// False when a text, of which a beginning has been hashed, is no term for sure.
  @inline(__always)
  func mayHold(_ text: UnsafeRawBufferPointer, hashed beginning: Beginning) -> Bool {
    let probe = Self.probe(beginning.hash(text), words: bloomWords)
    let word = bloom.loadUnaligned(fromByteOffset: 8 * probe.word, as: UInt64.self).littleEndian
    return word & probe.bits == probe.bits
  }

  /// The word of the filter that a text belongs to and its six bits there.
  @inline(__always)
  static func probe(_ text: UnsafeRawBufferPointer, words: UInt64) -> (word: Int, bits: UInt64) {
    probe(Beginning(length: text.count).hash(text), words: words)
  }

  @inline(__always)
  private static func probe(_ hash: UInt64, words: UInt64) -> (word: Int, bits: UInt64) {
    var bits: UInt64 = 0
    for turn in 0..<6 as Range<UInt64> { bits |= 1 << (hash >> (6 * turn) & 63) }
    return (Int(((hash >> 36) &* words) >> 28), bits)
  }
}

extension TermFilter {
  /// The hash of the first bytes of texts of one length, eight at a time, for texts that differ behind these.
  struct Beginning {
    private var hash: UInt64
    private var count = 0

    /// No bytes yet of texts of a length.
    @inline(__always)
    init(length: Int) { hash = UInt64(length) &* 0x9e37_79b9_7f4a_7c15 }

    /// Takes up as many of a text's first bytes as can be; not more than `end`.
    @inline(__always)
    mutating func take(_ text: UnsafeRawBufferPointer, upTo end: Int) {
      while count + 8 <= end {
        mix(text.loadUnaligned(fromByteOffset: count, as: UInt64.self).littleEndian)
        count += 8
      }
    }

    /// The hash of a whole text that begins so.
    @inline(__always)
    func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
      var whole = self
      whole.take(text, upTo: text.count)
      whole.mix(Self.rest(text, from: whole.count))
      return whole.hash ^ whole.hash >> 32
    }

    /// The last bytes, fewer than eight, as a number.
    @inline(__always)
    private static func rest(_ text: UnsafeRawBufferPointer, from offset: Int) -> UInt64 {
      let left = text.count - offset
      if left == 0 { return 0 }
      if text.count >= 8 {
        let last = text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self).littleEndian
        return last >> UInt64(64 - 8 * left)
      }
      if left >= 4 {
        let low = text.loadUnaligned(as: UInt32.self).littleEndian
        let high = text.loadUnaligned(fromByteOffset: left - 4, as: UInt32.self).littleEndian
        return UInt64(low) | UInt64(high) << UInt64(8 * (left - 4))
      }
      return UInt64(text[0]) | UInt64(text[left / 2]) << UInt64(8 * (left / 2))
        | UInt64(text[left - 1]) << UInt64(8 * (left - 1))
    }

    @inline(__always)
    private mutating func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 29
      hash = hash &* 0xc4ce_b9fe_1a85_ec53
      hash ^= hash >> 31
    }
  }
}
