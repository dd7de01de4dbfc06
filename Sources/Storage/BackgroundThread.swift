import CStorage
import Glibc

/// A thread of its own for work that blocks on the disk; joined once.
public final class BackgroundThread: Sendable {
  private final class Start: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
      self.name = name
      self.body = body
    }
  }

  private let thread: pthread_t

  /// Starts `body` on a thread named `name` (at most 15 characters are shown by the system).
  public init(name: String, body: @escaping @Sendable () -> Void) {
    let start = Unmanaged.passRetained(Start(name: name, body: body))
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { argument in
        let start = Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue()
        matiane_name_thread(String(start.name.prefix(15)))
        start.body()
        return nil
      }, start.toOpaque())
    precondition(error == 0, "cannot start a thread: \(String(cString: strerror(error)))")
    self.thread = thread
  }

  /// Waits for the body to return. Call it exactly once.
  public func join() { pthread_join(thread, nil) }
}
