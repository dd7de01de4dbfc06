import EventLoops
import HTTP2
import Protobuf
import Synchronization

/// One RPC on the server: the stream's handler, the deadline's timer and what `ServerContext` shows, in one object.
///
/// Phases: receiving → running (the handler's task is under way) → over (the status is decided or the stream gone).
/// Subclasses add what depends on the kind of method; the handler's task holds the call until it returns.
// `@exclusivity(unchecked)`: on one thread, and no access to a property spans a call that could come back to it.
// SAFETY: everything but `cancelled` is touched on the connection's loop only: stream events and timers come there, the
// handler's task prefers it, and `ServerContext`, `RequestStream` and `ResponseWriter` go there before they use the call.
class ServerCall: StreamHandler, TimerHandler, @unchecked Sendable {
  enum Phase {
    case receiving, running, over
  }

  let connection: ServerConnection
  // SAFETY: the server's table of routes owns it and lives as long as `connection`. Not counted, for all cores share it.
  private let sharedRoute: Unmanaged<Route>
  let methodIndex: Int
  let stream: HTTP2.Stream
  @exclusivity(unchecked) private(set) var phase = Phase.receiving
  @exclusivity(unchecked) private(set) var deadline: MonotonicInstant?
  @exclusivity(unchecked) var decoder: MessageDecoder
  /// What the headers say; nil for a call that is refused for what they say.
  @exclusivity(unchecked) private(set) var head: AcceptedHead?
  @exclusivity(unchecked) var responseEncoding = MessageEncoding.identity
  /// Responses of at least so many bytes are compressed; see ServerCall+Compression.
  @exclusivity(unchecked) var compressedFrom = Int.max
  /// The response of a handler that answered on the spot, which is to be compressed beside the loop.
  @exclusivity(unchecked) var postponedResponse: [UInt8]?
  /// Whether the request that the handler was given last was compressed.
  @exclusivity(unchecked) var requestWasCompressed = false
  /// Whether it was decoded beside the loop.
  @exclusivity(unchecked) var requestWasLarge = false
  @exclusivity(unchecked) var initialMetadata = InitialMetadata()
  @exclusivity(unchecked) var trailers = Metadata()
  let cancelled = Atomic<Bool>(false)

  // See ServerCall+Receiving.
  @exclusivity(unchecked) var accountedBytes = 0
  /// The bytes of a large request, or of all of a stream, that wait for the handler or are in its hands.
  @exclusivity(unchecked) var heldBytes = 0
  /// Whether the client's window of this stream is wider than others.
  @exclusivity(unchecked) var isWide = false
  /// What the client's window of this stream has not got back yet; see `ServerConnection.creditSparingly`.
  @exclusivity(unchecked) var postponedCredit = 0
  @exclusivity(unchecked) var headersSent = false
  @exclusivity(unchecked) var hasResponded = false
  @exclusivity(unchecked) private var isPermitted = false
  @exclusivity(unchecked) private var timer: Timer?
  /// Runs the handler; nil before and after.
  @exclusivity(unchecked) private var runner: HandlerRunner?
  @exclusivity(unchecked) var writers: [CheckedContinuation<Void, Never>] = []
  /// Room that is kept for the next message; see ServerCall+Room.
  @exclusivity(unchecked) var promisedBytes = 0
  /// Whether it sends much, and its client has to read.
  @exclusivity(unchecked) var isBulky = false
  let startedAt: MonotonicInstant
  /// When the handler could have run.
  @exclusivity(unchecked) private(set) var readyAt: MonotonicInstant
  /// What the gate gave the call; not changed once the handler may run.
  @exclusivity(unchecked) var permit: (any CallPermit)?
  /// What follows the call when it is traced; not changed once the handler may run.
  @exclusivity(unchecked) var span: (any CallSpan)?
  /// What the handler leaves for observers.
  @exclusivity(unchecked) var note: (any Sendable)?
  @exclusivity(unchecked) private(set) var statusMessage = ""
  @exclusivity(unchecked) var requestBytes = 0
  @exclusivity(unchecked) var responseBytes = 0

