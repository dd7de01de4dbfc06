import HTTP2
import Protobuf

/// A call whose method takes a stream of requests; the handler starts with the headers.
///
/// Messages wait undecoded, and as compressed as they came, until the handler asks for them; while more than `highWater`
/// bytes wait, nothing is credited to the client, so that its flow-control window closes.
// SAFETY: as for `ServerCall`.
final class RequestStreamingServerCall<Request: Message>: ServerCall, @unchecked Sendable {
  private static var highWater: Int { 64 * 1024 }
  /// What keeping a message takes beside its bytes; without counting it, empty messages would be free to hoard.
  private static var keepingBytes: Int { 64 }
  /// Messages that a handler gets one after the other before the other calls of its loop have their turn.
  private static var messagesPerTurn: Int { 64 }

  private let handler: RequestStreamingRoute<Request>.Handler
  private var waiting = Fifo<WaitingMessage>()
  private var waitingBytes = 0
  private var uncredited = 0
  private var ended = false
  private var takenThisTurn = 0
  private var reader: CheckedContinuation<Void, Never>?

  private struct WaitingMessage {
    let bytes: [UInt8]
    let isCompressed: Bool
  }

  init(
    _ route: RequestStreamingRoute<Request>, on stream: HTTP2.Stream, of connection: ServerConnection
  ) {
    handler = route.handler
    super.init(route, on: stream, of: connection)
  }

  override nonisolated(nonsending) func handle() async throws { try await handler(RequestStream(self), self) }

  /// The next request, or nil when the client has half-closed.
  ///
  /// - Throws: `CANCELLED` when the call or the task that asks is cancelled, `INTERNAL` when the bytes are no message.
  func next() async throws(RPCError) -> Request? {
    while true {
      if !waiting.isEmpty {
        await letOthersRun()
        guard let message = waiting.popFirst() else { continue }
        requestWasCompressed = message.isCompressed
        return try await decode(message)
      }
      if ended { return nil }
      guard phase == .running, !Task.isCancelled else { throw RPCError(.cancelled, "the call is cancelled") }
      await waitForRequest()
    }
  }

  override func receivedMessage(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    take(WaitingMessage(bytes: [UInt8](bytes), isCompressed: false))
  }

  override func receivedCompressed(_ message: UnsafeRawBufferPointer) throws(RPCError) {
    take(WaitingMessage(bytes: [UInt8](message), isCompressed: true))
  }

  private func take(_ message: WaitingMessage) {
    waiting.append(message)
    waitingBytes += message.bytes.count + Self.keepingBytes
    wakeReader()
  }

  override func requestsEnded() {
    ended = true
    wakeReader()
  }

  override func creditReceived(_ count: Int) {
    uncredited += count
    creditIfLow()
  }

  override func wakeWaiters() {
    super.wakeWaiters()
    wakeReader()
  }

  private nonisolated(nonsending) func decode(_ message: WaitingMessage) async throws(RPCError) -> Request {
    waitingBytes -= message.bytes.count + Self.keepingBytes
    creditIfLow()
    let plain = message.isCompressed ? try await inflate(message.bytes) : message.bytes
    return try plain.span.bytes.withUnsafeBytes { raw throws(RPCError) in try Request.decoding(raw) }
  }

  private nonisolated(nonsending) func inflate(_ message: [UInt8]) async throws(RPCError) -> [UInt8] {
    let small = try message.span.bytes.withUnsafeBytes { raw throws(RPCError) in try inflateSmall(raw) }
    return if let small { small } else { try await inflateLarge(message) }
  }

  private func creditIfLow() {
    guard waitingBytes <= Self.highWater, uncredited > 0 else { return }
    stream.consumed(uncredited)
    uncredited = 0
  }

  /// Goes to the end of the loop's queue after some messages: a client can send tens of thousands of small ones at once,
  /// and a handler that finds the next one waiting never suspends by itself.
  private func letOthersRun() async {
    takenThisTurn += 1
    guard takenThisTurn > Self.messagesPerTurn else { return }
    takenThisTurn = 0
    let loop = connection.loop
    await withUnsafeContinuation { continuation in loop.execute { continuation.resume() } }
  }

  private func waitForRequest() async {
    takenThisTurn = 0
    precondition(reader == nil, "one task at a time reads the requests of a call")
    let loop = connection.loop
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled { continuation.resume() } else { reader = continuation }
      }
    } onCancel: {
      loop.execute { self.wakeReader() }
    }
  }

  private func wakeReader() {
    reader.take()?.resume()
  }
}
