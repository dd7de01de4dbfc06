extension ComputePool {
  /// The work of one client in a pool: lanes that have some take turns, a job at a time, so that whoever asks for much waits for
  /// himself and not everybody for him.
  ///
  /// A task executor, as the pool is. What is given to the pool itself is one lane more.
  public final class Lane: TaskExecutor {
    /// The pool whose threads do the work.
    public let pool: ComputePool
    private let line = SharedQueue.Line()

    init(of pool: ComputePool) { self.pool = pool }

    /// Queues a job behind the others of the lane.
    public func enqueue(_ job: consuming ExecutorJob) {
      pool.queue.put(UnownedJob(job), on: asUnownedTaskExecutor(), in: line)
    }
  }

  /// A lane of its own, for as long as somebody holds it or its jobs wait.
  public func makeLane() -> Lane { Lane(of: self) }
}
