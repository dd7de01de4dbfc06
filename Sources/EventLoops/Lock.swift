import Glibc

/// A mutual exclusion lock for what threads contend for; `Mutex` elsewhere.
///
/// The contended path of Swift's `Mutex` is invisible to ThreadSanitizer, which then reports races that are none;
/// a pthread mutex is known to it.
// SAFETY: owner: this value, which allocates the mutex and frees it in `deinit`; pthread makes its use from threads safe.
struct Lock: ~Copyable, @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() { pthread_mutex_init(mutex, nil) }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` while no other thread runs one under this lock.
  borrowing func withLock<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Sleeps until `condition` is signalled, letting others have the lock meanwhile; with the lock held only.
  borrowing func wait(for condition: UnsafeMutablePointer<pthread_cond_t>) {
    pthread_cond_wait(condition, mutex)
  }
}
