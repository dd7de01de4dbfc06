extension Searcher {
  /// The query with names as the scripts of other languages write them: Kobakhidze, კობახიძე, Кобахидзе.
  ///
  /// Which word is a name nobody says; a spelling that no document holds is left out, so most words stay alone.
  /// - Parameters:
  ///   - names: the spellings made so far, of this index.
  ///   - view: where a spelling has to occur; every spelling is taken when nil. What is found in the view is the same.
  ///   - languages: those whose scripts are tried.
  ///   - goOn: asked before each word whose spellings are not known, once for some thousand steps that it will take.
  /// Of a query of more words the first ``NameSpellings/mostWords`` are looked at.
  /// - Throws: ``SearchError`` when `goOn` says to stop.
  /// - Complexity: O(words) for words that were asked for since the last change of the index, else a look-up for each
  ///   spelling, up to a millisecond a word.
  public func expandNames(
    _ query: Query, by names: NameSpellings, in view: IndexView?, languages: [Language],
    goOn: (@Sendable () -> Bool)? = nil
  ) throws(SearchError) -> Query {
    let interruption = Interruption(goOn)
    var count = 0
    let expanded = query.replacingWords { word, text in
      // Interrupted, the rest of the query is not looked at either.
      if interruption.isInterrupted { return word }
      guard case .word = word, count < NameSpellings.mostWords else { return word }
      let words = queryWords.of(text, languages: languages)
      guard words.count == 1 || words.count == HyphenatedWord.parts(of: text)?.count else { return word }
      count += words.count
      let spellings = words.map {
        (try? names.spellings(of: $0, languages, analyzer, in: view, interruption)) ?? []
      }
      if spellings.allSatisfy(\.isEmpty) { return word }
      return words.count == 1
        ? .name(text, otherSpellings: spellings[0]) : .compound(text, otherSpellings: spellings)
    }
    try interruption.check()
    return expanded
  }
}
