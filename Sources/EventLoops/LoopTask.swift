/// An asynchronous body for `EventLoop.start(_:)`; an object, so that starting it allocates nothing.
public protocol LoopTaskBody: AnyObject, Sendable {
  /// Runs on the loop and comes back to it after every suspension.
  func run() async
}

/// A body that was started on a loop, by which it can be cancelled; to be used on the loop's thread only.
public struct LoopTask: Sendable {
  private let worker: LoopTaskWorker
  private let generation: UInt64

  init(_ worker: LoopTaskWorker) {
    self.worker = worker
    generation = worker.generation
  }

  /// Cancels the body as `Task.cancel()` would; without effect once it has returned.
  public func cancel() { worker.cancel(generation) }
}

extension EventLoop {
  /// How many workers wait for a body at most.
  static let maxIdleWorkers = 1024

  /// Runs `body` in a task of its own on this loop, beginning after what is already queued. On the loop's thread only.
  ///
  /// For the body it is `Task.detached(executorPreference: self)` in every respect, at half the cost: a task that has
  /// run a body waits for the next one, unless it was cancelled, and need not be made again.
  ///
  /// - Complexity: O(1), no allocation while an idle worker is left.
  @discardableResult
  public func start(_ body: any LoopTaskBody) -> LoopTask {
    assert(isCurrent)
    let worker = idleWorkers.popLast() ?? LoopTaskWorker(self)
    worker.begin(body)
    return LoopTask(worker)
  }

  /// Whether another worker may wait.
  var keepsWorkers: Bool { !stopping && idleWorkers.count < Self.maxIdleWorkers }

  /// Ends the workers that wait.
  func dismissWorkers() {
    for worker in idleWorkers { worker.dismiss() }
    idleWorkers.removeAll()
  }
}

/// A task of a loop that runs one body after the other.
// SAFETY: owner: `loop`; every member is touched on its thread only.
final class LoopTaskWorker: @unchecked Sendable {
  private unowned let loop: EventLoop
  private var body: (any LoopTaskBody)?
  private var task: Task<Void, Never>?
  private var waiting: UnsafeContinuation<Void, Never>?
  /// The number of bodies that have returned.
  private(set) var generation: UInt64 = 0

  init(_ loop: EventLoop) { self.loop = loop }

  func begin(_ body: any LoopTaskBody) {
    self.body = body
    if let waiting = waiting.take() { return waiting.resume() }
    task = Task.detached(executorPreference: loop) { await self.serve() }
  }

  func cancel(_ generation: UInt64) {
    if generation == self.generation { task?.cancel() }
  }

  func dismiss() { waiting.take()?.resume() }

  private func serve() async {
    while let body = body.take() {
      await body.run()
      generation &+= 1
      // Cancellation cannot be taken back, so a cancelled task is of no further use.
      guard !Task.isCancelled, loop.keepsWorkers else { break }
      await withUnsafeContinuation { continuation in
        waiting = continuation
        loop.idleWorkers.append(self)
      }
    }
    task = nil
  }
}
