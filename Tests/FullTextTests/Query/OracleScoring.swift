@testable import FullText

/// Scores a query for one document by its definition.
final class OracleScoring {
  let oracle: Oracle
  let plan: SearchPlan
  private var analysed: [String: [QueryWord]] = [:]
  private var candidates: [[UInt8]: [(stem: [UInt8], edits: Int, frequency: Int)]] = [:]

  /// The more words a question has, the more slowly repeated ones stop to count.
  private lazy var bm25: BM25 =
    plan.bm25 ?? BM25(k1: Float(min(max(parts(of: plan.query), 2), 10)) / 5, b: 0.6)

  init(oracle: Oracle, plan: SearchPlan) {
    self.oracle = oracle
    self.plan = plan
  }

  /// How many words or groups of words a query consists of.
  private func parts(of query: Query) -> Int {
    switch query {
    case .boosted(let inner, _), .within(_, let inner): return parts(of: inner)
    case .or(let operands):
      let telling = operands.count { !plan.dropsStopWords || !isStopWord($0) }
      return telling == 0 ? operands.count : telling
    case .and(let operands):
      let scored = operands.filter { operand in
        if case .not = operand { false } else { !operand.isCondition }
      }
      return scored.count == 1 ? parts(of: scored[0]) : scored.isEmpty ? 1 : scored.count
    default: return 1
    }
  }

  /// Where the query's operators say its words are looked up, and how much they count.
  struct Context {
    var fields: [TextFieldID]
    var boost: Float = 1
    /// Whether stop words may add to what the other words match.
    var isWhole = true
  }

  /// The score of a matching document; nil when it does not match.
  func score(_ entry: Oracle.Entry) -> Double? {
    let context = Context(fields: plan.searchedFields ?? oracle.schema.textFieldIDs)
    guard entry.isLive, oracle.holds(plan.condition, entry) else { return nil }
    guard let score = score(plan.query, entry, context) else { return nil }
    guard let recency = plan.recency else { return score }
    return score * recency.factor(oracle.integer(entry, recency.field))
  }

  private func score(_ query: Query, _ entry: Oracle.Entry, _ context: Context) -> Double? {
    switch query {
    case .all: return 0
    case .none: return nil
    case .word(let text):
      let words = analyze(text)
      if words.count == 1 {
        return group(zip(words[0].stems, words[0].weights).map { ($0, $1) }, entry, context)
      }
      if plan.compounds == .words {
        let telling = words.filter { !plan.dropsStopWords || !$0.isStopWord }
        let parts = telling.isEmpty ? words : telling
        return sum(parts.map { group(zip($0.stems, $0.weights).map { ($0, $1) }, entry, context) })
      }
      return phrase(words, slop: 0, exact: false, entry, context)
    case .name(let text, let spellings): return name(text, spellings, entry, context)
    case .compound(let text, let spellings):
      guard analyze(text).count == spellings.count else { return score(.word(text), entry, context) }
      var beside = context
      beside.boost *= 0.1
      return sum([
        score(.word(text), entry, context),
        phrase(parts(of: text, spellings), slop: 0, exact: false, entry, beside),
      ])
    case .phrase(let text, let slop, let exact):
      return phrase(analyze(text), slop: slop, exact: exact, entry, context)
    case .prefix(let text): return prefix(analyze(text), entry, context)
    case .fuzzy(let text, let edits):
      let scores = analyze(text).map { fuzzy($0, 0, edits, entry, context) }
      return plan.compounds == .phrase && scores.contains { $0 == nil } ? nil : sum(scores)
    case .near(let text, let edits):
      let words = analyze(text)
      let scores = words.map { fuzzy($0, words.count == 1 ? 1 : 0, edits, entry, context) }
      return plan.compounds == .phrase && scores.contains { $0 == nil } ? nil : sum(scores)
    case .keyword(let name, let value):
      let field = oracle.schema.keywordField(named: name)!
      return oracle.holds(.keyword(field, value), entry) ? 0 : nil
    case .keywordPrefix(let name, let prefix):
      let field = oracle.schema.keywordField(named: name)!
      return oracle.holds(.keywordPrefix(field, prefix), entry) ? 0 : nil
    case .range(let name, let from, let until):
      let value = oracle.integer(entry, oracle.schema.integerField(named: name)!)
      guard let value, value >= from ?? .min, value < until ?? .max else { return nil }
      return 0
    case .within(let names, let inner):
      var inside = context
      inside.fields = names.map { oracle.schema.textField(named: $0)! }
      return score(inner, entry, inside)
    case .boosted(let inner, let factor):
      var inside = context
      inside.boost *= factor
      return score(inner, entry, inside)
    case .and(let operands):
      var inside = context
      inside.isWhole = context.isWhole && operands.count { !$0.isCondition } == 1
      let scores = operands.map { score($0, entry, inside) }
      return scores.contains { $0 == nil } ? nil : scores.reduce(0) { $0 + $1! }
    case .or(let operands):
      return alternatives(operands, entry, context)
    case .not(let operand):
      var inside = context
      inside.isWhole = false
      return score(operand, entry, inside) == nil ? 0 : nil
    }
  }

