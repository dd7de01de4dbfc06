import EventLoops
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
  private var waiting = Fifo<ReceivedMessage>()
  private var waitingBytes = 0
  /// Those of the message that the handler has been given last.
  private var bytesInHand = 0
  private var uncredited = 0
  private var ended = false
  private var takenThisTurn = 0
  private var reader: CheckedContinuation<Void, Never>?
  /// Until the handler has waited too long for a request, where that is bounded.
  private var patienceTimer: Timer?
  private var hasWaitedTooLong = false

  init(
    _ route: RequestStreamingRoute<Request>, on stream: HTTP2.Stream, of connection: ServerConnection
  ) {
    handler = route.handler
    super.init(route, on: stream, of: connection)
  }

  override nonisolated(nonsending) func handle() async throws { try await handler(RequestStream(self), self) }

  /// The next request, or nil when the client has half-closed.
  ///
  /// - Throws: `CANCELLED` when the call or the task that asks is cancelled, `INTERNAL` when the bytes are no message,
  ///   `RESOURCE_EXHAUSTED` when too much is held for it to be inflated.
  func next() async throws(RPCError) -> Request? {
    try put(inHand: 0)
    while true {
      if !waiting.isEmpty {
        await letOthersRun()
        guard let message = waiting.popFirst() else { continue }
        requestWasCompressed = message.isCompressed
        return try await decode(message)
      }
      if ended { return nil }
      guard !hasWaitedTooLong else {
        throw RPCError(.unavailable, "the server is stopping, and no request came")
      }
      guard phase == .running, !Task.isCancelled else { throw RPCError(.cancelled, "the call is cancelled") }
      await waitForRequest()
    }
  }

  override func receivedMessage(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    take(ReceivedMessage(bytes: [UInt8](bytes), isCompressed: false))
  }

  override func receivedCompressed(_ message: UnsafeRawBufferPointer) throws(RPCError) {
    take(ReceivedMessage(bytes: [UInt8](message), isCompressed: true))
  }

  private func take(_ message: ReceivedMessage) {
    waiting.append(message)
    waitingBytes += message.bytes.count + Self.keepingBytes
    hold(exactly: waitingBytes + bytesInHand)
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

  override func patienceEnds() {
    if reader != nil { boundWait() }
  }

  override func timerFired(_ timer: Timer) {
    guard timer == patienceTimer else { return super.timerFired(timer) }
    patienceTimer = nil
    hasWaitedTooLong = true
    wakeReader()
  }

  private func boundWait() {
    guard patienceTimer == nil, let patience = connection.requestPatience else { return }
    patienceTimer = connection.loop.schedule(after: patience, self)
  }

  private nonisolated(nonsending) func decode(_ message: ReceivedMessage) async throws(RPCError) -> Request {
    waitingBytes -= message.bytes.count + Self.keepingBytes
    creditIfLow()
    try put(inHand: message.bytes.count)
    let plain = message.isCompressed ? try await inflate(message.bytes) : message.bytes
    try put(inHand: plain.count)
    requestWasLarge = connection.isLargeRequest(plain.count)
    guard requestWasLarge else { return try Request.decoding(plain) }
    return try await withTaskExecutorPreference(executorOfLargeRequests) {
      () async throws(RPCError) in try decodeInTurn(plain)
    }
  }

  /// Counts the message that the handler is about to have.
  private func put(inHand bytes: Int) throws(RPCError) {
    bytesInHand = bytes
    hold(exactly: waitingBytes + bytesInHand)
    try accountHeld()
  }

  private nonisolated(nonsending) func inflate(_ message: [UInt8]) async throws(RPCError) -> [UInt8] {
    let small = try message.span.bytes.withUnsafeBytes { raw throws(RPCError) in try inflateSmall(raw) }
    return if let small { small } else { try await inflateLarge(message) }
  }

  override var hasCreditedAll: Bool { uncredited == 0 }

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
        if Task.isCancelled { return continuation.resume() }
        reader = continuation
        boundWait()
      }
    } onCancel: {
      loop.execute { self.wakeReader() }
    }
  }

  private func wakeReader() {
    if let patienceTimer = patienceTimer.take() { connection.loop.cancel(patienceTimer) }
    reader.take()?.resume()
  }
}
