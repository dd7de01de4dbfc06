import EventLoops

/// A task that runs handlers, one after the other, as calls come.
///
/// Making, scheduling and destroying a task costs more than a small handler; so a task that has run a handler to its
/// end waits for the next call of its connection. One whose handler was cancelled ends with it, for a task stays
/// cancelled for ever.
// SAFETY: touched on the connection's loop only, which the task prefers.
final class HandlerRunner: @unchecked Sendable {
  private let connection: ServerConnection
  @exclusivity(unchecked) private var call: ServerCall?
  @exclusivity(unchecked) private var waiting: UnsafeContinuation<Void, Never>?
  @exclusivity(unchecked) private var task: Task<Void, Never>?
  @exclusivity(unchecked) private var isCancelled = false

  init(of connection: ServerConnection) { self.connection = connection }

  /// Runs the handler of a call, once the loop gets to it.
  func run(_ call: ServerCall) {
    self.call = call
    if let waiting = waiting.take() { return waiting.resume() }
    if task == nil {
      task = Task.detached(executorPreference: connection.loop) { await self.work() }
    }
  }

  /// Cancels the handler that runs.
  func cancel() {
    isCancelled = true
    task?.cancel()
  }

  /// Ends a runner that waits: its connection is over.
  func retire() { waiting.take()?.resume() }

  nonisolated(nonsending) private func work() async {
    while call != nil {
      await call.take()?.run()
      guard !isCancelled, connection.keep(self) else { break }
      await withUnsafeContinuation { continuation in
        if self.call != nil { continuation.resume() } else { waiting = continuation }
      }
    }
    task = nil
  }
}
