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
  /// How long a method's calls take of late from when they could have run, in nanoseconds: a moving mean over about eight.
  @exclusivity(unchecked) private var expected: [Int64]

  init(queueDelay target: Duration, methods: Int) {
    queueDelay = QueueDelay(target: target)
    expected = Array(repeating: 0, count: methods)
  }

  func begin() { inFlight += 1 }

  func end(_ call: ServerCallSummary, isUnary: Bool) {
    inFlight -= 1
    guard isUnary, call.code == .ok else { return }
    measured(call.endedAt.nanoseconds(since: call.readyAt), ofMethod: call.methodIndex)
  }

  /// A call of a method took so many nanoseconds, without what its client took to send it.
  func measured(_ nanoseconds: UInt64, ofMethod index: Int) {
    expected[index] += (Int64(clamping: nanoseconds) - expected[index]) / 8
  }

  /// How long a call of the method will probably take, if that is too long for it and there is more to do than can be done; nil else.
  ///
  /// Every refusal is a doubt in what was measured: that is forgotten bit by bit, lest nothing is ever measured again.
  func excessiveDuration(ofMethod index: Int, remaining: Duration) -> Duration? {
    let duration = Duration.nanoseconds(expected[index])
    guard queueDelay.isOverloaded, remaining < duration else { return nil }
    expected[index] -= expected[index] / 8 + 1
    return duration
  }

  /// Counts a refusal and makes its status.
  func refuse(
    _ refusal: Refusal, _ message: String, subject: String = "", retryAfter: Duration? = nil
  ) -> RPCError {
    refusals[refusal.rawValue] += 1
    return refusal.error(message, subject: subject, retryAfter: retryAfter)
  }
}
