/// The distinct words that one analyzer has met, with their forms.
///
/// A cache from spelling to forms that doubles as their storage: a word is normalised and stemmed once, then
/// found by one probe. An indexer can keep a side array from `WordID` to its own term numbers as long as
/// `generation` stays the same; the analyzer empties a full lexicon between two texts, never within one.
/// Belongs to its analyzer and its thread.
public final class Lexicon {
  /// Where the forms of one word stand in `bytes`.
  public struct Word: Sendable {
    let spelling: UInt32
    let exact: UInt32
    let stem: UInt32
    let spellingLength: UInt16
    let exactLength: UInt16
    let stemLength: UInt16
    let language: Language
    let kind: TokenKind

    /// The normalised form: NFKC, case folded, marks folded by the language's policy.
    public var exactRange: Range<Int> { Int(exact)..<Int(exact) + Int(exactLength) }
    /// The stem; the same range as `exactRange` when the stemmer changed nothing.
    public var stemRange: Range<Int> { Int(stem)..<Int(stem) + Int(stemLength) }
    /// Whether the stem is the exact form itself.
    public var isStem: Bool { exact == stem && exactLength == stemLength }
  }

  /// Changes when word numbers start again from 0.
  public private(set) var generation: UInt32 = 0
  /// UTF-8 of all forms, addressed by `Word`.
  public private(set) var bytes: [UInt8] = []
  /// The words by number.
  public private(set) var words: [Word] = []

  /// How many words there are; every `WordID` is below it.
  public var count: Int { words.count }

  private var slots: [UInt32]
  private let maxWords: Int

  init(maxWords: Int) {
    self.maxWords = maxWords
    slots = [UInt32](repeating: .max, count: 1 << 12)
  }

  /// A copy of the normalised form of a word.
  public func exact(_ word: WordID) -> [UInt8] { Array(bytes[words[Int(word)].exactRange]) }

  /// A copy of the stem of a word.
  public func stem(_ word: WordID) -> [UInt8] { Array(bytes[words[Int(word)].stemRange]) }

  /// Empties the lexicon when it has outgrown its bound; call between texts only.
  func trim() {
    guard words.count > maxWords else { return }
    generation &+= 1
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = .max }
  }

  /// A hash of a spelling.
  @inline(__always)
  static func hash(_ spelling: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(spelling.count)
    var index = 0
    let raw = UnsafeRawBufferPointer(spelling)
    while index + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var tail: UInt64 = 0
    while index < raw.count {
      tail = tail << 8 | UInt64(raw[index])
      index += 1
    }
    return mix(hash ^ tail)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// The word with a spelling, if met before.
  @inline(__always)
  func find(_ spelling: UnsafeBufferPointer<UInt8>, hash: UInt64, language: Language) -> WordID? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != .max {
      let word = words[Int(slots[slot])]
      if word.spellingLength == spelling.count, word.language == language,
        equal(spelling, at: Int(word.spelling))
      {
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a word that `find` did not find.
  func insert(
    _ spelling: UnsafeBufferPointer<UInt8>, hash: UInt64, language: Language, kind: TokenKind,
    exact: some Collection<UInt8>, stem: some Collection<UInt8>
  ) -> WordID {
    let spellingStart = append(spelling)
    let exactStart = exact.elementsEqual(spelling) ? spellingStart : append(exact)
    let stemStart = stem.elementsEqual(exact) ? exactStart : append(stem)
    let id = WordID(words.count)
    words.append(
      Word(
        spelling: spellingStart, exact: exactStart, stem: stemStart,
        spellingLength: UInt16(spelling.count), exactLength: UInt16(exact.count),
        stemLength: UInt16(stem.count), language: language, kind: kind))
    hashes.append(hash)
    if words.count * 2 > slots.count { grow() }
    place(id, hash: hash)
    return id
  }

  private var hashes: [UInt64] = []

  private func append(_ form: some Collection<UInt8>) -> UInt32 {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: form)
    return start
  }

  private func place(_ id: WordID, hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != .max { slot = (slot + 1) & mask }
    slots[slot] = id
  }

  private func grow() {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    for id in 0..<words.count - 1 { place(WordID(id), hash: hashes[id]) }
  }

  @inline(__always)
  private func equal(_ spelling: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in 0..<spelling.count where bytes[start + index] != spelling[index] { return false }
    return true
  }
}
