import Glibc

/// Threads for work that would hold up a loop: merges, exports, huge queries.
///
/// A task executor: `Task(executorPreference: pool)`, or `withTaskExecutorPreference(pool) { … }` from a loop.
public final class ComputePool: TaskExecutor {
  let queue: SharedQueue
  private let line = SharedQueue.Line()

  /// Starts so many threads, at least one; by default one for each core.
  ///
  /// - Parameter niceness: how far they stand back behind other threads, as of nice(1).
  /// - Throws: when the system's limit of threads is reached.
  public init(threads: Int? = nil, name: String = "compute", niceness: Int32 = 0) throws(EventLoopError) {
    let queue = SharedQueue()
    self.queue = queue
    for number in 0..<max(1, threads ?? EventLoopGroup.availableCores) {
      // The threads hold the queue and not the pool, so that a forgotten pool ends them.
      try Thread.start(name: "\(name)-\(number)") {
        // On Linux this is the calling thread's own; refused nowhere, for it only lowers.
        if niceness > 0 { _ = nice(niceness) }
        queue.serve()
      }
    }
  }

  /// The threads end when the pool is let go and the queue is empty; a job always has time to run.
  deinit { queue.close() }

  /// Queues a job for the next thread that is free; lanes take turns with it.
  public func enqueue(_ job: consuming ExecutorJob) {
    queue.put(UnownedJob(job), on: asUnownedTaskExecutor(), in: line)
  }

  /// Runs `body` on a thread of the pool and returns its result to the caller's executor.
  public func run<Result: Sendable, Failure: Error>(
    _ body: sending () throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    try await withTaskExecutorPreference(self) { () async throws(Failure) -> Result in try body() }
  }
}
