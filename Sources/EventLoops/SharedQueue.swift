import Glibc

/// Jobs that wait for any thread of a pool.
// SAFETY: owner: shared by the pool and its threads. `jobs` and `closed` are touched with `lock` held only; the
// condition is allocated in `init`, freed in `deinit`, when no thread holds the queue any more.
final class SharedQueue: @unchecked Sendable {
  private typealias Entry = (job: UnownedJob, executor: UnownedTaskExecutor)

  private let lock = Lock()
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var jobs = Ring<Entry>()
  private var closed = false

  init() { pthread_cond_init(arrival, nil) }

  deinit {
    pthread_cond_destroy(arrival)
    arrival.deallocate()
  }

  func put(_ job: UnownedJob, on executor: UnownedTaskExecutor) {
    lock.withLock { jobs.push((job, executor)) }
    pthread_cond_signal(arrival)
  }

  /// Lets the threads end once the queue is empty.
  func close() {
    lock.withLock { closed = true }
    pthread_cond_broadcast(arrival)
  }

  /// Runs jobs on the calling thread until the queue is closed and empty.
  func serve() {
    while let next = take() { next.job.runSynchronously(on: next.executor) }
  }

  private func take() -> Entry? {
    lock.withLock {
      while jobs.isEmpty {
        if closed { return nil }
        lock.wait(for: arrival)
      }
      return jobs.pop()
    }
  }
}
