import EventLoops

/// A task that runs handlers, one after the other, as calls come.
///
/// Making, scheduling and destroying a task costs more than a small handler; so a task that has run a handler to its
/// end waits for the next call of its loop. One whose handler was cancelled ends with it, for a task stays
/// cancelled for ever.
// SAFETY: touched on the pool's loop only, which the task prefers.
final class HandlerRunner: @unchecked Sendable {
  private let pool: RunnerPool
  @exclusivity(unchecked) private var call: ServerCall?
  @exclusivity(unchecked) private var waiting: UnsafeContinuation<Void, Never>?
  @exclusivity(unchecked) private var task: Task<Void, Never>?
  @exclusivity(unchecked) private var isCancelled = false

  init(of pool: RunnerPool) { self.pool = pool }

  /// Runs the handler of a call, once the loop gets to it.
  func run(_ call: ServerCall) {
    self.call = call
    if let waiting = waiting.take() { return waiting.resume() }
    if task == nil {
      task = Task.detached(executorPreference: pool.loop) { await self.work() }
    }
  }

  /// Cancels the handler that runs.
  func cancel() {
    isCancelled = true
    task?.cancel()
  }

  /// Ends a runner that waits.
  func retire() { waiting.take()?.resume() }

  nonisolated(nonsending) private func work() async {
    while call != nil {
      await call.take()?.run()
      guard !isCancelled, pool.keep(self) else { break }
      await withUnsafeContinuation { continuation in
        if self.call != nil { continuation.resume() } else { waiting = continuation }
      }
    }
    task = nil
  }
}

/// The runners of a loop that have nothing to run.
///
/// A task that waits takes about 5 KiB: kept by each connection for itself, those of a burst of calls on each of some thousands
/// would be most of what the process takes.
// SAFETY: touched on `loop` only, but for being made.
final class RunnerPool: @unchecked Sendable {
  private static let maxIdle = 512

  let loop: EventLoop
  @exclusivity(unchecked) private var idle: [HandlerRunner] = []
  @exclusivity(unchecked) private var connections = 0

  init(on loop: EventLoop) { self.loop = loop }

  /// How many wait.
  var count: Int { idle.count }

  /// A runner that has nothing to run.
  func take() -> HandlerRunner { idle.popLast() ?? HandlerRunner(of: self) }

  /// Keeps a runner for the next call; false when it has to end.
  func keep(_ runner: HandlerRunner) -> Bool {
    guard connections > 0, idle.count < Self.maxIdle else { return false }
    idle.append(runner)
    return true
  }

  /// A connection may take runners from now on.
  func join() { connections += 1 }

  /// A connection takes no more; with the last one the tasks of all runners end, which would wait for ever.
  func leave() {
    connections -= 1
    guard connections == 0 else { return }
    let retired = idle
    idle = []
    for runner in retired { runner.retire() }
  }
}
