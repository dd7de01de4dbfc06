import EventLoops
import HTTP2
import Synchronization
import Transport

/// The server's side of one connection: turns streams into calls, and keeps what they share within bounds.
// SAFETY: everything mutable is touched on `loop` only, where the session, the calls and their handlers run.
final class ServerConnection: ConnectionDelegate, @unchecked Sendable {
  let core: ServerCore
  /// That of `core`, copied: cores would contend for the count of what they share.
  let configuration: ServerConfiguration
  /// Whether calls may be answered without a task.
  let answersImmediately: Bool
  /// Responses of so many bytes are compressed by themselves; the greatest number for none.
  let compressedResponseBytes: Int
  let loop: EventLoop
  /// The client's address, for handlers and logs.
  let peer: String

  /// What its calls came to.
  @exclusivity(unchecked) var tally = CallTally()
  @exclusivity(unchecked) private var entry: (ledger: ConnectionLedger, id: Int64)?

  // `@exclusivity(unchecked)`: on one thread, and no access spans a call that could come back to it.
  let runners: RunnerPool
  /// What the last request that was taken asked for; most connections ask for the same thing again and again.
  @exclusivity(unchecked) private var lastHead: AcceptedHead?
  @exclusivity(unchecked) private var lastNumberHeaders: NumberHeaders?
  @exclusivity(unchecked) private(set) var isClosed = false
  /// The connection below; nil once it is closed, and in tests without one.
  private(set) weak var transport: Connection?

  // See ServerConnection+Bounds.
  @exclusivity(unchecked) var handlers = 0
  @exclusivity(unchecked) var requests = BufferLease()
  /// Calls whose clients have a wider window than others.
  @exclusivity(unchecked) var wideCalls = 0
  @exclusivity(unchecked) var favouredCall: ServerCall?
  @exclusivity(unchecked) var starvedCalls = Fifo<ServerCall>()
  /// How many of them may be over.
  @exclusivity(unchecked) var endedStarvedCalls = 0
  var responses = BufferLease()
  /// Whether a request of it is being inflated beside the loop; the others wait.
  @exclusivity(unchecked) var isInflating = false
  @exclusivity(unchecked) var waitingInflations = Fifo<UnsafeContinuation<Void, Never>>()
  /// Bytes of responses that are being compressed beside the loop.
  @exclusivity(unchecked) var deflatingBytes = 0
  /// Bytes of responses that handlers may make and have not sent yet.
  @exclusivity(unchecked) var promisedBytes = 0
  @exclusivity(unchecked) var waitingHandlers = Fifo<WaitingHandler>()
  /// How long a stream of requests may wait for the next one; nil for as long as it likes.
  @exclusivity(unchecked) private(set) var requestPatience: Duration?
  /// Until it is looked whether the client goes on to read, or to send what it has begun to.
  var peerTimer: EventLoops.Timer?
  /// Bytes of requests that have come.
  @exclusivity(unchecked) var receivedBytes: UInt64 = 0
  /// What had come, and what the client had taken, when the timer was set.
  var bytesSeen: (received: UInt64, sent: UInt64) = (0, 0)
  private var hasBegun = false
  private var usesRunners = false
  /// One for each pool that works for the connection.
  private let lanes = Mutex<[ComputePool.Lane]>([])

  @exclusivity(unchecked) private var gate: (any ConnectionGate)?
  @exclusivity(unchecked) private var ownObservers: ConnectionObservers?
  // SAFETY: `ownObservers`, which is set once and lives as long as the connection. Every call tells them twice, uncounted.
  @exclusivity(unchecked) private(set) var observers: Unmanaged<ConnectionObservers>?

  init(_ core: ServerCore, loop: EventLoop, peer: String) {
    self.core = core
    configuration = core.configuration
    answersImmediately = core.interceptors.isEmpty
    compressedResponseBytes = configuration.compressedResponseBytes ?? .max
    self.loop = loop
    self.peer = peer
    runners = core.runners(of: loop)
  }

  func connectionOpened(_ connection: Connection) {
    transport = connection
    begin(
      ConnectionSummary(
        peer: peer, address: connection.peerAddress, security: connection.security, loop: loop))
  }

  /// Makes gate and observers of the connection.
  func begin(_ summary: ConnectionSummary) {
    hasBegun = true
    runners.join()
    usesRunners = true
    gate = core.gate?.open(summary)
    ownObservers = ConnectionObservers(core.observers.map { $0.open(summary) })
    observers = ownObservers.map { .passUnretained($0) }
  }

