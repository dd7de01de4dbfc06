import Testing

@testable import EventLoops

@Suite struct TimerTests {
  private final class Recorder: TimerHandler, @unchecked Sendable {  // SAFETY: touched on the loop only.
    var fired: [Timer] = []
    var wanted = 0
    var done: CheckedContinuation<Void, Never>?
    func timerFired(_ timer: Timer) {
      fired.append(timer)
      if fired.count == wanted { done?.resume() }
    }
  }

  @Test func `timers fire in order of their time and never early`() async throws {
    try await withLoop { loop in
      let recorder = Recorder()
      let start = MonotonicInstant.now
      let expected = await withCheckedContinuation { (named: CheckedContinuation<[Timer], Never>) in
        loop.execute {
          let late = loop.schedule(after: .milliseconds(12), recorder)
          let early = loop.schedule(after: .milliseconds(3), recorder)
          let cancelled = loop.schedule(after: .milliseconds(1), recorder)
          let middle = loop.schedule(after: .milliseconds(7), recorder)
          #expect(loop.cancel(cancelled) && !loop.cancel(cancelled))
          named.resume(returning: [early, middle, late])
        }
      }
      await withCheckedContinuation { done in
        loop.execute {
          recorder.wanted = 3
          if recorder.fired.count == 3 { done.resume() } else { recorder.done = done }
        }
      }
      #expect(MonotonicInstant.now >= start.advanced(by: .milliseconds(12)))
      let fired = try await on(loop) { recorder.fired }
      #expect(fired == expected)
    }
  }

  @Test func `a timer without delay fires in a later turn, not within schedule`() async throws {
    try await withLoop { loop in
      let log = Log()
      await withCheckedContinuation { done in
        loop.execute {
          _ = loop.schedule(after: .zero) {
            log.add("timer")
            done.resume()
          }
          log.add("scheduled")
        }
      }
      #expect(log.entries == ["scheduled", "timer"])
    }
  }

  @Test func `durations beyond the clock are clamped instead of trapping`() async throws {
    #expect(Duration.seconds(Int64.max).clampedNanoseconds == .max)
    #expect(Duration.seconds(Int64.min).clampedNanoseconds == .min)
    #expect((Duration.seconds(Int64.max) * 4).clampedNanoseconds == .max)
    #expect((Duration.seconds(Int64.min) * 4).clampedNanoseconds == .min)
    #expect((Duration.nanoseconds(Int64.max) - .nanoseconds(1)).clampedNanoseconds == .max - 1)
    #expect((Duration.nanoseconds(Int64.min) + .nanoseconds(1)).clampedNanoseconds == .min + 1)
    let moment = MonotonicInstant(nanoseconds: 5)
    #expect(moment.advanced(by: .seconds(Int64.max)).nanoseconds == 5 + UInt64(Int64.max))
    #expect(moment.advanced(by: .seconds(-1)).nanoseconds == 0)
    #expect(moment.advanced(by: .nanoseconds(2)).duration(to: moment) == .nanoseconds(-2))
    try await withLoop { loop in
      try await on(loop) {
        let timer = loop.schedule(after: .seconds(Int64.max)) {}
        #expect(loop.cancel(timer))
      }
    }
  }
}
