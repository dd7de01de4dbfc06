extension Searcher {
  /// How many postings are read in the time of looking a word up.
  private static let stepsPerWord = 128

  /// The words of a text that tell most about it: frequent in it and rare in the archive.
  ///
  /// - Parameters:
  ///   - texts: the text with what an occurrence in it counts.
  ///   - fields: where other documents might hold the words.
  ///   - goOn: asked now and then.
  /// - Throws: ``SearchError`` when `goOn` said to stop.
  /// - Complexity: O(bytes + words × segments).
  public func tellingWords(
    _ view: IndexView, _ texts: [(text: String, weight: Double)], language: Language,
    in fields: [TextFieldID], limit: Int, goOn: (@Sendable () -> Bool)? = nil
  ) throws(SearchError) -> [String] {
    let interruption = Interruption(goOn)
    var words: [[UInt8]: (form: [UInt8], weight: Double)] = [:]
    for (text, weight) in texts {
      // A byte takes as long to analyse as two postings to read.
      interruption.spend(2 * text.utf8.count)
      try interruption.check()
      analyzer.analyze(text, language: language)
      for token in analyzer.tokens where token.kind == .word {
        let exact = analyzer.lexicon.exact(token.word)
        if StopWords.contains(exact, language: analyzer.lexicon.words[Int(token.word)].language) { continue }
        words[analyzer.lexicon.stem(token.word), default: (exact, 0)].weight += weight
      }
    }
    interruption.spend(Self.stepsPerWord * words.count)
    try interruption.check()
    let ranked = words.map { stem, word in
      let frequency = fields.map { view.frequency(of: stem, in: $0, by: liveFrequencies) }.max()
      let idf = BM25.idf(documentFrequency: frequency ?? 0, documentCount: view.liveCount)
      // A word that only this text has leads nowhere.
      let value = frequency ?? 0 < 2 ? 0 : word.weight / (word.weight + 1.5) * Double(idf)
      return (form: word.form, value: value)
    }
    return ranked.filter { $0.value > 0 }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.form.lexicographicallyPrecedes($1.form) }
      .prefix(limit).map { String(decoding: $0.form, as: UTF8.self) }
  }
}
