import EventLoops
import HTTP2

/// One connection: pumps bytes between a byte stream and an HTTP/2 session.
///
/// What arrives goes to the session at once; what the session has to say is written once at the end of the loop's
/// turn, or as soon as it is worth a write. While the peer does not read, nothing is taken from the session, and
/// reading stops before the peer can make us hoard answers. Confined to its loop: every member but `loop`,
/// `peerAddress` and `configuration` is used on it only.
///
/// States: opening → open → finishing (our last word is said; what comes is dropped) → closed. `close()` ends any.
public final class Connection {
  enum State {
    case opening, open, finishing, closed
  }

  /// The loop it lives on.
  public let loop: EventLoop
  /// Where the peer is; nil when it has no address.
  public let peerAddress: SocketAddress?
  /// The HTTP/2 session.
  public let session: Session
  /// The bounds in force.
  public let configuration: ConnectionConfiguration
  /// When bytes last came from the peer; what keepalive and idle limits go by.
  @exclusivity(unchecked) public internal(set) var lastReceived: MonotonicInstant

  // `@exclusivity(unchecked)`: touched on the loop's thread only, and no access spans a call that could come back to it.

  let stream: any ByteStream
  let proxy: SessionProxy
  @exclusivity(unchecked) var delegate: (any ConnectionDelegate)?
  /// Told at the very end, for whoever keeps a list of connections.
  var registry: (any ConnectionRegistry)?
  var registryIndex = 0

  @exclusivity(unchecked) var state = State.opening
  /// How deep we are in calls of the session, which must not be closed from within.
  @exclusivity(unchecked) var sessionDepth = 0
  @exclusivity(unchecked) var pendingClose: PendingClose?
  @exclusivity(unchecked) var failure: TransportError?
  @exclusivity(unchecked) private var hasReportedEnd = false

  @exclusivity(unchecked) var flushScheduled = false
  /// Bytes taken from the session that the blocked stream did not take.
  @exclusivity(unchecked) var unsent: [UInt8] = []
  @exclusivity(unchecked) var isBlocked = false
  @exclusivity(unchecked) var sentSinceCheck = false
  @exclusivity(unchecked) var unansweredBytes = 0
  @exclusivity(unchecked) var outputFailed = false
  /// Whether what the peer wants comes behind what others want, for it has had nothing of us yet.
  @exclusivity(unchecked) var standsBack: Bool

  @exclusivity(unchecked) var deadlines = ConnectionDeadlines()
  @exclusivity(unchecked) var lifetime: ConnectionLifetime
  /// PINGs sent to see whether the peer is still there.
  @exclusivity(unchecked) public internal(set) var keepalivesSent: UInt64 = 0

  /// A close that was asked for within a call of the session.
  struct PendingClose {
    let error: TransportError?
  }

  /// Makes a connection over a stream; nothing happens before `start(_:)`.
  public init(_ stream: any ByteStream, role: Session.Role, configuration: ConnectionConfiguration) {
    self.stream = stream
    self.configuration = configuration
    loop = stream.loop
    peerAddress = stream.peerAddress
    lastReceived = stream.loop.now
    standsBack = role == .server
    lifetime = ConnectionLifetime(
      configuration.lifetime, openedAt: stream.loop.now, jitter: Double.random(in: -1...1))
    proxy = SessionProxy()
    session = Session(
      role: role, configuration: configuration.session, delegate: proxy,
      atNanoseconds: stream.loop.now.nanoseconds)
    proxy.connection = .passUnretained(self)
  }

  /// What was agreed on about security; nil for plaintext.
  public var security: SecurityInfo? { stream.security }

  /// Where our end is; nil when it has no address.
  public var localAddress: SocketAddress? { stream.localAddress }

  /// Whether the connection is over for the code above; our last word may still be on its way.
  public var isOver: Bool { state == .closed || hasReportedEnd }

  /// Begins; called once. The delegate is kept until it has heard `connectionClosed`.
  public func start(_ delegate: any ConnectionDelegate) {
    loop.preconditionInLoop()
    precondition(self.delegate == nil && state == .opening, "a connection is started once")
    self.delegate = delegate
    session.onOutputReady = { [unowned self] in scheduleFlush() }
    arm(.open, after: configuration.openTimeout)
    stream.start(self)
  }

  /// Begins an orderly end: open streams go on, new ones are refused, then the connection closes. Idempotent.
  public func shutDownGracefully() {
    guard state == .open || state == .opening else { return }
    session.shutDownGracefully()
    arm(.shutdownPing, after: configuration.shutdownPingTimeout)
    scheduleFlush()
  }

  /// Ends the connection after `lingerTimeout` at the latest, whatever waits to be written by then. Idempotent.
  public func closeSoon() {
    guard state == .open || state == .opening else { return }
    arm(.linger, after: configuration.lingerTimeout)
  }

  /// Ends the connection at once; every open stream is closed. Idempotent.
  ///
  /// Within a callback of the session it takes effect when that callback has returned.
  public func close() { close(TransportError(.closedLocally, "we closed the connection")) }

  func close(_ error: TransportError?) {
    guard state != .closed else { return }
    if sessionDepth > 0 {
      if pendingClose == nil { pendingClose = PendingClose(error: error) }
      return
    }
    state = .closed
    disarmAll()
    stream.close()
    unsent = []
    reportEnd(error)
    registry.take()?.remove(self)
  }

  /// Closes every stream and lets the code above go, which need not wait until the peer has heard our last word. Idempotent.
  func reportEnd(_ error: TransportError?) {
    guard !hasReportedEnd else { return }
    hasReportedEnd = true
    sessionDepth += 1
    session.close(.cancel)
    sessionDepth -= 1
    // A stream may have asked for what happens already.
    pendingClose = nil
    let delegate = delegate.take()
    delegate?.connectionClosed(self, error: failure ?? error)
  }

  /// Calls the session, and closes afterwards if that was asked for meanwhile.
  @inline(__always)
  func withSession<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    sessionDepth += 1
    defer {
      sessionDepth -= 1
      if sessionDepth == 0, pendingClose != nil { performPendingClose() }
    }
    try body()
  }

  private func performPendingClose() {
    if let pending = pendingClose.take() { close(pending.error) }
  }
}

// SAFETY: owner: `loop`; every mutable member is touched on its thread only.
extension Connection: @unchecked Sendable {}

/// Hears of the end of the connections that it lists.
protocol ConnectionRegistry: AnyObject {
  func remove(_ connection: Connection)
}
