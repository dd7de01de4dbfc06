/// Calls that wait for the same thing, in order; any of them may leave before its turn, and nothing of it stays.
///
/// - Complexity: amortised O(1) for all but `removeAll`.
struct WaitingCalls {
  /// The place of a call; never given twice.
  typealias Ticket = UInt64

  private var calls: [Ticket: ClientCall] = [:]
  /// No call has a lower ticket.
  private var first: Ticket = 0
  private var next: Ticket = 0

  var isEmpty: Bool { calls.isEmpty }

  /// Lets a call wait behind the others.
  mutating func append(_ call: ClientCall) -> Ticket {
    defer { next += 1 }
    if calls.isEmpty { first = next }
    calls[next] = call
    return next
  }

  /// Lets a call go before its turn; does nothing where it is gone already.
  mutating func remove(_ ticket: Ticket) { calls[ticket] = nil }

  /// The call that has waited longest.
  mutating func popFirst() -> ClientCall? {
    guard !calls.isEmpty else { return nil }
    while true {
      defer { first += 1 }
      if let call = calls.removeValue(forKey: first) { return call }
    }
  }

  /// All calls, in order.
  ///
  /// - Complexity: O(*n* log *n*).
  mutating func removeAll() -> [ClientCall] {
    let ordered = calls.sorted { $0.key < $1.key }
    calls = [:]
    return ordered.map(\.value)
  }
}
