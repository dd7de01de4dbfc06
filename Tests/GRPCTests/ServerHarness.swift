import EventLoops
import HTTP2

@testable import GRPC

/// A server's connection and a bare HTTP/2 client on one loop, joined in memory.
///
/// The client side is no gRPC client: it sends whatever a test wants to see answered.
// SAFETY: both sessions and the recorders are touched on `loop` only.
final class ServerHarness: EndOfTurnHandler, @unchecked Sendable {
  static let echo = "/matiane.test.v1.EchoService/Echo"
  static let `repeat` = "/matiane.test.v1.EchoService/Repeat"
  static let join = "/matiane.test.v1.EchoService/Join"
  static let chat = "/matiane.test.v1.EchoService/Chat"

  let loop: EventLoop
  private var connection: ServerConnection!
  private var server: Session!
  private var client: Session!

  init(
    _ service: EchoHandlers = EchoHandlers(), interceptors: [any ServerInterceptor] = [],
    observers: [any ServerObserver] = [], gate: (any ServerGate)? = nil,
    configuration: ServerConfiguration = ServerConfiguration(),
    client: SessionConfiguration = SessionConfiguration()
  ) async throws {
    loop = try EventLoop()
    await onLoop { [self] in
      var router = Router()
      service.register(on: &router)
      service.registerImmediate(on: &router)
      let core = ServerCore(
        router, interceptors: interceptors, observers: observers, gate: gate, tracer: nil,
        configuration: configuration)
      connection = ServerConnection(core, loop: loop, peer: "test")
      connection.begin(ConnectionSummary(peer: "test", address: nil, security: nil, loop: loop))
      server = Session(role: .server, configuration: configuration.http2, delegate: connection)
      self.client = Session(role: .client, configuration: client)
      server.onOutputReady = { [unowned self] in loop.atEndOfTurn(self) }
      self.client.onOutputReady = { [unowned self] in loop.atEndOfTurn(self) }
      loop.atEndOfTurn(self)
    }
  }

  /// Closes both sessions; every test ends with it.
  func stop() async {
    await onLoop { [self] in
      client.close(.cancel)
      server.close(.cancel)
      connection.leaveRunners()
    }
    await loop.shutdown()
  }

  /// Another connection of the same server on the same loop.
  func neighbour() -> ServerConnection {
    let other = ServerConnection(connection.core, loop: loop, peer: "other")
    other.begin(ConnectionSummary(peer: "other", address: nil, security: nil, loop: loop))
    return other
  }

  func leaveRunners() { connection.leaveRunners() }

  /// Closes the server's session as a lost connection does.
  func loseConnection() async { await onLoop { [self] in server.close(.cancel) } }

  /// Bytes of requests that the server holds.
  var heldRequestBytes: Int { get async { await onLoop { [self] in connection.requests.bytes } } }

  /// Bytes of responses that are being compressed beside the loop.
  var deflatingBytes: Int { get async { await onLoop { [self] in connection.deflatingBytes } } }

  /// Bytes of responses that handlers may make and have not sent yet.
  var promisedBytes: Int { get async { await onLoop { [self] in connection.promisedBytes } } }

  /// What the connection holds of responses.
  var heldResponseBytes: Int {
    get async { await onLoop { [self] in server.queuedBytes + connection.promisedBytes } }
  }

  /// Calls that wait for room in the server's budget.
  var callsWaitingForRoom: Int {
    get async { await onLoop { [self] in connection.core.budget.callsWaiting } }
  }

  /// Tasks that wait for the next call, of all connections of the loop.
  var idleRunners: Int { get async { await onLoop { [self] in connection.runners.count } } }

  /// Calls that wait for their turn to receive.
  var starvedCalls: Int { get async { await onLoop { [self] in connection.starvedCalls.count } } }

  /// Bytes of messages that the client has begun and may go on with.
  var unfinishedBytes: Int {
    get async {
      await onLoop { [self] in
        server.openHandlers.reduce(0) { $0 + (($1 as? ServerCall)?.unfinishedBytes ?? 0) }
      }
    }
  }

  /// Streams that the server has open.
  var serverStreams: Int { get async { await onLoop { [self] in server.openStreams } } }

