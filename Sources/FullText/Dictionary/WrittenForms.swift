/// The terms of a field by what the texts held before stemming.
///
/// A form starts with its term, which then is found among the beginnings of the form, or is one of the ``StrayForms``.
/// Valid while the segment lives.
struct WrittenForms {
  let dictionary: TermDictionary
  let strays: StrayForms
  let filter: TermFilter?

  /// Calls `body` with each term that does not itself start with a text and has forms that may: exactly those have some that do
  /// for which ``TermForms/ordinals(_:term:startingWith:)`` says so.
  ///
  /// - Parameters:
  ///   - range: the terms that do.
  ///   - least: terms of fewer documents may be left out.
  func forEachTerm(
    notIn range: Range<Int>, startingWith text: UnsafeRawBufferPointer, heldBy least: Int = 0,
    _ body: (UnsafeRawBufferPointer, TermEntry) -> Void
  ) {
    forEachBeginning(of: text, heldBy: least, body)
    forEachTerm(ofRecords: strays.records(startingWith: text), notIn: range, heldBy: least, body)
  }

  /// Calls `body` with each term that has a form, other than itself.
  func forEachTerm(
    writtenAs text: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, TermEntry) -> Void
  ) {
    forEachBeginning(of: text, heldBy: 0) { term, entry in
      if TermForms.holds(entry, UnsafeRawBufferPointer(rebasing: text[term.count...]), behind: term.count) {
        body(term, entry)
      }
    }
    forEachTerm(ofRecords: strays.records(of: text), notIn: 0..<0, heldBy: 0, body)
  }

  /// Calls `body` with the terms that a text starts with, but for the text itself, which have other forms than themselves.
  private func forEachBeginning(
    of text: UnsafeRawBufferPointer, heldBy least: Int,
    _ body: (UnsafeRawBufferPointer, TermEntry) -> Void
  ) {
    for end in text.indices.dropFirst() where text[end] & 0xC0 != 0x80 {
      let term = UnsafeRawBufferPointer(rebasing: text[..<end])
      if let filter, !filter.mayHold(term) { continue }
      if let entry = dictionary.find(term, heldBy: least), entry.hasFormTable { body(term, entry) }
    }
  }

  private func forEachTerm(
    ofRecords records: Range<Int>, notIn range: Range<Int>, heldBy least: Int,
    _ body: (UnsafeRawBufferPointer, TermEntry) -> Void
  ) {
    var terms: [Int] = []
    for record in records {
      let term = strays.term(at: record)
      guard !range.contains(term), term < dictionary.count else { continue }
      let group = term / TermDictionaryFormat.groupCount
      if Int(dictionary.maxDocumentFrequency(ofGroup: group)) >= least { terms.append(term) }
    }
    if terms.count > 1 { terms.sort() }
    for (place, term) in terms.enumerated() where place == 0 || terms[place - 1] != term {
      dictionary.withTerm(at: term, body)
    }
  }
}
