/// The documents of one segment with a word that starts with a text, some of them still to be confirmed.
///
/// Every term that starts with the text counts whole. A term that does not (`happi` for `happy`, `elect` for `electio`)
/// counts where one of its forms does: such terms are looked for among the beginnings of the text, among its own stems, and
/// among the terms that share all but its last two characters as long as these are few.
final class PrefixMatches {
  /// A term that only counts where it is written in one of some forms.
  struct Partial {
    let entry: TermEntry
    let field: TextFieldID
    let forms: [UInt32]
  }

  /// The documents that match for sure, deleted ones included.
  let whole: BitSet
  /// Terms whose documents may match.
  private(set) var partial: [Partial] = []

  /// The most terms beside those that start with the text whose forms are looked at.
  private static let maxNeighbours = 512

  private let segment: Segment
  private let interruption: Interruption
  private let scratch = PostingArena()

  init(_ prefix: PrefixNode, schema: Schema, segment: Segment, interruption: Interruption) {
    self.segment = segment
    self.interruption = interruption
    whole = BitSet(capacity: segment.documentCount)
    for field in prefix.fields {
      for text in prefix.prefixes {
        let range = addTerms(startingWith: text, field)
        guard schema.textFields[field.index].hasPositions else { continue }
        addNeighbours(of: text, stems: prefix.stems, range, field)
      }
    }
  }

  private func addTerms(startingWith text: [UInt8], _ field: TextFieldID) -> Range<Int> {
    let dictionary = segment.terms(field)
    let range = dictionary.ordinals(withPrefix: text)
    var terms = dictionary.makeIterator(at: range.lowerBound)
    for _ in range {
      guard terms.next(), let entry = terms.entry else { break }
      add(entry, field)
      if interruption.tick(Int(entry.documentFrequency)) { break }
    }
    return range
  }

  private func add(_ entry: TermEntry, _ field: TextFieldID) {
    if entry.documentFrequency == 1 {
      if Int(entry.single) < whole.capacity { whole.insert(entry.single) }
      return
    }
    scratch.reset()
    var cursor = segment.postings(entry, field, arena: scratch)
    cursor.insertAll(into: whole)
  }

  private func addNeighbours(
    of text: [UInt8], stems: [[UInt8]], _ range: Range<Int>, _ field: TextFieldID
  ) {
    let dictionary = segment.terms(field)
    let starts = text.indices.filter { text[$0] & 0xC0 != 0x80 }.dropFirst()
    var seen: Set<Int> = []
    for term in starts.map({ Array(text[..<$0]) }) + stems {
      guard let entry = dictionary.find(term), !range.contains(entry.ordinal) else { continue }
      if seen.insert(entry.ordinal).inserted {
        term.withUnsafeBytes { add(entry, $0, formsStartingWith: text, field) }
      }
    }
    for start in starts.suffix(2) {
      let near = dictionary.ordinals(withPrefix: Array(text[..<start]))
      guard near.count - range.count <= Self.maxNeighbours else { continue }
      for side in [near.lowerBound..<range.lowerBound, range.upperBound..<near.upperBound] {
        var terms = dictionary.makeIterator(at: side.lowerBound)
        for ordinal in side where terms.next() && !seen.contains(ordinal) {
          guard let entry = terms.entry else { continue }
          add(entry, terms.termBytes, formsStartingWith: text, field)
        }
      }
      return
    }
  }

  private func add(
    _ entry: TermEntry, _ term: UnsafeRawBufferPointer, formsStartingWith text: [UInt8],
    _ field: TextFieldID
  ) {
    guard entry.hasFormTable else { return }
    let (forms, count) = TermForms.ordinals(entry, term: term, startingWith: text)
    if forms.isEmpty { return }
    if forms.count == count {
      add(entry, field)
    } else {
      partial.append(Partial(entry: entry, field: field, forms: forms))
    }
  }

  /// Confirms what is still to be confirmed, and gives everything.
  func confirmed() -> BitSet {
    for term in partial {
      scratch.reset()
      let slot = PhraseSlot(offset: 0)
      slot.add(segment.postings(term.entry, term.field, arena: scratch), forms: term.forms)
      while slot.document != endOfPostings, !interruption.tick() {
        if !whole.contains(slot.document), slot.isConfirmed { whole.insert(slot.document) }
        _ = slot.advance(to: slot.document + 1)
      }
    }
    partial = []
    return whole
  }
}

extension TermForms {
  /// The forms of a term that start with a text, as ordinals, and how many forms there are.
  ///
  /// Reads the table where it lies: a form is stored as what it shares with the term and what follows.
  static func ordinals(
    _ entry: TermEntry, term: UnsafeRawBufferPointer, startingWith text: [UInt8]
  ) -> (ordinals: [UInt32], count: Int) {
    var common = 0
    while common < min(term.count, text.count), term[common] == text[common] { common += 1 }
    var cursor = ByteCursor(entry.forms)
    let count = cursor.count()
    var found: [UInt32] = []
    for ordinal in 0..<min(count, entry.forms.count) {
      let shared = cursor.count()
      let suffix = cursor.bytes(cursor.count())
      if count > 1 {
        _ = cursor.varint()
        _ = cursor.varint()
      }
      guard !cursor.isPastEnd, shared <= common else { continue }
      if suffix.starts(with: text[min(shared, text.count)...]) { found.append(UInt32(ordinal)) }
    }
    return (found, count)
  }
}

extension PostingCursor {
  /// Adds every document of the list, which has not been moved yet, to a set.
  mutating func insertAll(into set: BitSet) {
    next()
    while document != endOfPostings {
      let documents = documents
      for index in index..<inBlock { set.insert(documents[index]) }
      load(block + 1)
    }
  }
}
