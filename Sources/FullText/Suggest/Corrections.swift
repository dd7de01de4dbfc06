/// Finds what was probably meant by a word that no document holds.
enum Corrections {
  /// The least number of characters of a word that is corrected.
  static let minCharacters = 4
  /// Texts of more words are not corrected: each word may take a walk over the dictionary.
  static let maxWords = 64

  /// The beginnings of terms, as long as a typed one give or take a character, that are one edit away from it.
  static func prefixes(near typed: [UInt8], view: IndexView, field: TextFieldID) -> [[UInt8]] {
    let length = String(decoding: typed, as: UTF8.self).unicodeScalars.count
    var found: Set<[UInt8]> = []
    for part in view.parts {
      FuzzyAutomaton(pattern: typed, maxEdits: 1).forEachPrefix(in: part.segment.terms(field)) {
        found.insert($0)
      }
    }
    return found.filter {
      String(decoding: $0, as: UTF8.self).unicodeScalars.count <= length + 1
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The form in which a term is written most often in a view.
  static func commonForm(of term: [UInt8], _ field: TextFieldID, _ view: IndexView) -> [UInt8] {
    var counts: [[UInt8]: UInt64] = [:]
    for part in view.parts {
      guard let entry = part.segment.terms(field).find(term) else { continue }
      for form in part.segment.forms(entry, field).forms {
        counts[form.text, default: 0] += form.occurrences
      }
    }
    let best = counts.max {
      $0.value != $1.value ? $0.value < $1.value : $1.key.lexicographicallyPrecedes($0.key)
    }
    return best?.key ?? term
  }
}

extension Searcher {
  /// A query text with the words that no document holds replaced by the nearest that some do; nil when there are none.
  ///
  /// Only words of four letters and more are replaced, by words one edit away, or two when they are longer than seven
  /// letters, the most frequent first; operators, names of fields and everything else stays as it was typed. Texts of more than 64
  /// words are left alone.
  /// - Throws: ``SearchError`` when `goOn` said to stop.
  /// - Complexity: O(terms near the unknown words), some ten microseconds a word and an edit.
  public func correctedQuery(
    _ view: IndexView, _ text: String, languages: [Language], fields: [TextFieldID],
    goOn: (@Sendable () -> Bool)? = nil
  ) throws(SearchError) -> String? {
    var bytes = Array(text.utf8)
    var isChanged = false
    let interruption = Interruption(goOn)
    let words = analyzer.queryWords(text, languages: languages)
    if words.count > Corrections.maxWords { return nil }
    for word in words.reversed() {
      let better = correction(of: word, in: bytes, view, fields, interruption)
      try interruption.check()
      guard let better else { continue }
      bytes.replaceSubrange(Int(word.start)..<Int(word.end), with: better)
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private func correction(
    of word: QueryWord, in text: [UInt8], _ view: IndexView, _ fields: [TextFieldID],
    _ interruption: Interruption
  ) -> [UInt8]? {
    let end = Int(word.end)
    let isOperand = end >= text.count || ![Ascii.colon, Ascii.star, Ascii.tilde].contains(text[end])
    let letters = String(decoding: word.exacts[0], as: UTF8.self).unicodeScalars.count
    guard word.kind == .word, isOperand, letters >= Corrections.minCharacters else { return nil }
    let isKnown = fields.contains { field in
      word.stems.contains { view.frequency(of: $0, in: field, by: liveFrequencies) > 0 }
    }
    if isKnown { return nil }
    let candidates = FuzzyCandidates(
      patterns: word.likelyStems, edits: letters > 7 ? 2 : 1, view: view, fields: fields,
      frequencies: liveFrequencies,
      interruption: interruption)
    guard let best = candidates.nearest.first else { return nil }
    let term = candidates.term(of: best)
    let field = fields.first { field in
      view.parts.contains { $0.segment.terms(field).find(term) != nil }
    }
    return field.map { Corrections.commonForm(of: term, $0, view) }
  }
}
