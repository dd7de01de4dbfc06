import Glibc

/// Jobs that wait for any thread of a pool.
// SAFETY: owner: shared by the pool and its threads. `jobs` and `closed` are touched with `lock` held only; the two
// pthread objects are allocated in `init`, freed in `deinit`, when no thread holds the queue any more.
final class SharedQueue: @unchecked Sendable {
  private typealias Entry = (job: UnownedJob, executor: UnownedTaskExecutor)

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var jobs = Ring<Entry>()
  private var closed = false

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrival, nil)
  }

  deinit {
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(lock)
    arrival.deallocate()
    lock.deallocate()
  }

  func put(_ job: UnownedJob, on executor: UnownedTaskExecutor) {
    pthread_mutex_lock(lock)
    jobs.push((job, executor))
    pthread_mutex_unlock(lock)
    pthread_cond_signal(arrival)
  }

  /// Lets the threads end once the queue is empty.
  func close() {
    pthread_mutex_lock(lock)
    closed = true
    pthread_mutex_unlock(lock)
    pthread_cond_broadcast(arrival)
  }

  /// Runs jobs on the calling thread until the queue is closed and empty.
  func serve() {
    while let next = take() { next.job.runSynchronously(on: next.executor) }
  }

  private func take() -> Entry? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while jobs.isEmpty {
      if closed { return nil }
      pthread_cond_wait(arrival, lock)
    }
    return jobs.pop()
  }
}
