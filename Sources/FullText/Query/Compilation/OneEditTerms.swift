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
  /// The word's bytes.
  private let word: [UInt8]
  /// Where each character begins in these, and where the last one ends.
  private let offsets: [Int]
  private let text: UnsafeMutableRawPointer
  @exclusivity(unchecked) private var textCount = 0

  /// Nil for a word that is empty or too long to be a term. Without `forms` only terms themselves are compared.
  init?(_ word: [UInt8], _ dictionary: TermDictionary, _ filter: TermFilter, forms: WrittenForms? = nil) {
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
    pattern = scalars.map(\.value)
    self.word = Array(String(scalars).utf8)
    offsets = scalars.reduce(into: [0]) { $0.append($0.last! + UTF8.width($1)) }
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
    append(word: 0..<pattern.count)
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
    replace(place..<place, butBy: nil, body)
  }

  private func substitute(at place: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    replace(place..<place + 1, butBy: symbols[place], body)
  }

  /// Looks up what the word becomes with each other character in the place of some or none. What stands before that is written and
  /// hashed once, what stands behind it as often as characters have another length.
  private func replace(
    _ places: Range<Int>, butBy own: TermFilter.Symbol?,
    _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void
  ) {
    guard let first = symbol(before: places.lowerBound), let second = symbol(at: places.upperBound)
    else { return }
    let start = offsets[places.lowerBound]
    textCount = 0
    append(word: 0..<places.lowerBound)
    var width = 0
    var beginning = TermFilter.Beginning(length: 0)
    filter.forEachSymbol(between: first, and: second) { symbol in
      guard symbol != own else { return }
      textCount = start
      append(filter.scalar(symbol))
      if textCount - start != width {
        width = textCount - start
        append(word: places.upperBound..<pattern.count)
        beginning = TermFilter.Beginning(length: textCount)
        beginning.take(UnsafeRawBufferPointer(start: text, count: textCount), upTo: start)
      }
      textCount = start + width + offsets[pattern.count] - offsets[places.upperBound]
      guard filter.mayHold(UnsafeRawBufferPointer(start: text, count: textCount), hashed: beginning)
      else { return }
      find(1, body)
    }
  }

  private func delete(at place: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    guard pattern.count > 1, let first = symbol(before: place), let second = symbol(at: place + 1),
      filter.holds(first, before: second)
    else { return }
    textCount = 0
    append(word: 0..<place)
    append(word: place + 1..<pattern.count)
    lookUp(1, body)
  }

  private func transpose(at place: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    guard place + 1 < pattern.count, pattern[place] != pattern[place + 1] else { return }
    textCount = 0
    append(word: 0..<place)
    append(word: place + 1..<place + 2)
    append(word: place..<place + 1)
    append(word: place + 2..<pattern.count)
    lookUp(1, body)
  }

  /// Appends characters of the word.
  @inline(__always)
  private func append(word places: Range<Int>) {
    let (start, end) = (offsets[places.lowerBound], offsets[places.upperBound])
    word.withUnsafeBytes { word in
      (text + textCount).copyMemory(from: word.baseAddress! + start, byteCount: end - start)
    }
    textCount += end - start
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

  private func lookUp(_ distance: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    if filter.mayHold(UnsafeRawBufferPointer(start: text, count: textCount)) { find(distance, body) }
  }

  private func find(_ distance: Int, _ body: (UnsafeRawBufferPointer, TermEntry, Int?) -> Void) {
    let text = UnsafeRawBufferPointer(start: text, count: textCount)
    if let entry = dictionary.find(text) { body(text, entry, distance) }
    forms?.forEachTerm(writtenAs: text) { body($0, $1, nil) }
  }
}
