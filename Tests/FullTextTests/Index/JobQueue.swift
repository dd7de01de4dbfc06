import Synchronization

/// Jobs that run when the test says so.
final class JobQueue: Sendable {
  private let jobs = Mutex<[@Sendable () -> Void]>([])
  private let added = Mutex(0)

  /// How many jobs there were.
  var count: Int { added.withLock { $0 } }

  func add(_ job: @escaping @Sendable () -> Void) {
    jobs.withLock { $0.append(job) }
    added.withLock { $0 += 1 }
  }

  /// Forgets what has not run, and holds on to whoever added it.
  func removeAll() { jobs.withLock { $0 = [] } }

  func runAll() {
    let due = jobs.withLock { jobs in
      defer { jobs.removeAll() }
      return jobs
    }
    for job in due { job() }
  }
}
