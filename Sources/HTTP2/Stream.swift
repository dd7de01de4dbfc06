import CNghttp2

/// One HTTP/2 stream: what is sent on it, and the handler that hears what is received.
///
/// Belongs to its session and shares its thread. Legal order of sending: `sendHeaders`, then any number of `send`,
/// then `sendTrailers` or `sendEnd`; `reset` at any time. After `StreamHandler.closed(_:)` all of them do nothing.
public final class Stream {
  /// What has been handed over for sending; only ever moves forward.
  enum Sending {
    case nothing, body, ending, finished
  }

  /// The id on the wire; odd for streams that a client opens.
  public let id: Int32

  // SAFETY: set while the stream is in the session's list; the session clears it when the stream closes and, for
  // all streams, before it goes away itself. Never used from another thread.
  unowned(unsafe) var session: Session?
  var handler: (any StreamHandler)?
  // The neighbours in the session's list of open streams; the session owns one reference to each listed stream.
  var next: Unmanaged<Stream>?
  var previous: Unmanaged<Stream>?

  var sending = Sending.nothing
  var queue = ByteQueue()
  var isDeferred = false
  var isIncremental = false
  var remoteEnded = false
  var wasResetByUs = false
  var receivedFinalHeaders = false
  var trailers = Trailers.none
  /// Bytes given to the handler that it has not consumed yet.
  var unconsumed = 0

  /// When the queue falls to this many bytes the handler hears `outputDrained()`, once.
  public var drainThreshold: Int?

  enum Trailers {
    case none
    case permanent(PermanentHeaderFields)
    case fields(HeaderFields)
  }

  init(id: Int32, session: Session) {
    self.id = id
    self.session = session
  }

  /// Bytes that were given to `send` and have not been taken for the wire yet.
  public var queuedBytes: Int { queue.count }

  /// Whether the stream is still part of a live session.
  public var isOpen: Bool { session != nil }

  /// Whether the peer has finished its side.
  public var peerHasEnded: Bool { remoteEnded }

  /// Gives back `count` received bytes to the peer's flow-control windows.
  public func consumed(_ count: Int) {
    guard let session, count > 0 else { return }
    let credited = min(count, unconsumed)
    unconsumed -= credited
    session.credit(credited, on: id)
  }
}