  private func parts(of text: String, _ spellings: [[String]]) -> [QueryWord] {
    zip(analyze(text), spellings).map { word, texts in
      var word = word
      for spelled in texts.flatMap({ analyze($0) }).flatMap(\.spelledStems)
      where !word.stems.contains(spelled.term) {
        word.stems.append(spelled.term)
        word.weights.append(spelled.factor)
      }
      return word
    }
  }

  /// Beside other words, those of grammar add three fifths of theirs to the scores of what the others match, and only in the whole query.
  private func alternatives(_ operands: [Query], _ entry: Oracle.Entry, _ context: Context) -> Double? {
    var inside = context
    inside.isWhole = false
    let telling = operands.filter { !plan.dropsStopWords || !isStopWord($0) }
    let found = sum((telling.isEmpty ? operands : telling).map { score($0, entry, inside) })
    guard let found, !telling.isEmpty, context.isWhole else { return found }
    inside.boost *= 0.6
    let grammar = operands.filter { plan.dropsStopWords && isStopWord($0) }
    return found + (sum(grammar.map { score($0, entry, inside) }) ?? 0)
  }

  private func isStopWord(_ query: Query) -> Bool {
    switch query {
    case .word(let text):
      let words = analyze(text)
      return !words.isEmpty && !words.contains { !$0.isStopWord }
    case .boosted(let inner, _), .within(_, let inner): return isStopWord(inner)
    default: return false
    }
  }

  private func sum(_ scores: [Double?]) -> Double? {
    let found = scores.compactMap { $0 }
    return found.isEmpty ? nil : found.reduce(0, +)
  }

  private func analyze(_ text: String) -> [QueryWord] {
    if let words = analysed[text] { return words }
    let words = oracle.analyzer.queryWords(text, languages: plan.languages)
    analysed[text] = words
    return words
  }

  private func idf(_ stems: [[UInt8]], _ fields: [TextFieldID]) -> Float? {
    let frequency = fields.map { field in
      stems.reduce(0) { $0 + oracle.documentFrequency(field, $1) }
    }.max()
    guard let frequency, frequency > 0 else { return nil }
    return BM25.idf(documentFrequency: frequency, documentCount: oracle.entries.count(where: \.isLive))
  }

  private func fieldBoost(_ field: TextFieldID) -> Float {
    plan.fieldBoosts[field] ?? oracle.schema.textFields[field.index].boost
  }

  private func group(
    _ terms: [(stem: [UInt8], factor: Float)], _ entry: Oracle.Entry, _ context: Context, rarity: Float? = nil
  ) -> Double? {
    guard let idf = rarity ?? idf(terms.map(\.stem), context.fields) else { return nil }
    return sum(
      terms.map { term in
        flattened(weight: idf * context.boost * term.factor, entry, context.fields) { field in
          Float(entry.fields[field.index].count { $0.stem == term.stem })
        }
      })
  }

  /// The score of what occurs in some fields; nil when it occurs in none.
  private func flattened(
    weight: Float, _ entry: Oracle.Entry, _ fields: [TextFieldID], frequency: (TextFieldID) -> Float
  ) -> Double? {
    let found = fields.map { ($0, frequency($0)) }.filter { $0.1 > 0 }
    if found.isEmpty { return nil }
    let gain = found.reduce(0.0) {
      $0 + oracle.gain(entry, $1.0, boost: fieldBoost($1.0), frequency: $1.1, bm25)
    }
    return Double(weight - weight / (1 + Float(gain)))
  }

  /// A word counts whole; spellings of other scripts a tenth of what all are worth together, or seven tenths where nothing holds
  /// the word.
  private func name(
    _ text: String, _ spellings: [String], _ entry: Oracle.Entry, _ context: Context
  ) -> Double? {
    let words = analyze(text)
    guard words.count == 1, let word = words.first else { return score(.word(text), entry, context) }
    let own = zip(word.stems, word.weights).map { (stem: $0, factor: $1) }
    var others: [(stem: [UInt8], factor: Float)] = []
    let occurs = idf(word.stems, context.fields) != nil
    for other in spellings.flatMap(analyze) {
      for (stem, weight) in zip(other.stems, other.weights)
      where !(own + others).contains(where: { $0.stem == stem }) {
        others.append((stem, weight * (occurs ? 0.1 : 0.7)))
      }
    }
    guard occurs else { return group(own + others, entry, context) }
    let rarity = idf((own + others).map(\.stem), context.fields)
    return sum([group(own, entry, context), group(others, entry, context, rarity: rarity)])
  }

  private func prefix(_ words: [QueryWord], _ entry: Oracle.Entry, _ context: Context) -> Double? {
    guard let last = words.last else { return nil }
    let isFound = context.fields.contains { field in
      entry.fields[field.index].contains { word in
        last.exacts.contains {
          word.stem.starts(with: $0)
            || (oracle.schema.textFields[field.index].hasPositions && word.exact.starts(with: $0))
        }
      }
    }
    guard isFound else { return nil }
    if words.count == 1 { return Double(context.boost) }
    let before = phrase(Array(words.dropLast()), slop: 0, exact: false, entry, context)
    return before.map { $0 + Double(context.boost) }
  }

