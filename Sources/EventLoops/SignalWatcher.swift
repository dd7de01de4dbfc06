import CLinux
import Glibc

/// Delivers a signal as a call on a loop, instead of its default action.
///
/// The handler adds to an eventfd that the loop watches, so it works whatever threads exist already, and child
/// processes inherit nothing.
public final class SignalWatcher: ReadinessHandler {
  private let loop: EventLoop
  private let signal: Int32
  private let counter: Int32
  private let action: @Sendable () -> Void
  private var registration: Registration?

  /// Watches `signal` until `cancel()`; one watcher a signal. On the loop's thread only.
  ///
  /// Signals that arrive together are delivered once.
  ///
  /// - Throws: when the signal cannot be caught.
  public init(_ signal: Int32, on loop: EventLoop, _ action: @escaping @Sendable () -> Void)
    throws(EventLoopError)
  {
    loop.preconditionInLoop()
    self.loop = loop
    self.signal = signal
    self.action = action
    counter = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard counter >= 0 else { throw .system("creating an eventfd", errno: errno) }
    registration = try loop.register(counter, for: .readable, self)
    let status = clinux_watch_signal(signal, counter)
    guard status == 0 else {
      cancel()
      throw .system("watching signal \(signal)", errno: -status)
    }
  }

  deinit { close(counter) }

  /// Restores the signal's default action. Idempotent. On the loop's thread only.
  public func cancel() {
    guard let current = registration.take() else { return }
    _ = clinux_watch_signal(signal, -1)
    loop.deregister(current)
  }

  /// Takes the count and calls the action.
  public func becameReady(_ readiness: Readiness) {
    var count: eventfd_t = 0
    if eventfd_read(counter, &count) == 0, count > 0 { action() }
  }
}

// SAFETY: owner: the loop, whose thread alone touches `registration` and calls `action`.
extension SignalWatcher: @unchecked Sendable {}
