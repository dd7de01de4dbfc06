import Glibc

/// Where a socket listens or connects to.
public enum SocketAddress: Sendable, Hashable {
  /// An IPv4 address in network byte order, and a port.
  case ipv4(UInt32, port: UInt16)
  /// An IPv6 address in network byte order (high and low half as they lie in memory), a port and a scope.
  case ipv6(UInt64, UInt64, port: UInt16, scope: UInt32)
  /// A path of the file system; one that begins with U+0000 is a name of Linux's abstract namespace.
  case unix(path: String)

  /// An address from its numeric text and a port: `127.0.0.1`, `::1`.
  ///
  /// - Throws: `invalidAddress` for anything else, host names included.
  public init(numeric host: String, port: UInt16) throws(EventLoopError) {
    var four = in_addr()
    if inet_pton(AF_INET, host, &four) == 1 {
      self = .ipv4(four.s_addr, port: port)
      return
    }
    let parts = host.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    let scope = parts.count == 2 ? UInt32(parts[1]) ?? if_nametoindex(String(parts[1])) : 0
    var six = in6_addr()
    guard inet_pton(AF_INET6, String(parts[0]), &six) == 1, parts.count == 1 || scope > 0 else {
      throw EventLoopError(
        code: .invalidAddress, message: "\"\(host)\" is neither an IPv4 nor an IPv6 address")
    }
    self = Self.ipv6(six, port: port, scope: scope)
  }

  /// The port; nil for a path.
  public var port: UInt16? {
    switch self {
    case .ipv4(_, let port), .ipv6(_, _, let port, _): port
    case .unix: nil
    }
  }

  /// The same address with another port; a path stays as it is.
  public func with(port: UInt16) -> SocketAddress {
    switch self {
    case .ipv4(let address, _): .ipv4(address, port: port)
    case .ipv6(let high, let low, _, let scope): .ipv6(high, low, port: port, scope: scope)
    case .unix: self
    }
  }

  /// Whom to count it with where one customer is to have one share: an IPv4 address, or the 64 bits of an IPv6 address that a
  /// network gives to one customer at the least; without a port. Nil for a path.
  public var network: SocketAddress? {
    switch self {
    case .ipv4: with(port: 0)
    // What begins with so many zeros is no network: `::1`.
    case .ipv6(let high, let low, _, _): .ipv6(high, high == 0 ? low : 0, port: 0, scope: 0)
    case .unix: nil
    }
  }

  /// An IPv4 address that a socket for both families tells in the form of IPv6 (`::ffff:127.0.0.1`), in its own form.
  var unmapped: SocketAddress {
    guard case .ipv6(0, let low, let port, _) = self else { return self }
    return withUnsafeBytes(of: low) { bytes in
      guard bytes.prefix(4).elementsEqual([0, 0, 0xff, 0xff]) else { return self }
      return .ipv4(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self), port: port)
    }
  }

  /// The address without port, as text: `127.0.0.1`, `::1`; a path as it is.
  public var host: String {
    switch self {
    case .ipv4(let address, _):
      return Self.text(AF_INET, in_addr(s_addr: address))
    case .ipv6(let high, let low, _, let scope):
      let text = Self.text(AF_INET6, unsafeBitCast((high, low), to: in6_addr.self))
      return scope == 0 ? text : "\(text)%\(scope)"
    case .unix(let path): return path
    }
  }

  private static func text<Address>(_ family: Int32, _ address: Address) -> String {
    withUnsafePointer(to: address) { pointer in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
        String(cString: inet_ntop(family, pointer, buffer.baseAddress, socklen_t(buffer.count))!)
      }
    }
  }

  private static func ipv6(_ address: in6_addr, port: UInt16, scope: UInt32) -> SocketAddress {
    let (high, low) = unsafeBitCast(address, to: (UInt64, UInt64).self)
    return .ipv6(high, low, port: port, scope: scope)
  }
}

extension SocketAddress: CustomStringConvertible {
  /// `127.0.0.1:50051`, `[::1]:50051`, `unix:/run/socket`.
  public var description: String {
    switch self {
    case .ipv4(_, let port): "\(host):\(port)"
    case .ipv6(_, _, let port, _): "[\(host)]:\(port)"
    case .unix(let path): "unix:\(path.hasPrefix("\0") ? "@" + path.dropFirst() : path)"
    }
  }
}

// MARK: - C's form

extension SocketAddress {
  var family: Int32 {
    switch self {
    case .ipv4: AF_INET
    case .ipv6: AF_INET6
    case .unix: AF_UNIX
    }
  }

  /// Reads an address that a system call has filled in; nil for a family that we do not know.
  init?(_ storage: sockaddr_storage, length: socklen_t) {
    let copy = storage
    switch Int32(storage.ss_family) {
    case AF_INET:
      self = withUnsafeBytes(of: copy) { bytes in
        let address = bytes.load(as: sockaddr_in.self)
        return .ipv4(address.sin_addr.s_addr, port: UInt16(bigEndian: address.sin_port))
      }
    case AF_INET6:
      self = withUnsafeBytes(of: copy) { bytes in
        let address = bytes.load(as: sockaddr_in6.self)
        return Self.ipv6(
          address.sin6_addr, port: UInt16(bigEndian: address.sin6_port), scope: address.sin6_scope_id)
      }
    case AF_UNIX:
      let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)!
      self = withUnsafeBytes(of: copy) { bytes in
        let path = bytes[start..<max(start, min(Int(length), bytes.count))]
        // An abstract name begins with NUL and has no terminator; a path ends with one.
        let end = path.first == 0 ? path.endIndex : path.firstIndex(of: 0) ?? path.endIndex
        return .unix(path: String(decoding: path[..<end], as: UTF8.self))
      }
    default: return nil
    }
  }

  /// Calls `body` with the address in C's form.
  ///
  /// - Throws: `invalidAddress` when a path is too long for a socket address.
  func withSockaddr<Result>(
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) throws(EventLoopError) -> Result {
    var storage = sockaddr_storage()
    let length: Int
    switch self {
    case .ipv4(let address, let port):
      var four = sockaddr_in()
      four.sin_family = sa_family_t(AF_INET)
      four.sin_port = port.bigEndian
      four.sin_addr.s_addr = address
      length = MemoryLayout<sockaddr_in>.size
      withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: four, as: sockaddr_in.self) }
    case .ipv6(let high, let low, let port, let scope):
      var six = sockaddr_in6()
      six.sin6_family = sa_family_t(AF_INET6)
      six.sin6_port = port.bigEndian
      six.sin6_addr = unsafeBitCast((high, low), to: in6_addr.self)
      six.sin6_scope_id = scope
      length = MemoryLayout<sockaddr_in6>.size
      withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: six, as: sockaddr_in6.self) }
    case .unix(let path):
      length = try Self.write(path: path, to: &storage)
    }
    return withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
    }
  }

  private static func write(
    path: String, to storage: inout sockaddr_storage
  ) throws(EventLoopError) -> Int {
    let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)!
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, start + bytes.count < MemoryLayout<sockaddr_un>.size else {
      throw EventLoopError(
        code: .invalidAddress, message: "socket path of \(bytes.count) bytes; 1 to 107 are possible")
    }
    withUnsafeMutableBytes(of: &storage) { target in
      target.storeBytes(of: sa_family_t(AF_UNIX), as: sa_family_t.self)
      UnsafeMutableRawBufferPointer(rebasing: target[start...]).copyBytes(from: bytes)
    }
    return start + bytes.count + (bytes[0] == 0 ? 0 : 1)
  }
}
