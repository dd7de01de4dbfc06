extension Searcher {
  /// The query with words that no document holds also as two words side by side: `wifi` finds Wi-Fi, `prorussian` pro-Russian.
  ///
  /// A word of four letters and more is taken apart wherever documents hold both halves; whether they do so in a row says the
  /// search. So the answer is a function of the query and the revision. Of a query at most sixteen words are taken apart. Alternatives
  /// stay as they are: the others find what is meant, and two words in a row that happen to look like one would be rare, and count a lot.
  /// - Parameter goOn: asked before each word.
  /// - Throws: ``SearchError`` when `goOn` says to stop.
  /// - Complexity: O(letters × languages) look-ups for each unknown word.
  public func splittingUnknownWords(
    _ query: Query, in view: IndexView, languages: [Language], goOn: (@Sendable () -> Bool)? = nil
  ) throws(SearchError) -> Query {
    let interruption = Interruption(goOn)
    var count = 0
    let split = query.replacingRequiredWords { word, text in
      guard case .word = word, count < WordHalves.mostWords, !interruption.isInterrupted else { return word }
      let words = queryWords.of(text, languages: languages)
      guard words.count == 1, words[0].kind == .word, !isHeld(words[0].stems, in: view) else { return word }
      let halves = WordHalves.all(of: text)
      if halves.isEmpty { return word }
      count += 1
      interruption.spend(halves.count * languages.count * WordHalves.stepsPerReading)
      let held = halves.filter { left, right in
        !interruption.tick(0) && isTelling([left, right], languages, in: view)
      }
      return held.isEmpty
        ? word : .or([word] + held.map { .phrase("\($0) \($1)", slop: 0, exact: false) })
    }
    try interruption.check()
    return split
  }

  /// Whether some document holds each of the words, of which one has to carry more than grammar.
  private func isTelling(_ texts: [String], _ languages: [Language], in view: IndexView) -> Bool {
    let words = texts.map { analyzer.queryWords($0, languages: languages) }
    return words.allSatisfy { $0.count == 1 && isHeld($0[0].likelyStems, in: view) }
      && words.contains { !$0[0].isStopWord }
  }

  private func isHeld(_ stems: [[UInt8]], in view: IndexView) -> Bool {
    view.schema.textFieldIDs.contains { field in
      stems.contains { view.frequency(of: $0, in: field, by: liveFrequencies) > 0 }
    }
  }
}

extension Query {
  /// The query with every word that has to be there replaced; alternatives stay.
  fileprivate func replacingRequiredWords(_ replace: (Query, String) -> Query) -> Query {
    switch self {
    case .or: self
    case .within(let fields, let inner): .within(fields: fields, inner.replacingRequiredWords(replace))
    case .boosted(let inner, let factor): .boosted(inner.replacingRequiredWords(replace), factor)
    case .and(let operands): .and(operands.map { $0.replacingRequiredWords(replace) })
    case .word: replacingWords(replace)
    default: self
    }
  }
}

/// Where a word may be two.
private enum WordHalves {
  /// Of so many words of a query halves are looked for.
  static let mostWords = 16
  /// What reading two halves as one language reads them costs, in steps of a search.
  static let stepsPerReading = 1024
  /// A letter by itself is hardly a word; a longer word is hardly two.
  private static let letters = 4...24
  private static let fewest = 2

  static func all(of text: String) -> [(left: String, right: String)] {
    let scalars = Array(text.unicodeScalars)
    guard letters ~= scalars.count, scalars.allSatisfy(\.properties.isAlphabetic) else { return [] }
    return (fewest...scalars.count - fewest).map { place in
      (string(scalars[..<place]), string(scalars[place...]))
    }
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
