import CLinux
import Glibc

/// Starts operating system threads.
enum Thread {
  private final class Start {
    let name: String
    let body: () -> Void
    init(name: String, body: @escaping () -> Void) {
      self.name = name
      self.body = body
    }
  }

  /// Runs `body` on a new detached thread of that name.
  ///
  /// - Throws: when the system's limit of threads is reached.
  static func start(name: String, _ body: @escaping @Sendable () -> Void) throws(EventLoopError) {
    let start = Unmanaged.passRetained(Start(name: name, body: body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        let start = Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue()
        clinux_name_thread(start.name)
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
