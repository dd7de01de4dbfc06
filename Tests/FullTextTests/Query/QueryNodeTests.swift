import Testing

@testable import FullText

/// How parts of a compiled query are put together.
@Suite struct QueryNodeTests {
  private let politics = QueryNode.condition(.keyword(RandomArchive.category, "politics"))
  private let sport = QueryNode.condition(.keyword(RandomArchive.category, "sport"))
  private let terms = QueryNode.terms([ScoredTerm(leaves: [0], weight: 1)])

  private func condition(_ node: QueryNode) -> Condition? {
    if case .condition(let condition) = node { condition } else { nil }
  }

  /// A walk through all documents is one for all of them, or none where nothing else is asked for.
  @Test func `conditions side by side are one, however deep they stand`() {
    let (first, second) = (condition(politics)!, condition(sport)!)
    #expect(condition(.anyOf([politics, .none, .anyOf([sport, .none])])) == .or([first, second]))
    #expect(condition(.allOf([politics, .all, .allOf([sport, .all])])) == .and([first, second]))
    #expect(condition(.noneOf(.anyOf([politics, sport]))) == .not(.or([first, second])))
  }

  @Test func `beside words there is one condition, too`() {
    guard case .or(let any) = QueryNode.anyOf([politics, terms, sport]),
      case .and(let all) = QueryNode.allOf([politics, terms, sport])
    else {
      Issue.record("words and conditions are two operands")
      return
    }
    #expect(any.count == 2 && any.compactMap(condition).count == 1)
    #expect(all.count == 2 && all.compactMap(condition).count == 1)
  }
}
