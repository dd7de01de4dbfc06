extension QueryNode {
  /// Operands joined by OR: neutral ones dropped, terms gathered into one node, and conditions into one.
  static func anyOf(_ operands: [QueryNode]) -> QueryNode {
    if operands.count == 1 { return operands[0] }
    var terms: [ScoredTerm] = []
    var others: [QueryNode] = []
    var conditions: [Condition] = []
    terms.reserveCapacity(operands.count)
    gather(operands, &terms, &conditions, &others)
    if !conditions.isEmpty {
      others.append(.condition(conditions.count == 1 ? conditions[0] : .or(conditions)))
    }
    if others.isEmpty { return terms.isEmpty ? .none : .terms(terms) }
    if !terms.isEmpty { others.insert(.terms(terms), at: 0) }
    return others.count == 1 ? others[0] : .or(others)
  }

  private static func gather(
    _ operands: [QueryNode], _ terms: inout [ScoredTerm], _ conditions: inout [Condition],
    _ others: inout [QueryNode]
  ) {
    for operand in operands {
      switch operand {
      case .none: break
      case .terms(let more): merge(more, into: &terms)
      case .condition(let condition): conditions.append(condition)
      case .or(let more): gather(more, &terms, &conditions, &others)
      default: others.append(operand)
      }
    }
  }

  /// Operands joined by AND: neutral ones dropped, nested ones lifted, conditions gathered into one.
  static func allOf(_ operands: [QueryNode]) -> QueryNode {
    if operands.count > 1, operands.allSatisfy(\.isPlainOperand), operands.count(where: \.isCondition) < 2 {
      return .and(operands)
    }
    var kept: [QueryNode] = []
    var condition = Condition.all
    if !gather(operands, &condition, &kept) { return .none }
    if condition != .all { kept.append(.condition(condition)) }
    return kept.isEmpty ? .all : kept.count == 1 ? kept[0] : .and(kept)
  }

  /// False when one of the operands matches nothing.
  private static func gather(
    _ operands: [QueryNode], _ condition: inout Condition, _ kept: inout [QueryNode]
  ) -> Bool {
    for operand in operands {
      switch operand {
      case .all: break
      case .none: return false
      case .condition(let other): condition = condition.and(other)
      case .and(let more): if !gather(more, &condition, &kept) { return false }
      default: kept.append(operand)
      }
    }
    return true
  }

  /// Whether it stays as it is among the operands of an AND.
  private var isPlainOperand: Bool {
    switch self {
    case .none, .all, .and: false
    default: true
    }
  }

  private var isCondition: Bool {
    if case .condition = self { true } else { false }
  }

  /// What the operand does not match.
  static func noneOf(_ operand: QueryNode) -> QueryNode {
    switch operand {
    case .none: .all
    case .all: .none
    case .condition(let condition): .condition(.not(condition))
    default: .not(operand)
    }
  }

  /// Adds terms; one that is there already counts for both, unless it is one of a choice.
  private static func merge(_ more: [ScoredTerm], into terms: inout [ScoredTerm]) {
    for term in more {
      let isChoice = term.choice != nil
      if !isChoice, terms.count <= 64,
        let index = terms.firstIndex(where: { $0.choice == nil && $0.leaves == term.leaves })
      {
        terms[index].weight += term.weight
      } else {
        terms.append(term)
      }
    }
  }

  /// Splits the scoreless conditions that every match satisfies from the rest.
  func splitCondition() -> (node: QueryNode, condition: Condition) {
    switch self {
    case .condition(let condition): return (.all, condition)
    case .and(let operands) where operands.contains(where: \.isCondition):
      var condition = Condition.all
      var rest: [QueryNode] = []
      for operand in operands {
        if case .condition(let other) = operand {
          condition = condition.and(other)
        } else {
          rest.append(operand)
        }
      }
      return (Self.allOf(rest), condition)
    default: return (self, .all)
    }
  }
}
