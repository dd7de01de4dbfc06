/// `Task(executorPreference: loop)` runs on the loop and stays there.
extension EventLoop: TaskExecutor {
  /// Queues a job. On the loop's own thread without a lock or a system call; never runs it within the call.
  public func enqueue(_ job: consuming ExecutorJob) { submit(.job(UnownedJob(job))) }

  @inline(__always)
  func run(_ item: Work, task: UnownedTaskExecutor) {
    switch item {
    case .job(let job): job.runSynchronously(on: task)
    case .closure(let body): body()
    }
  }
}
