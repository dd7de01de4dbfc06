import Glibc

/// Jobs that wait for any thread of a pool, in lines that take turns.
// SAFETY: owner: shared by the pool, its lanes and its threads. `waiting`, `closed` and the jobs of every line are touched with
// `lock` held only; the condition is allocated in `init`, freed in `deinit`, when no thread holds the queue any more.
final class SharedQueue: @unchecked Sendable {
  typealias Entry = (job: UnownedJob, executor: UnownedTaskExecutor)

  /// Jobs that are done in the order in which they came.
  // SAFETY: owner: the queue, whose lock guards it.
  final class Line: @unchecked Sendable {
    @exclusivity(unchecked) fileprivate var jobs = Ring<Entry>(capacity: 8)
  }

  private let lock = Lock()
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// The lines that hold a job, in the order of their turns.
  private var waiting = Ring<Line>()
  private var closed = false

  init() { pthread_cond_init(arrival, nil) }

  deinit {
    pthread_cond_destroy(arrival)
    arrival.deallocate()
  }

  func put(_ job: UnownedJob, on executor: UnownedTaskExecutor, in line: Line) {
    lock.withLock {
      if line.jobs.isEmpty { waiting.push(line) }
      line.jobs.push((job, executor))
    }
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
      while true {
        if let line = waiting.pop() {
          let entry = line.jobs.pop()
          if !line.jobs.isEmpty { waiting.push(line) }
          return entry
        }
        if closed { return nil }
        lock.wait(for: arrival)
      }
    }
  }
}
