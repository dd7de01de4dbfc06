/// Counts those who wait for an answer from the writer: how many of them it is worth waiting for.
///
/// Who was answered and comes back is one caller, not two.
struct WaiterEstimate: Sendable {
  private var waiting = 0
  private var most = 0

  /// Notes that somebody waits.
  mutating func came() {
    waiting += 1
    most = max(most, waiting)
  }

  /// Notes that so many will be answered; before they are, for they may come back at once.
  mutating func leave(_ count: Int) { waiting -= count }

  /// How many waited at the same time since this was asked last.
  mutating func takeMost() -> Int {
    defer { most = waiting }
    return most
  }
}
