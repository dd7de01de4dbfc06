import EventLoops
import HTTP2

@testable import Transport

/// An HTTP/2 client with an `async` face.
final class TestClient: ConnectionDelegate, @unchecked Sendable {  // SAFETY: touched on `loop` only.
  struct Response: Sendable {
    var status = ""
    var body: [UInt8] = []
    var code: HTTP2ErrorCode?
  }

  let loop: EventLoop
  private var connection: Connection!
  private var isReady = false
  private var isClosed = false
  private var error: TransportError?
  private var readyWaiters: [CheckedContinuation<Void, Never>] = []
  private var closeWaiters: [CheckedContinuation<Void, Never>] = []

  private init(_ loop: EventLoop) { self.loop = loop }

  static func connect(
    to address: SocketAddress, on loop: EventLoop, _ connector: Connector = Connector(), name: String? = nil
  ) async -> TestClient {
    await make(on: loop) { connector.connect(to: address, serverName: name, on: loop, delegate: $0) }
  }

  static func connect(
    over stream: any ByteStream & Sendable, _ connector: Connector = Connector(), name: String = "server.test"
  ) async -> TestClient {
    await make(on: stream.loop) { connector.connect(over: stream, serverName: name, delegate: $0) }
  }

  private static func make(
    on loop: EventLoop, _ connect: @escaping @Sendable (TestClient) -> Connection
  ) async -> TestClient {
    let client = TestClient(loop)
    await withCheckedContinuation { done in
      loop.execute {
        client.connection = connect(client)
        done.resume()
      }
    }
    return client
  }

  /// Waits until the server's SETTINGS are there, or the connection is over.
  func ready() async {
    await withCheckedContinuation { waiter in
      loop.execute { [self] in
        if isReady || isClosed { waiter.resume() } else { readyWaiters.append(waiter) }
      }
    }
  }

  /// Waits for the end of the connection and says why.
  func ending() async -> TransportError? {
    await withCheckedContinuation { waiter in
      loop.execute { [self] in
        if isClosed { waiter.resume() } else { closeWaiters.append(waiter) }
      }
    }
    return await onLoop { $0.error }
  }

  func close() { loop.execute { [self] in connection.close() } }
  func shutDownGracefully() { loop.execute { [self] in connection.shutDownGracefully() } }

  func onLoop<Value: Sendable>(_ body: @escaping @Sendable (TestClient) -> Value) async -> Value {
    await withCheckedContinuation { done in loop.execute { done.resume(returning: body(self)) } }
  }

  func security() async -> SecurityInfo? { await onLoop { $0.connection.security } }

  /// One exchange; `code` tells a reset from a good end.
  func call(_ path: String, body: [UInt8] = []) async -> Response {
    await withCheckedContinuation { done in
      loop.execute { [self] in
        let exchange = Exchange(body, done)
        let fields = HeaderFields([
          ":method": "POST", ":scheme": "http", ":authority": "test", ":path": "\(path)",
        ])
        do throws(HTTP2Error) {
          exchange.begin(try connection.session.open(fields, endStream: body.isEmpty, handler: exchange))
        } catch {
          done.resume(returning: Response(status: error.message, body: [], code: .refusedStream))
        }
      }
    }
  }

  func receivedSettings() {
    isReady = true
    for waiter in readyWaiters { waiter.resume() }
    readyWaiters = []
  }

  func connectionClosed(_ connection: Connection, error: TransportError?) {
    isClosed = true
    self.error = error
    for waiter in readyWaiters + closeWaiters { waiter.resume() }
    (readyWaiters, closeWaiters) = ([], [])
  }

  /// Sends a body in bounded pieces and collects the response.
  private final class Exchange: StreamHandler {
    private var response = Response()
    private var rest: ArraySlice<UInt8>
    private let done: CheckedContinuation<Response, Never>
    private var stream: HTTP2.Stream!

    init(_ body: [UInt8], _ done: CheckedContinuation<Response, Never>) {
      rest = body[...]
      self.done = done
    }

    func begin(_ stream: HTTP2.Stream) {
      self.stream = stream
      if !rest.isEmpty { outputDrained() }
    }

    func receivedHeaders(_ headers: HeaderBlock, endStream: Bool) {
      response.status = headers.firstValue(of: ":status") ?? ""
    }

    func receivedData(_ bytes: UnsafeRawBufferPointer) {
      response.body += bytes
      stream.consumed(bytes.count)
    }

    func receivedTrailers(_ trailers: HeaderBlock) {}
    func receivedEnd() {}

    func outputDrained() {
      while !rest.isEmpty, stream.queuedBytes < 64 * 1024 {
        let piece = rest.prefix(16 * 1024)
        piece.withUnsafeBytes { stream.send($0) }
        rest = rest.dropFirst(piece.count)
      }
      if rest.isEmpty { stream.sendEnd() } else { stream.drainThreshold = 32 * 1024 }
    }

    func closed(_ code: HTTP2ErrorCode) {
      response.code = code
      done.resume(returning: response)
    }
  }
}
