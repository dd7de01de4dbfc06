/// Turns a ``Query`` into a tree of terms of one view: analysis, look-up, weights.
struct QueryCompiler {
  /// What the operators around a part of the query say about its words.
  struct Context {
    var fields: [TextFieldID]
    var boost: Float
  }

  let view: IndexView
  let plan: SearchPlan
  let analyzer: TextAnalyzer
  var isComplete = true
  private(set) var leaves: [TermLeaf] = []
  private var leafNumbers: [LeafKey: Int] = [:]

  private struct LeafKey: Hashable {
    let field: TextFieldID
    let term: [UInt8]
  }

  init(view: IndexView, plan: SearchPlan, analyzer: TextAnalyzer) {
    self.view = view
    self.plan = plan
    self.analyzer = analyzer
  }

  /// Compiles the whole plan's query.
  /// - Throws: ``SearchError`` when the query names a field that the schema does not have.
  mutating func compile() throws(SearchError) -> CompiledQuery {
    let context = Context(fields: plan.searchedFields ?? view.schema.textFieldIDs, boost: 1)
    let (root, condition) = try node(plan.query, context).splitCondition()
    return CompiledQuery(
      root: root, condition: plan.condition.and(condition), leaves: leaves, isComplete: isComplete)
  }

  private mutating func node(_ query: Query, _ context: Context) throws(SearchError) -> QueryNode {
    switch query {
    case .all: return .all
    case .none: return .none
    case .word(let text): return word(text, context)
    case .phrase(let text, let slop, let exact):
      return phrase(analyze(text), slop: slop, exact: exact, context)
    case .prefix(let text): return prefix(text, context)
    case .fuzzy(let text, let edits): return fuzzy(text, edits: edits, context)
    case .keyword(let name, let value): return .condition(.keyword(try keywordField(name), value))
    case .keywordPrefix(let name, let prefix):
      return .condition(.keywordPrefix(try keywordField(name), prefix))
    case .range(let name, let from, let until):
      return .condition(try range(name, from: from, until: until))
    case .within(let names, let inner):
      var inside = context
      inside.fields = try textFields(names)
      return try node(inner, inside)
    case .boosted(let inner, let factor):
      var inside = context
      inside.boost *= factor
      return try node(inner, inside)
    case .and(let operands): return .allOf(try nodes(operands, context))
    case .or(let operands): return .anyOf(try nodes(operands, context))
    case .not(let operand): return .noneOf(try node(operand, context))
    }
  }

  private mutating func nodes(
    _ queries: [Query], _ context: Context
  ) throws(SearchError) -> [QueryNode] {
    var nodes: [QueryNode] = []
    for query in queries { nodes.append(try node(query, context)) }
    return nodes
  }

  func analyze(_ text: String) -> [QueryWord] {
    analyzer.queryWords(text, languages: plan.languages)
  }

  func fieldBoost(_ field: TextFieldID) -> Float {
    plan.fieldBoosts[field] ?? view.schema.textFields[field.index].boost
  }

  func idf(_ documentFrequency: Int) -> Float {
    BM25.idf(documentFrequency: documentFrequency, documentCount: view.documentCount)
  }

  private mutating func word(_ text: String, _ context: Context) -> QueryNode {
    let words = analyze(text)
    guard words.count != 1 else { return terms(words[0], context) }
    if plan.compounds == .phrase { return phrase(words, slop: 0, exact: false, context) }
    return .anyOf(words.map { terms($0, context) })
  }

  /// All forms of a word in all fields: one synonym group with one idf.
  mutating func terms(_ word: QueryWord, _ context: Context) -> QueryNode {
    let found = lookUp(word.stems, in: context.fields)
    return group(found.map { ($0, 1) }, context)
  }

  /// Terms that stand for one word, each with a factor of its own.
  mutating func group(_ found: [(leaf: Int, factor: Float)], _ context: Context) -> QueryNode {
    guard let frequency = found.map({ leaves[$0.leaf].documentFrequency }).max() else { return .none }
    let weight = idf(frequency) * context.boost
    return .terms(
      found.map {
        ScoredTerm(leaf: $0.leaf, weight: weight * fieldBoost(leaves[$0.leaf].field) * $0.factor)
      })
  }

  /// The leaves of the terms that some document holds.
  mutating func lookUp(_ terms: [[UInt8]], in fields: [TextFieldID]) -> [Int] {
    var found: [Int] = []
    for field in fields {
      for term in terms {
        if let leaf = leaf(field, term) { found.append(leaf) }
      }
    }
    return found
  }

  /// The number of a term's leaf; nil when no document holds the term.
  mutating func leaf(_ field: TextFieldID, _ term: [UInt8]) -> Int? {
    let key = LeafKey(field: field, term: term)
    if let number = leafNumbers[key] { return number }
    let entries = view.parts.map { $0.segment.terms(field).find(term) }
    let frequency = entries.reduce(0) { $0 + Int($1?.documentFrequency ?? 0) }
    guard frequency > 0 else { return nil }
    leaves.append(
      TermLeaf(field: field, term: term, entries: entries, documentFrequency: frequency))
    leafNumbers[key] = leaves.count - 1
    return leaves.count - 1
  }
}
