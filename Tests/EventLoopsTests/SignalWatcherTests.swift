import Glibc
import Testing

@testable import EventLoops

@Suite struct SignalWatcherTests {
  @Test func `a signal arrives on the loop`() async throws {
    try await withLoop { loop in
      let log = Log()
      try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
        loop.execute {
          do {
            let watcher = try SignalWatcher(SIGUSR2, on: loop) {
              log.add(loop.isCurrent ? "on the loop" : "elsewhere")
              done.resume()
            }
            loop.execute { kill(getpid(), SIGUSR2) }
            _ = loop.schedule(after: .seconds(3600)) { watcher.cancel() }
          } catch {
            done.resume(throwing: error)
          }
        }
      }
      #expect(log.entries == ["on the loop"])
    }
  }

  @Test func `a signal that cannot be caught is refused`() async throws {
    try await withLoop { loop in
      try await on(loop) {
        #expect(throws: EventLoopError.self) { _ = try SignalWatcher(SIGKILL, on: loop) {} }
        #expect(loop.descriptors.count == 0)
      }
    }
  }
}
