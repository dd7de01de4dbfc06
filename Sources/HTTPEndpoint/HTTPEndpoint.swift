import CMicrohttpd
import EventLoops
import Glibc

/// A small HTTP/1.1 server of a few fixed paths, for scrapers and probes; apart from the gRPC server, on a thread of its own.
///
/// It takes GET and HEAD, keeps at most 64 connections, and closes those that are silent for 10 s.
public final class HTTPEndpoint: Sendable {
  /// What a path is answered with.
  public struct Reply: Sendable {
    /// The HTTP status.
    public let status: Int
    /// The media type of the body.
    public let contentType: String
    /// The body.
    public let body: String

    /// Makes an answer.
    public init(status: Int = 200, contentType: String = "text/plain; charset=utf-8", body: String) {
      self.status = status
      self.contentType = contentType
      self.body = body
    }
  }

  /// Answers a path; called on the endpoint's thread, which it may block for a moment.
  public typealias Handler = @Sendable () -> Reply

  /// Where it listens.
  public let address: SocketAddress
  // SAFETY: owner: this object, which makes it in `init` and stops it in `deinit`; in between nobody touches it.
  nonisolated(unsafe) private let daemon: OpaquePointer
  private let routes: Routes

  /// Listens at an address; port 0 takes a free one.
  ///
  /// - Throws: when the address is in use or not ours.
  public init(at address: SocketAddress, paths: [String: Handler]) throws(EventLoopError) {
    let socket = try ListeningSocket(at: address)
    self.address = socket.address
    routes = Routes(paths)
    let descriptor = fcntl(socket.descriptor, F_DUPFD_CLOEXEC, 0)
    let context = Unmanaged.passUnretained(routes).toOpaque()
    guard descriptor >= 0, let daemon = cmicrohttpd_start(descriptor, answer, context) else {
      if descriptor >= 0 { close(descriptor) }
      throw .system("starting the HTTP endpoint at \(address)", errno: errno)
    }
    self.daemon = daemon
  }

  deinit { MHD_stop_daemon(daemon) }

  /// What the daemon's callback finds its way by.
  fileprivate final class Routes: Sendable {
    let paths: [String: Handler]
    init(_ paths: [String: Handler]) { self.paths = paths }

    func reply(method: String, path: String) -> Reply {
      guard method == "GET" || method == "HEAD" else {
        return Reply(status: 405, body: "expected GET or HEAD, found \(method)\n")
      }
      guard let handler = paths[Self.origin(path)] else {
        return Reply(status: 404, body: "expected \(paths.keys.sorted().joined(separator: ", "))\n")
      }
      return handler()
    }

    /// The path of a target in absolute form (RFC 9112 §3.2.2), as proxies write it; any other as it is.
    private static func origin(_ target: String) -> String {
      guard target.lowercased().hasPrefix("http://") else { return target }
      let rest = target.dropFirst("http://".count)
      return String(rest.firstIndex(of: "/").map { rest[$0...] } ?? "/")
    }
  }
}

/// libmicrohttpd calls it first for the headers, then for what content there is, which is not read.
private func answer(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, upload: UnsafePointer<CChar>?,
  uploadCount: UnsafeMutablePointer<Int>?, state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let url, let method else { return cmicrohttpd_no() }
  let routes = Unmanaged<HTTPEndpoint.Routes>.fromOpaque(context).takeUnretainedValue()
  let reply = routes.reply(method: String(cString: method), path: String(cString: url))
  let body = Array(reply.body.utf8)
  return body.withUnsafeBytes { bytes in
    cmicrohttpd_answer(connection, UInt32(reply.status), reply.contentType, bytes.baseAddress, bytes.count)
  }
}
