import Glibc

/// How fast the bytes of a snapshot may be written, so that those who read and write meanwhile do not notice.
///
/// Used by one thread at a time.
public struct Pace: Sendable {
  /// As fast as the disk takes them.
  public static let unlimited = Pace(bytesPerSecond: 0)

  private let bytesPerSecond: Int
  private let stopSignal: StopSignal?

  /// At most so many bytes a second, 0 for no limit; as fast as the disk takes them once the process ends.
  public init(bytesPerSecond: Int, until stopSignal: StopSignal? = nil) {
    self.bytesPerSecond = bytesPerSecond
    self.stopSignal = stopSignal
  }

  /// Whether the process is about to end.
  public var isHurried: Bool { stopSignal?.hasBegun ?? false }

  /// The same for what is read and not written, which costs the others less: four times as fast.
  public var forReading: Pace { Pace(bytesPerSecond: bytesPerSecond * 4, until: stopSignal) }

  /// Waits as long as `count` bytes of `file` may take at the least.
  ///
  /// - Throws: `outOfTime` when the process should have ended by now.
  func spend(_ count: Int, on file: String) throws(StorageError) {
    if let stopSignal, stopSignal.hasBegun {
      guard !stopSignal.isOver else {
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
