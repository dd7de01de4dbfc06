import Synchronization

/// How many bytes all connections of a server may hold in messages that wait: requests that are not complete or not yet
/// dealt with, and responses that clients have not taken.
///
/// Connections draw on it in large steps, and only once they hold more than a little, so that it costs a call nothing.
final class BufferBudget: Sendable {
  let limit: Int
  /// In what steps connections draw: small ones on a small budget, lest a few connections have all of it.
  let step: Int
  private let used = Atomic<Int>(0)
  private let waiting = Atomic<Int>(0)

  init(limit: Int) {
    self.limit = limit
    step = min(max(limit / 256, 64 * 1024), 1024 * 1024)
  }

  /// How much is drawn just now.
  var drawn: Int { used.load(ordering: .relaxed) }

  /// Calls that wait for it.
  var callsWaiting: Int { waiting.load(ordering: .relaxed) }

  /// Whether more than half is in use: time to look for those who hold it without need.
  var isShort: Bool { used.load(ordering: .relaxed) > limit / 2 }

  /// What streams of responses leave of it to the responses of other calls, which cannot wait.
  var reserve: Int { limit / 4 }

  /// Takes bytes out of the budget; false, and nothing taken, when there are not so many, or fewer than `rest` would be left.
  func take(_ bytes: Int, leaving rest: Int = 0) -> Bool {
    if used.add(bytes, ordering: .relaxed).newValue <= limit - rest { return true }
    give(bytes)
    return false
  }

  func give(_ bytes: Int) { used.subtract(bytes, ordering: .relaxed) }

  /// Counts in a call that waits for the budget; false when as many wait as may, for they are held in memory, too.
  func beginWaiting() -> Bool {
    if waiting.add(1, ordering: .relaxed).newValue <= max(64, limit / Self.bytesPerWaiting) { return true }
    endWaiting()
    return false
  }

  func endWaiting() { waiting.subtract(1, ordering: .relaxed) }

  /// A bound for what a call takes that waits.
  private static let bytesPerWaiting = 16 * 1024
}

/// What one connection holds of one kind, and what of the budget it has drawn for that.
struct BufferLease {
  /// What a connection may hold without asking.
  static let free = 16 * 1024

  /// What is held.
  private(set) var bytes = 0
  private var leased = 0

  /// Sets what is held; false when the budget does not have so much (what is held is recorded all the same).
  @inline(__always)
  mutating func hold(_ bytes: Int, of budget: BufferBudget, leaving rest: Int = 0) -> Bool {
    self.bytes = bytes
    return bytes <= Self.free && leased == 0 || settle(with: budget, leaving: rest)
  }

  private mutating func settle(with budget: BufferBudget, leaving rest: Int) -> Bool {
    let step = budget.step
    let needed = bytes <= Self.free ? 0 : (bytes + step - 1) / step * step
    if needed > leased {
      guard budget.take(needed - leased, leaving: rest) else { return false }
      leased = needed
    } else if needed + step < leased || needed == 0 {
      budget.give(leased - needed)
      leased = needed
    }
    return true
  }
}
