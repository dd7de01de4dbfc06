import FullText
import GRPC
import Protobuf
import Synchronization

/// How many postings and documents one query may still look at.
///
/// The search asks every few thousand steps whether to go on; the questions are counted, which costs nothing more.
final class QueryBudget: Sendable {
  /// A request runs several searches, and each asks once before it looks at anything.
  private static let beginnings = 8

  private let remaining: Atomic<Int>
  private let cost: Int

  init(cost: Int) {
    self.cost = cost
    remaining = Atomic(Self.beginnings + cost / SearchPlan.stepsPerQuestion)
  }

  /// Counts a question; false when the budget is spent.
  func goesOn() -> Bool { remaining.wrappingSubtract(1, ordering: .relaxed).newValue >= 0 }

  /// What the caller is told, if it was the budget that ended the search.
  var refusal: RPCError? {
    guard remaining.load(ordering: .relaxed) < 0 else { return nil }
    let message = "the query looks at more than \(cost) postings; ask for rarer words, a phrase or a filter"
    return .exhausted(.queryTooCostly, message, what: "query", retryAfter: nil)
  }
}

extension SearchPlan {
  /// Gives the search up when its caller is gone, its deadline passed, or its budget spent.
  mutating func interrupt(by goOn: @escaping @Sendable () -> Bool, _ budget: QueryBudget?) {
    guard let budget else { return self.goOn = goOn }
    self.goOn = { goOn() && budget.goesOn() }
  }
}

extension Optional<QueryBudget> {
  /// Runs a search; when it is given up for its cost, the error says so.
  func within<Value>(
    _ search: () async throws(RPCError) -> Value
  ) async throws(RPCError) -> Value {
    do throws(RPCError) {
      return try await search()
    } catch {
      throw self?.refusal ?? error
    }
  }
}
