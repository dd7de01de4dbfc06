/// Turns a ``Query`` into a tree of terms of one view: analysis, look-up, weights.
struct QueryCompiler {
  /// What the operators around a part of the query say about its words.
  struct Context {
    var fields: [TextFieldID]
    var boost: Float
    /// Whether stop words may add to the scores of what the rest of the query matches: they may among the words of the whole
    /// query, not in a part of it.
    var isWhole = true
    /// Whether the parts of this part are those of the query.
    var isMain = true
  }

  let view: IndexView
  let languages: [Language]
  let compounds: SearchPlan.Compounds
  let dropsStopWords: Bool
  let interruption: Interruption
  private let words: QueryWords
  let frequencies: LiveFrequencies
  var isComplete = true
  /// Whether a word of the query is in no document.
  var missesWord = false
  /// How many words, or groups of words, the query asks for; stop words beside others do not count.
  private var partCount = 1
  /// What adds to the scores of matches.
  private var extra = QueryNode.none
  private(set) var leaves: [TermLeaf] = []
  /// The entries of the leaves, leaf by leaf, in each segment.
  private var entries: [TermEntry?] = []
  /// How many choices there are among the terms.
  var choices = 0
  /// The leaves by their terms, once they are too many to be looked at one by one.
  private var leafNumbers: [LeafKey: Int] = [:]
  /// The words of long texts, which nobody else keeps.
  private var longTexts: [String: [QueryWord]] = [:]

  /// How many postings are read in the time of analysing a word and looking it up.
  private static let stepsPerWord = 512
  /// So many leaves are looked at one by one.
  private static let fewLeaves = 16
  /// Room for more is made when it is needed: allocators are slower with large pieces.
  private static let usualEntries = 8

  /// No part of a query counts for more than so many times what it counts for by itself.
  private static let mostBoost: Float = 1000

  private struct LeafKey: Hashable {
    let field: TextFieldID
    let term: [UInt8]

