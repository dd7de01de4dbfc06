import Glibc

@testable import EventLoops

/// Two sockets connected with each other.
struct SocketPair: ~Copyable, Sendable {
  let first: Socket
  let second: Socket

  /// Gives each end to its owner.
  consuming func split<Result: ~Copyable>(
    _ body: (consuming Socket, consuming Socket) throws -> Result
  ) rethrows -> Result {
    try body(first, second)
  }
}

extension Socket {
  static func pair() throws(EventLoopError) -> SocketPair {
    var descriptors: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &descriptors) == 0 else {
      throw .system("creating a socket pair", errno: errno)
    }
    return SocketPair(first: Socket(owning: descriptors[0]), second: Socket(owning: descriptors[1]))
  }

  /// Makes the coming close abortive: unsent bytes are dropped and the peer sees a reset.
  borrowing func resetOnClose() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }
}
