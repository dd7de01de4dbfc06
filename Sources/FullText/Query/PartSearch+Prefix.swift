extension PartSearch {
  /// The documents with a word of which the stem or the form found there starts with a prefix, deleted ones included.
  ///
  /// Every term that starts with the prefix counts whole. A term that does not (`happi` for `happy`, `elect` for
  /// `electio`) counts where one of its forms does: such terms are looked for among the beginnings of the prefix and among
  /// the terms that share all but its last character.
  func bits(_ prefix: PrefixNode) -> BitSet {
    let set = BitSet(capacity: segment.documentCount)
    for field in prefix.fields {
      for text in prefix.prefixes { insert(text, field, into: set) }
    }
    return set
  }

  private func insert(_ prefix: [UInt8], _ field: TextFieldID, into set: BitSet) {
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
    for entry in Self.neighbours(of: prefix, whole: whole, in: dictionary) {
      scratch.reset()
      insertForms(of: entry, field, startingWith: prefix, into: set, scratch)
    }
  }

  /// The most terms beside those that start with a prefix whose forms are looked at.
  private static let maxNeighbours = 512

  /// The terms that do not start with a prefix but might be the stem of a form that does.
  private static func neighbours(
    of prefix: [UInt8], whole: Range<Int>, in dictionary: TermDictionary
  ) -> [TermEntry] {
    guard let last = prefix.lastIndex(where: { $0 & 0xC0 != 0x80 }), last > 0 else { return [] }
    var entries: [TermEntry] = []
    for end in 1..<last where prefix[end] & 0xC0 != 0x80 {
      if let entry = dictionary.find(Array(prefix[..<end])) { entries.append(entry) }
    }
    let near = dictionary.ordinals(withPrefix: Array(prefix[..<last]))
    guard near.count - whole.count <= maxNeighbours else { return entries }
    for ordinal in near where !whole.contains(ordinal) {
      entries.append(dictionary.entry(at: ordinal))
    }
    return entries
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
