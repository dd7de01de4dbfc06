import Glibc
import Synchronization
import Testing

@testable import EventLoops

/// Holds up a thread, not only a task.
private final class Barrier: Sendable {
  private let ends: (read: Int32, write: Int32)

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    self.ends = (ends[0], ends[1])
  }

  deinit {
    close(ends.read)
    close(ends.write)
  }

  func block() {
    var byte: UInt8 = 0
    _ = read(ends.read, &byte, 1)
  }

  func open() {
    var byte: UInt8 = 1
    _ = write(ends.write, &byte, 1)
  }
}

private final class Order: Sendable {
  let names = Mutex<[String]>([])
}

@Suite struct ComputePoolTests {
  @Test func `work leaves the loop and its result comes back to it`() async throws {
    let pool = try ComputePool(threads: 2)
    try await withLoop { loop in
      await Task(executorPreference: loop) {
        let wasElsewhere = await pool.run { EventLoop.current == nil }
        #expect(wasElsewhere && loop.isCurrent)
      }.value
    }
  }

  @Test func `errors keep their type`() async throws {
    struct Refused: Error {}
    let pool = try ComputePool(threads: 1)
    await #expect(throws: Refused.self) {
      try await pool.run { () throws(Refused) -> Int in throw Refused() }
    }
  }

  @Test func `more work than threads is all done`() async throws {
    let pool = try ComputePool(threads: 3)
    let sum = await withTaskGroup(of: Int.self) { group in
      for number in 0..<1_000 { group.addTask(executorPreference: pool) { number } }
      return await group.reduce(0, +)
    }
    #expect(sum == 499_500)
  }

  @Test func `lanes take turns, however much one of them waits for`() async throws {
    let pool = try ComputePool(threads: 1)
    let barrier = try Barrier()
    let held = Task(executorPreference: pool) { barrier.block() }
    let (busy, other) = (pool.makeLane(), pool.makeLane())
    let order = Order()
    let jobs = [(busy, "a1"), (busy, "a2"), (busy, "a3"), (other, "b1"), (other, "b2")].map { lane, name in
      Task(executorPreference: lane) { order.names.withLock { $0.append(name) } }
    }
    barrier.open()
    for job in jobs { await job.value }
    await held.value
    #expect(order.names.withLock { $0 } == ["a1", "b1", "a2", "b2", "a3"])
  }

  @Test func `a lane keeps its pool`() async throws {
    let lane = try ComputePool(threads: 1).makeLane()
    #expect(await Task(executorPreference: lane) { EventLoop.current == nil }.value)
  }

  @Test func `a pool that is let go finishes what it has begun`() async throws {
    let gate = Gate()
    let task: Task<Bool, Never>
    do {
      let pool = try ComputePool(threads: 1)
      task = Task(executorPreference: pool) {
        await gate.wait()
        return EventLoop.current == nil
      }
    }
    gate.open()
    #expect(await task.value)
  }
}
