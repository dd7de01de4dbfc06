extension PartSearch {
  /// The documents with a word of which the stem or the form found there starts with a prefix, deleted ones included.
  ///
  /// Every term that starts with the prefix counts whole. A term that does not (`happi` for `happy`, `elect` for
  /// `electio`) counts where one of its forms does: such terms are looked for among the beginnings of the prefix, among its
  /// own stems, and among the terms that share all but its last two characters as long as these are few.
  func bits(_ prefix: PrefixNode) -> BitSet {
    let set = BitSet(capacity: segment.documentCount)
    for field in prefix.fields {
      for text in prefix.prefixes { insert(text, stems: prefix.stems, field, into: set) }
    }
    return set
  }

  private func insert(
    _ prefix: [UInt8], stems: [[UInt8]], _ field: TextFieldID, into set: BitSet
  ) {
    let dictionary = segment.terms(field)
    let scratch = PostingArena()
    let whole = dictionary.ordinals(withPrefix: prefix)
    var terms = dictionary.makeIterator(at: whole.lowerBound)
    for _ in whole {
      guard terms.next(), let entry = terms.entry else { return }
      if interruption.tick(Int(entry.documentFrequency)) { return }
      scratch.reset()
      var cursor = segment.postings(entry, field, arena: scratch)
      insertDocuments(of: &cursor, into: set)
    }
    guard view.schema.textFields[field.index].hasPositions else { return }
    for entry in Self.neighbours(of: prefix, stems: stems, whole: whole, in: dictionary) {
      scratch.reset()
      insertForms(of: entry, field, startingWith: prefix, into: set, scratch)
    }
  }

  /// The most terms beside those that start with a prefix whose forms are looked at.
  private static let maxNeighbours = 512

  /// The terms that do not start with a prefix but might be the stem of a form that does.
  private static func neighbours(
    of prefix: [UInt8], stems: [[UInt8]], whole: Range<Int>, in dictionary: TermDictionary
  ) -> [TermEntry] {
    let starts = prefix.indices.filter { prefix[$0] & 0xC0 != 0x80 }
    var entries: [Int: TermEntry] = [:]
    for term in starts.dropFirst().map({ Array(prefix[..<$0]) }) + stems {
      if let entry = dictionary.find(term), !whole.contains(entry.ordinal) {
        entries[entry.ordinal] = entry
      }
    }
    for start in starts.dropFirst().suffix(2) {
      let near = dictionary.ordinals(withPrefix: Array(prefix[..<start]))
      guard near.count - whole.count <= maxNeighbours else { continue }
      var terms = dictionary.makeIterator(at: near.lowerBound)
      for ordinal in near where terms.next() && !whole.contains(ordinal) {
        entries[ordinal] = terms.entry
      }
      break
    }
    return Array(entries.values)
  }

  private func insertForms(
    of entry: TermEntry, _ field: TextFieldID, startingWith prefix: [UInt8], into set: BitSet,
    _ scratch: PostingArena
  ) {
    let forms = segment.forms(entry, field).forms
    let wanted = forms.indices.filter { forms[$0].text.starts(with: prefix) }
    guard !wanted.isEmpty else { return }
    var cursor = segment.postings(entry, field, arena: scratch)
    if wanted.count == forms.count { return insertDocuments(of: &cursor, into: set) }
    var occurrences: [Occurrence] = []
    var document = cursor.next()
    while document != endOfPostings, !interruption.tick() {
      occurrences.removeAll(keepingCapacity: true)
      cursor.occurrences(into: &occurrences)
      if occurrences.contains(where: { wanted.contains(Int($0.form)) }) { set.insert(document) }
      document = cursor.next()
    }
  }
}
