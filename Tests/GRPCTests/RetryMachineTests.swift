import Testing

@testable import GRPC

/// The decisions after failed attempts, without any I/O.
@Suite struct RetryMachineTests {
  private let policy = RetryPolicy(
    maxAttempts: 4, initialBackoff: .seconds(1), maxBackoff: .seconds(3), backoffMultiplier: 2,
    retryableCodes: [.unavailable])

  /// Decides without throttling.
  private func decide(
    _ machine: inout RetryMachine, _ code: StatusCode = .unavailable, _ pushback: Pushback? = nil,
    attempts: Int
  ) -> AttemptDecision {
    var random = SystemRandomNumberGenerator()
    var tokens: RetryTokens?
    return machine.failed(code, pushback, attempts: attempts, &tokens, using: &random)
  }

  private func time(_ decision: AttemptDecision) -> Duration? {
    if case .next(let wait) = decision { wait } else { nil }
  }

  @Test func `waits grow to their maximum, spread by a fifth`() throws {
    for _ in 0..<100 {
      var machine = RetryMachine(policy)
      for (attempts, base) in [(1, 1.0), (2, 2.0), (3, 3.0)] {
        let wait = try #require(time(decide(&machine, attempts: attempts)))
        #expect(wait >= .seconds(base * 0.799) && wait <= .seconds(base * 1.201))
      }
      #expect(decide(&machine, attempts: 4) == .fail)
    }
  }

  @Test(arguments: [1e300, Double.greatestFiniteMagnitude, .infinity, .nan])
  func `waits longer than a duration can be are the longest there may be`(multiplier: Double) throws {
    var steep = policy
    steep.backoffMultiplier = multiplier
    var machine = RetryMachine(steep)
    _ = decide(&machine, attempts: 1)
    let wait = try #require(time(decide(&machine, attempts: 2)))
    #expect(wait >= .seconds(2.39) && wait <= .seconds(3.61))
    let backoff = ConnectionBackoff(multiplier: multiplier, jitter: 0)
    var random = SystemRandomNumberGenerator()
    #expect(backoff.delay(afterFailures: 3, using: &random) == .seconds(120))
  }

  @Test func `a code that is not retryable is the end`() {
    var machine = RetryMachine(policy)
    #expect(decide(&machine, .internal, attempts: 1) == .fail)
  }

  @Test func `pushback decides when, and the waits begin anew behind it`() throws {
    var machine = RetryMachine(policy)
    _ = decide(&machine, attempts: 1)
    #expect(
      decide(&machine, .unavailable, .after(.milliseconds(7)), attempts: 2) == .next(after: .milliseconds(7)))
    let next = try #require(time(decide(&machine, attempts: 3)))
    #expect(next <= .seconds(1.201))
    var other = RetryMachine(policy)
    #expect(decide(&other, .unavailable, .never, attempts: 1) == .fail)
  }

  @Test func `no policy sends a call more than five times`() {
    var generous = policy
    generous.maxAttempts = 100
    var machine = RetryMachine(generous)
    #expect(decide(&machine, attempts: 4) != .fail)
    #expect(decide(&machine, attempts: 5) == .fail)
  }

  @Test(arguments: [
    ("0", Pushback.after(.zero)), ("1500", .after(.milliseconds(1500))), ("-1", .never), ("", .never),
    ("soon", .never), ("99999999999", .never), ("4294967296", .never),
  ])
  func `pushback is a number of milliseconds, and anything else means never`(text: String, pushback: Pushback)
    throws
  {
    var trailers = Metadata()
    try trailers.append("grpc-retry-pushback-ms", text)
    #expect(Pushback(trailers) == pushback)
    #expect(Pushback(Metadata()) == nil)
  }

  @Test func `tokens run out at half and come back with successes`() {
    var tokens = RetryTokens(RetryThrottling(maxTokens: 4, tokenRatio: 0.5))
    tokens.failed()
    #expect(tokens.permitsRetry)
    tokens.failed()
    #expect(!tokens.permitsRetry)
    for _ in 0..<10 { tokens.failed() }
    for _ in 0..<4 { tokens.succeeded() }
    #expect(!tokens.permitsRetry)
    tokens.succeeded()
    #expect(tokens.permitsRetry)
    for _ in 0..<100 { tokens.succeeded() }
    tokens.failed()
    #expect(tokens.permitsRetry)
    tokens.failed()
    #expect(!tokens.permitsRetry)
  }

  @Test func `a throttled call is not retried, and only failures that could be mended cost a token`() {
    var machine = RetryMachine(policy)
    var random = SystemRandomNumberGenerator()
    var tokens: RetryTokens? = RetryTokens(RetryThrottling(maxTokens: 2, tokenRatio: 1))
    let fatal = machine.failed(.notFound, nil, attempts: 1, &tokens, using: &random)
    #expect(fatal == .fail)
    #expect(tokens?.permitsRetry == true)
    let throttled = machine.failed(.unavailable, nil, attempts: 1, &tokens, using: &random)
    #expect(throttled == .fail)
    #expect(tokens?.permitsRetry == false)
  }

  @Test func `a hedged call goes on after failures that are not fatal`() {
    var machine = HedgingMachine(HedgingPolicy(maxAttempts: 3, delay: .seconds(1), nonFatalCodes: [.aborted]))
    var tokens: RetryTokens?
    let next = machine.failed(.aborted, nil, attempts: 1, hasRivals: false, &tokens)
    #expect(next == .next(after: .zero))
    let later = machine.failed(.aborted, .after(.seconds(5)), attempts: 2, hasRivals: true, &tokens)
    #expect(later == .next(after: .seconds(5)))
    let wait = machine.failed(.aborted, nil, attempts: 3, hasRivals: true, &tokens)
    #expect(wait == .wait)
    let last = machine.failed(.aborted, nil, attempts: 3, hasRivals: false, &tokens)
    #expect(last == .fail)
    let fatal = machine.failed(.internal, nil, attempts: 1, hasRivals: true, &tokens)
    #expect(fatal == .fail)
  }

  @Test func `pushback may end the hedging`() {
    var machine = HedgingMachine(HedgingPolicy(maxAttempts: 3, nonFatalCodes: [.aborted]))
    var tokens: RetryTokens?
    let decision = machine.failed(.aborted, .never, attempts: 2, hasRivals: true, &tokens)
    #expect(decision == .wait)
    #expect(!machine.permitsNext(attempts: 1, tokens))
  }

  @Test func `one refusal is made up for, and what was never sent as long as the connection changes`() {
    var retries = TransparentRetries()
    let others = [AttemptFate.refused, .refused, .processed].map {
      retries.permits(after: $0, onSameConnection: false)
    }
    #expect(others == [true, false, false])
    let unsent = (0..<1000).map { _ in retries.permits(after: .unsent, onSameConnection: false) }
    #expect(!unsent.contains(false))
    var repeated = 0
    while retries.permits(after: .unsent, onSameConnection: true) { repeated += 1 }
    #expect(repeated == 2)
  }
}
