import CLinux
import Glibc

/// Starts operating system threads.
enum Thread {
  private final class Start {
    let name: String
    let slice: Duration
    let body: () -> Void
    init(name: String, slice: Duration, body: @escaping () -> Void) {
      self.name = name
      self.slice = slice
      self.body = body
    }
  }

  /// Runs `body` on a new detached thread of that name.
  ///
  /// A thread that asks for short slices of time is let in by one with longer ones as soon as it wakes, where else it might
  /// have to wait until that one's slice is over (Linux 6.12 and newer).
  ///
  /// - Parameter slice: how long it wants to run in one go where others wait; zero for what is usual.
  /// - Throws: when the system's limit of threads is reached.
  static func start(
    name: String, slice: Duration = .zero, _ body: @escaping @Sendable () -> Void
  ) throws(EventLoopError) {
    let start = Unmanaged.passRetained(Start(name: name, slice: slice, body: body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        let start = Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue()
        clinux_name_thread(start.name)
        // Of its own or not, for it has inherited that of the thread which started it.
        clinux_set_slice(UInt64(start.slice / .nanoseconds(1)))
        start.body()
        return nil
      }, start.toOpaque())
    pthread_attr_destroy(&attributes)
    guard status == 0 else {
      start.release()
      throw .system("starting thread \(name)", errno: status)
    }
  }
}
