/// One filter being read: recursive descent over its bytes, one function a rule of AIP-160's grammar.
struct FilterReading {
  /// What stands before the values of a parenthesised argument.
  struct Left {
    var field: String
    var position: Int
    var comparison: Filter.Comparison
  }

  var cursor: TextCursor
  let limits: QueryLimits
  private var depth = 0
  private var clauses = 0
  /// Set while the members of a parenthesised argument are read.
  private var left: Left?

  init(cursor: TextCursor, limits: QueryLimits) {
    self.cursor = cursor
    self.limits = limits
  }

  mutating func whole() throws(SyntaxError) -> Filter {
    cursor.skipWhitespace()
    if cursor.isAtEnd { return .all }
    let filter = try expression()
    guard cursor.isAtEnd else { throw cursor.error(expected: "AND, OR or the end of the filter") }
    return filter
  }

  private mutating func expression() throws(SyntaxError) -> Filter {
    var operands = [try factor()]
    while true {
      cursor.skipWhitespace()
      if cursor.isAtEnd || cursor.peek() == Ascii.close { break }
      _ = takeKeyword("AND")
      operands.append(try factor())
    }
    return operands.count == 1 ? operands[0] : .and(operands)
  }

  private mutating func factor() throws(SyntaxError) -> Filter {
    var operands = [try term()]
    while takeKeyword("OR") { operands.append(try term()) }
    return operands.count == 1 ? operands[0] : .or(operands)
  }

  private mutating func term() throws(SyntaxError) -> Filter {
    cursor.skipWhitespace()
    if takeKeyword("NOT") || takeMinus() {
      try enter()
      defer { depth -= 1 }
      let operand = try term()
      if case .not(let inner) = operand { return inner }
      return .not(operand)
    }
    if cursor.peek() == Ascii.open { return try group() }
    if isKeyword("AND") || isKeyword("OR") || cursor.isAtEnd {
      throw cursor.error(expected: left == nil ? "a comparison such as field = value" : "a value")
    }
    if let left { return try restriction(left) }
    return try restriction()
  }

  private mutating func group() throws(SyntaxError) -> Filter {
    let start = cursor.offset
    cursor.advance()
    try enter()
    let filter = try expression()
    depth -= 1
    guard cursor.take(Ascii.close) else {
      throw cursor.error(expected: "')' to close the '(' at byte \(start)")
    }
    return filter
  }

  private mutating func restriction() throws(SyntaxError) -> Filter {
    let start = cursor.offset
    while let byte = cursor.peek(), Ascii.isNamePart(byte) { cursor.advance() }
    let name = cursor.text(start..<cursor.offset)
    guard let first = name.utf8.first, Ascii.isLetter(first) || first == UInt8(ascii: "_") else {
      throw cursor.error(at: start, expected: "the name of a field")
    }
    if cursor.peek() == Ascii.open {
      throw cursor.error(at: start, expected: "a comparison; functions are not supported")
    }
    cursor.skipWhitespace()
    guard let comparison = takeComparison() else {
      throw cursor.error(
        at: start, expected: "a comparison such as field = value; words belong in the query")
    }
    cursor.skipWhitespace()
    let left = Left(field: name, position: start, comparison: comparison)
    guard cursor.peek() == Ascii.open else { return try restriction(left) }
    self.left = left
    defer { self.left = nil }
    return try group()
  }

  private mutating func restriction(_ left: Left) throws(SyntaxError) -> Filter {
    let start = cursor.offset
    clauses += 1
    guard clauses <= limits.maxClauses else {
      throw cursor.error(at: start, expected: "at most \(limits.maxClauses) comparisons")
    }
    let isQuoted = cursor.peek() == Ascii.quote || cursor.peek() == Ascii.apostrophe
    let value = isQuoted ? try quoted() : try bareValue()
    if let byte = cursor.peek(), byte != Ascii.close, !cursor.isBlank(at: cursor.offset) {
      throw cursor.error(expected: "white space behind the value")
    }
    return .restriction(
      Filter.Restriction(
        field: left.field, fieldPosition: left.position, comparison: left.comparison, value: value,
        isQuoted: isQuoted, valuePosition: start))
  }

  private mutating func quoted() throws(SyntaxError) -> String {
    let start = cursor.offset
    let mark = cursor.bytes[start]
    cursor.advance()
    var value: [UInt8] = []
    while let byte = cursor.peek() {
      cursor.advance()
      if byte == mark { return String(decoding: value, as: UTF8.self) }
      if byte == Ascii.backslash, let escaped = cursor.peek() {
        cursor.advance()
        value.append(escaped)
      } else {
        value.append(byte)
      }
    }
    throw cursor.error(expected: "the closing quotation mark of byte \(start)")
  }

  private mutating func bareValue() throws(SyntaxError) -> String {
    let start = cursor.offset
    while let (scalar, length) = cursor.scalar(at: cursor.offset), !Self.endsValue(scalar) {
      cursor.advance(length)
    }
    guard cursor.offset > start, cursor.bytes[start] != Ascii.equal, !isKeyword("AND", at: start),
      !isKeyword("OR", at: start)
    else {
      throw cursor.error(at: start, expected: "a value")
    }
    if cursor.peek() == Ascii.open {
      throw cursor.error(at: start, expected: "a value; functions are not supported")
    }
    return cursor.text(start..<cursor.offset)
  }

  private static func endsValue(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", "\"", "'", ",": return true
    default: return scalar.properties.isWhitespace
    }
  }

  private mutating func takeComparison() -> Filter.Comparison? {
    for comparison in Filter.Comparison.allCases {
      let symbol = Array(comparison.rawValue.utf8)
      guard cursor.bytes[cursor.offset...].starts(with: symbol) else { continue }
      cursor.advance(symbol.count)
      return comparison
    }
    return nil
  }

  private mutating func enter() throws(SyntaxError) {
    depth += 1
    guard depth <= limits.maxDepth else {
      throw cursor.error(expected: "at most \(limits.maxDepth) levels of nesting")
    }
  }

  private mutating func takeMinus() -> Bool {
    guard left == nil, cursor.peek() == Ascii.minus else { return false }
    cursor.advance()
    return true
  }

  private mutating func takeKeyword(_ keyword: StaticString) -> Bool {
    cursor.skipWhitespace()
    guard isKeyword(keyword) else { return false }
    cursor.advance(keyword.utf8CodeUnitCount)
    return true
  }

  private func isKeyword(_ keyword: StaticString) -> Bool { isKeyword(keyword, at: cursor.offset) }

  private func isKeyword(_ keyword: StaticString, at start: Int) -> Bool {
    cursor.stands(keyword, at: start)
  }
}
