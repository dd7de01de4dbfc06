import RandomTesting
import Testing

@testable import EventLoops

private final class Probe: TimerHandler {
  func timerFired(_ timer: Timer) {}
}

@Suite struct TimerWheelTests {
  private let probe = Probe()

  /// A wheel behind a reference, so that expectations may turn it.
  private final class Wheel {
    var wheel: TimerWheel
    init(at tick: UInt64) { wheel = TimerWheel(at: tick) }
    var nextTick: UInt64? { wheel.nextTick }
    var count: Int { wheel.count }
    func schedule(_ handler: any TimerHandler, at tick: UInt64) -> Timer { wheel.schedule(handler, at: tick) }
    func cancel(_ timer: Timer) -> Bool { wheel.cancel(timer) }
    func isScheduled(_ timer: Timer) -> Bool { wheel.isScheduled(timer) }
    func removeAll() { wheel.removeAll() }

    /// Turns the wheel to `tick` and names what fires, in order.
    func expired(at tick: UInt64) -> [Timer] {
      var timers: [Timer] = []
      while let (timer, _) = wheel.popExpired(at: tick) { timers.append(timer) }
      return timers
    }
  }

  @Test func `timers fire at their tick and not one before, whatever the level`() {
    for distance: UInt64 in [
      1, 2, 62, 63, 64, 65, 4095, 4096, 4097, 262_144, 16_777_216, 1 << 30, 1 << 35, 1 << 37,
    ] {
      for start: UInt64 in [0, 1, 63, 64, 4095, 123_456_789, (1 << 36) - 1] {
        let wheel = Wheel(at: start)
        let timer = wheel.schedule(probe, at: start + distance)
        var jumps = 0
        while let next = wheel.nextTick, next < start + distance {
          #expect(wheel.expired(at: next).isEmpty)
          jumps += 1
        }
        #expect(jumps <= 12, "\(distance) from \(start) took \(jumps) wake-ups")
        #expect(wheel.expired(at: start + distance - 1).isEmpty)
        #expect(wheel.expired(at: start + distance) == [timer])
        #expect(wheel.count == 0 && wheel.nextTick == nil)
      }
    }
  }

  @Test func `a timer for the past fires with the next tick`() {
    let wheel = Wheel(at: 1000)
    let timer = wheel.schedule(probe, at: 3)
    #expect(wheel.nextTick == 1001)
    #expect(wheel.expired(at: 1001) == [timer])
  }

  @Test func `a cancelled timer does not fire, and its name is dead even when the place is taken again`() {
    let wheel = Wheel(at: 0)
    let first = wheel.schedule(probe, at: 10)
    #expect(wheel.cancel(first))
    #expect(!wheel.cancel(first))
    let second = wheel.schedule(probe, at: 10)
    #expect(!wheel.isScheduled(first) && wheel.isScheduled(second))
    #expect(!wheel.cancel(first))
    #expect(wheel.expired(at: 10) == [second])
  }

  @Test func `the wheel lets go of handlers that fired, were cancelled or forgotten`() {
    let wheel = Wheel(at: 0)
    weak var seen: Probe?
    do {
      let fresh = Probe()
      seen = fresh
      let cancelled = wheel.schedule(fresh, at: 5)
      _ = wheel.schedule(fresh, at: 6)
      _ = wheel.schedule(fresh, at: 700_000)
      #expect(wheel.cancel(cancelled))
    }
    #expect(wheel.expired(at: 6).count == 1)
    #expect(seen != nil)
    wheel.removeAll()
    #expect(seen == nil && wheel.count == 0 && wheel.nextTick == nil)
  }

  @Test func `random schedules, cancellations and jumps agree with a sorted list`() {
    var generator = SeededGenerator()
    for _ in 0..<50 {
      var tick = UInt64.random(in: 0..<1 << 40, using: &generator)
      let wheel = Wheel(at: tick)
      var model: [Timer: UInt64] = [:]
      for _ in 0..<400 {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<5:
          let distance = UInt64(1) << UInt64.random(in: 0..<38, using: &generator)
          let due = tick + UInt64.random(in: 1...distance, using: &generator)
          model[wheel.schedule(probe, at: due)] = due
        case 5..<7:
          if let victim = model.keys.randomElement(using: &generator) {
            #expect(wheel.cancel(victim))
            model[victim] = nil
          }
        default:
          tick += UInt64.random(
            in: 0...(1 << UInt64.random(in: 0..<38, using: &generator)), using: &generator)
          if let next = wheel.nextTick, let earliest = model.values.min() { #expect(next <= earliest) }
          let fired = wheel.expired(at: tick)
          #expect(fired.map { model[$0]! } == fired.map { model[$0]! }.sorted())
          #expect(Set(fired) == Set(model.filter { $0.value <= tick }.keys))
          for timer in fired { model[timer] = nil }
        }
        #expect(wheel.count == model.count)
      }
    }
  }
}
