import CStorage
import Glibc

/// A thread of its own for work that blocks on the disk; joined once.
public final class BackgroundThread: Sendable {
  private final class Start: Sendable {
    let name: String
    let yielding: Yielding
    let body: @Sendable () -> Void

    init(name: String, yielding: Yielding, body: @escaping @Sendable () -> Void) {
      self.name = name
      self.yielding = yielding
      self.body = body
    }
  }

  private let thread: pthread_t

  /// How far a thread stands back where there are fewer cores than work.
  public enum Yielding: Int32, Sendable {
    /// As important as any other.
    case no = 0
    /// Gets a third of what another thread gets.
    case toOthers = 5
    /// Gets a tenth of what another thread gets.
    case toAll = 10
  }

  /// Starts `body` on a thread named `name` (at most 15 characters are shown by the system).
  public init(name: String, yielding: Yielding = .no, body: @escaping @Sendable () -> Void) {
    let start = Unmanaged.passRetained(Start(name: name, yielding: yielding, body: body))
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { argument in
        let start = Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue()
        matiane_name_thread(String(start.name.prefix(15)))
        // On Linux this is the calling thread's own; refused nowhere, for it only lowers.
        if start.yielding != .no { _ = nice(start.yielding.rawValue) }
        start.body()
        return nil
      }, start.toOpaque())
    if error != 0 { Self.giveUp(name, error) }
    self.thread = thread
  }

  /// Ends the process with a message: without its threads nothing of it works, and no stack says more.
  private static func giveUp(_ name: String, _ error: Int32) -> Never {
    let reason = String(cString: strerror(error))
    var line = "cannot start the thread \(name): \(reason); is there enough memory?\n"
    line.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    _exit(1)
  }

  /// Waits for the body to return. Call it exactly once.
  public func join() { pthread_join(thread, nil) }
}