    func hash(into hasher: inout Hasher) {
      hasher.combine(field.index)
      term.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  init(
    view: IndexView, plan: SearchPlan, words: QueryWords, frequencies: LiveFrequencies,
    interruption: Interruption
  ) {
    self.view = view
    languages = plan.languages
    compounds = plan.compounds
    dropsStopWords = plan.dropsStopWords
    self.words = words
    self.frequencies = frequencies
    self.interruption = interruption
  }

  /// Compiles the query of the plan.
  /// - Throws: ``SearchError`` when the query names a field that the schema does not have, or when interrupted.
  mutating func compile(_ plan: SearchPlan) throws(SearchError) -> CompiledQuery {
    let context = Context(fields: plan.searchedFields ?? view.schema.textFieldIDs, boost: 1)
    let (root, condition) = try node(plan.query, context).splitCondition()
    let filter = resolved(plan.condition)
    return CompiledQuery(
      root: root, extra: extra, condition: filter.and(condition), filter: filter, leaves: leaves,
      entries: entries, isComplete: isComplete, missesWord: missesWord, partCount: partCount)
  }

  private mutating func node(_ query: Query, _ context: Context) throws(SearchError) -> QueryNode {
    _ = interruption.tick(Self.stepsPerWord)
    try interruption.check()
    switch query {
    case .all: return .all
    case .none: return .none
    case .word(let text): return word(text, context)
    case .name(let text, let spellings): return name(text, spellings, context)
    case .compound(let text, let spellings): return compound(text, spellings, context)
    case .phrase(let text, let slop, let exact):
      return phrase(analyze(text), slop: slop, exact: exact, context)
    case .prefix(let text): return prefix(text, context)
    case .fuzzy(let text, let edits): return fuzzy(text, from: 0, edits: edits, context)
    case .near(let text, let edits): return fuzzy(text, from: 1, edits: edits, context)
    case .keyword(let name, let value):
      return .condition(resolved(.keyword(try keywordField(name), value)))
    case .keywordPrefix(let name, let prefix):
      return .condition(resolved(.keywordPrefix(try keywordField(name), prefix)))
    case .range(let name, let from, let until):
      return .condition(try range(name, from: from, until: until))
    case .within(let names, let inner):
      var inside = context
      inside.fields = try textFields(names)
      return try node(inner, inside)
    case .boosted(let inner, let factor):
      var inside = context
      // Groups within one another multiply theirs.
      inside.boost = min(inside.boost * factor, Self.mostBoost)
      return try node(inner, inside)
    case .and(let operands):
      var inside = context
      inside.isWhole = context.isWhole && operands.count { !$0.isCondition } == 1
      let scored = operands.count { !$0.scoresNothing }
      inside.isMain = context.isMain && scored == 1
      if context.isMain, scored > 1 { partCount = scored }
      return .allOf(try nodes(operands, inside))
    case .or(let operands): return try anyOf(operands, context)
    case .not(let operand):
      var inside = context
      inside.isWhole = false
      inside.isMain = false
      return .noneOf(try node(operand, inside))
    }
  }

  private func resolved(_ condition: Condition) -> Condition { view.tree?.resolve(condition) ?? condition }

  private mutating func nodes(
    _ queries: [Query], _ context: Context
  ) throws(SearchError) -> [QueryNode] {
    var nodes: [QueryNode] = []
    nodes.reserveCapacity(queries.count)
    for query in queries { nodes.append(try node(query, context)) }
    return nodes
  }

  mutating func analyze(_ text: String) -> [QueryWord] {
    let isLong = text.utf8.count > QueryWords.longestText
    if isLong, let known = longTexts[text] { return known }
    let found = words.of(text, languages: languages)
    if isLong { longTexts[text] = found }
    return found
  }

  /// Alternatives, of which those that carry grammar only match nothing by themselves, unless there is nothing else.
  private mutating func anyOf(_ operands: [Query], _ context: Context) throws(SearchError) -> QueryNode {
    var inside = context
    inside.isWhole = false
    inside.isMain = false
    let (telling, grammar) = dropsStopWords ? Query.apart(operands) { analyze($0) } : (operands, [])
    // Beside them, alternatives that score nothing are no part of what is asked for.
    if context.isMain, !operands.allSatisfy(\.isCondition) { partCount = telling.count }
    if context.isWhole, !grammar.isEmpty {
      var beside = inside
      beside.boost *= QueryWord.stopWordWeight
      extra = .anyOf(try nodes(grammar, beside))
    }
    return .anyOf(try nodes(telling, inside))
  }

  mutating func word(_ text: String, _ context: Context) -> QueryNode {
    let words = analyze(text)
    guard words.count != 1 else { return noting(terms(words[0], context)) }
    if compounds == .phrase { return phrase(words, slop: 0, exact: false, context) }
    let telling = dropsStopWords ? words.filter { !$0.isStopWord } : []
    return .anyOf((telling.isEmpty ? words : telling).map { terms($0, context) })
  }

  /// What a word is compiled to, noted if it is nothing.
  mutating func noting(_ word: QueryNode) -> QueryNode {
    if case .none = word { missesWord = true }
    return word
  }

  /// All forms of a word in all fields: one synonym group with one idf.
  mutating func terms(_ word: QueryWord, _ context: Context) -> QueryNode {
    var found: [ScoredTerm] = []
    found.reserveCapacity(word.stems.count)
    for (term, factor) in zip(word.stems, word.weights) { add(term, factor, to: &found, context) }
    return weighted(&found, context)
  }

  /// Terms that stand for one word, each with a factor of its own.
  ///
  /// - Parameter rarity: the idf of the word; nil to take that of the terms together.
  mutating func group(
    _ terms: [(term: [UInt8], factor: Float)], _ context: Context, rarity: Float? = nil
  ) -> QueryNode {
    var found: [ScoredTerm] = []
    for (term, factor) in terms { add(term, factor, to: &found, context) }
    return weighted(&found, context, rarity: rarity)
  }

  private mutating func add(
    _ term: [UInt8], _ factor: Float, to found: inout [ScoredTerm], _ context: Context
  ) {
    var leaves: [Int] = []
    leaves.reserveCapacity(context.fields.count)
    for field in context.fields {
      if let leaf = leaf(field, term) { leaves.append(leaf) }
    }
    if !leaves.isEmpty { found.append(ScoredTerm(leaves: leaves, weight: factor)) }
  }

  /// Terms that stand for one word, whose weights are factors so far.
  func weighted(_ terms: inout [ScoredTerm], _ context: Context, rarity: Float? = nil) -> QueryNode {
    guard !terms.isEmpty else { return .none }
    let weight =
      (rarity ?? idf(of: terms.count == 1 ? terms[0].leaves : terms.flatMap(\.leaves))) * context.boost
    for index in terms.indices { terms[index].weight *= weight }
    return .terms(terms)
  }

  /// The idf of a word: from the documents that hold any of its terms, in the field where they are most.
  func idf(of group: [Int]) -> Float {
    if group.count == 1 {
      return BM25.idf(
        documentFrequency: leaves[group[0]].documentFrequency, documentCount: view.liveCount)
    }
    var frequencies = [Int](repeating: 0, count: view.schema.textFields.count)
    for leaf in group { frequencies[leaves[leaf].field.index] += leaves[leaf].documentFrequency }
    return BM25.idf(
      documentFrequency: frequencies.max() ?? 0, documentCount: view.liveCount)
  }

  /// The leaves of the terms that some document holds.
  mutating func lookUp(_ terms: [[UInt8]], in fields: [TextFieldID]) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(fields.count * terms.count)
    for field in fields {
      for term in terms {
        if let leaf = leaf(field, term) { found.append(leaf) }
      }
    }
    return found
  }

