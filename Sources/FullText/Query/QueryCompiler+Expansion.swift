extension QueryCompiler {
  /// How many candidates of one fuzzy word are looked up: the nearest, among equals the most frequent.
  static let maxFuzzyTerms = 64

  /// Words that start with a text; of a text that analyses to several words, only the last one is open.
  mutating func prefix(_ text: String, _ context: Context) -> QueryNode {
    let words = analyze(text)
    guard let last = words.last else { return .none }
    let open = QueryNode.prefix(
      PrefixNode(
        prefixes: last.exacts, stems: last.stems, fields: context.fields, score: context.boost))
    if words.count == 1 { return open }
    return .allOf([phrase(Array(words.dropLast()), slop: 0, exact: false, context), open])
  }

  /// Words whose stems lie within some edits of the stems of each word of a text; a term counts less with each edit.
  mutating func fuzzy(_ text: String, edits: Int, _ context: Context) -> QueryNode {
    let nodes = analyze(text).map { fuzzy($0, edits: min(max(edits, 0), 2), context) }
    return plan.compounds == .phrase ? .allOf(nodes.isEmpty ? [.none] : nodes) : .anyOf(nodes)
  }

  private mutating func fuzzy(_ word: QueryWord, edits: Int, _ context: Context) -> QueryNode {
    let candidates = FuzzyCandidates.collect(
      patterns: word.likelyStems, edits: edits, view: view, fields: context.fields)
    if candidates.count > Self.maxFuzzyTerms { isComplete = false }
    let nearest = candidates.prefix(Self.maxFuzzyTerms)
    return group(nearest.map { ($0.term, 1 / Float(1 + $0.edits)) }, context)
  }
}

extension QueryWord {
  /// The stems that are not less likely readings of the word.
  var likelyStems: [[UInt8]] { zip(stems, weights).filter { $0.1 >= 1 }.map(\.0) }
}
