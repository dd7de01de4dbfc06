import Glibc
import Testing

@testable import EventLoops

/// Descriptors that stand back, and how long anybody's events and jobs keep others waiting.
@Suite struct BackgroundTests {
  /// A socket that always has something to read; says its name each time.
  // SAFETY: touched on the loop only.
  private final class Caller: ReadinessHandler, @unchecked Sendable {
    let name: String
    let ends: SocketPair
    let action: (String) -> Void
    var registration: Registration?

    init(_ name: String, _ action: @escaping (String) -> Void) throws {
      self.name = name
      self.action = action
      ends = try Socket.pair()
      withUnsafeBytes(of: UInt8(1)) { _ = ends.second.write($0) }
    }

    func register(on loop: EventLoop, standingBack: Bool) throws {
      registration = try loop.register(
        ends.first.descriptor, for: .readable, standingBack: standingBack, self)
    }

    func becameReady(_ readiness: Readiness) { action(name) }
  }

  // SAFETY: touched on the loop only.
  private final class Gathering: @unchecked Sendable {
    var callers: [Caller] = []
    var heard: [String] = []
    var isOver = false

    /// Deregisters everybody once `enough` says so of what was heard, and passes that on.
    func listen(
      on loop: EventLoop, _ done: CheckedContinuation<[String], any Error>,
      until enough: @escaping ([String]) -> Bool
    ) -> (String) -> Void {
      { name in
        guard !self.isOver else { return }
        self.heard.append(name)
        guard enough(self.heard) else { return }
        self.isOver = true
        for caller in self.callers { caller.registration.map(loop.deregister) }
        self.callers = []
        done.resume(returning: self.heard)
      }
    }
  }

  private func gather(
    on loop: EventLoop, until enough: @escaping @Sendable ([String]) -> Bool,
    _ setUp: @escaping @Sendable (Gathering, @escaping (String) -> Void) throws -> Void
  ) async throws -> [String] {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<[String], any Error>) in
      loop.execute {
        let gathering = Gathering()
        do {
          try setUp(gathering, gathering.listen(on: loop, done, until: enough))
        } catch {
          done.resume(throwing: error)
        }
      }
    }
  }

  @Test func `who stands back waits for the others, and each has a turn all the same`() async throws {
    try await withLoop { loop in
      let heard = try await gather(on: loop) {
        Set($0).count == 4
      } _: { gathering, hear in
        for name in ["a", "b", "c", "served"] {
          let caller = try Caller(name, hear)
          try caller.register(on: loop, standingBack: name != "served")
          gathering.callers.append(caller)
        }
      }
      #expect(heard.first == "served")
    }
  }

  @Test func `who was brought forward is one of the others`() async throws {
    try await withLoop { loop in
      let heard = try await gather(on: loop) {
        Set($0).count == 3
      } _: { gathering, hear in
        for name in ["a", "b", "forward"] {
          let caller = try Caller(name, hear)
          try caller.register(on: loop, standingBack: true)
          gathering.callers.append(caller)
        }
        let forward = gathering.callers[2].registration!
        try loop.bringForward(forward, for: .readable)
        try loop.bringForward(forward, for: .readable)
      }
      #expect(heard.first == "forward")
    }
  }

  /// Keeps the thread busy for at least so long.
  private static func spin(_ nanoseconds: UInt64) {
    let end = MonotonicInstant.now.nanoseconds + nanoseconds
    while MonotonicInstant.now.nanoseconds < end {}
  }

  @Test func `after a long job descriptors are looked at before the next one`() async throws {
    try await withLoop { loop in
      let heard = try await gather(on: loop) {
        $0.contains("ready")
      } _: { gathering, hear in
        let caller = try Caller("ready", hear)
        try caller.register(on: loop, standingBack: false)
        gathering.callers.append(caller)
        for _ in 0..<8 {
          loop.execute {
            Self.spin(2 * EventLoop.workSlice)
            gathering.heard.append("job")
          }
        }
      }
      // The set-up was short, so the clock is not read again before the second one after it.
      #expect(heard.count(where: { $0 == "job" }) <= 2)
    }
  }

  @Test func `the job of a descriptor does not wait until all of a crowd have been dealt with`() async throws
  {
    try await withLoop { loop in
      let crowd = 64
      let heard = try await gather(on: loop) {
        $0.count(where: { $0 == "end" }) == crowd
      } _: { gathering, hear in
        for _ in 0..<crowd {
          var registration: Registration?
          let caller = try Caller("end") { name in
            registration.map(loop.deregister)
            Self.spin(EventLoop.workSlice / 10)
            hear(name)
            if gathering.heard.count == 1 { loop.execute { gathering.heard.append("job") } }
          }
          try caller.register(on: loop, standingBack: false)
          registration = caller.registration
          gathering.callers.append(caller)
        }
      }
      #expect(heard.firstIndex(of: "job").map { $0 < crowd } == true)
    }
  }
}
