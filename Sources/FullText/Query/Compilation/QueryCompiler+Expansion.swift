extension QueryCompiler {
  /// How many candidates of one fuzzy word are looked up: the nearest, among equals the most frequent.
  static let maxFuzzyTerms = 1024

  /// What another script's spelling counts where the word itself occurs: so little that even a title full of it is worth
  /// less than the word once in a text of usual length.
  static let otherScriptFactor: Float = 0.1
  /// What it counts where the word itself does not occur, beside the other words of the query.
  static let onlySpellingFactor: Float = 0.7

  /// A word and its spellings in other scripts. These are no rarer than all of them together, so that none counts more than the
  /// word; the word itself is as rare as it is, for it may be spelt like a common word of another script (`ETH`, `это`).
  mutating func name(_ text: String, _ spellings: [String], _ context: Context) -> QueryNode {
    let words = analyze(text)
    guard words.count == 1 else { return word(text, context) }
    let own = zip(words[0].stems, words[0].weights).map { (term: $0, factor: $1) }
    let occurs = !lookUp(words[0].stems, in: context.fields).isEmpty
    if !occurs { missesWord = true }
    let factor = occurs ? Self.otherScriptFactor : Self.onlySpellingFactor
    var seen = Set(words[0].stems)
    let others = spellings.flatMap { analyze($0) }.flatMap(\.spelledStems)
      .filter { seen.insert($0.term).inserted }.map { (term: $0.term, factor: $0.factor * factor) }
    guard occurs else { return group(own + others, context) }
    // Looked up first: an argument that mutates the compiler would find it copied already.
    let leaves = lookUp((own + others).map(\.term), in: context.fields)
    let rarity = idf(of: leaves)
    return .anyOf([group(own, context), group(others, context, rarity: rarity)])
  }

  /// A word with hyphens, and for less its parts in a row as other scripts write them.
  mutating func compound(_ text: String, _ spellings: [[String]], _ context: Context) -> QueryNode {
    let own = word(text, context)
    var beside = context
    beside.boost *= Self.otherScriptFactor
    return .anyOf([own, phrase(parts(of: text, spellings), slop: 0, exact: false, beside)])
  }

  /// The parts of a word with hyphens, each with the stems of its other spellings.
  mutating func parts(of text: String, _ spellings: [[String]]) -> [QueryWord] {
    var words = analyze(text)
    guard words.count == spellings.count else { return [] }
    for (place, texts) in spellings.enumerated() {
      for (stem, weight) in texts.flatMap({ analyze($0) }).flatMap(\.spelledStems)
      where !words[place].stems.contains(stem) {
        words[place].stems.append(stem)
        words[place].weights.append(weight)
      }
    }
    return words
  }

  /// Words that start with a text; of a text that analyses to several words, only the last one is open.
  mutating func prefix(_ text: String, _ context: Context) -> QueryNode {
    let words = analyze(text)
    guard let last = words.last else { return .none }
    let open = QueryNode.prefix(
      PrefixNode(prefixes: last.exacts, fields: context.fields, score: context.boost))
    if words.count == 1 { return open }
    return .allOf([phrase(Array(words.dropLast()), slop: 0, exact: false, context), open])
  }

  /// Words whose stems lie within some edits of the stems of each word of a text, or a form of which lies within one edit of the
  /// word as it is written; a term counts less with each edit. Only one of them was meant, so only the one counts that scores
  /// most, in the field where it does.
  ///
  /// - Parameter least: 1 to leave out the word itself, which makes the others no rarer for that; a part of a text of several words
  ///   may always be right.
  mutating func fuzzy(_ text: String, from least: Int, edits: Int, _ context: Context) -> QueryNode {
    let words = analyze(text)
    let least = words.count == 1 ? least : 0
    let nodes = words.map { fuzzy($0, from: least, edits: min(max(edits, 0), 2), context) }
    return compounds == .phrase ? .allOf(nodes.isEmpty ? [.none] : nodes) : .anyOf(nodes)
  }

  private mutating func fuzzy(
    _ word: QueryWord, from least: Int, edits: Int, _ context: Context
  ) -> QueryNode {
    let candidates = FuzzyCandidates(
      patterns: word.likelyStems, words: word.exacts, edits: edits, view: view, fields: context.fields,
      frequencies: frequencies, interruption: interruption
    )
    if candidates.nearest.count > Self.maxFuzzyTerms { isComplete = false }
    // Candidates differ from one another, so only what was there before can be the same leaf.
    let known = leaves.count
    choices += 1
    var found: [ScoredTerm] = []
    var exactCount = 0
    for candidate in candidates.nearest.prefix(Self.maxFuzzyTerms) {
      for (leaf, entries) in candidates.leaves(of: candidate, parts: view.parts.count) {
        found.append(
          ScoredTerm(
            leaves: [add(leaf, entries, unlessAmong: known)], weight: 1 / Float(1 + candidate.edits),
            choice: choices))
        if candidate.edits == 0 { exactCount += 1 }
      }
    }
    let rarity = found.isEmpty ? nil : idf(of: found.flatMap(\.leaves))
    if least > 0 { found.removeSubrange(..<exactCount) }
    if found.count == 1 { found[0].choice = nil }
    return weighted(&found, context, rarity: rarity)
  }
}

extension QueryWord {
  /// The stems that are not less likely readings of the word.
  var likelyStems: [[UInt8]] { zip(stems, weights).filter { $0.1 >= 1 }.map(\.0) }
}
