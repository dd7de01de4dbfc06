import Testing

@testable import EventLoops

@Suite struct LoopTaskTests {
  private final class Body: LoopTaskBody {
    private let action: @Sendable () async -> Void
    init(_ action: @escaping @Sendable () async -> Void) { self.action = action }
    func run() async { await action() }
  }

  /// Starts bodies on the loop and waits until each has called `finished`.
  private func run(
    on loop: EventLoop, count: Int, _ make: @escaping @Sendable (Int) -> @Sendable () async -> Void
  ) async {
    let (ended, end) = AsyncStream<Void>.makeStream()
    loop.execute {
      for number in 0..<count {
        let action = make(number)
        loop.start(
          Body {
            await action()
            end.yield()
          })
      }
    }
    var iterator = ended.makeAsyncIterator()
    for _ in 0..<count { await iterator.next() }
  }

  @Test func `bodies run on the loop, after the call that starts them, and come back to it`() async throws {
    try await withLoop { loop in
      let log = Log()
      for _ in 0..<3 {
        await run(on: loop, count: 50) { number in
          log.add("started \(number)")
          return {
            log.add("running \(number)")
            #expect(loop.isCurrent)
            await Task.detached {}.value
            #expect(loop.isCurrent)
          }
        }
      }
      #expect(Array(log.entries.prefix(50)) == (0..<50).map { "started \($0)" })
      #expect(log.entries.filter { $0 == "running 7" }.count == 3)
    }
  }

  @Test func `a task that has done its work is used again`() async throws {
    try await withLoop { loop in
      for _ in 0..<20 { await run(on: loop, count: 4) { _ in {} } }
      let idle = try await on(loop) { loop.idleWorkers.count }
      #expect((1...8).contains(idle))
    }
  }

  @Test func `cancelling reaches the body that runs and no later one`() async throws {
    try await withLoop { loop in
      let log = Log()
      let gate = Gate()
      await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
        loop.execute {
          let task = loop.start(
            Body {
              await withTaskCancellationHandler {
                await gate.wait()
              } onCancel: {
                gate.open()
              }
              log.add(Task.isCancelled ? "cancelled" : "not cancelled")
              done.resume()
            })
          loop.execute { task.cancel() }
        }
      }
      for _ in 0..<10 { await run(on: loop, count: 3) { _ in { log.add("\(Task.isCancelled)") } } }
      #expect(log.entries == ["cancelled"] + [String](repeating: "false", count: 30))
    }
  }

  @Test func `cancelling a body that has returned does not reach the next one on its task`() async throws {
    try await withLoop { loop in
      let log = Log()
      let first = await withCheckedContinuation { (done: CheckedContinuation<LoopTask, Never>) in
        loop.execute { done.resume(returning: loop.start(Body {})) }
      }
      let gate = Gate()
      await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
        loop.execute {
          #expect(loop.idleWorkers.count == 1)
          loop.start(
            Body {
              await gate.wait()
              log.add("\(Task.isCancelled)")
              done.resume()
            })
          loop.execute {
            first.cancel()
            gate.open()
          }
        }
      }
      #expect(log.entries == ["false"])
    }
  }

  @Test func `tasks that wait for work end with their loop`() async throws {
    let loop = try EventLoop()
    await run(on: loop, count: 10) { _ in {} }
    let worker = WeakWorker()
    try await on(loop) { worker.worker = loop.idleWorkers.first }
    #expect(worker.worker != nil)
    await loop.shutdown()
    #expect(worker.worker == nil)
  }

  // SAFETY: touched by one thread at a time, in the order of the test.
  private final class WeakWorker: @unchecked Sendable {
    weak var worker: LoopTaskWorker?
  }
}
