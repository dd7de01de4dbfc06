import EventLoops
import RandomTesting
import Testing

@testable import GRPC

@Suite struct ConnectionBackoffTests {
  /// Equal but for the rounding of the multiplication.
  private func isClose(_ left: Duration, _ right: Duration) -> Bool {
    abs((left - right) / .seconds(1)) < 1e-9
  }

  @Test func `waiting times grow to their maximum`() {
    let backoff = ConnectionBackoff(jitter: 0)
    var random = SystemRandomNumberGenerator()
    let times = (1...12).map { backoff.delay(afterFailures: $0, using: &random) }
    #expect(times[0] == .seconds(1))
    #expect(isClose(times[1], .seconds(1.6)))
    #expect(isClose(times[2], .seconds(2.56)))
    #expect(times[11] == .seconds(120))
  }

  @Test func `jitter spreads waiting times by a fifth`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let backoff = ConnectionBackoff()
    let times = (0..<200).map { _ in backoff.delay(afterFailures: 1, using: &random) }
    #expect(times.allSatisfy { $0 >= .seconds(0.8) && $0 <= .seconds(1.2) }, "seed \(seed)")
    #expect(Set(times).count > 100, "seed \(seed)")
  }

  @Test func `names are looked up once at a time and not after every success`() {
    var resolution = NameResolution(backoff: ConnectionBackoff(jitter: 0))
    let start = MonotonicInstant(nanoseconds: 1)
    let begins1 = resolution.begin(now: start)
    #expect(begins1)
    let begins2 = resolution.begin(now: start)
    #expect(!begins2)
    resolution.succeeded()
    let begins3 = resolution.begin(now: start.advanced(by: .seconds(29)))
    #expect(!begins3)
    let begins4 = resolution.begin(now: start.advanced(by: .seconds(30)))
    #expect(begins4)
  }

  @Test func `a failed look-up waits for its backoff and keeps its reason`() {
    var resolution = NameResolution(backoff: ConnectionBackoff(jitter: 0))
    let now = MonotonicInstant(nanoseconds: 1)
    let begins5 = resolution.begin(now: now)
    #expect(begins5)
    let first = resolution.failed(RPCError(.unavailable, "no such host"))
    #expect(first == .seconds(1))
    #expect(resolution.error?.message == "no such host")
    let begins6 = resolution.begin(now: now.advanced(by: .seconds(100)))
    #expect(!begins6)
    resolution.mayRetry()
    let begins7 = resolution.begin(now: now.advanced(by: .seconds(1)))
    #expect(begins7)
    let second = resolution.failed(RPCError(.unavailable, "still no such host"))
    #expect(isClose(second, .seconds(1.6)))
    resolution.mayRetry()
    let begins8 = resolution.begin(now: now.advanced(by: .seconds(2)))
    #expect(begins8)
    resolution.succeeded()
    #expect(resolution.error == nil)
  }
}