  func onLoop<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { done in loop.execute { done.resume(returning: body()) } }
  }

  func endOfTurn() {
    var moved = true
    while moved {
      moved = false
      while let bytes = client.nextOutput() {
        moved = true
        try? server.receive(bytes)
      }
      while let bytes = server.nextOutput() {
        moved = true
        try? client.receive(bytes)
      }
    }
  }

  static func head(_ path: String, _ extra: KeyValuePairs<String, String> = [:]) -> HeaderFields {
    var fields = HeaderFields([
      ":method": "POST", ":scheme": "http", ":path": path, ":authority": "test",
      "content-type": "application/grpc", "te": "trailers",
    ])
    for (name, value) in extra { fields.append(name, value) }
    return fields
  }

  /// Opens a stream.
  func open(_ head: HeaderFields, endStream: Bool = false) async -> RawCall {
    await onLoop { [self] in
      let call = RawCall(self)
      call.stream = try? client.open(head, endStream: endStream, handler: call)
      return call
    }
  }

  /// Opens a stream from the loop's own thread.
  func openNow(_ head: HeaderFields, _ handler: RawCall) -> HTTP2.Stream? {
    try? client.open(head, handler: handler)
  }

  /// Opens a stream, sends bytes, half-closes, and waits for the end.
  func call(_ head: HeaderFields, _ bytes: [UInt8]) async -> RawCall {
    let call = await open(head)
    await call.send(bytes)
    await call.end()
    await call.closed()
    return call
  }
}

/// A stream of the bare client, recorded.
// SAFETY: touched on the harness's loop; tests read it after `closed()` or through `onLoop`.
final class RawCall: StreamHandler, @unchecked Sendable {
  private let harness: ServerHarness
  var stream: HTTP2.Stream?
  private(set) var headers: [(name: String, value: String)] = []
  private(set) var trailers: [(name: String, value: String)] = []
  private(set) var body: [UInt8] = []
  private(set) var code: HTTP2ErrorCode?
  /// Whether the flow-control window is opened for what arrives.
  var reads = true
  private var unread = 0
  private var waiting: [(condition: (RawCall) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []

  init(_ harness: ServerHarness) { self.harness = harness }

  /// The value of a trailer, or of a header where the headers are all there is.
  func trailer(_ name: String) -> String? {
    (trailers.isEmpty ? headers : trailers).first { $0.name == name }?.value
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  var status: Int? { trailer("grpc-status").flatMap { Int($0) } }
  var message: String? { trailer("grpc-message") }

  /// The messages in the body, without their prefixes.
  var messages: [[UInt8]] { parts.map(\.message) }

  /// Whether each of them says that it is compressed (1) or not (0).
  var flags: [UInt8] { parts.map(\.flag) }

  private var parts: [(flag: UInt8, message: [UInt8])] {
    var found: [(flag: UInt8, message: [UInt8])] = []
    var rest = body[...]
    while rest.count >= 5 {
      let count = rest.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
      found.append((rest.first ?? 0, Array(rest.dropFirst(5).prefix(count))))
      rest = rest.dropFirst(5 + count)
    }
    return found
  }

  var notes: [Note] { messages.compactMap { try? Note(serialized: $0) } }

  func send(_ bytes: [UInt8]) async {
    await harness.onLoop { [self] in bytes.withUnsafeBytes { stream?.send($0) } }
  }

  /// Opens the window for what has arrived and for what will.
  func readOn() async {
    await harness.onLoop { [self] in
      reads = true
      stream?.consumed(unread)
    }
  }

  func end() async { await harness.onLoop { [self] in stream?.sendEnd() } }
  func reset(_ code: HTTP2ErrorCode) async { await harness.onLoop { [self] in stream?.reset(code) } }

  /// Waits for the end of the stream.
  func closed() async { await wait { $0.code != nil } }

  /// Waits until so many whole messages are there.
  func wait(forMessages count: Int) async { await wait { $0.messages.count >= count } }

  private func wait(_ condition: @escaping @Sendable (RawCall) -> Bool) async {
    await withCheckedContinuation { continuation in
      harness.loop.execute { [self] in
        if condition(self) { continuation.resume() } else { waiting.append((condition, continuation)) }
      }
    }
  }

  private func changed() {
    let ready = waiting.filter { $0.condition(self) }
    waiting.removeAll { $0.condition(self) }
    for entry in ready { entry.continuation.resume() }
  }

  func receivedHeaders(_ headers: HeaderBlock, endStream: Bool) {
    self.headers = headers.texts
    changed()
  }

  func receivedData(_ bytes: UnsafeRawBufferPointer) {
    body += bytes
    if reads { stream?.consumed(bytes.count) } else { unread += bytes.count }
    changed()
  }

  func receivedTrailers(_ trailers: HeaderBlock) { self.trailers = trailers.texts }
  func receivedEnd() {}
  func outputDrained() {}

  func closed(_ code: HTTP2ErrorCode) {
    self.code = code
    changed()
  }
}

/// A message with its five-byte prefix.
func framed(_ message: [UInt8], flag: UInt8 = 0) -> [UInt8] {
  let count = UInt32(message.count)
  return [flag, UInt8(count >> 24), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255)]
    + message
}

/// A note with its five-byte prefix.
func framed(_ text: String, count: Int32 = 0) -> [UInt8] {
  var note = Note()
  note.text = text
  note.count = count
  return framed(note.serialized())
}

/// A large request of a note, with the prefix before it.
func large(_ count: Int) -> [UInt8] { framed(String(repeating: "y", count: count)) }
