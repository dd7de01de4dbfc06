import Glibc
import Synchronization

/// Remembers which threads met posting lists that cannot be read, so that a search that misses documents for it says so.
///
/// A list ends early where its bytes cannot be right. That is rare enough for a lock; a search that meets none compares one
/// number. Cursors have no reference to what uses them, so the thread tells: a search runs on one from beginning to end.
public enum DamagedLists {
  private static let met = Atomic<UInt64>(0)
  private static let lastMet = Mutex<[pthread_t: UInt64]>([:])

  /// How many times one has been met, by all threads of the process.
  public static var count: UInt64 { met.load(ordering: .relaxed) }

  /// This thread met one.
  @inline(never)
  static func note() {
    lastMet.withLock { $0[pthread_self()] = met.add(1, ordering: .relaxed).newValue }
  }

  /// Whether this thread met one since `count` was as it is given.
  static func wereMet(since count: UInt64) -> Bool {
    guard self.count != count else { return false }
    return lastMet.withLock { $0[pthread_self()] ?? 0 } > count
  }
}
