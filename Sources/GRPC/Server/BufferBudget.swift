import Synchronization

/// How many bytes all connections of a server may hold in messages that wait: requests that are not complete or not yet
/// dealt with, and responses that clients have not taken.
///
/// Connections draw on it in large steps, and only once they hold more than a little, so that it costs a call nothing.
final class BufferBudget: Sendable {
  let limit: Int
  private let used = Atomic<Int>(0)

  init(limit: Int) { self.limit = limit }

  /// How much is drawn just now.
  var drawn: Int { used.load(ordering: .relaxed) }

  /// Whether more than half is in use: time to look for those who hold it without need.
  var isShort: Bool { used.load(ordering: .relaxed) > limit / 2 }

  /// Takes bytes out of the budget; false, and nothing taken, when there are not so many.
  func take(_ bytes: Int) -> Bool {
    if used.add(bytes, ordering: .relaxed).newValue <= limit { return true }
    give(bytes)
    return false
  }

  func give(_ bytes: Int) { used.subtract(bytes, ordering: .relaxed) }
}

/// What one connection holds of one kind, and what of the budget it has drawn for that.
struct BufferLease {
  /// What a connection may hold without asking.
  static let free = 16 * 1024
  private static let step = 1024 * 1024

  /// What is held.
  private(set) var bytes = 0
  private var leased = 0

  /// Sets what is held; false when the budget does not have so much (what is held is recorded all the same).
  @inline(__always)
  mutating func hold(_ bytes: Int, of budget: BufferBudget) -> Bool {
    self.bytes = bytes
    return bytes <= Self.free && leased == 0 || settle(with: budget)
  }

  private mutating func settle(with budget: BufferBudget) -> Bool {
    let needed = bytes <= Self.free ? 0 : (bytes + Self.step - 1) / Self.step * Self.step
    if needed > leased {
      guard budget.take(needed - leased) else { return false }
      leased = needed
    } else if needed + Self.step < leased || needed == 0 {
      budget.give(leased - needed)
      leased = needed
    }
    return true
  }
}
