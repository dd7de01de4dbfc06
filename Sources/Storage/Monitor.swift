import Glibc

/// A value behind a lock, with waiting for a condition on it.
///
/// For threads that truly block: the log's group commit, the catalog's writer. Never wait in one from an event loop.
public final class Monitor<Value: Sendable> {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  /// Guards `value`.
  public init(_ value: Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Reads or changes the value without waking waiters.
  public func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }

  /// Changes the value and wakes every waiter to look at it again.
  public func update<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try update(wakingIf: { _ in true }, body)
  }

  /// Changes the value, and wakes waiters only if they should look at what it is now.
  ///
  /// They are woken when the lock is free again: woken before, each would first of all wait for it.
  public func update<Result, Failure: Error>(
    wakingIf shouldWake: (Value) -> Bool, _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var wakes = false
    defer { if wakes { pthread_cond_broadcast(condition) } }
    return try withLock { value throws(Failure) in
      defer { wakes = shouldWake(value) }
      return try body(&value)
    }
  }

  /// Blocks until `ready` holds, then runs `body` under the same lock.
  public func wait<Result, Failure: Error>(
    until ready: (Value) -> Bool, then body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !ready(value) { pthread_cond_wait(condition, mutex) }
    return try body(&value)
  }

  /// Blocks until `ready` holds or `timeout` has passed, then runs `body` under the same lock.
  public func wait<Result, Failure: Error>(
    until ready: (Value) -> Bool, timeout: Duration, then body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var deadline = timespec()
    clock_gettime(CLOCK_MONOTONIC, &deadline)
    let nanoseconds = deadline.tv_nsec + Int(timeout.components.attoseconds / 1_000_000_000)
    deadline.tv_sec += Int(timeout.components.seconds) + nanoseconds / 1_000_000_000
    deadline.tv_nsec = nanoseconds % 1_000_000_000
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !ready(value), pthread_cond_timedwait(condition, mutex, &deadline) != ETIMEDOUT {}
    return try body(&value)
  }
}

// SAFETY: `value` is touched only between pthread_mutex_lock and _unlock of `mutex`; both pointers live as long as self.
extension Monitor: @unchecked Sendable {}
