import EventLoops
import Glibc

/// A socket as a byte stream.
public final class SocketStream: ByteStream {
  /// The loop it belongs to.
  public let loop: EventLoop
  /// Where the peer is; nil for an unnamed Unix peer.
  public let peerAddress: SocketAddress?
  /// Where our end is; nil once closed.
  public var localAddress: SocketAddress? { socket?.localAddress() }
  /// Whether the peer has ended its direction, or the connection is broken.
  public var peerHasFinished: Bool { socket?.peerHasFinished() ?? true }
  /// A bare socket secures nothing.
  public var security: SecurityInfo? { nil }

  // `@exclusivity(unchecked)`: touched on the loop's thread only, and no access spans a call that could come back to it.
  @exclusivity(unchecked) private var socket: Socket?
  @exclusivity(unchecked) private var registration: Registration?
  @exclusivity(unchecked) private var interest: Readiness = []
  @exclusivity(unchecked) private var handler: (any ByteStreamHandler)?
  @exclusivity(unchecked) private var isConnecting = false
  @exclusivity(unchecked) private var hasOpened = false
  @exclusivity(unchecked) private var hasEnded = false

  @exclusivity(unchecked) private var standsBack = false

  /// Takes over a connected socket; one that has been accepted stands back until `comeForward()`.
  public init(_ socket: consuming Socket, peer: SocketAddress?, on loop: EventLoop) {
    peerAddress = peer
    self.loop = loop
    self.socket = consume socket
    standsBack = true
  }

  /// A socket that connects to `address` once started; a failure is its first event then.
  public init(connectingTo address: SocketAddress, on loop: EventLoop) {
    peerAddress = address
    self.loop = loop
    isConnecting = true
  }

  /// Begins to deliver events.
  public func start(_ handler: any ByteStreamHandler) {
    loop.preconditionInLoop()
    precondition(registration == nil, "a stream is started once")
    self.handler = handler
    do throws(EventLoopError) {
      if isConnecting, let peerAddress { socket = try Socket.connecting(to: peerAddress) }
      guard let descriptor = socket?.descriptor else { return }
      interest = isConnecting ? .writable : .readable
      registration = try loop.register(descriptor, for: interest, standingBack: standsBack, self)
    } catch {
      let failure = TransportError(isConnecting ? .connectFailed : .connectionLost, error.message)
      return loop.execute { [self] in self.handler?.failed(failure) }
    }
    if !isConnecting { loop.execute { [self] in reportOpened() } }
  }

  /// Writes what the kernel takes now.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> WriteResult {
    if isConnecting { return .blocked(taken: 0) }
    guard let result = socket?.write(bytes) else {
      throw TransportError(.closedLocally, "the connection is closed")
    }
    switch result {
    case .bytes(bytes.count): return .complete
    case .bytes(let taken):
      want(.writable, true)
      return .blocked(taken: taken)
    case .wouldBlock:
      want(.writable, true)
      return .blocked(taken: 0)
    case .failed(let reason): throw .lost("writing to \(peerName)", errno: reason)
    }
  }

  /// Stops or resumes reading.
  public func setReading(_ isWanted: Bool) {
    if !isConnecting { want(.readable, isWanted && !hasEnded) }
  }

  /// Its events are not put behind those of others any more.
  public func comeForward() {
    guard standsBack, let registration else { return }
    standsBack = false
    do throws(EventLoopError) {
      try loop.bringForward(registration, for: interest)
    } catch {
      let failure = TransportError(.connectionLost, error.message)
      loop.execute { [self] in handler?.failed(failure) }
    }
  }

  /// Ends the outgoing direction.
  public func finishOutput() { socket?.shutdownOutput() }

  /// Ends both directions. Idempotent.
  public func close() {
    if let registration = registration.take() { loop.deregister(registration) }
    handler = nil
    socket = nil
  }

  private var peerName: String { peerAddress?.description ?? "the peer" }

  private func want(_ readiness: Readiness, _ isWanted: Bool) {
    let wanted = isWanted ? interest.union(readiness) : interest.subtracting(readiness)
    guard wanted != interest, let registration else { return }
    interest = wanted
    loop.update(registration, for: wanted)
  }
}

extension SocketStream: ReadinessHandler {
  /// Reads once, however much there is; the loop reports again what is left.
  public func becameReady(_ readiness: Readiness) {
    if isConnecting { return finishConnecting() }
    reportOpened()
    if readiness.contains(.writable), interest.contains(.writable) {
      want(.writable, false)
      handler?.becameWritable()
    }
    if interest.contains(.readable) {
      if readiness.contains(.readable) || readiness.hasFailed { read() }
    } else if readiness.hasFailed, let reason = socket?.takeError() {
      fail("the connection to \(peerName)", errno: reason == 0 ? EPIPE : reason)
    }
  }

  /// The connection has nobody to serve it any more.
  public func loopEnded() {
    registration = nil
    handler?.failed(
      TransportError(.closedLocally, "the event loop of the connection to \(peerName) has ended"))
  }

  /// Precedes every other event, even where a busy loop comes to those first.
  private func reportOpened() {
    guard !hasOpened else { return }
    hasOpened = true
    handler?.opened()
  }

  private func finishConnecting() {
    let reason = socket?.takeError() ?? EBADF
    guard reason == 0 else { return fail("connecting to \(peerName)", errno: reason, .connectFailed) }
    isConnecting = false
    want(.writable, false)
    want(.readable, true)
    reportOpened()
    // Whoever wrote too early was told that the stream is blocked.
    handler?.becameWritable()
  }

  /// What one connection brings before the others of its loop have their turn.
  private static let readBytes = 64 * 1024

  private func read() {
    switch socket?.read(into: UnsafeMutableRawBufferPointer(rebasing: loop.inputBuffer[..<Self.readBytes])) {
    case .bytes(0):
      hasEnded = true
      want(.readable, false)
      handler?.receivedEnd()
    case .bytes(let count):
      handler?.received(UnsafeRawBufferPointer(rebasing: loop.inputBuffer[..<count]))
    case .failed(let reason): fail("reading from \(peerName)", errno: reason)
    case .wouldBlock, nil: break
    }
  }

  /// Stops watching, since the kernel would go on reporting, and says why.
  private func fail(_ attempt: String, errno reason: Int32, _ code: TransportError.Code = .connectionLost) {
    if let registration = registration.take() { loop.deregister(registration) }
    handler?.failed(TransportError(code, EventLoopError.system(attempt, errno: reason).message))
  }
}

// SAFETY: owner: `loop`; every method but `init` is called on its thread, and `init` hands the socket over.
extension SocketStream: @unchecked Sendable {}
