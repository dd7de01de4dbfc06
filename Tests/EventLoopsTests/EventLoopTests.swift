import Glibc
import Synchronization
import Testing

@testable import EventLoops

/// Runs `body` with a loop of its own.
func withLoop<Result>(_ body: (EventLoop) async throws -> Result) async throws -> Result {
  let loop = try EventLoop()
  let result = await Swift.Result { try await body(loop) }
  await loop.shutdown()
  return try result.get()
}

extension Result where Failure == any Error {
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}

/// Runs `body` on the loop and waits for its result.
func on<Value: Sendable>(_ loop: EventLoop, _ body: @escaping @Sendable () throws -> Value) async throws
  -> Value
{
  try await Task(executorPreference: loop) { try body() }.value
}

@Suite struct EventLoopTests {
  @Test func `a task that prefers the loop runs on its thread and comes back to it after waiting`()
    async throws
  {
    try await withLoop { loop in
      #expect(!loop.isCurrent && EventLoop.current !== loop)
      await Task(executorPreference: loop) {
        #expect(loop.isCurrent && EventLoop.current === loop)
        await Task.detached {}.value
        #expect(loop.isCurrent)
        // Resumed from another thread, where it may have to wait for that.
        await withCheckedContinuation { continuation in
          Task.detached { continuation.resume() }
        }
        #expect(loop.isCurrent)
        await Task.yield()
        #expect(loop.isCurrent)
      }.value
    }
  }

  @Test func `closures run in order, after the caller has returned`() async throws {
    try await withLoop { loop in
      let order = try await on(loop) {
        let order = Mutex<[Int]>([])
        return order.withLock { $0 }
      }
      #expect(order.isEmpty)
      let log = Log()
      await withCheckedContinuation { done in
        loop.execute {
          log.add("outer begins")
          loop.execute { log.add("inner") }
          loop.execute { done.resume() }
          log.add("outer ends")
        }
      }
      #expect(log.entries == ["outer begins", "outer ends", "inner"])
    }
  }

  @Test func `work from many threads arrives complete and in each thread's order`() async throws {
    try await withLoop { loop in
      let log = Log()
      await withTaskGroup(of: Void.self) { group in
        for thread in 0..<8 {
          group.addTask {
            for number in 0..<2_000 { loop.execute { log.add("\(thread) \(number)") } }
          }
        }
      }
      try await on(loop) {}
      let entries = log.entries
      #expect(entries.count == 16_000)
      for thread in 0..<8 {
        #expect(entries.filter { $0.hasPrefix("\(thread) ") } == (0..<2_000).map { "\(thread) \($0)" })
      }
    }
  }

  @Test func `two loops pass a token back and forth without losing a wake-up`() async throws {
    let group = try EventLoopGroup(count: 2)
    let (first, second) = (group.loops[0], group.loops[1])
    let sum = await Task(executorPreference: first) {
      var sum = 0
      for round in 0..<5_000 {
        sum += await Task(executorPreference: second) { second.isCurrent ? round : 0 }.value
        if !first.isCurrent { return -1 }
      }
      return sum
    }.value
    #expect(sum == 5_000 * 4_999 / 2)
    await group.shutdown()
  }

  @Test func `a handler at the end of the turn runs once for the whole turn, after its jobs`() async throws {
    final class Flush: EndOfTurnHandler, @unchecked Sendable {  // SAFETY: touched on the loop only.
      let log: Log
      let done: CheckedContinuation<Void, Never>
      var isScheduled = false
      init(_ log: Log, _ done: CheckedContinuation<Void, Never>) { (self.log, self.done) = (log, done) }
      func request(_ loop: EventLoop) {
        if !isScheduled { loop.atEndOfTurn(self) }
        isScheduled = true
      }
      func endOfTurn() {
        log.add("flush")
        done.resume()
      }
    }
    try await withLoop { loop in
      let log = Log()
      await withCheckedContinuation { done in
        let flush = Flush(log, done)
        loop.execute {
          flush.request(loop)
          log.add("first")
          Task(executorPreference: loop) {
            log.add("task")
            flush.request(loop)
          }
          loop.execute {
            flush.request(loop)
            log.add("second")
          }
        }
      }
      #expect(log.entries.last == "flush")
      #expect(log.entries.sorted() == ["first", "flush", "second", "task"])
    }
  }

  @Test func `endless jobs do not keep the loop from its descriptors and timers`() async throws {
    final class Stop: TimerHandler, @unchecked Sendable {  // SAFETY: touched on the loop only.
      var isStopped = false
      func timerFired(_ timer: Timer) { isStopped = true }
    }
    try await withLoop { loop in
      let stop = Stop()
      await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
        @Sendable func again() {
          if stop.isStopped { done.resume() } else { loop.execute(again) }
        }
        loop.execute {
          _ = loop.schedule(after: .milliseconds(2), stop)
          again()
        }
      }
    }
  }

  @Test func `shutdown runs what is queued, and work that comes later still runs on the loop`() async throws {
    let loop = try EventLoop()
    let log = Log()
    for number in 0..<100 { loop.execute { log.add("\(number)") } }
    await loop.shutdown()
    #expect(log.entries == (0..<100).map(String.init))
    for _ in 0..<3 {
      #expect(await Task(executorPreference: loop) { loop.isCurrent }.value)
    }
    await loop.shutdown()
  }

  @Test func `a task suspended at shutdown finishes afterwards`() async throws {
    let loop = try EventLoop()
    let gate = Gate()
    let task = Task(executorPreference: loop) {
      await gate.wait()
      return loop.isCurrent
    }
    await loop.shutdown()
    gate.open()
    #expect(await task.value)
  }
}

/// Entries added from any thread.
final class Log: Sendable {
  private let contents = Mutex<[String]>([])
  func add(_ entry: String) { contents.withLock { $0.append(entry) } }
  var entries: [String] { contents.withLock { $0 } }
}

/// Holds tasks back until it is opened.
final class Gate: Sendable {
  private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

  func wait() async {
    await withCheckedContinuation { waiter in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(waiter) }
        return state.isOpen
      }
      if isOpen { waiter.resume() }
    }
  }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for waiter in waiting { waiter.resume() }
  }
}
