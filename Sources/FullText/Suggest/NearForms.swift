/// Words as documents write them that are within some edits of a typed one; valid while the view lives.
///
/// Stems would be compared in vain: what is misspelt has another ending, or none.
struct NearForms {
  private struct Form {
    var edits: Int
    var beginsAlike: Bool
    var documentFrequency: Int

    /// Whether it is likelier meant than another one.
    func isLikelier(than other: Form) -> Bool {
      if edits != other.edits { return edits < other.edits }
      if beginsAlike != other.beginsAlike { return beginsAlike }
      return documentFrequency > other.documentFrequency
    }
  }

  private var found: [[UInt8]: Form] = [:]
  /// The first character of the word.
  private let beginnings: [[UInt8]]

  /// Looks at the forms of candidates, of which there are the more the fewer letters the word has.
  init(
    _ word: QueryWord, edits: Int, among candidates: FuzzyCandidates, _ view: IndexView,
    _ frequencies: LiveFrequencies
  ) {
    beginnings = word.exacts.map { Array(String(decoding: $0, as: UTF8.self).prefix(1).utf8) }
    let automata = word.exacts.map { FuzzyAutomaton(pattern: $0, maxEdits: edits) }
    for candidate in candidates.nearest.prefix(QueryCompiler.maxFuzzyTerms) {
      for (leaf, entries) in candidates.leaves(of: candidate, parts: view.parts.count) {
        for (part, entry) in zip(view.parts, entries) {
          guard let entry else { continue }
          let forms = TermForms(entry, term: leaf.term).forms
          guard forms.contains(where: { form in automata.contains { $0.accepts(form.text) } }) else {
            continue
          }
          for form in frequencies.forms(of: entry, leaf.term, in: leaf.field, part) {
            take(form, by: automata)
          }
        }
      }
    }
  }

  private mutating func take(_ form: TermForms.Form, by automata: [FuzzyAutomaton]) {
    if found[form.text] != nil {
      found[form.text]!.documentFrequency += Int(form.documentFrequency)
      return
    }
    for automaton in automata where automaton.accepts(form.text) {
      let isNearer = found[form.text].map { automaton.distance < $0.edits } ?? true
      guard isNearer else { continue }
      found[form.text] = Form(
        edits: automaton.distance, beginsAlike: beginnings.contains { form.text.starts(with: $0) },
        documentFrequency: Int(form.documentFrequency))
    }
  }

  /// The nearest form, of those as near the one that begins like the word, then the one that most documents hold.
  var best: [UInt8]? {
    found.min { first, second in
      if first.value.isLikelier(than: second.value) { return true }
      return !second.value.isLikelier(than: first.value) && first.key.lexicographicallyPrecedes(second.key)
    }?.key
  }
}
