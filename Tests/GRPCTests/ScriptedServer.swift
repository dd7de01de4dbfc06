import EventLoops
import HTTP2
import Transport

@testable import GRPC

/// A bare HTTP/2 server within the process that answers each stream as a test's script says.
///
/// It knows nothing of gRPC, so it can break every rule of it.
// SAFETY: `loop` and `script` never change; connections live on the loop; what tests read is behind the mutex.
final class ScriptedServer: @unchecked Sendable {
  /// What happened, for tests to look at.
  struct Record {
    var requests: [[(name: String, value: String)]] = []
    var closeCodes: [HTTP2ErrorCode] = []
    var connections = 0
  }

  let loops: EventLoopGroup
  private let script: @Sendable (ScriptedStream) -> Void
  private let connections: ConnectionConfiguration
  private let welcome: @Sendable (Connection) -> Void
  private let record = Watched(Record())

  /// - Parameters:
  ///   - maxStreams: how many streams a client may have open at once.
  ///   - welcome: called on the loop with every connection.
  ///   - script: called on the loop with every request, after its headers.
  init(
    maxStreams: Int = 256, welcome: @escaping @Sendable (Connection) -> Void = { _ in },
    _ script: @escaping @Sendable (ScriptedStream) -> Void
  ) throws {
    self.welcome = welcome
    loops = try EventLoopGroup(count: 1)
    var configuration = ConnectionConfiguration()
    configuration.session.maxConcurrentStreams = maxStreams
    connections = configuration
    self.script = script
  }

  func channel(_ configuration: ChannelConfiguration = ChannelConfiguration()) throws -> Channel {
    try Channel(inProcess: acceptor, configuration: configuration, group: loops)
  }

  /// A channel to as many addresses of this server.
  func channel(addresses: Int, _ configuration: ChannelConfiguration) throws -> Channel {
    let endpoints = (0..<addresses).map { _ in Endpoint.inProcess(acceptor) }
    return try Channel(
      target: "scripted", endpoints: .fixed(endpoints), authority: "scripted", serverName: "scripted",
      configuration, loops)
  }

  private var acceptor: InProcessAcceptor {
    InProcessAcceptor { [self] clientLoop in
      let pipe = MemoryPipe(from: clientLoop, to: loops.loops[0])
      loops.loops[0].execute { [self] in
        note { $0.connections += 1 }
        let connection = Connection(
          pipe.second, role: .server, configuration: connections)
        connection.start(ScriptedConnection(self, connection))
        welcome(connection)
      }
      return pipe.first
    }
  }

  var seen: Record { record.now }

  /// Waits until the record is as wanted.
  func wait(until condition: @Sendable (Record) -> Bool) async { await record.wait(until: condition) }

  func note(_ change: (inout Record) -> Void) { record.change(change) }

  fileprivate func play(_ stream: ScriptedStream) { script(stream) }
}

/// One connection of a scripted server.
private final class ScriptedConnection: ConnectionDelegate {
  private let server: ScriptedServer
  private let connection: Connection

  init(_ server: ScriptedServer, _ connection: Connection) {
    self.server = server
    self.connection = connection
  }

  func accept(_ stream: HTTP2.Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler {
    let fields = headers.texts
    server.note { $0.requests.append(fields) }
    let scripted = ScriptedStream(server, connection, stream, number: server.seen.requests.count)
    server.play(scripted)
    return scripted
  }
}

/// One stream of a scripted server.
// SAFETY: used on the server's loop only.
final class ScriptedStream: StreamHandler, @unchecked Sendable {
  let connection: Connection
  let stream: HTTP2.Stream
  /// The number of the request, counted from one over all connections.
  let number: Int
  /// Runs when the client has ended its side.
  var onEnd: (() -> Void)?
  /// Runs when bytes arrive.
  var onData: (() -> Void)?
  /// Hears how many bytes arrive.
  var onBytes: ((Int) -> Void)?
  /// Whether the client gets its window back for what arrives.
  var reads = true
  private let server: ScriptedServer

  init(_ server: ScriptedServer, _ connection: Connection, _ stream: HTTP2.Stream, number: Int) {
    self.server = server
    self.connection = connection
    self.stream = stream
    self.number = number
  }

  /// Response headers as gRPC has them, or others.
  func headers(
    _ fields: KeyValuePairs<String, String> = [
      ":status": "200", "content-type": "application/grpc",
    ], endStream: Bool = false
  ) {
    stream.sendHeaders(HeaderFields(fields), endStream: endStream)
  }

  func message(_ note: Note, flag: UInt8 = 0) { bytes(framed(note.serialized(), flag: flag)) }

  func bytes(_ bytes: [UInt8]) { bytes.withUnsafeBytes { stream.send($0) } }

  func trailers(_ fields: KeyValuePairs<String, String> = ["grpc-status": "0"]) {
    stream.sendTrailers(HeaderFields(fields))
  }

  /// A whole good answer.
  func succeed(_ note: Note = Note("scripted")) {
    headers()
    message(note)
    trailers()
  }

  /// A whole answer that is nothing but a status, with more fields if wanted.
  func refuse(_ code: String, _ more: [(String, String)] = []) {
    var fields = HeaderFields([":status": "200", "content-type": "application/grpc", "grpc-status": code])
    for (name, value) in more { fields.append(name, value) }
    stream.sendHeaders(fields, endStream: true)
  }

  func receivedHeaders(_ headers: HeaderBlock, endStream: Bool) {}
  func receivedTrailers(_ trailers: HeaderBlock) {}
  func outputDrained() {}

  func receivedData(_ bytes: UnsafeRawBufferPointer) {
    if reads { stream.consumed(bytes.count) }
    onBytes?(bytes.count)
    onData?()
  }

  func receivedEnd() { onEnd?() }

  func closed(_ code: HTTP2ErrorCode) {
    onEnd = nil
    onData = nil
    onBytes = nil
    server.note { $0.closeCodes.append(code) }
  }
}
