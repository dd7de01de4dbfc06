/// One text being read: recursive descent over its bytes, one function a rule of the grammar.
///
///     query    = and { "OR" and }
///     and      = sequence { "AND" sequence }
///     sequence = factor { factor }
///     factor   = ( "-" | "NOT" ) factor | primary [ "^" number ]
///     primary  = "(" query ")" | phrase [ "~" number ] | word [ "*" | "~" [ "1" | "2" ] ] | name ":" primary
struct QueryReading {
  var cursor: TextCursor
  let parser: QueryParser
  var depth = 0
  var clauses = 0
  /// How many '(' wait for their ')'.
  private var openGroups = 0
  /// Where the last `*`, `~` or `^` ended; nothing but white space or ')' may touch it.
  var operatorEnd = -1
  /// The field whose value is being read, if any.
  var field: QueryFields.Role?

  init(cursor: TextCursor, parser: QueryParser) {
    self.cursor = cursor
    self.parser = parser
  }

  mutating func whole() throws(SyntaxError) -> Query {
    cursor.skipWhitespace()
    if cursor.isAtEnd { return .all }
    let query = try disjunction()
    guard cursor.isAtEnd else { throw cursor.error(expected: "a word or the end of the text") }
    return query
  }

  private mutating func disjunction() throws(SyntaxError) -> Query {
    var operands = [try conjunction()]
    while takeKeyword("OR") { operands.append(try conjunction()) }
    return operands.count == 1 ? operands[0] : .or(operands)
  }

  private mutating func conjunction() throws(SyntaxError) -> Query {
    var operands = [try sequence()]
    while takeKeyword("AND") { operands.append(try sequence()) }
    return operands.count == 1 ? operands[0] : .and(operands)
  }

  /// Words side by side; what is negated among them is taken away from the rest.
  private mutating func sequence() throws(SyntaxError) -> Query {
    var wanted: [Query] = []
    var unwanted: [Query] = []
    cursor.skipWhitespace()
    let start = cursor.offset
    while try !atEndOfSequence() {
      guard let query = try factor() else { continue }
      if case .not = query { unwanted.append(query) } else { wanted.append(query) }
    }
    if wanted.isEmpty, unwanted.isEmpty {
      guard isWholeText(from: start) else {
        throw cursor.error(at: start, expected: "a word, a phrase or '('")
      }
      return .none
    }
    guard !wanted.isEmpty else { return unwanted.count == 1 ? unwanted[0] : .and(unwanted) }
    let side = sideBySide(wanted)
    return unwanted.isEmpty ? side : .and([side] + unwanted)
  }

  /// Words are alternatives unless all are required; dates and values of keyword fields restrict what the words find,
  /// and only several values of one field are alternatives.
  private mutating func sideBySide(_ operands: [Query]) -> Query {
    var words: [Query] = []
    var restrictions: [(field: String?, alternatives: [Query])] = []
    for operand in operands {
      switch operand {
      case .keyword(let field, _), .keywordPrefix(let field, _):
        if let same = restrictions.firstIndex(where: { $0.field == field }) {
          restrictions[same].alternatives.append(operand)
        } else {
          restrictions.append((field, [operand]))
        }
      case .range: restrictions.append((nil, [operand]))
      default: words.append(operand)
      }
    }
    if words.count > 1 { words = figures(words) }
    if parser.matching == .any, words.count > 1 { words = words.flatMap { apart($0) } }
    let sets = restrictions.map { $0.alternatives.count == 1 ? $0.alternatives[0] : .or($0.alternatives) }
    let found: [Query] =
      words.isEmpty ? [] : words.count == 1 ? words : [parser.matching == .all ? .and(words) : .or(words)]
    let all = found + sets
    return all.count == 1 ? all[0] : .and(all)
  }

  /// The words of a hyphenated word, which are alternatives like those beside it: whoever looks for `two-dimensional flow` also
  /// means `flow in two dimensions`. Two words may also be written as one.
  private mutating func apart(_ query: Query) -> [Query] {
    guard case .word(let text) = query, let parts = HyphenatedWord.parts(of: text),
      clauses + parts.count - 1 <= parser.limits.maxClauses
    else { return [query] }
    clauses += parts.count - 1
    let words = parts.map { Query.word($0) }
    guard clauses < parser.limits.maxClauses, let joined = HyphenatedWord.joined(text) else { return words }
    clauses += 1
    return words + [.word(joined)]
  }

