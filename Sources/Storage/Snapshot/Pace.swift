import Glibc

/// How fast the bytes of a snapshot may be written, so that those who read and write meanwhile do not notice.
///
/// Used by one thread at a time.
public struct Pace: Sendable {
  /// As fast as the disk takes them.
  public static let unlimited = Pace(bytesPerSecond: 0)

  private let bytesPerSecond: Int

  /// At most so many bytes a second; 0 for no limit.
  public init(bytesPerSecond: Int) { self.bytesPerSecond = bytesPerSecond }

  /// Waits as long as `count` bytes may take at the least.
  func spend(_ count: Int) {
    guard bytesPerSecond > 0 else { return }
    let nanoseconds = count * 1_000_000_000 / bytesPerSecond
    var rest = timespec()
    var time = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    while nanosleep(&time, &rest) != 0, errno == EINTR { time = rest }
  }
}
