/// Asks the caller every few thousand steps whether a search shall go on.
///
/// Belongs to one search on one thread.
final class Interruption {
  /// How many steps pass between two questions.
  static let stepsPerQuestion = 4096

  /// Whether the caller said to stop.
  @exclusivity(unchecked) private(set) var isInterrupted = false
  @exclusivity(unchecked) private var remaining = Interruption.stepsPerQuestion
  private let goOn: (@Sendable () -> Bool)?

  init(_ goOn: (@Sendable () -> Bool)?) {
    self.goOn = goOn
    if let goOn, !goOn() { isInterrupted = true }
  }

  /// Counts steps; true when the search shall stop.
  @inline(__always)
  func tick(_ steps: Int = 1) -> Bool {
    remaining -= steps
    return remaining <= 0 ? ask() : isInterrupted
  }

  /// Counts many steps at once.
  func spend(_ steps: Int) {
    var left = steps
    while left > 0, !tick(min(left, Self.stepsPerQuestion)) { left -= Self.stepsPerQuestion }
  }

  @inline(never)
  private func ask() -> Bool {
    remaining = Self.stepsPerQuestion
    if !isInterrupted, let goOn, !goOn() { isInterrupted = true }
    return isInterrupted
  }

  /// - Throws: ``SearchError`` when the caller said to stop.
  func check() throws(SearchError) {
    if isInterrupted { throw .interrupted }
  }
}
