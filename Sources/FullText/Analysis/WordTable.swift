/// A hash table from spelling to word, and the bytes of all words.
///
/// To be moved, not copied: copies share their places.
struct WordTable {
  /// UTF-8 of all forms.
  private(set) var bytes: [UInt8] = []
  /// The words by number.
  private(set) var words: [Lexicon.Word] = []
  /// At most half of the places are taken.
  private var places: WordSlots
  let seed: UInt64

  /// An empty table; without slots it only fills the place of another.
  init(vacantSlots: Int = 1 << 12) {
    places = WordSlots(count: vacantSlots)
    seed = vacantSlots > 0 ? UInt64.random(in: 0...UInt64.max) : 0
  }

  /// Forgets every word; word numbers start again.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    places.removeAll()
  }

  /// The word with a spelling, if met before.
  @inline(__always)
  func find(_ spelling: UnsafeBufferPointer<UInt8>, hash: UInt64, language: Language) -> WordID? {
    let raw = UnsafeRawBufferPointer(spelling)
    let head = Self.head(raw)
    let tail = Self.tail(raw)
    let slots = places.slots
    let mask = places.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots + index
      if slot.pointee.head == head, slot.pointee.tail == tail, Int(slot.pointee.length) == raw.count,
        slot.pointee.language == language
      {
        if raw.count <= 16 || holds(slot.pointee.word, raw) { return slot.pointee.word }
      } else if slot.pointee.word == .max {
        return nil
      }
      index = (index + 1) & mask
    }
  }

  /// Adds a word that `find` did not find.
  mutating func insert(
    _ spelling: UnsafeBufferPointer<UInt8>, language: Language, kind: TokenKind,
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
    if words.count * 2 > places.count { grow() }
    place(id)
    return id
  }

  private mutating func append(_ form: some Collection<UInt8>) -> UInt32 {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: form)
    return start
  }

  private mutating func place(_ id: WordID) {
    let word = words[Int(id)]
    let (hash, head, tail) = bytes.withUnsafeBytes { bytes in
      let start = Int(word.spelling)
      let spelling = UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(word.spellingLength)])
      return (self.hash(spelling), Self.head(spelling), Self.tail(spelling))
    }
    let mask = places.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while places.slots[index].word != .max { index = (index + 1) & mask }
    places.slots[index] = WordSlots.Slot(
      head: head, tail: tail, word: id, length: word.spellingLength, language: word.language)
  }

  private mutating func grow() {
    places = WordSlots(count: places.count * 2)
    for id in 0..<words.count - 1 { place(WordID(id)) }
  }

  @inline(never)
  private func holds(_ word: WordID, _ spelling: UnsafeRawBufferPointer) -> Bool {
    bytes.withUnsafeBytes { bytes in
      Self.equal(UnsafeRawBufferPointer(rebasing: bytes[Int(words[Int(word)].spelling)...]), spelling)
    }
  }
}
