import EventLoops

/// A pair of byte directions to one peer: a socket, one end of a memory pipe, or TLS over either.
///
/// Confined to its loop; all methods are called on it. No event is delivered from within a call of a method.
public protocol ByteStream: AnyObject {
  /// The loop it belongs to.
  var loop: EventLoop { get }
  /// Where the peer is; nil when it has no address.
  var peerAddress: SocketAddress? { get }
  /// Where our end is; nil when it has no address.
  var localAddress: SocketAddress? { get }
  /// What was agreed on about security; nil for plaintext.
  var security: SecurityInfo? { get }

  /// Begins to deliver events; called once. The stream keeps the handler until `close()`.
  func start(_ handler: any ByteStreamHandler)

  /// Writes as much as the stream takes now.
  ///
  /// - Throws: when nothing can be written any more; reading may still yield what came before.
  func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> WriteResult

  /// Stops or resumes reading; the peer is held back by the kernel's buffers meanwhile.
  func setReading(_ isWanted: Bool)

  /// The peer has been served: from now on its events do not stand back behind those of others. Idempotent.
  func comeForward()

  /// Whether the peer is known to send nothing more than what has come already; a system call.
  var peerHasFinished: Bool { get }

  /// Ends the outgoing direction once everything taken has gone; the incoming one goes on.
  func finishOutput()

  /// Ends both directions at once and drops what has not gone. Idempotent; no event follows.
  func close()
}

extension ByteStream {
  /// None.
  public var localAddress: SocketAddress? { nil }
  /// Nothing: such a stream has never stood back.
  public func comeForward() {}
  /// Not known before the event.
  public var peerHasFinished: Bool { false }
}

/// How much of the bytes a stream has taken.
public enum WriteResult: Equatable, Sendable {
  /// All of them, and it would take more.
  case complete
  /// The first `taken` bytes; it takes more after `ByteStreamHandler.becameWritable()`.
  case blocked(taken: Int)
}

/// What was agreed on about the security of a stream.
public struct SecurityInfo: Sendable, Hashable {
  /// `TLSv1.3` and the like.
  public let tlsVersion: String
  /// The subject of the certificate that the peer has shown, if any.
  public let peerSubject: String?
  /// The cipher suite by its name in IANA's registry.
  public let cipherSuite: String?

  /// Makes a record of what was agreed on.
  public init(tlsVersion: String, peerSubject: String?, cipherSuite: String? = nil) {
    self.tlsVersion = tlsVersion
    self.peerSubject = peerSubject
    self.cipherSuite = cipherSuite
  }
}

/// Receives the events of a byte stream, on its loop.
public protocol ByteStreamHandler: AnyObject {
  /// Bytes may be exchanged: connected, and for TLS the handshake is complete. The first event, or `failed` is.
  func opened()
  /// Bytes arrived; they are valid during the call only.
  func received(_ bytes: UnsafeRawBufferPointer)
  /// The peer has ended its direction in good order.
  func receivedEnd()
  /// The stream takes bytes again after it was blocked.
  func becameWritable()
  /// The stream broke; the last event. The handler still has to call `close()`.
  func failed(_ error: TransportError)
}