  /// The number of a term's leaf; nil when no document holds the term.
  mutating func leaf(_ field: TextFieldID, _ term: [UInt8]) -> Int? {
    let hash = TermLeaf.hash(term)
    if let number = knownLeaf(field, term, hash, among: leaves.count) { return number }
    let parts = view.parts
    if leaves.isEmpty {
      leaves.reserveCapacity(Self.fewLeaves)
      entries.reserveCapacity(Self.usualEntries)
    }
    var frequency = 0
    for part in parts.indices {
      let entry = words.terms.find(term, hash: hash, in: field, of: parts[part].segment)
      if let entry { frequency += frequencies.frequency(of: entry, in: field, parts[part], interruption) }
      entries.append(entry)
    }
    guard frequency > 0 else {
      entries.removeLast(parts.count)
      return nil
    }
    leaves.append(TermLeaf(field: field, term: term, documentFrequency: frequency))
    return leaves.count - 1
  }

  /// The number of a leaf, which is added unless it is one of the first ones.
  mutating func add(_ leaf: TermLeaf, _ found: [TermEntry?], unlessAmong count: Int) -> Int {
    if let number = knownLeaf(leaf.field, leaf.term, leaf.hash, among: count) { return number }
    leaves.append(leaf)
    entries += found
    return leaves.count - 1
  }

  /// The number of a leaf that is one of the first ones.
  private mutating func knownLeaf(
    _ field: TextFieldID, _ term: [UInt8], _ hash: UInt64, among count: Int
  ) -> Int? {
    if count <= Self.fewLeaves {
      return (0..<count).first {
        leaves[$0].hash == hash && leaves[$0].field == field && leaves[$0].term == term
      }
    }
    for number in leafNumbers.count..<count {
      leafNumbers[LeafKey(field: leaves[number].field, term: leaves[number].term)] = number
    }
    return leafNumbers[LeafKey(field: field, term: term)]
  }
}
