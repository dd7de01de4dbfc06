/// The terms of a dictionary within one edit of a word, or that have a form which is: every text that is one edit away is made
/// and looked up.
///
/// The edits are those of ``FuzzyAutomaton``: insertion, deletion, substitution, transposition of neighbours. Only
/// characters that stand side by side in some term are put side by side, and the dictionary's filter turns nearly all texts
/// away before they are looked up. Belongs to one thread.
final class OneEditTerms {
  private let dictionary: TermDictionary
  private let filter: TermFilter
  private let forms: WrittenForms?
  private let pattern: [UInt32]
  private let symbols: [TermFilter.Symbol?]
  /// How many characters from the start, and from index i on, stand side by side in some term.
  private let soundStart: Int
  private let soundEnd: Int
  private let text: UnsafeMutableRawPointer
  @exclusivity(unchecked) private var textCount = 0

  /// Nil for a word that is empty or too long to be a term. Without `forms` only terms themselves are compared.
  init?(_ word: [UInt8], _ dictionary: TermDictionary, _ filter: TermFilter, forms: WrittenForms? = nil) {
    pattern = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    guard !pattern.isEmpty, pattern.count <= 250 else { return nil }
    self.dictionary = dictionary
    self.filter = filter
    self.forms = forms
    symbols = pattern.map { filter.symbol($0) }
    let (symbols, count) = (self.symbols, pattern.count)
    func isSound(_ index: Int) -> Bool {
      guard let first = index == 0 ? 0 : symbols[index - 1], let second = index == count ? 0 : symbols[index]
      else { return false }
      return filter.holds(first, before: second)
    }
    soundStart = (0..<count).first { !isSound($0) } ?? count
    soundEnd = (1...count).reversed().first { !isSound($0) } ?? 0
    text = .allocate(byteCount: 4 * (pattern.count + 2), alignment: 8)
  }

  deinit { text.deallocate() }

  /// Calls `body` with each such term, its entry and its distance, nil where it is a form that is near; with some of them more than
  /// once.
  func forEachMatch(_ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    make(copying: 0..<pattern.count)
    lookUp(0, body)
    // What stands before an edit, and what stands behind it, is the word's own and must be sound.
    for place in 0...pattern.count where place <= soundStart {
      if place >= soundEnd { insert(at: place, body) }
      guard place < pattern.count else { break }
      if place + 1 >= soundEnd { substitute(at: place, body) }
      if place + 1 >= soundEnd { delete(at: place, body) }
      if place + 2 >= soundEnd { transpose(at: place, body) }
    }
  }

  private func symbol(before place: Int) -> TermFilter.Symbol? { place == 0 ? 0 : symbols[place - 1] }
  private func symbol(at place: Int) -> TermFilter.Symbol? { place == pattern.count ? 0 : symbols[place] }

  private func insert(at place: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    guard let first = symbol(before: place), let second = symbol(at: place) else { return }
    filter.forEachSymbol(between: first, and: second) { symbol in
      make(copying: 0..<place, then: filter.scalar(symbol), copying: place..<pattern.count)
      lookUp(1, body)
    }
  }

  private func substitute(at place: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    guard let first = symbol(before: place), let second = symbol(at: place + 1) else { return }
    filter.forEachSymbol(between: first, and: second) { symbol in
      guard symbol != symbols[place] else { return }
      make(copying: 0..<place, then: filter.scalar(symbol), copying: place + 1..<pattern.count)
      lookUp(1, body)
    }
  }

  private func delete(at place: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    guard pattern.count > 1, let first = symbol(before: place), let second = symbol(at: place + 1),
      filter.holds(first, before: second)
    else { return }
    make(copying: 0..<place, copying: place + 1..<pattern.count)
    lookUp(1, body)
  }

  private func transpose(at place: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    guard place + 1 < pattern.count, pattern[place] != pattern[place + 1] else { return }
    make(copying: 0..<place, then: pattern[place + 1], copying: place..<place + 1)
    for index in place + 2..<pattern.count { append(pattern[index]) }
    lookUp(1, body)
  }

  @inline(__always)
  private func make(copying start: Range<Int>, then scalar: UInt32? = nil, copying end: Range<Int> = 0..<0) {
    textCount = 0
    for index in start { append(pattern[index]) }
    if let scalar { append(scalar) }
    for index in end { append(pattern[index]) }
  }

  /// Appends a character in UTF-8.
  @inline(__always)
  private func append(_ scalar: UInt32) {
    if scalar < 0x80 { return append(byte: scalar) }
    if scalar < 0x800 {
      append(byte: 0xC0 | scalar >> 6)
    } else {
      if scalar < 0x10000 {
        append(byte: 0xE0 | scalar >> 12)
      } else {
        append(byte: 0xF0 | scalar >> 18)
        append(byte: 0x80 | scalar >> 12 & 0x3F)
      }
      append(byte: 0x80 | scalar >> 6 & 0x3F)
    }
    append(byte: 0x80 | scalar & 0x3F)
  }

  @inline(__always)
  private func append(byte: UInt32) {
    text.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: textCount, as: UInt8.self)
    textCount += 1
  }

  @inline(__always)
  private func lookUp(_ distance: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    let text = UnsafeRawBufferPointer(start: text, count: textCount)
    guard filter.mayHold(text) else { return }
    if let entry = dictionary.find(text) { body(text, entry, distance) }
    forms?.forEachTerm(writtenAs: text) { body($0, $1, nil) }
  }
}
