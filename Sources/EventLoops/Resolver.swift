import CLinux
import Glibc

/// Turns host names into addresses, by the system's resolver (`/etc/hosts`, DNS, …).
public enum Resolver {
  /// The addresses of `host` in the order in which to try them (RFC 6724); numeric text needs no look-up.
  ///
  /// The look-up may take seconds; it runs on a thread of its own.
  ///
  /// - Throws: `unresolvable` when there is none.
  public static func resolve(host: String, port: UInt16) async throws(EventLoopError) -> [SocketAddress] {
    if let numeric = try? SocketAddress(numeric: host, port: port) { return [numeric] }
    let result: Result<[SocketAddress], EventLoopError> = await withCheckedContinuation { waiter in
      do throws(EventLoopError) {
        try Thread.start(name: "resolver") {
          waiter.resume(returning: Result { () throws(EventLoopError) in try lookUp(host: host, port: port) })
        }
      } catch {
        waiter.resume(returning: .failure(error))
      }
    }
    return try result.get()
  }

  private static func lookUp(host: String, port: UInt16) throws(EventLoopError) -> [SocketAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_ADDRCONFIG
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, &hints, &list)
    defer { if let list { freeaddrinfo(list) } }
    guard status == 0 else {
      throw unresolvable(
        host, status == EAI_SYSTEM ? String(cString: strerror(errno)) : String(cString: gai_strerror(status)))
    }
    var addresses: [SocketAddress] = []
    var entry = list
    while let info = entry?.pointee {
      if let address = address(of: info)?.with(port: port), !addresses.contains(address) {
        addresses.append(address)
      }
      entry = info.ai_next
    }
    guard !addresses.isEmpty else { throw unresolvable(host, "no IPv4 or IPv6 address") }
    return addresses
  }

  private static func address(of info: addrinfo) -> SocketAddress? {
    var storage = sockaddr_storage()
    guard let source = info.ai_addr, Int(info.ai_addrlen) <= MemoryLayout<sockaddr_storage>.size else {
      return nil
    }
    withUnsafeMutableBytes(of: &storage) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: source, count: Int(info.ai_addrlen)))
    }
    return SocketAddress(storage, length: info.ai_addrlen)
  }

  private static func unresolvable(_ host: String, _ reason: String) -> EventLoopError {
    EventLoopError(code: .unresolvable, message: "host \"\(host)\" cannot be resolved: \(reason)")
  }
}
