import CLinux
import Glibc

/// What an attempt to accept a connection came to.
public enum AcceptResult: ~Copyable {
  /// A connection, and where it comes from (nil for an unnamed Unix peer).
  case accepted(Socket, from: SocketAddress?)
  /// Nobody waits.
  case wouldBlock
  /// This connection is lost already, the next may be well.
  case lost
  /// The process or the machine lacks descriptors or memory; accept again later.
  case exhausted(errno: Int32)
  /// The listening socket itself is unusable.
  case failed(errno: Int32)
}

/// Owns one listening socket; closed when the value ends.
public struct ListeningSocket: ~Copyable, Sendable {
  private let socket: Socket
  /// Where it listens, with the port that the kernel has chosen if none was asked for.
  public let address: SocketAddress

  /// The file of a Unix socket that was made here, which goes with it.
  private let file: SocketFile?

  deinit { file?.remove() }

  /// The descriptor; not to be closed by the borrower.
  public var descriptor: Int32 { socket.descriptor }

  /// Listens at `address`; port 0 lets the kernel choose.
  ///
  /// With `sharedPort` several sockets may listen at one port (SO_REUSEPORT) and the kernel spreads connections
  /// over them; so may another process of the same user, unnoticed: see `checkFree(_:)`. A Unix path left behind by a
  /// process that is gone is taken over; one in use is refused.
  ///
  /// - Throws: when the address is in use or not ours.
  public init(at address: SocketAddress, sharedPort: Bool = false, backlog: Int32 = 4096)
    throws(EventLoopError)
  {
    var address = address
    let socket = try Self.makeSocket(for: &address)
    switch address {
    case .unix(let path): try Self.removeStale(path)
    case .ipv6:
      // `::` also takes IPv4, as operators expect of one listen address.
      socket.set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0)
      fallthrough
    case .ipv4:
      socket.set(SOL_SOCKET, SO_REUSEADDR, 1)
      if sharedPort { socket.set(SOL_SOCKET, SO_REUSEPORT, 1) }
    }
    let descriptor = socket.descriptor
    guard try address.withSockaddr({ bind(descriptor, $0, $1) }) == 0, listen(descriptor, backlog) == 0
    else { throw .system("listening at \(address)", errno: errno) }
    // What is accepted inherits it (socket(7), tcp(7)), and costs no calls of its own.
    socket.prepareStream()
    self.address = socket.localAddress() ?? address
    self.socket = socket
    if case .unix(let path) = address { file = SocketFile(path) } else { file = nil }
  }

  /// A socket for an address, which becomes all of IPv4 where all of IPv6 was meant and the kernel knows none.
  private static func makeSocket(for address: inout SocketAddress) throws(EventLoopError) -> Socket {
    do throws(EventLoopError) {
      return try Socket.create(family: address.family)
    } catch {
      guard error.systemError == EAFNOSUPPORT, case .ipv6(0, 0, let port, _) = address else { throw error }
      address = .ipv4(0, port: port)
      return try Socket.create(family: address.family)
    }
  }

  /// Takes over a socket that listens already: one that the process was started with (socket activation).
  ///
  /// - Throws: when the descriptor is no socket.
  public init(inheriting descriptor: Int32) throws(EventLoopError) {
    let flags = fcntl(descriptor, F_GETFL)
    guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0,
      fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
    else { throw .system("taking over descriptor \(descriptor)", errno: errno) }
    let socket = Socket(owning: descriptor)
    guard let address = socket.localAddress() else {
      throw .system("taking over descriptor \(descriptor)", errno: errno)
    }
    socket.prepareStream()
    self.address = address
    self.socket = socket
    file = nil
  }

  /// Checks that nobody listens at an address, also none who would share the port.
  ///
  /// - Throws: when the address is in use or not ours.
  public static func checkFree(_ address: SocketAddress) throws(EventLoopError) {
    var address = address
    let socket = try makeSocket(for: &address)
    socket.set(SOL_SOCKET, SO_REUSEADDR, 1)
    let descriptor = socket.descriptor
    guard try address.withSockaddr({ bind(descriptor, $0, $1) }) == 0 else {
      throw .system("listening at \(address)", errno: errno)
    }
  }

  /// Takes the next waiting connection, ready for reading and writing.
  public borrowing func accept() -> AcceptResult {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = clinux_accept(descriptor, &storage, &length)
    if status >= 0 {
      return .accepted(Socket(owning: status), from: SocketAddress(storage, length: length)?.unmapped)
    }
    switch -status {
    case EAGAIN: return .wouldBlock
    case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted(errno: -status)
    case EBADF, EINVAL, ENOTSOCK, EFAULT: return .failed(errno: -status)
    default: return .lost  // errors of the new connection (accept(2), "Error handling")
    }
  }

  /// Removes a socket file that nobody listens on.
  private static func removeStale(_ path: String) throws(EventLoopError) {
    guard !path.hasPrefix("\0") else { return }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
    do {
      _ = try Socket.connecting(to: .unix(path: path))
    } catch  where error.systemError == ECONNREFUSED {
      unlink(path)
    } catch {
      // Somebody listens there, or nobody can tell: then binding to it fails, and says why.
    }
  }
}

/// The file by which a Unix socket is found.
private struct SocketFile: Sendable {
  private let path: String
  private let device: dev_t
  private let inode: ino_t

  /// Nil where there is none, as in the abstract namespace.
  init?(_ path: String) {
    var status = stat()
    guard !path.hasPrefix("\0"), lstat(path, &status) == 0 else { return nil }
    self.path = path
    (device, inode) = (status.st_dev, status.st_ino)
  }

  /// Removes it, unless another stands there by now.
  func remove() {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_dev == device, status.st_ino == inode else { return }
    unlink(path)
  }
}