  // `borrowing`, as of all that make calls: what is passed to an initialiser is counted else, and counted off again.
  init(_ route: borrowing Route, on stream: borrowing HTTP2.Stream, of connection: borrowing ServerConnection)
  {
    sharedRoute = .passUnretained(copy route)
    methodIndex = route.index
    self.stream = copy stream
    self.connection = copy connection
    startedAt = connection.loop.now
    readyAt = startedAt
    decoder = MessageDecoder(maxMessageBytes: connection.configuration.maxRequestBytes)
    connection.tally.begin(at: startedAt)
    connection.observers?._withUnsafeGuaranteedRef { $0.callStarted(methodIndex: methodIndex) }
  }

  /// The method; counted when it is read, so not on the way of every call.
  var route: Route { sharedRoute.takeUnretainedValue() }

  /// Whether the method takes a stream of requests.
  var streamsRequests: Bool { sharedRoute._withUnsafeGuaranteedRef { $0.method.kind.streamsRequests } }

  /// Takes over what the headers say.
  func take(_ head: AcceptedHead) {
    self.head = head
    if connection.compressedResponseBytes != .max {
      compressResponses(from: connection.compressedResponseBytes)
    }
    if let timeout = head.timeout { setTimeout(timeout) }
  }

  // MARK: - For subclasses

  /// Takes in one message; `bytes` is valid during the call only.
  func receivedMessage(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    preconditionFailure("a subclass of ServerCall takes the messages")
  }

  /// Takes in one compressed message, still compressed; `message` is valid during the call only.
  func receivedCompressed(_ message: UnsafeRawBufferPointer) throws(RPCError) {
    preconditionFailure("a subclass of ServerCall takes the messages")
  }

  /// The client has half-closed after whole messages.
  func requestsEnded() {}

  /// Runs the handler and sends its messages.
  nonisolated(nonsending) func handle() async throws {
    preconditionFailure("a subclass of ServerCall runs the handler")
  }

  /// Sends the response now, if the method can do without a task; false when the handler has to run.
  func respondImmediately() throws -> Bool { false }

  /// The call is over: wakes whoever waits in it.
  func wakeWaiters() { wakeWriters() }

  /// The connection has a `requestPatience` now.
  func patienceEnds() {}

  /// Whether the client has got back the window for what it sent, so that it may go on.
  var hasCreditedAll: Bool { postponedCredit == 0 }

  /// What is held of a message that the client has begun and does not have to wait to go on with.
  final var unfinishedBytes: Int { hasCreditedAll ? decoder.bufferedBytes : 0 }

  /// How many received bytes may be credited to the client now; called after every chunk.
  func creditReceived(_ count: Int) { stream.consumed(count) }

  // MARK: - Deadline

  /// Ends the call with DEADLINE_EXCEEDED when `timeout` has passed.
  private func setTimeout(_ timeout: Duration) {
    let due = startedAt.advanced(by: timeout)
    deadline = due
    if timeout <= .zero { return deadlinePassed() }
    timer = connection.loop.schedule(at: due, self)
  }

  func timerFired(_ timer: Timer) {
    self.timer = nil
    deadlinePassed()
  }

  /// What the client has not made room for by then is dropped: the trailers would wait behind it for as long as the
  /// client likes.
  private func deadlinePassed() {
    let isStuck = stream.queuedBytes > 0
    fail(CallStatus(.deadlineExceeded, "the deadline passed before the call was complete"))
    if isStuck { stream.reset(.cancel) }
  }

  // MARK: - The handler's task

  /// Starts the handler on the connection's loop.
  func start() {
    guard phase == .receiving else { return }
    guard connection.beginHandler() else {
      stream.reset(.refusedStream)
      return end(.unavailable)
    }
    phase = .running
    if connection.favouredCall != nil { connection.stopFavouring(self, feedingOthers: heldBytes == 0) }
    readyAt = connection.loop.now
    if answersImmediately() { return connection.endHandler() }
    let runner = connection.runners.take()
    self.runner = runner
    runner.run(self)
  }

