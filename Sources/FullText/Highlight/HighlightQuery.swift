/// The words and phrases that a query wants to find, without those that it excludes.
struct HighlightQuery {
  private(set) var terms: [HighlightTerm] = []
  private(set) var phrases: [HighlightPhrase] = []
  /// The terms that count wherever they stand, as indices.
  private(set) var words: [Int] = []

  private var compiler: QueryCompiler

  init(
    view: IndexView, plan: SearchPlan, queryWords: QueryWords, frequencies: LiveFrequencies,
    interruption: Interruption
  ) throws(SearchError) {
    compiler = QueryCompiler(
      view: view, plan: plan, words: queryWords, frequencies: frequencies, interruption: interruption)
    try add(plan.query, plan.searchedFields ?? view.schema.textFieldIDs)
  }

  private mutating func add(_ query: Query, _ fields: [TextFieldID]) throws(SearchError) {
    switch query {
    case .all, .none, .keyword, .keywordPrefix, .range, .not: break
    case .word(let text):
      let words = compiler.analyze(text)
      if words.count > 1, compiler.compounds == .phrase {
        addPhrase(words, slop: 0, exact: false, fields)
      } else {
        for word in words { addWord(.stems(word.stems), word, fields) }
      }
    case .name(let text, let spellings):
      for spelling in [text] + spellings { try add(.word(spelling), fields) }
    case .compound(let text, let spellings):
      try add(.word(text), fields)
      addPhrase(compiler.parts(of: text, spellings), slop: 0, exact: false, fields)
    case .phrase(let text, let slop, let exact):
      addPhrase(compiler.analyze(text), slop: slop, exact: exact, fields)
    case .prefix(let text):
      for word in compiler.analyze(text) { addWord(.prefixes(word.exacts), word, fields) }
    case .fuzzy(let text, let edits), .near(let text, let edits):
      for word in compiler.analyze(text) {
        let stems = word.likelyStems.map { FuzzyAutomaton(pattern: $0, maxEdits: edits) }
        let forms = word.exacts.map { FuzzyAutomaton(pattern: $0, maxEdits: min(edits, 1)) }
        addWord(.near(stems: stems, forms: forms), word, fields)
      }
    case .within(let names, let inner): try add(inner, try compiler.textFields(names))
    case .boosted(let inner, _): try add(inner, fields)
    case .and(let operands), .or(let operands):
      for operand in operands { try add(operand, fields) }
    }
  }

  private mutating func addWord(
    _ test: HighlightTerm.Test, _ word: QueryWord, _ fields: [TextFieldID]
  ) {
    words.append(terms.count)
    terms.append(HighlightTerm(test: test, weight: weight(word, fields), fields: fields))
  }

  private mutating func addPhrase(
    _ words: [QueryWord], slop: Int, exact: Bool, _ fields: [TextFieldID]
  ) {
    guard let first = words.first else { return }
    let weight = words.reduce(0) { $0 + self.weight($1, fields) }
    let start = terms.count
    for word in words {
      terms.append(
        HighlightTerm(
          test: exact ? .forms(word.exacts) : .stems(word.stems), weight: weight, fields: fields))
    }
    if words.count == 1 { return self.words.append(start) }
    let stems = words.flatMap { Set($0.stems) }
    phrases.append(
      HighlightPhrase(
        terms: Array(start..<terms.count), offsets: words.map { $0.position - first.position },
        slop: Int32(clamping: slop), hasRepeats: slop > 0 && Set(stems).count < stems.count,
        weight: weight, fields: fields))
  }

  /// The idf of a word; that of a very rare one when no document holds it as it is written.
  private mutating func weight(_ word: QueryWord, _ fields: [TextFieldID]) -> Double {
    // Looked up first: an argument that mutates the compiler would find it copied already.
    let leaves = compiler.lookUp(word.stems, in: fields)
    let rarity = Double(compiler.idf(of: leaves))
    return word.isStopWord ? rarity * 0.1 : rarity
  }
}
