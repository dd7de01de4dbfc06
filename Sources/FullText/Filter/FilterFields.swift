/// The names that a filter may use and what each one stands for.
public struct FilterFields: Sendable {
  /// What a name stands for.
  public enum Role: Sendable, Hashable {
    /// Exact values, any number a document.
    case keyword(KeywordFieldID)
    /// A whole number.
    case integer(IntegerFieldID)
    /// A time since 1970, in ticks of which so many make a second.
    case time(IntegerFieldID, ticksPerSecond: Int64)
  }

  /// Roles by name.
  public var roles: [String: Role]

  /// Takes every keyword and integer field of a schema under its own name; `times` says which integers are times.
  public init(schema: Schema, times: [TimeField] = []) {
    roles = [:]
    for (index, field) in schema.integerFields.enumerated() {
      roles[field.name] = .integer(IntegerFieldID(index))
    }
    for (index, field) in schema.keywordFields.enumerated() {
      roles[field.name] = .keyword(KeywordFieldID(index))
    }
    for time in times {
      guard let field = schema.integerField(named: time.name) else { continue }
      roles[time.name] = .time(field, ticksPerSecond: time.ticksPerSecond)
    }
  }

  /// Resolves a filter's names and values.
  ///
  /// - Throws: ``SyntaxError`` at the name when no such field exists (the message lists those that do), at the value when
  ///   it does not fit the field, at the name when the field does not support the comparison.
  public func check(_ filter: Filter) throws(SyntaxError) -> Condition {
    switch filter {
    case .all: return .all
    case .and(let operands): return .and(try check(operands))
    case .or(let operands): return .or(try check(operands))
    case .not(let operand): return .not(try check(operand))
    case .restriction(let restriction):
      guard let role = roles[restriction.field] else {
        throw SyntaxError(
          position: restriction.fieldPosition,
          expected: "one of the fields \(roles.keys.sorted().joined(separator: ", "))",
          found: "'\(restriction.field)'")
      }
      return try check(restriction, role)
    }
  }

  private func check(_ operands: [Filter]) throws(SyntaxError) -> [Condition] {
    var conditions: [Condition] = []
    for operand in operands { conditions.append(try check(operand)) }
    return conditions
  }

  private func check(
    _ restriction: Filter.Restriction, _ role: Role
  ) throws(SyntaxError) -> Condition {
    switch role {
    case .keyword(let field): return try keyword(restriction, field)
    case .integer(let field):
      if isPresence(restriction) { return .integer(field, Int64.min...Int64.max) }
      return try compare(restriction, field, try integer(restriction), isBetweenTicks: false)
    case .time(let field, let ticksPerSecond):
      if isPresence(restriction) { return .integer(field, Int64.min...Int64.max) }
      let time = TimeField(restriction.field, ticksPerSecond: ticksPerSecond)
      let moment = try moment(restriction)
      return try compare(
        restriction, field, time.ticks(moment), isBetweenTicks: time.isBetweenTicks(moment))
    }
  }

  private func isPresence(_ restriction: Filter.Restriction) -> Bool {
    restriction.comparison == .has && restriction.value == "*" && !restriction.isQuoted
  }

  private func keyword(
    _ restriction: Filter.Restriction, _ field: KeywordFieldID
  ) throws(SyntaxError) -> Condition {
    if isPresence(restriction) { return .keywordPrefix(field, "") }
    let condition: Condition
    if restriction.value.utf8.last == Ascii.star {
      condition = .keywordPrefix(field, String(restriction.value.dropLast()))
    } else {
      condition = .keyword(field, restriction.value)
    }
    switch restriction.comparison {
    case .equal, .has: return condition
    case .notEqual: return .not(condition)
    default:
      throw SyntaxError(
        position: restriction.fieldPosition,
        expected: "=, != or : with '\(restriction.field)', which has no order",
        found: "'\(restriction.comparison.rawValue)'")
    }
  }

  private func integer(_ restriction: Filter.Restriction) throws(SyntaxError) -> Int64 {
    guard let value = Int64(restriction.value) else {
      throw mismatch(restriction, expected: "a whole number for '\(restriction.field)'")
    }
    return value
  }

  private func moment(_ restriction: Filter.Restriction) throws(SyntaxError) -> TimeText.Moment {
    guard let moment = TimeText.parse(restriction.value) else {
      throw mismatch(
        restriction, expected: "a time such as \"2024-01-01T00:00:00Z\" for '\(restriction.field)'")
    }
    return moment
  }

  private func mismatch(_ restriction: Filter.Restriction, expected: String) -> SyntaxError {
    SyntaxError(
      position: restriction.valuePosition, expected: expected, found: "'\(restriction.value)'")
  }

  /// The range that a comparison with `value` allows; a value between two ticks has been rounded up.
  private func compare(
    _ restriction: Filter.Restriction, _ field: IntegerFieldID, _ value: Int64, isBetweenTicks: Bool
  ) throws(SyntaxError) -> Condition {
    switch restriction.comparison {
    case .equal, .has: return isBetweenTicks ? .none : .integer(field, value...value)
    case .notEqual: return isBetweenTicks ? .all : .not(.integer(field, value...value))
    case .less: return value == .min ? .none : .integer(field, Int64.min...(value - 1))
    case .atMost:
      if isBetweenTicks { return value == .min ? .none : .integer(field, Int64.min...(value - 1)) }
      return .integer(field, Int64.min...value)
    case .atLeast: return .integer(field, value...Int64.max)
    case .greater:
      if isBetweenTicks { return .integer(field, value...Int64.max) }
      return value == .max ? .none : .integer(field, (value + 1)...Int64.max)
    }
  }
}
