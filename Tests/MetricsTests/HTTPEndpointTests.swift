import EventLoops
import Glibc
import HTTPEndpoint
import Testing

/// What a server answers to bytes on a connection of their own, up to its end.
private func answer(_ address: SocketAddress, _ request: String) throws -> String {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  try #require(descriptor >= 0)
  defer { close(descriptor) }
  var target = sockaddr_in()
  target.sin_family = sa_family_t(AF_INET)
  target.sin_port = (address.port ?? 0).bigEndian
  target.sin_addr.s_addr = inet_addr("127.0.0.1")
  let status = withUnsafePointer(to: target) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  try #require(status == 0)
  let bytes = Array(request.utf8)
  try #require(write(descriptor, bytes, bytes.count) == bytes.count)
  var text: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 4096)
  while case let count = read(descriptor, &piece, piece.count), count > 0 { text += piece[..<count] }
  return String(decoding: text, as: UTF8.self)
}

private func endpoint() throws -> HTTPEndpoint {
  try HTTPEndpoint(
    at: SocketAddress(numeric: "127.0.0.1", port: 0),
    paths: ["/metrics": { HTTPEndpoint.Reply(contentType: "text/special", body: "one 1\n") }])
}

@Test func `a known path is answered, with GET and with HEAD`() throws {
  let endpoint = try endpoint()
  let get = try answer(endpoint.address, "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
  #expect(get.hasPrefix("HTTP/1.1 200 "))
  #expect(get.contains("Content-Type: text/special\r\n"))
  #expect(get.hasSuffix("\r\n\r\none 1\n"))
  let head = try answer(endpoint.address, "HEAD /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
  #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n"))
}

@Test func `an unknown path is not found and another method not allowed`() throws {
  let endpoint = try endpoint()
  #expect(
    try answer(endpoint.address, "GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").hasPrefix(
      "HTTP/1.1 404 "))
  let post = try answer(
    endpoint.address, "POST /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
  #expect(post.hasPrefix("HTTP/1.1 405 ") && post.contains("Allow: GET, HEAD"))
}

@Test func `an address in use is refused`() throws {
  let first = try endpoint()
  #expect(throws: EventLoopError.self) { try HTTPEndpoint(at: first.address, paths: [:]) }
}

@Test(arguments: ["http://x/metrics", "HTTP://proxy.example:80/metrics"])
func `the absolute form of a target is as good as its path`(target: String) throws {
  let endpoint = try endpoint()
  let found = try answer(endpoint.address, "GET \(target) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
  #expect(found.hasPrefix("HTTP/1.1 200 "))
  let other = try answer(endpoint.address, "GET http://x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
  #expect(other.hasPrefix("HTTP/1.1 404 "))
}
