import Glibc

/// How fast the bytes of a snapshot may be written, so that those who read and write meanwhile do not notice.
///
/// Used by one thread at a time.
public struct Pace: Sendable {
  /// As fast as the disk takes them.
  public static let unlimited = Pace(bytesPerSecond: 0)

  private let bytesPerSecond: Int
  private let ending: Ending?

  /// At most so many bytes a second, 0 for no limit; as fast as the disk takes them once the process ends.
  public init(bytesPerSecond: Int, until ending: Ending? = nil) {
    self.bytesPerSecond = bytesPerSecond
    self.ending = ending
  }

  /// Whether the process is about to end.
  public var isHurried: Bool { ending?.hasBegun ?? false }

  /// The same for what is read and not written, which costs the others less: four times as fast.
  public var forReading: Pace { Pace(bytesPerSecond: bytesPerSecond * 4, until: ending) }

  /// Waits as long as `count` bytes of `file` may take at the least.
  ///
  /// - Throws: `outOfTime` when the process should have ended by now.
  func spend(_ count: Int, on file: String) throws(StorageError) {
    if let ending, ending.hasBegun {
      guard !ending.isOver else {
        throw StorageError(
          .outOfTime, file: file, problem: "the time to stop in was over before it was written")
      }
      return
    }
    guard bytesPerSecond > 0 else { return }
    let nanoseconds = count * 1_000_000_000 / bytesPerSecond
    var rest = timespec()
    var time = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    while nanosleep(&time, &rest) != 0, errno == EINTR { time = rest }
  }
}
