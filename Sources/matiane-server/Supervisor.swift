import EventLoops
import Glibc

/// The service manager that started the process: told what goes on by sd_notify(3)'s protocol, and asked for sockets.
///
/// Without one nothing is said. The protocol is a few lines of text to a socket; libsystemd would be one library more.
struct Supervisor: Sendable {
  private let socketPath: String?
  private let watchdog: Duration?
  /// Sockets that listen already (sd_listen_fds(3)).
  let listeningDescriptors: [Int32]

  /// More sockets than any manager hands over; the number comes from the environment.
  private static let mostDescriptors: Int32 = 1024

  /// Reads what the manager has put into the environment.
  init(_ environment: [String: String]) {
    socketPath = environment["NOTIFY_SOCKET"].flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
    func isMeant(_ name: String) -> Bool { environment[name].flatMap { Int32($0) } == getpid() }
    let descriptors = min(environment["LISTEN_FDS"].flatMap { Int32($0) } ?? 0, Self.mostDescriptors)
    listeningDescriptors = isMeant("LISTEN_PID") && descriptors > 0 ? Array(3..<(3 + descriptors)) : []
    let microseconds = environment["WATCHDOG_USEC"].flatMap { Int64($0) } ?? 0
    let isWatched = environment["WATCHDOG_PID"] == nil || isMeant("WATCHDOG_PID")
    watchdog = microseconds > 0 && isWatched ? .microseconds(microseconds) : nil
  }

  /// The service is up.
  func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }

  /// The service goes down.
  func stopping() { send("STOPPING=1\nSTATUS=draining") }

  /// Tells that the configuration is read while `body` does so.
  func reloading(_ body: () -> Void) {
    send("RELOADING=1\nMONOTONIC_USEC=\(MonotonicInstant.now.nanoseconds / 1000)")
    body()
    send("READY=1")
  }

  /// Tells twice in every watchdog interval that the process is alive, as long as `isAlive` says so.
  func keepAlive(_ isAlive: @escaping @Sendable () -> Bool) {
    guard let watchdog else { return }
    Task.detached {
      while !Task.isCancelled {
        if isAlive() { send("WATCHDOG=1") }
        try await Task.sleep(for: watchdog / 2)
      }
    }
  }

  private func send(_ text: String) {
    guard let socketPath else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var path = Array(socketPath.utf8)
    if path[0] == UInt8(ascii: "@") { path[0] = 0 }
    var address = sockaddr_un()
    guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    let bytes = Array(text.utf8)
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, length)
      }
    }
  }
}