  /// Ends the call within the event that completed its request, if its method answers immediately; false when it does not,
  /// or when there is something to wait for first.
  private func answersImmediately() -> Bool {
    guard connection.answersImmediately, sharedRoute._withUnsafeGuaranteedRef({ $0.answersImmediately })
    else {
      return false
    }
    guard
      connection.heldResponseBytes(stream) <= ServerConnection.calmBytes
        || !connection.isCongested(stream)
    else {
      return false
    }
    do {
      try askPermit()
      guard try respondImmediately() else { return false }
      succeed()
    } catch {
      fail(CallStatus(RPCError(wrapping: error)))
    }
    return true
  }

  /// Asks the permit, once, whether the handler may begin.
  private func askPermit() throws(RPCError) {
    guard !isPermitted else { return }
    isPermitted = true
    try lend(&permit) { permit throws(RPCError) in try permit.begin(ArrivingCall(self), readyAt: readyAt) }
  }

  /// Runs the handler to its end; called by the runner.
  nonisolated(nonsending) func run() async {
    defer { connection.endHandler() }
    if connection.heldResponseBytes(stream) > ServerConnection.calmBytes {
      await connection.waitForReader(of: stream)
    }
    guard phase == .running else { return runner = nil }
    do {
      try askPermit()
      if connection.core.interceptors.isEmpty { try await handle() } else { try await intercept(from: 0) }
      runner = nil
      succeed()
    } catch {
      runner = nil
      fail(CallStatus(RPCError(wrapping: error)))
    }
  }

  nonisolated(nonsending) private func intercept(from index: Int) async throws {
    let interceptors = connection.core.interceptors
    guard index < interceptors.count else { return try await handle() }
    try await interceptors[index].intercept(ServerContext(self)) { try await self.intercept(from: index + 1) }
  }

  // MARK: - The end

  func closed(_ code: HTTP2ErrorCode) {
    defer { cancelTimer() }
    guard phase != .over else { return }
    cancelled.store(true, ordering: .relaxed)
    end(.cancelled)
    wakeWaiters()
    runner?.cancel()
  }

  private func succeed() {
    guard phase != .over else { return }
    do throws(RPCError) {
      try sendHeaders()
      try sendTrailers()
    } catch {
      return fail(CallStatus(error))
    }
    end(.ok)
  }

  /// Ends the call with a status other than OK, and the handler with cancellation. Nothing happens when it is over.
  func fail(_ failure: CallStatus, httpStatus: String = "200") {
    guard phase != .over else { return }
    var status = failure
    if let domain = connection.configuration.errorDomain { status.explain(in: domain) }
    if !trailers.isEmpty { status.trailers.append(contentsOf: trailers) }
    // Metadata that were to go first do; what the client would not take is left out.
    if !initialMetadata.isEmpty { try? sendHeaders() }
    let fields = ResponseHeaders.status(
      status, trailersOnly: !headersSent, httpStatus: httpStatus, within: stream.peerMaxHeaderListBytes)
    if headersSent { stream.sendTrailers(fields) } else { stream.sendHeaders(fields, endStream: true) }
    if failure.code == .deadlineExceeded || failure.code == .cancelled {
      cancelled.store(true, ordering: .relaxed)
    }
    statusMessage = failure.message
    end(failure.code)
    wakeWaiters()
    runner?.cancel()
  }

  private func cancelTimer() {
    guard let timer else { return }
    connection.loop.cancel(timer)
    self.timer = nil
  }

  private func end(_ code: StatusCode) {
    phase = .over
    connection.tally.end(code == .ok)
    if connection.favouredCall != nil { connection.stopFavouring(self, feedingOthers: true) }
    if isWide { connection.wideCalls -= 1 }
    if postponedCredit > 0 { connection.starvedCallEnded() }
    if promisedBytes > 0 { giveBackRoom() }
    // What is queued for the client is under the deadline still.
    if stream.queuedBytes == 0 { cancelTimer() }
    if accountedBytes > 0 {
      connection.release(accountedBytes)
      accountedBytes = 0
      decoder = MessageDecoder(maxMessageBytes: 0)
    }
    let summary = ServerCallSummary(self, code)
    // Not lent: a handler elsewhere may be asking whose call it is.
    permit?.end(summary)
    span?.end(summary)
    connection.observers?._withUnsafeGuaranteedRef { $0.callEnded(summary) }
  }
}
