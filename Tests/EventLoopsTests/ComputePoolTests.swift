import Testing

@testable import EventLoops

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
