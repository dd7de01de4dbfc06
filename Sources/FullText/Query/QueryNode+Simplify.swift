extension QueryNode {
  /// Operands joined by OR: neutral ones dropped, terms gathered into one node.
  static func anyOf(_ operands: [QueryNode]) -> QueryNode {
    if operands.count == 1 { return operands[0] }
    var terms: [ScoredTerm] = []
    var others: [QueryNode] = []
    func add(_ node: QueryNode) {
      switch node {
      case .none: break
      case .terms(let more): merge(more, into: &terms)
      case .or(let more): more.forEach(add)
      default: others.append(node)
      }
    }
    operands.forEach(add)
    if !terms.isEmpty { others.insert(.terms(terms), at: 0) }
    return others.isEmpty ? .none : others.count == 1 ? others[0] : .or(others)
  }

  /// Operands joined by AND: neutral ones dropped, nested ones lifted.
  static func allOf(_ operands: [QueryNode]) -> QueryNode {
    var kept: [QueryNode] = []
    var isEmpty = false
    func add(_ node: QueryNode) {
      switch node {
      case .all: break
      case .none: isEmpty = true
      case .and(let more): more.forEach(add)
      default: kept.append(node)
      }
    }
    operands.forEach(add)
    if isEmpty { return .none }
    return kept.isEmpty ? .all : kept.count == 1 ? kept[0] : .and(kept)
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
    case .and(let operands):
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
