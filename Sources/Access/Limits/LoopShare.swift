import EventLoops
import GRPC

/// What the gate counts for one loop, so that loops share nothing; confined to that loop.
// SAFETY: owner: the loop, on whose thread alone it is touched.
final class LoopShare: @unchecked Sendable {
  // `@exclusivity(unchecked)`: on one thread, and no access spans a call that could come back to it.

  @exclusivity(unchecked) private(set) var inFlight = 0
  @exclusivity(unchecked) var queueDelay: QueueDelay
  /// Calls refused, by reason.
  @exclusivity(unchecked) private(set) var refusals = [Int](repeating: 0, count: Refusal.allCases.count)
  /// How long a method's calls take of late, in nanoseconds: a moving mean over about eight.
  @exclusivity(unchecked) private var expected: [Int64]

  init(queueDelay target: Duration, methods: Int) {
    queueDelay = QueueDelay(target: target)
    expected = Array(repeating: 0, count: methods)
  }

  func begin() { inFlight += 1 }

  func end(_ call: ServerCallSummary, isUnary: Bool) {
    inFlight -= 1
    guard isUnary, call.code == .ok else { return }
    let took = Int64(clamping: call.endedAt.nanoseconds(since: call.startedAt))
    expected[call.methodIndex] += (took - expected[call.methodIndex]) / 8
  }

  /// How long a call of the method will probably take.
  func expectedDuration(ofMethod index: Int) -> Duration { .nanoseconds(expected[index]) }

  /// A call was refused for what it would take: that is forgotten bit by bit, lest nothing is ever measured again.
  func doubtExpectation(ofMethod index: Int) { expected[index] -= expected[index] / 8 + 1 }

  /// Counts a refusal and makes its status.
  func refuse(
    _ refusal: Refusal, _ message: String, subject: String = "", retryAfter: Duration? = nil
  ) -> RPCError {
    refusals[refusal.rawValue] += 1
    return refusal.error(message, subject: subject, retryAfter: retryAfter)
  }
}
