import EventLoops
import TLS

/// TLS over another byte stream: plaintext above, ciphertext below.
///
/// Opens once the handshake is complete. What the stream below does not take is kept here, at most what one write
/// of the user came to.
public final class TLSStream: ByteStream {
  /// The loop it belongs to.
  public var loop: EventLoop { below.loop }
  /// Where the peer is; nil when it has no address.
  public var peerAddress: SocketAddress? { below.peerAddress }
  /// Where our end is; nil when it has no address.
  public var localAddress: SocketAddress? { below.localAddress }
  /// What was agreed on; nil before the handshake is complete.
  public private(set) var security: SecurityInfo?

  private let below: any ByteStream
  private let makeSession: () throws(TLSError) -> TLSSession
  /// Where the steps of a server's handshake wait for their turn; nil for a client.
  private let queue: HandshakeQueue?
  /// Nil while a step of the handshake has it.
  private var session: TLSSession?
  private var handler: (any ByteStreamHandler)?
  /// Ciphertext that the stream below has not taken.
  private var unsent: [UInt8] = []
  private var isBlocked = false
  private var handlerWaits = false
  private var hasEnded = false
  private var finishesWhenSent = false
  private var isReadingWanted = true
  /// The step of a server's handshake that waits for its turn or is being taken; meanwhile nothing more is read.
  private var step: HandshakeStep?
  private var stepIsUnderWay = false
  /// Whether a server has not answered the peer yet.
  private var isNewcomer = true
  /// What has come meanwhile all the same: a pipe in memory delivers to its end what it has begun to deliver.
  private var early: [UInt8] = []
  /// Why the stream below broke meanwhile: told after what the step has come to, which may be the peer's own reason.
  private var breakdown: TransportError?
  /// What the peer has said as a newcomer.
  private var helloBytes = 0
  /// What a newcomer may say, and holds while it waits: the hellos of real clients have a tenth of it.
  private static let maxHelloBytes = 16 * 1024

  /// The server's side over an accepted stream, whose handshake takes its turn in a queue.
  convenience init(server context: TLSContext, over below: any ByteStream, queue: HandshakeQueue) {
    self.init(over: below, queue: queue) { () throws(TLSError) in try TLSSession(server: context) }
  }

  /// The client's side, for a server that proves to be `serverName`; see `TLSSession`.
  public convenience init(client context: TLSContext, serverName: String, over below: any ByteStream) {
    self.init(over: below, queue: nil) { () throws(TLSError) in
      try TLSSession(client: context, serverName: serverName)
    }
  }

  private init(
    over below: any ByteStream, queue: HandshakeQueue?,
    _ makeSession: @escaping () throws(TLSError) -> TLSSession
  ) {
    self.below = below
    self.queue = queue
    self.makeSession = makeSession
  }

  /// Begins the handshake.
  public func start(_ handler: any ByteStreamHandler) {
    self.handler = handler
    below.start(self)
  }

  /// Encrypts and writes all of the bytes; the result says whether it would take more.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> WriteResult {
    guard let session, session.state != .handshaking, !isBlocked else {
      handlerWaits = true
      return .blocked(taken: 0)
    }
    do throws(TLSError) { try session.send(bytes) } catch { throw TransportError(error) }
    try writeOutput()
    guard isBlocked else { return .complete }
    handlerWaits = true
    return .blocked(taken: bytes.count)
  }

  /// Stops or resumes reading.
  public func setReading(_ isWanted: Bool) {
    isReadingWanted = isWanted
    if step == nil { below.setReading(isWanted) }
  }

  /// Its events are not put behind those of others any more.
  public func comeForward() { below.comeForward() }

  /// What the stream below knows of it.
  public var peerHasFinished: Bool { below.peerHasFinished }

  /// Says goodbye (close_notify) and ends the outgoing direction once that has gone.
  public func finishOutput() {
    session?.finish()
    finishesWhenSent = true
    try? writeOutput()
  }

  /// Ends both directions. Idempotent.
  public func close() {
    handler = nil
    step?.cancel()
    below.close()
  }

  private func writeOutput() throws(TransportError) {
    if let session, session.hasOutput {
      let output = session.takeOutput()
      if unsent.isEmpty { unsent = output } else { unsent += output }
    }
    if !isBlocked { try writeUnsent() }
  }

  private func writeUnsent() throws(TransportError) {
    if !unsent.isEmpty {
      let result = try unsent.withUnsafeBufferPointer { bytes throws(TransportError) in
        try below.write(UnsafeRawBufferPointer(bytes))
      }
      if case .blocked(let taken) = result {
        unsent.removeFirst(taken)
        isBlocked = true
        return
      }
      unsent = []
    }
    if finishesWhenSent { below.finishOutput() }
  }
}

extension TLSStream: ByteStreamHandler {
  /// The stream below is there: a client begins the handshake; a server has nothing to say, and keeps nothing for a peer
  /// that says nothing.
  public func opened() {
    guard queue == nil else { return }
    do throws(TLSError) { session = try makeSession() } catch { return fail(error) }
    flushHandshake()
  }

