extension QueryReading {
  /// A word with what stands before its colon and behind its end; nil for a run of punctuation.
  mutating func word() throws(SyntaxError) -> Query? {
    let start = cursor.offset
    if let name = try takeFieldName() { return try value(of: name, at: start) }
    if cursor.peek() == Ascii.star { return try everything(at: start) }
    let text = try takeWordText()
    guard cursor.offset > start else { throw cursor.error(expected: "a word, a phrase or '('") }
    try countClause(at: start)
    if case .keyword(let keyword) = field { return try value(text, at: start, of: keyword) }
    if cursor.peek() == Ascii.star { return try prefix(text, at: start) }
    if cursor.take(Ascii.tilde) { return try fuzzy(text) }
    return text.unicodeScalars.contains(where: Self.isWordLike) ? .word(text) : nil
  }

  /// Letters, digits, marks and symbols such as emoji may be terms; mere punctuation never is one.
  static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    if Ascii.isLetterOrDigit(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .control, .format:
      return false
    default: return true
    }
  }

  private mutating func everything(at start: Int) throws(SyntaxError) -> Query {
    cursor.advance()
    if let byte = cursor.peek(), byte != Ascii.close, !cursor.isBlank(at: cursor.offset) {
      throw cursor.error(at: start, expected: "the start of a word before '*'")
    }
    if case .keyword(let keyword) = field { return keyword.query(prefix: "") }
    return .all
  }

  private mutating func prefix(_ text: String, at start: Int) throws(SyntaxError) -> Query {
    cursor.advance()
    operatorEnd = cursor.offset
    guard text.unicodeScalars.contains(where: Self.isWordLike) else {
      throw cursor.error(at: start, expected: "the start of a word before '*'")
    }
    return .prefix(text)
  }

  private mutating func fuzzy(_ text: String) throws(SyntaxError) -> Query {
    let start = cursor.offset
    operatorEnd = start
    guard let edits = takeDigits() else { return .fuzzy(text, edits: 1) }
    guard edits == 1 || edits == 2 else { throw cursor.error(at: start, expected: "1 or 2 behind '~'") }
    operatorEnd = cursor.offset
    return .fuzzy(text, edits: edits)
  }

  private mutating func value(
    _ text: String, at start: Int, of keyword: QueryFields.Keyword
  ) throws(SyntaxError) -> Query {
    if cursor.peek() == Ascii.tilde { throw cursor.error(expected: "a value without '~'") }
    guard cursor.take(Ascii.star) else { return try wholeValue(text, at: start, of: keyword) }
    operatorEnd = cursor.offset
    return keyword.query(prefix: text)
  }

  private func wholeValue(
    _ text: String, at start: Int, of keyword: QueryFields.Keyword
  ) throws(SyntaxError) -> Query {
    if let query = keyword.query(text) { return query }
    throw cursor.error(at: start, expected: keyword.spelling?.expectation ?? "a value")
  }

  /// Moves past `name:` when it names a field; `12:30`, `http://…` and `Georgia: …` are text.
  private mutating func takeFieldName() throws(SyntaxError) -> String? {
    let start = cursor.offset
    guard let first = cursor.peek(), Ascii.isLetter(first) else { return nil }
    var end = start
    while end < cursor.bytes.count, Ascii.isNamePart(cursor.bytes[end]) { end += 1 }
    guard end < cursor.bytes.count, cursor.bytes[end] == Ascii.colon else { return nil }
    let name = cursor.text(start..<end)
    let isKnown = parser.fields.role(of: name) != nil
    let next = end + 1
    if cursor.bytes[next...].starts(with: [Ascii.slash, Ascii.slash]) { return nil }
    if !isKnown, cursor.isBlank(at: next) { return nil }
    guard isKnown else {
      throw cursor.error(
        at: start, expected: "one of the fields \(parser.fields.known) or the text in quotation marks")
    }
    guard field == nil else {
      throw cursor.error(at: start, expected: "no field inside the value of another")
    }
    cursor.move(to: next)
    return name
  }

  private mutating func value(of name: String, at start: Int) throws(SyntaxError) -> Query {
    guard let role = parser.fields.role(of: name) else { return .none }
    guard let byte = cursor.peek(), byte != Ascii.close, !cursor.isBlank(at: cursor.offset) else {
      throw cursor.error(expected: "a value behind '\(name):'")
    }
    switch role {
    case .before(let column): return .range(field: column.name, from: nil, until: column.ticks(try date()))
    case .after(let column): return .range(field: column.name, from: column.ticks(try date()), until: nil)
    case .text(let names):
      guard let query = try inField(role) else {
        throw cursor.error(at: start, expected: "a word behind '\(name):'")
      }
      return .within(fields: names, query)
    case .keyword:
      return try inField(role) ?? .none
    }
  }

  private mutating func inField(_ role: QueryFields.Role) throws(SyntaxError) -> Query? {
    field = role
    defer { field = nil }
    return try primary()
  }

  private mutating func date() throws(SyntaxError) -> TimeText.Moment {
    let start = cursor.offset
    while let (scalar, length) = cursor.scalar(at: cursor.offset), scalar != ")",
      !scalar.isBlank
    {
      cursor.advance(length)
    }
    guard let moment = TimeText.parse(cursor.text(start..<cursor.offset)) else {
      throw cursor.error(
        at: start, expected: "a date such as 2022, 2022-03, 2022-03-01 or 2022-03-01T10:00:00Z")
    }
    try countClause(at: start)
    return moment
  }

  mutating func phrase(closers: [Unicode.Scalar]) throws(SyntaxError) -> Query {
    let start = cursor.offset
    let text = try quoted(closers: closers)
    for _ in text.split(whereSeparator: \.isWhitespace).dropFirst() { try countClause(at: start) }
    var slop = 0
    if cursor.take(Ascii.tilde) {
      let numberStart = cursor.offset
      guard let number = takeDigits(), number <= 100 else {
        throw cursor.error(at: numberStart, expected: "a distance from 0 to 100 behind '~'")
      }
      slop = number
      operatorEnd = cursor.offset
      if case .keyword = field { throw cursor.error(at: start, expected: "a value without '~'") }
    }
    if case .keyword(let keyword) = field { return try wholeValue(text, at: start, of: keyword) }
    return .phrase(text, slop: slop, exact: true)
  }

  /// The text between quotation marks, with escapes resolved.
  private mutating func quoted(closers: [Unicode.Scalar]) throws(SyntaxError) -> String {
    let start = cursor.offset
    cursor.advance(cursor.scalar(at: start)?.length ?? 1)
    var text = String.UnicodeScalarView()
    while let (scalar, length) = cursor.scalar(at: cursor.offset) {
      cursor.advance(length)
      if closers.contains(scalar) { return String(text) }
      if scalar == "\\", let (escaped, width) = cursor.scalar(at: cursor.offset) {
        cursor.advance(width)
        text.append(escaped)
      } else {
        text.append(scalar)
      }
    }
    throw cursor.error(expected: "the closing quotation mark of byte \(start)")
  }

  /// The characters of a word up to white space, a quotation mark or an operator, with escapes resolved.
  private mutating func takeWordText() throws(SyntaxError) -> String {
    let start = cursor.offset
    // What stands in front of the rest with its escapes resolved; most words have none.
    var resolved = ""
    var rest = start
    while let (scalar, length) = cursor.scalar(at: cursor.offset), !Self.endsWord(scalar) {
      if scalar == "\\" {
        resolved += cursor.text(rest..<cursor.offset)
        cursor.advance()
        rest = cursor.offset
        guard let (_, width) = cursor.scalar(at: rest) else {
          throw cursor.error(expected: "a character behind '\\'")
        }
        cursor.advance(width)
      } else {
        cursor.advance(length)
      }
    }
    let text = cursor.text(rest..<cursor.offset)
    return resolved.isEmpty ? text : resolved + text
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    if Ascii.isLetterOrDigit(scalar) { return false }
    switch scalar {
    case "(", ")", "*", "~", "^": return true
    default: return scalar.isBlank || QuotationMarks.closers(of: scalar) != nil
    }
  }

  /// The number that comes next, the largest there is for one that is larger; nil when there is no digit.
  private mutating func takeDigits() -> Int? {
    let start = cursor.offset
    while let byte = cursor.peek(), Ascii.isDigit(byte) { cursor.advance() }
    return cursor.offset == start ? nil : Int(cursor.text(start..<cursor.offset)) ?? .max
  }
}
