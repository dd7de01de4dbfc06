import CLinux
import Glibc

/// Descriptors that stand back: listening sockets, and connections that nobody has been served on yet. Whatever a crowd of
/// them wants, what the others want comes before it.
///
/// They have an epoll instance of their own, which is one of the descriptors of the loop's.
extension EventLoop {
  /// The token of `backgroundPoller`; no registration has it.
  static let backgroundToken = UInt64.max - 1
  /// The part of a turn's time that goes to them, while the others have something to do.
  private static let backgroundShare: UInt64 = 8

  /// Calls the handler of one of them that is ready, and of more for an eighth of the time that the turn has taken.
  func serveBackground() {
    backgroundIsReady = false
    let began = MonotonicInstant.now
    let end = began.nanoseconds &+ (began.nanoseconds &- turnStart.nanoseconds) / Self.backgroundShare
    repeat {
      var event = epoll_event()
      guard epoll_wait(backgroundPoller, &event, 1, 0) == 1 else { return }
      // Removed meanwhile, if its token is not known any more.
      descriptors.handler(forToken: event.data.u64)?.becameReady(Readiness(rawValue: event.events))
      present = .now
    } while now.nanoseconds < end
  }
}
