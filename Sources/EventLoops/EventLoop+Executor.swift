/// `Task(executorPreference: loop)` runs on the loop and stays there.
extension EventLoop: TaskExecutor {
  /// Queues a job. On the loop's own thread without a lock or a system call; never runs it within the call.
  public func enqueue(_ job: consuming ExecutorJob) { submit(.job(UnownedJob(job))) }

  /// The executor of an actor that lives on the loop: what its `unownedExecutor` returns.
  public func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    UnownedSerialExecutor(ordinary: isolation)
  }

  @inline(__always)
  func run(_ item: Work, task: UnownedTaskExecutor) {
    switch item {
    case .job(let job): job.runSynchronously(on: task)
    case .isolatedJob(let job):
      job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: task)
    case .closure(let body): body()
    }
  }
}

/// A loop as the serial executor of actors.
///
/// An object apart from the task executor, because the runtime must be told which of the two a job runs on: a job
/// that is nonisolated would, if run as isolated, be queued anew for ever; the other way round costs a hop each time.
// SAFETY: `loop` is set once, by the loop's `init` before anyone else knows the loop, and outlives this part of it.
final class LoopIsolation: SerialExecutor, @unchecked Sendable {
  unowned(unsafe) var loop: EventLoop!

  func enqueue(_ job: consuming ExecutorJob) { loop.submit(.isolatedJob(UnownedJob(job))) }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  /// Isolation is a matter of the thread: all that runs on it is isolated to the loop.
  func isIsolatingCurrentContext() -> Bool? { loop.isCurrent }

  func checkIsolated() { loop.preconditionInLoop() }
}
