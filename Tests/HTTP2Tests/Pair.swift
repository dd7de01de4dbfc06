import HTTP2

/// A client and a server session joined in memory.
final class Pair {
  let client: Session
  let server: Session
  let clientSide = Acceptor()
  let serverSide = Acceptor()
  var serverError: HTTP2Error?
  var clientError: HTTP2Error?

  init(server configuration: SessionConfiguration = .init(), client: SessionConfiguration = .init()) {
    server = Session(role: .server, configuration: configuration, delegate: serverSide)
    self.client = Session(role: .client, configuration: client, delegate: clientSide)
  }

  deinit {
    client.close(.cancel)
    server.close(.cancel)
  }

  /// Moves bytes both ways until both sides are silent.
  func pump() {
    var moved = true
    while moved {
      moved = false
      while let bytes = client.nextOutput() {
        moved = true
        let copy = Array(bytes)
        do throws(HTTP2Error) { try deliver(copy, to: server) } catch { serverError = error }
      }
      while let bytes = server.nextOutput() {
        moved = true
        let copy = Array(bytes)
        do throws(HTTP2Error) { try deliver(copy, to: client) } catch { clientError = error }
      }
    }
  }

  /// Opens a stream that asks for `path`.
  func request(_ path: String = "/a/B", body: [UInt8]? = nil) throws -> Recorder {
    let recorder = Recorder()
    let fields = HeaderFields([
      ":method": "POST", ":scheme": "http", ":path": path, ":authority": "test",
      "content-type": "application/grpc", "te": "trailers",
    ])
    recorder.stream = try client.open(fields, endStream: body == nil, handler: recorder)
    if let body {
      body.withUnsafeBytes { recorder.stream?.send($0) }
      recorder.stream?.sendEnd()
    }
    return recorder
  }
}

/// Feeds an array to a session.
func deliver(_ bytes: [UInt8], to session: Session) throws(HTTP2Error) {
  try bytes.span.bytes.withUnsafeBytes { raw throws(HTTP2Error) in try session.receive(raw) }
}

/// Everything a session has to send now.
func drain(_ session: Session) -> [UInt8] {
  var all: [UInt8] = []
  while let bytes = session.nextOutput() { all += bytes }
  return all
}