  func accept(_ stream: HTTP2.Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler {
    if let known = lastHead, known.serial == headers.serial {
      let call = known.route._withUnsafeGuaranteedRef { $0.makeCall(on: stream, of: self) }
      open(call, known)
      return call
    }
    let head = RequestHead(headers)
    guard head.isPOST else {
      return NonGRPCRequest(stream, .methodNotAllowed(method: Array(head.method)), on: loop)
    }
    // What is cut off may have been the content type, or the end of the path.
    if headers.isTruncated { return refuse(stream, headersTooLarge) }
    guard head.isGRPC else { return NonGRPCRequest(stream, .unsupportedMediaType, on: loop) }
    guard let route = core.table.route(for: head.path) else {
      return refuse(stream, unknownMethod(head.path))
    }
    let call = route._withUnsafeGuaranteedRef { $0.makeCall(on: stream, of: self) }
    guard head.acceptsTrailers else {
      call.fail(
        CallStatus(.internal, "the request lacks te: trailers; is there a proxy that drops it?"),
        httpStatus: "415")
      return call
    }
    do throws(RPCError) {
      let accepted = try AcceptedHead(head, headers, route)
      lastHead = accepted
      open(call, accepted)
    } catch {
      call.fail(CallStatus(error))
    }
    return call
  }

  /// Takes no more runners; nothing happens when that has been said.
  func leaveRunners() {
    guard usesRunners else { return }
    usesRunners = false
    runners.leave()
  }

  /// Enters the connection in the books until it is closed.
  func enter(_ ledger: ConnectionLedger, _ connection: Connection) {
    entry = (ledger, ledger.add(connection, self))
  }

  func connectionClosed(_ connection: Connection, error: TransportError?) {
    isClosed = true
    if let entry = entry.take() { entry.ledger.remove(entry.id) }
    transport = nil
    releaseWaiting()
    leaveRunners()
    if let error { reportStranger(error) }
    ownObservers?.connectionClosed(peer: peer, reason: error?.message)
    if !hasBegun {
      for observer in core.observers {
        observer.connectionFailed(on: loop, peer: peer, reason: error?.message)
      }
    }
  }

  private func reportStranger(_ error: TransportError) {
    for observer in core.observers {
      if error.isOtherProtocol {
        observer.metOtherProtocol(peer: peer, reason: error.message)
      } else if error.isOffence {
        observer.metOffender(peer: peer, reason: error.message)
      }
    }
  }

  /// Whether the caller runs on the connection's loop.
  var isOnLoop: Bool { loop.isCurrent }

  /// Whether a request of so many bytes is decoded beside the loop.
  func isLargeRequest(_ bytes: Int) -> Bool {
    bytes > configuration.largeRequestBytes && configuration.largeRequestPool != nil
  }

  /// The connection's lane in a pool, made when it is first asked for; from any thread.
  func lane(in pool: ComputePool) -> ComputePool.Lane {
    lanes.withLock { lanes in
      if let lane = lanes.first(where: { $0.pool === pool }) { return lane }
      let lane = pool.makeLane()
      lanes.append(lane)
      return lane
    }
  }

  /// Runs `body` on the connection's loop, from a task that may run elsewhere.
  ///
  /// `@concurrent`: a function that stays with its caller would not go to the loop that the task is told to prefer.
  func onLoop<Result: Sendable>(
    _ body: @escaping @Sendable @concurrent () async throws(RPCError) -> Result
  ) async throws(RPCError) -> Result {
    let result: Swift.Result<Result, RPCError> = await withTaskExecutorPreference(loop) {
      do throws(RPCError) { return .success(try await body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Ends streams of requests on which nothing comes for so long, those among `handlers` that wait and those that will.
  func endIdleRequestStreams(after patience: Duration, _ handlers: [any StreamHandler]) {
    requestPatience = patience
    for case let call as ServerCall in handlers { call.patienceEnds() }
  }

  // MARK: - Headers of responses

  /// The headers with a number as their only metadata; the same object as before for the same number.
  func numberHeaders(_ name: StaticString, _ value: UInt64) -> NumberHeaders {
    if let last = lastNumberHeaders, last.holds(name, value) { return last }
    let headers = NumberHeaders(name, value)
    lastNumberHeaders = headers
    return headers
  }

  // MARK: - Opening a call

  private func open(_ call: ServerCall, _ head: AcceptedHead) {
    call.take(head)
    do throws(RPCError) {
      if let tracer = core.tracer, call.phase != .over { call.span = tracer.begin(ArrivingCall(call)) }
      if call.phase != .over {
        call.permit = try lend(&gate) { gate throws(RPCError) in try gate.admit(ArrivingCall(call)) } ?? nil
      }
    } catch {
      return call.fail(CallStatus(error))
    }
    if call.streamsRequests { call.start() }
  }

  private var headersTooLarge: CallStatus {
    let limit = configuration.http2.maxHeaderListBytes
    return CallStatus(
      .resourceExhausted, "the request's headers are over the limit of \(limit) bytes", .headersTooLarge)
  }

  private func unknownMethod(_ path: UnsafeRawBufferPointer) -> CallStatus {
    CallStatus(.unimplemented, "unknown method \(String(decoding: path.prefix(256), as: UTF8.self))")
  }

  /// Answers at once; whatever the client still sends is dropped.
  private func refuse(_ stream: HTTP2.Stream, _ refusal: CallStatus) -> any StreamHandler {
    var status = refusal
    if let domain = configuration.errorDomain { status.explain(in: domain) }
    let fields = ResponseHeaders.status(status, trailersOnly: true, within: stream.peerMaxHeaderListBytes)
    stream.sendHeaders(fields, endStream: true)
    ownObservers?.callRefused(status.code)
    return RefusedRequest(stream)
  }
}

/// The handler of a stream that is answered already.
private final class RefusedRequest: StreamHandler {
  private let stream: HTTP2.Stream
  init(_ stream: HTTP2.Stream) { self.stream = stream }
  func receivedData(_ bytes: UnsafeRawBufferPointer) { stream.consumed(bytes.count) }
  func receivedTrailers(_ trailers: HeaderBlock) {}
  func receivedEnd() {}
  func outputDrained() {}
  func closed(_ code: HTTP2ErrorCode) {}
}