  /// Decrypts, and goes on with the handshake.
  public func received(_ bytes: UnsafeRawBufferPointer) {
    guard step == nil else { return early += bytes }
    guard let queue, isHandshaking else { return take(bytes) }
    if isNewcomer {
      helloBytes += bytes.count
      guard helloBytes <= Self.maxHelloBytes else {
        return refuseHello()
      }
    }
    step = HandshakeStep(session, bytes, making: makeSession)
    session = nil
    below.setReading(false)
    if isNewcomer { queue.addNewcomer(self) } else { queue.addAnswered(self) }
  }

  private func refuseHello() {
    _ = try? Self.decodeError.withUnsafeBytes { bytes throws(TransportError) in try below.write(bytes) }
    fail(
      TransportError(
        .tls, "the peer's TLS hello is longer than \(Self.maxHelloBytes) bytes", isOffence: true))
  }

  /// A fatal alert (RFC 8446 §6), sent before there is a session.
  private static let decodeError: [UInt8] = [0x15, 3, 3, 0, 2, 2, 50]

  private var isHandshaking: Bool { session.map { $0.state == .handshaking } ?? true }

  /// Begins the step that has waited for its turn; false when there is nobody to take it for any more.
  func takeStep() -> Bool {
    guard handler != nil, let step else { return false }
    guard !isNewcomer || !peerHasFinished else {
      reportLeaving()
      return false
    }
    stepIsUnderWay = true
    step.start(on: loop) { self.finish(step) }
    return true
  }

  /// Ends a handshake that waits, for too many do.
  func giveUpTurn() {
    fail(TransportError(.tooManyConnections, "too many TLS handshakes wait for their turn"))
  }

  /// A step of the handshake has been taken.
  private func finish(_ step: HandshakeStep) {
    queue?.stepEnded()
    guard handler != nil else { return }
    stepIsUnderWay = false
    (self.step, session) = (nil, step.session)
    if session?.hasOutput == true { isNewcomer = false }
    reportOpened()
    if !step.plaintext.isEmpty { step.plaintext.withUnsafeBytes { handler?.received($0) } }
    if let failure = step.failure {
      try? writeOutput()
      return fail(failure)
    }
    if let breakdown { return fail(breakdown) }
    flushHandshake()
    if session?.state == .endedByPeer { reportEnd() }
    let rest = early
    early = []
    if !rest.isEmpty { rest.withUnsafeBytes { received($0) } }
    if handler != nil, self.step == nil { below.setReading(isReadingWanted) }
  }

  private func take(_ bytes: UnsafeRawBufferPointer) {
    do throws(TLSError) {
      if session == nil { session = try makeSession() }
    } catch {
      return fail(error)
    }
    guard let session else { return }
    do throws(TLSError) {
      try session.receive(bytes) { plaintext in
        reportOpened()
        handler?.received(plaintext)
        return handler != nil
      }
    } catch {
      try? writeOutput()
      return fail(error)
    }
    reportOpened()
    flushHandshake()
    if session.state == .endedByPeer { reportEnd() }
  }

  /// The peer has ended its direction, with or without a goodbye; HTTP/2 tells by itself what was cut off.
  public func receivedEnd() {
    if session == nil || session?.state == .handshaking {
      return reportLeaving()
    }
    reportEnd()
  }

  /// Writes what was kept, then lets the user write.
  public func becameWritable() {
    isBlocked = false
    do throws(TransportError) { try writeOutput() } catch { return fail(error) }
    reportWritable()
  }

  /// The stream below broke.
  public func failed(_ error: TransportError) {
    let hasNothingToTell = isNewcomer && !stepIsUnderWay
    if step == nil || hasNothingToTell { fail(error) } else { breakdown = error }
  }

  private func reportLeaving() {
    fail(TransportError(.tls, "the peer closed the connection during the TLS handshake"))
  }

  private func reportOpened() {
    guard security == nil, let session, session.state == .established || session.state == .endedByPeer else {
      return
    }
    security = SecurityInfo(
      tlsVersion: session.version, peerSubject: session.peerSubject, cipherSuite: session.cipherSuite)
    handler?.opened()
    reportWritable()
  }

  private func reportWritable() {
    guard handlerWaits, !isBlocked, security != nil else { return }
    handlerWaits = false
    handler?.becameWritable()
  }

  private func reportEnd() {
    guard !hasEnded else { return }
    hasEnded = true
    // A goodbye is answered with one (RFC 8446 §6.1); the user closes what its peer has ended.
    if let session, session.state == .endedByPeer {
      session.finish()
      try? writeOutput()
    }
    handler?.receivedEnd()
  }

  private func flushHandshake() {
    do throws(TransportError) { try writeOutput() } catch { fail(error) }
  }

  private func fail(_ error: TLSError) { fail(TransportError(error)) }

  private func fail(_ error: TransportError) { handler?.failed(error) }
}

// SAFETY: owner: `loop`; every mutable member is touched on its thread only.
extension TLSStream: @unchecked Sendable {}
