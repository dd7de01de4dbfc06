import Flags
import GRPC
import Glibc

/// Asks a server of the same machine or container how it is by HTTP: its probes want no credentials, whatever its calls want.
struct LocalProbe {
  private static let maxBytes = 64 * 1024

  private let host: String
  private let port: String

  /// - Parameters:
  ///   - address: where the server was told to serve its metrics. `0.0.0.0` and `[::]` lead back to the machine itself.
  ///   - source: what the address comes from, as errors name it.
  /// - Throws: `UsageError` when it is none.
  init(_ address: String, from source: String) throws(UsageError) {
    guard let colon = address.lastIndex(of: ":"), colon > address.startIndex,
      let number = UInt16(address[address.index(after: colon)...]), number > 0
    else { throw UsageError("\(source): expected HOST:PORT, found '\(address)'") }
    host = String(address[..<colon].drop { $0 == "[" }.prefix { $0 != "]" })
    port = "\(number)"
  }

  /// Why the server takes no calls; nil when it does.
  ///
  /// - Throws: UNAVAILABLE when it does not answer in time.
  func complaint(within limit: Duration) throws(RPCError) -> String? {
    for path in ["/healthz", "/readyz"] {
      let answer = try get(path, within: limit)
      guard answer.hasPrefix("HTTP/1.") else {
        throw failure("something else than HTTP answers")
      }
      if answer.dropFirst("HTTP/1.1 ".count).hasPrefix("200") { continue }
      return answer.split(separator: "\r\n").last.map {
        $0.split(separator: "\n").first.map(String.init) ?? ""
      }
    }
    return nil
  }

  private func get(_ path: String, within limit: Duration) throws(RPCError) -> String {
    let end = ContinuousClock.now + limit
    let descriptor = try connected(within: limit)
    defer { close(descriptor) }
    let request = Array("GET \(path) HTTP/1.0\r\nHost: localhost\r\n\r\n".utf8)
    guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
      throw failure(String(cString: strerror(errno)))
    }
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    // The server closes the connection behind its answer.
    while answer.count < Self.maxBytes, ContinuousClock.now < end {
      let count = recv(descriptor, &piece, piece.count, 0)
      guard count > 0 else { break }
      answer += piece[..<count]
    }
    guard !answer.isEmpty else { throw failure("no answer within \(limit)") }
    return String(decoding: answer, as: UTF8.self)
  }

  private func connected(within limit: Duration) throws(RPCError) -> Int32 {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, port, &hints, &list)
    guard status == 0 else { throw failure(String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(list) }
    var problem = "there is no such address"
    var next = list
    while let address = next?.pointee {
      let descriptor = socket(
        address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), address.ai_protocol)
      if descriptor >= 0 { bound(descriptor, limit) }
      if descriptor >= 0, connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return descriptor }
      problem = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      next = address.ai_next
    }
    throw failure(problem)
  }

  /// Nothing on the socket takes longer than this; connecting counts as sending.
  private func bound(_ descriptor: Int32, _ limit: Duration) {
    let (seconds, attoseconds) = limit.components
    var time = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  private func failure(_ problem: String) -> RPCError {
    RPCError(.unavailable, "the server's probes at \(host) port \(port): \(problem)")
  }
}
