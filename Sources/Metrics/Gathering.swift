import EventLoops
import Glibc
import Synchronization

/// Asks every loop for a value and waits for the answers, on a thread that may block.
final class Gathering<Value: Sendable>: Sendable {
  /// An answer, and how long the loop took until it came to it.
  struct Answer: Sendable {
    var value: Value?
    var lag: Duration
  }

  private let answers: Mutex<[Answer?]>
  private let began = MonotonicInstant.now
  // SAFETY: owner: this object, which allocates and frees it; semaphores are made for use from several threads.
  nonisolated(unsafe) private let arrived = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  /// Asks the loops; `body` runs on each.
  init(_ loops: [EventLoop], _ body: @escaping @Sendable (Int) -> Value) {
    answers = Mutex(Array(repeating: nil, count: loops.count))
    sem_init(arrived, 0, 0)
    for (index, loop) in loops.enumerated() {
      loop.execute { [self] in
        let answer = Answer(value: body(index), lag: began.duration(to: .now))
        answers.withLock { $0[index] = answer }
        sem_post(arrived)
      }
    }
  }

  deinit {
    sem_destroy(arrived)
    arrived.deallocate()
  }

  /// Waits for the answers; for one that has not come in time there is the time waited.
  func wait(seconds: Int) -> [Answer] {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    end.tv_sec += seconds
    for _ in 0..<answers.withLock({ $0.count }) {
      while sem_timedwait(arrived, &end) != 0 {
        if errno != EINTR { break }
      }
    }
    return answers.withLock { answers in
      answers.map { $0 ?? Answer(value: nil, lag: began.duration(to: .now)) }
    }
  }
}
