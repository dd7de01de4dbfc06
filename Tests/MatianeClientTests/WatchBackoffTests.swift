import Testing

@testable import MatianeClient

@Suite struct WatchBackoffTests {
  @Test func `the wait grows to ten seconds while watches do not last`() {
    var backoff = WatchBackoff()
    var waits: [Duration] = []
    let start = ContinuousClock.now
    for _ in 0..<20 {
      backoff.opened(at: start)
      waits.append(backoff.delay(at: start + .seconds(1)))
    }
    for (index, wait) in waits.enumerated() {
      let longest = min(Duration.milliseconds(50) * (1 << index), .seconds(10))
      #expect(wait <= longest && wait >= longest / 2)
    }
  }

  @Test func `it is short again after a watch that lasted, and after a change`() {
    var backoff = WatchBackoff()
    let start = ContinuousClock.now
    for _ in 0..<10 {
      backoff.opened(at: start)
      _ = backoff.delay(at: start)
    }
    #expect(backoff.delay(at: start) >= .seconds(5))
    #expect(backoff.delay(at: start + .seconds(10)) <= .milliseconds(50))
    backoff.opened(at: start)
    for _ in 0..<10 { _ = backoff.delay(at: start) }
    backoff.reset()
    #expect(backoff.delay(at: start) <= .milliseconds(50))
  }
}
