import CLinux
import Glibc
import Synchronization

/// Where other threads leave work for a loop; the only part of a loop that threads share.
///
/// A write to the eventfd happens only when the loop sleeps, so a busy loop is fed without system calls.
// SAFETY: owner: the loop; `work` and `hasThread` are touched with `lock` held only.
final class Inbox: @unchecked Sendable {
  private let lock = Lock()
  private var work = ContiguousArray<Work>()
  private var hasThread = true
  private let pending = Atomic(false)
  private let sleeping = Atomic(false)
  /// The eventfd that ends the loop's sleep; watched edge-triggered, so it is never read.
  let wakeUp: Int32

  init(wakeUp: Int32) { self.wakeUp = wakeUp }

  deinit { close(wakeUp) }

  /// Adds work from any thread.
  ///
  /// - Returns: false when the loop's thread has ended; the caller now has to start a new one.
  func put(_ work: Work) -> Bool {
    let hadThread = lock.withLock {
      self.work.append(work)
      pending.store(true, ordering: .sequentiallyConsistent)
      defer { hasThread = true }
      return hasThread
    }
    if sleeping.exchange(false, ordering: .sequentiallyConsistent) { eventfd_write(wakeUp, 1) }
    return hadThread
  }

  /// Moves all work into `queue`; called by the loop.
  ///
  /// - Complexity: one atomic load when there is none.
  func take(into queue: inout Ring<Work>, scratch: inout ContiguousArray<Work>) {
    guard pending.load(ordering: .acquiring) else { return }
    lock.withLock {
      swap(&work, &scratch)
      pending.store(false, ordering: .relaxed)
    }
    for work in scratch { queue.push(work) }
    scratch.removeAll(keepingCapacity: true)
  }

  /// Announces that the loop is about to sleep.
  ///
  /// - Returns: false when work is waiting and the loop must not sleep.
  func beginSleep() -> Bool {
    sleeping.store(true, ordering: .sequentiallyConsistent)
    if pending.load(ordering: .sequentiallyConsistent) {
      sleeping.store(false, ordering: .relaxed)
      return false
    }
    return true
  }

  /// Announces that the loop is awake and will look into the inbox by itself.
  func endSleep() { sleeping.store(false, ordering: .relaxed) }

  /// Gives up the loop's thread unless work has arrived meanwhile.
  ///
  /// - Returns: true when the thread must end now.
  func retireThread() -> Bool {
    lock.withLock {
      guard work.isEmpty else { return false }
      hasThread = false
      return true
    }
  }
}
