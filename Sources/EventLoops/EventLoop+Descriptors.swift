import CLinux
import Glibc

extension EventLoop {
  /// Watches a descriptor, level-triggered. On the loop's thread only.
  ///
  /// The loop keeps `handler` until `deregister(_:)`, which must come before the descriptor is closed.
  ///
  /// - Parameter standingBack: whether its events wait behind those of the other descriptors; see `bringForward(_:)`.
  /// - Throws: when the kernel refuses (not pollable, watched already, out of memory).
  public func register(
    _ descriptor: Int32, for wanted: Readiness, standingBack: Bool = false, _ handler: any ReadinessHandler
  ) throws(EventLoopError) -> Registration {
    assert(isCurrent)
    let registration = descriptors.insert(handler, descriptor: descriptor, standingBack: standingBack)
    guard control(EPOLL_CTL_ADD, registration, wanted) == 0 else {
      let reason = errno
      _ = descriptors.remove(registration)
      throw .system("watching descriptor \(descriptor)", errno: reason)
    }
    return registration
  }

  /// Changes what a descriptor is watched for; a system call, so call it on changes only. On the loop's thread.
  public func update(_ registration: Registration, for wanted: Readiness) {
    assert(isCurrent)
    guard descriptors.contains(registration) else { return }
    _ = control(EPOLL_CTL_MOD, registration, wanted)
  }

  /// Makes a descriptor that stood back one like the others; two system calls. On the loop's thread.
  ///
  /// - Throws: when the kernel has no memory; then the descriptor is not watched any more, and has to be deregistered.
  public func bringForward(_ registration: Registration, for wanted: Readiness) throws(EventLoopError) {
    assert(isCurrent)
    guard descriptors.standsBack(registration) else { return }
    _ = control(EPOLL_CTL_DEL, registration, [])
    descriptors.bringForward(registration)
    guard control(EPOLL_CTL_ADD, registration, wanted) == 0 else {
      throw .system("watching descriptor \(registration.descriptor)", errno: errno)
    }
  }

  /// Stops watching; no event of the current turn reaches the handler any more. Idempotent. On the loop's thread.
  public func deregister(_ registration: Registration) {
    assert(isCurrent)
    guard descriptors.contains(registration) else { return }
    _ = control(EPOLL_CTL_DEL, registration, [])
    _ = descriptors.remove(registration)
  }

  private func control(_ operation: Int32, _ registration: Registration, _ wanted: Readiness) -> Int32 {
    var event = epoll_event()
    event.events = wanted.rawValue
    event.data.u64 = registration.token
    let poller = descriptors.standsBack(registration) ? backgroundPoller : poller
    return epoll_ctl(poller, operation, registration.descriptor, &event)
  }
}
