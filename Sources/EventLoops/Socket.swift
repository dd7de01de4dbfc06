import CLinux
import Glibc

/// What a read or a write on a socket came to.
public enum TransferResult: Sendable, Equatable {
  /// So many bytes went over; for a read, 0 is the end of the stream.
  case bytes(Int)
  /// Nothing now; wait until the socket is ready.
  case wouldBlock
  /// The connection is unusable; the errno.
  case failed(Int32)
}

/// Owns one non-blocking stream socket; closed when the value ends.
public struct Socket: ~Copyable, Sendable {
  /// The descriptor; not to be closed by the borrower.
  public let descriptor: Int32

  init(owning descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  static func create(family: Int32) throws(EventLoopError) -> Socket {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(family, kind, 0)
    guard descriptor >= 0 else { throw .system("creating a socket", errno: errno) }
    return Socket(owning: descriptor)
  }

  /// A socket on its way to `address`: once writable, `takeError()` says whether it has arrived.
  ///
  /// - Throws: when it failed at once.
  public static func connecting(to address: SocketAddress) throws(EventLoopError) -> Socket {
    let socket = try create(family: address.family)
    socket.prepareStream()
    let descriptor = socket.descriptor
    let status = try address.withSockaddr { connect(descriptor, $0, $1) }
    // EAGAIN is a Unix socket whose backlog is full: no wait is possible there, so it is a failure.
    if status != 0, errno != EINPROGRESS, errno != EINTR {
      throw .system("connecting to \(address)", errno: errno)
    }
    return socket
  }

  /// Small writes go out at once, and the kernel notices a peer whose machine has vanished: after 10 s of silence it
  /// probes, and what stays unacknowledged for 20 s, be it a probe or data, ends the connection (RFC 9293 §3.8.3, §3.8.4).
  /// Without effect on Unix sockets.
  func prepareStream() {
    let tcp = Int32(IPPROTO_TCP)
    set(tcp, TCP_NODELAY, 1)
    set(SOL_SOCKET, SO_KEEPALIVE, 1)
    set(tcp, TCP_KEEPIDLE, 10)
    set(tcp, TCP_KEEPINTVL, 5)
    set(tcp, TCP_USER_TIMEOUT, 20_000)
    // Beside what is on its way; by itself the kernel takes up to 4 MiB for each peer that does not read.
    set(tcp, TCP_NOTSENT_LOWAT, 256 * 1024)
  }

  func set(_ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Reads what is there, up to the buffer's size.
  public borrowing func read(into buffer: UnsafeMutableRawBufferPointer) -> TransferResult {
    Self.result(clinux_receive(descriptor, buffer.baseAddress, buffer.count))
  }

  /// Whether the peer will send nothing more: it has ended its direction, or the connection is broken. What it has sent
  /// before may still wait to be read.
  public borrowing func peerHasFinished() -> Bool { clinux_peer_has_finished(descriptor) != 0 }

  /// Whether bytes wait to be read.
  public borrowing func hasInput() -> Bool { clinux_has_input(descriptor) != 0 }

  /// Writes what the kernel takes. A closed peer gives EPIPE, never a signal.
  public borrowing func write(_ bytes: UnsafeRawBufferPointer) -> TransferResult {
    Self.result(clinux_send(descriptor, bytes.baseAddress, bytes.count))
  }

  private static func result(_ status: Int) -> TransferResult {
    if status >= 0 { return .bytes(status) }
    return status == -Int(EAGAIN) ? .wouldBlock : .failed(Int32(-status))
  }

  /// Ends the outgoing direction; the peer reads the end of the stream.
  public borrowing func shutdownOutput() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Takes the pending error (SO_ERROR): 0, or the errno.
  public borrowing func takeError() -> Int32 {
    var value: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    let status = getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &value, &length)
    return status == 0 ? value : errno
  }

  /// The address of this end, when it has one.
  public borrowing func localAddress() -> SocketAddress? { address(getsockname) }

  /// The address of the other end, when it has one.
  public borrowing func peerAddress() -> SocketAddress? { address(getpeername) }

  private borrowing func address(
    _ call: (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> SocketAddress? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call(descriptor, $0, &length) }
    }
    return status == 0 ? SocketAddress(storage, length: length) : nil
  }
}