  /// A text of nothing but punctuation matches nothing; an operator needs a real operand.
  private func isWholeText(from start: Int) -> Bool {
    var first = TextCursor(bytes: cursor.bytes)
    first.skipWhitespace()
    return first.offset == start && cursor.isAtEnd && cursor.offset > start
  }

  private mutating func atEndOfSequence() throws(SyntaxError) -> Bool {
    cursor.skipWhitespace()
    guard let byte = cursor.peek() else { return true }
    if byte == Ascii.close {
      guard depth > 0, openGroups > 0 else {
        throw cursor.error(expected: "no ')' without its '('")
      }
      return true
    }
    return isKeyword("OR") || isKeyword("AND")
  }

  /// One operand with its negations and its boost; nil for punctuation that stands alone.
  private mutating func factor() throws(SyntaxError) -> Query? {
    if takeMinus() || takeKeyword("NOT") { return try negation() }
    guard let query = try primary() else { return nil }
    return try boosted(query)
  }

  private mutating func negation() throws(SyntaxError) -> Query? {
    try enter()
    defer { depth -= 1 }
    cursor.skipWhitespace()
    let start = cursor.offset
    guard try !atEndOfSequence(), let query = try factor() else {
      throw cursor.error(at: start, expected: "what is not wanted")
    }
    if case .not(let inner) = query { return inner }
    return .not(query)
  }

  mutating func enter() throws(SyntaxError) {
    depth += 1
    guard depth <= parser.limits.maxDepth else {
      throw cursor.error(expected: "at most \(parser.limits.maxDepth) levels of nesting")
    }
  }

  mutating func countClause(at start: Int) throws(SyntaxError) {
    clauses += 1
    guard clauses <= parser.limits.maxClauses else {
      throw cursor.error(at: start, expected: "at most \(parser.limits.maxClauses) words and phrases")
    }
  }

  mutating func primary() throws(SyntaxError) -> Query? {
    let start = cursor.offset
    if cursor.peek() == Ascii.open { return try group() }
    if let scalar = cursor.scalar, let closers = QuotationMarks.closers(of: scalar) {
      try countClause(at: start)
      return try phrase(closers: closers)
    }
    return try word()
  }

  private mutating func group() throws(SyntaxError) -> Query {
    let start = cursor.offset
    cursor.advance()
    try enter()
    openGroups += 1
    let query = try disjunction()
    openGroups -= 1
    depth -= 1
    guard cursor.take(Ascii.close) else {
      throw cursor.error(expected: "')' to close the '(' at byte \(start)")
    }
    return query
  }

  private mutating func boosted(_ query: Query) throws(SyntaxError) -> Query {
    guard cursor.take(Ascii.caret) else {
      try requireBoundary()
      return query
    }
    let start = cursor.offset
    while let byte = cursor.peek(), Ascii.isDigit(byte) || byte == Ascii.dot { cursor.advance() }
    guard let factor = Float(cursor.text(start..<cursor.offset)), factor > 0, factor <= 1000 else {
      throw cursor.error(at: start, expected: "a number above 0 and up to 1000 behind '^'")
    }
    operatorEnd = cursor.offset
    try requireBoundary()
    return .boosted(query, factor)
  }

  private func requireBoundary() throws(SyntaxError) {
    guard let byte = cursor.peek(), byte != Ascii.close else { return }
    let isOperator = byte == Ascii.star || byte == Ascii.tilde || byte == Ascii.caret
    if isOperator || (operatorEnd == cursor.offset && !cursor.isBlank(at: cursor.offset)) {
      throw cursor.error(expected: "white space before what follows")
    }
  }

  private func isKeyword(_ keyword: StaticString) -> Bool {
    cursor.stands(keyword, at: cursor.offset)
  }

  private mutating func takeKeyword(_ keyword: StaticString) -> Bool {
    guard isKeyword(keyword) else { return false }
    cursor.advance(keyword.utf8CodeUnitCount)
    return true
  }

  /// A minus that touches what follows it; one that stands apart is punctuation.
  private mutating func takeMinus() -> Bool {
    guard cursor.peek() == Ascii.minus, !cursor.isBlank(at: cursor.offset + 1) else { return false }
    cursor.advance()
    return true
  }
}
