/// A hash table from spelling to word, and the distinct forms of all words.
///
/// Not to be copied: copies share their places.
struct WordTable {
  /// The words by number.
  private(set) var words: [Lexicon.Word] = []
  /// The stems of all words, numbered.
  let stems = ByteInterner()
  /// The normalised forms of all words, numbered; a form of two stems has two numbers.
  let forms = ByteInterner()
  /// UTF-8 of all spellings.
  private var spellings: [UInt8] = []
  /// At most half of the places are taken.
  private var places = WordSlots(count: 1 << 12)
  private let seed = UInt64.random(in: 0...UInt64.max)

  /// What a look-up needs; valid until a word is inserted, and while the table lives.
  var probe: WordProbe { WordProbe(places, seed: seed) }

  /// What it takes.
  var memoryBytes: Int {
    words.capacity * MemoryLayout<Lexicon.Word>.stride + spellings.capacity + places.memoryBytes
      + stems.memoryBytes + forms.memoryBytes
  }

  /// Forgets every word; word numbers start again.
  mutating func removeAll() {
    spellings.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    stems.removeAll()
    forms.removeAll()
    places.removeAll()
  }

  /// Adds a word that a probe did not find; of its forms as many whole characters count as a term may have.
  mutating func insert(
    _ spelling: UnsafeRawBufferPointer, _ key: WordKey, kind: TokenKind, exact: [UInt8], stem: [UInt8]
  ) -> WordID {
    let start = UInt32(spellings.count)
    spellings.append(contentsOf: spelling)
    let id = WordID(words.count)
    let stemNumber = stem.withUnsafeBufferPointer { stems.intern(Self.term($0)) }
    let formNumber = exact.withUnsafeBufferPointer { forms.intern(Self.term($0), tag: stemNumber) }
    words.append(
      Lexicon.Word(
        spelling: start, stem: stemNumber, form: formNumber, isStem: exact == stem,
        spellingLength: UInt16(spelling.count), language: key.language, kind: kind))
    if words.count * 2 > places.count { grow() }
    place(id, spelling, key)
    return id
  }

  private static func term(_ form: UnsafeBufferPointer<UInt8>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(form)[..<form.boundary(atMost: Limits.termBytes)])
  }

  private func place(_ id: WordID, _ spelling: UnsafeRawBufferPointer, _ key: WordKey) {
    let mask = places.count - 1
    var index = Int(truncatingIfNeeded: key.hash) & mask
    while places.slots[index].word != .max { index = (index + 1) & mask }
    places.slots[index] = WordSlots.Slot(
      head: key.head, middle: WordKey.middle(spelling), tail: key.tail, word: id,
      length: UInt16(spelling.count), language: key.language)
  }

  private mutating func grow() {
    places = WordSlots(count: places.count * 2)
    spellings.withUnsafeBytes { bytes in
      for id in 0..<words.count - 1 {
        let word = words[id]
        let start = Int(word.spelling)
        let spelling = UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(word.spellingLength)])
        let key = WordKey(spelling, behind: bytes.count - start, language: word.language, seed: seed)
        place(WordID(id), spelling, key)
      }
    }
  }

  /// Whether a word begins with a spelling of at least eight bytes, which is all of it if it is as long.
  func begins(_ word: WordID, with spelling: UnsafeRawBufferPointer) -> Bool {
    spellings.withUnsafeBytes { bytes in
      WordKey.equal(UnsafeRawBufferPointer(rebasing: bytes[Int(words[Int(word)].spelling)...]), spelling)
    }
  }
}
