/// A hash table from spelling to word, and the bytes of all words.
struct WordTable {
  /// UTF-8 of all forms.
  private(set) var bytes: [UInt8] = []
  /// The words by number.
  private(set) var words: [Lexicon.Word] = []
  /// Open addressing: the upper half of a word's hash above its number; `vacant` where there is none.
  private var slots: [UInt64]
  let seed: UInt64

  /// An empty table; without slots it only fills the place of another.
  init(vacantSlots: Int = 1 << 12) {
    slots = [UInt64](repeating: Self.vacant, count: vacantSlots)
    seed = vacantSlots > 0 ? UInt64.random(in: 0...UInt64.max) : 0
  }

  /// Forgets every word; word numbers start again.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = Self.vacant }
  }

  /// The word with a spelling, if met before.
  @inline(__always)
  func find(_ spelling: UnsafeBufferPointer<UInt8>, hash: UInt64, language: Language) -> WordID? {
    let tag = hash & Self.tagMask
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot & Self.tagMask == tag {
        if slot == Self.vacant { return nil }
        let id = WordID(truncatingIfNeeded: slot)
        if holds(words[Int(id)], spelling, language) { return id }
      } else if slot == Self.vacant {
        return nil
      }
      index = (index + 1) & mask
    }
  }

  /// Adds a word that `find` did not find.
  mutating func insert(
    _ spelling: UnsafeBufferPointer<UInt8>, hash: UInt64, language: Language, kind: TokenKind,
    exact: some Collection<UInt8>, stem: some Collection<UInt8>
  ) -> WordID {
    let spellingStart = append(spelling)
    let exactStart = exact.elementsEqual(spelling) ? spellingStart : append(exact)
    let stemStart = stem.elementsEqual(exact) ? exactStart : append(stem)
    let id = WordID(words.count)
    words.append(
      Lexicon.Word(
        spelling: spellingStart, exact: exactStart, stem: stemStart,
        spellingLength: UInt16(spelling.count), exactLength: UInt16(exact.count),
        stemLength: UInt16(stem.count), language: language, kind: kind))
    if words.count * 2 > slots.count { grow() }
    place(id, hash: hash)
    return id
  }

  private static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000
  private static let vacant = UInt64.max

  private mutating func append(_ form: some Collection<UInt8>) -> UInt32 {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: form)
    return start
  }

  private mutating func place(_ id: WordID, hash: UInt64) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != Self.vacant { index = (index + 1) & mask }
    slots[index] = hash & Self.tagMask | UInt64(id)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: Self.vacant, count: slots.count * 2)
    for (id, word) in words.dropLast().enumerated() {
      let start = Int(word.spelling)
      let hash = bytes.withUnsafeBufferPointer { bytes in
        self.hash(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(word.spellingLength)]))
      }
      place(WordID(id), hash: hash)
    }
  }

  @inline(__always)
  private func holds(_ word: Lexicon.Word, _ spelling: UnsafeBufferPointer<UInt8>, _ language: Language)
    -> Bool
  {
    guard Int(word.spellingLength) == spelling.count, word.language == language else { return false }
    return bytes.withUnsafeBytes { bytes in
      Self.equal(
        UnsafeRawBufferPointer(rebasing: bytes[Int(word.spelling)...]), UnsafeRawBufferPointer(spelling))
    }
  }
}