  /// The best of the words near a misspelt one, in the field where it scores most.
  private func fuzzy(
    _ word: QueryWord, _ least: Int, _ edits: Int, _ entry: Oracle.Entry, _ context: Context
  ) -> Double? {
    let found = candidates(word, edits, context)
    let chosen = found.prefix(1024)
    guard let idf = idf(chosen.map(\.stem), context.fields) else { return nil }
    let scores = chosen.filter { $0.edits >= least }.flatMap { candidate in
      context.fields.compactMap { field in
        flattened(weight: idf * context.boost * (1 / Float(1 + candidate.edits)), entry, [field]) { field in
          Float(entry.fields[field.index].count { $0.stem == candidate.stem })
        }
      }
    }
    return scores.max()
  }

  private func candidates(
    _ word: QueryWord, _ edits: Int, _ context: Context
  ) -> [(stem: [UInt8], edits: Int, frequency: Int)] {
    let question = word.exacts[0] + [UInt8(edits)] + context.fields.map { UInt8($0.index) }
    if let known = candidates[question] { return known }
    let likely = zip(word.stems, word.weights).filter { $0.1 >= 1 }
    let patterns = likely.map { scalars($0.0) }
    let written = edits > 0 ? word.exacts.map { scalars($0) } : []
    let nearForms = oracle.stems(inFields: context.fields) { form in
      written.contains { Self.distance($0, scalars(form)) <= 1 }
    }
    var found: [(stem: [UInt8], edits: Int, frequency: Int)] = []
    for term in Set(context.fields.flatMap { oracle.allTerms($0) }) {
      var distance = patterns.map { Self.distance($0, scalars(term)) }.min() ?? .max
      if nearForms.contains(term) { distance = min(distance, 1) }
      guard distance <= edits else { continue }
      let frequency = context.fields.map { oracle.documentFrequency($0, term) }.max() ?? 0
      if frequency == 0 { continue }
      found.append((term, distance, frequency))
    }
    found.sort {
      ($0.edits, -$0.frequency) != ($1.edits, -$1.frequency)
        ? ($0.edits, -$0.frequency) < ($1.edits, -$1.frequency)
        : $0.stem.lexicographicallyPrecedes($1.stem)
    }
    candidates[question] = found
    return found
  }

  private func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  /// The optimal string alignment distance, from the whole matrix.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 1..<(a.count + 1) where !a.isEmpty {
      var row = [i]
      for j in 1..<(b.count + 1) where !b.isEmpty {
        var best = min(rows[i - 1][j] + 1, row[j - 1] + 1)
        best = min(best, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, rows[i - 2][j - 2] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  private func phrase(
    _ words: [QueryWord], slop: Int, exact: Bool, _ entry: Oracle.Entry, _ context: Context
  ) -> Double? {
    guard let first = words.first else { return nil }
    if words.count == 1, !exact {
      return group(zip(first.stems, first.weights).map { ($0, $1) }, entry, context)
    }
    let fields = context.fields.filter { oracle.schema.textFields[$0.index].hasPositions }
    var weight: Float = 0
    for word in words {
      guard let idf = idf(word.stems, fields) else { return nil }
      weight += idf
    }
    return flattened(weight: weight * context.boost, entry, fields) { field in
      let starts = words.map { word in
        entry.fields[field.index].filter {
          word.stems.contains($0.stem) && (!exact || word.exacts.contains($0.exact))
        }.map { $0.position - Int(word.position) }
      }
      return phraseFrequency(starts, words: words, slop: slop)
    }
  }

  /// The smallest windows of starts that hold one of each word, at a position of its own, by trying all windows.
  private func phraseFrequency(_ starts: [[Int]], words: [QueryWord], slop: Int) -> Float {
    func covers(_ low: Int, _ high: Int) -> Bool {
      starts.allSatisfy { $0.contains { $0 >= low && $0 <= high } }
        && (slop == 0 || canAssign(starts, words, low, high, 0, []))
    }
    let places = Set(starts.joined()).sorted()
    var frequency: Float = 0
    for (index, low) in places.enumerated() {
      for high in places[index...].prefix(while: { $0 - low <= slop }) {
        guard covers(low, high), !covers(low + 1, high), !covers(low, high - 1) else { continue }
        frequency += 1 / Float(1 + high - low)
      }
    }
    return frequency
  }

  /// Whether each word can have a position of its own, by trying all choices.
  private func canAssign(
    _ starts: [[Int]], _ words: [QueryWord], _ low: Int, _ high: Int, _ slot: Int, _ taken: Set<Int>
  ) -> Bool {
    guard slot < starts.count else { return true }
    for start in starts[slot] where start >= low && start <= high {
      let position = start + Int(words[slot].position)
      if taken.contains(position) { continue }
      if canAssign(starts, words, low, high, slot + 1, taken.union([position])) { return true }
    }
    return false
  }
}
