import Synchronization

/// What an operator bounds and watches of queries; the bounds may change while the server runs.
public final class ArchiveMonitor: Sendable {
  private struct State {
    var slowAfter: Duration?
    var maxCost = 0
  }

  private let state = Mutex(State())
  private let report: @Sendable (SlowSearch) -> Void

  /// Nothing is bounded or reported yet.
  ///
  /// - Parameter report: hears of slow searches; called where the search ran, must not block.
  public init(report: @escaping @Sendable (SlowSearch) -> Void = { _ in }) { self.report = report }

  /// Sets the bounds.
  ///
  /// - Parameters:
  ///   - slowAfter: from how long on a search is reported; nil for never.
  ///   - maxCost: how many postings and documents one query may look at; 0 for any number.
  public func set(slowAfter: Duration?, maxCost: Int) {
    state.withLock { $0 = State(slowAfter: slowAfter, maxCost: maxCost) }
  }

  /// What one query may still look at; nil without a bound.
  var budget: QueryBudget? {
    let cost = state.withLock { $0.maxCost }
    return cost > 0 ? QueryBudget(cost: cost) : nil
  }

  /// Reports a search if it was slow.
  func finished(after duration: Duration, _ search: () -> SlowSearch) {
    guard let limit = state.withLock({ $0.slowAfter }), duration >= limit else { return }
    report(search())
  }
}

/// A search that took long, and what it was.
public struct SlowSearch: Sendable {
  /// How long it took.
  public var duration: Duration
  /// The query as it was written.
  public var query: String
  /// The filter as it was written.
  public var filter: String
  /// What was done: the query as it was understood, order, facets and the like.
  public var plan: String
  /// How many articles match; nil when they were not counted.
  public var total: Int?
  /// The revision that was read.
  public var revision: UInt64
  /// Segments of the index.
  public var segments: Int
  /// Whom it came from.
  public var principal: String
  /// The trace it belongs to; empty for none.
  public var traceID: String
}
