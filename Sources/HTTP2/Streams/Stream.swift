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
  // all streams, before it goes away itself. Never used from another thread, and never beyond a call.
  @exclusivity(unchecked) var session: Unmanaged<Session>?
  @exclusivity(unchecked) var handler: (any StreamHandler)?
  // The neighbours in the session's list of open streams; the session owns one reference to each listed stream.
  @exclusivity(unchecked) var next: Unmanaged<Stream>?
  @exclusivity(unchecked) var previous: Unmanaged<Stream>?

  @exclusivity(unchecked) var sending = Sending.nothing
  @exclusivity(unchecked) var queue = ByteQueue()
  @exclusivity(unchecked) var isDeferred = false
  /// A DATA frame of what is queued is begun and waits for room in the output.
  @exclusivity(unchecked) var owesFrame = false
  @exclusivity(unchecked) var isIncremental = false
  @exclusivity(unchecked) var remoteEnded = false
  /// Whether it was reset from this side: because somebody asked for it or, then without `reset`, over a fault of the peer.
  @exclusivity(unchecked) public internal(set) var wasResetByUs = false
  @exclusivity(unchecked) var isLeaving = false
  @exclusivity(unchecked) var receivedFinalHeaders = false
  @exclusivity(unchecked) var trailers = Trailers.none
  /// What the header block that is to be sent next has to do with those sent before (server role).
  @exclusivity(unchecked) var headerBlock = SentBlocks.Use.none
  /// The list of a block that is to be kept.
  @exclusivity(unchecked) var taughtList: HeaderList?
  /// Whether the request headers have gone out (client role); a stream that closes before was never seen by the peer.
  @exclusivity(unchecked) public internal(set) var wasSent = false
  /// Bytes that the request announced and that have not come yet; nil when it announced none.
  @exclusivity(unchecked) var missingContent: Int?
  /// More content than that has come.
  @exclusivity(unchecked) var isMalformed = false
  /// Bytes given to the handler that it has not consumed yet.
  @exclusivity(unchecked) var unconsumed = 0

  /// When the queue falls to this many bytes the handler hears `outputDrained()`, once.
  @exclusivity(unchecked) public var drainThreshold: Int?

  enum Trailers {
    case none
    case permanent(PermanentHeaderFields)
    case fields(HeaderFields)
  }

  init(id: Int32, session: Session) {
    self.id = id
    self.session = .passUnretained(session)
  }

  /// Bytes that were given to `send` and have not been taken for the wire yet.
  public var queuedBytes: Int { queue.count }

  /// The largest header list that the peer takes, as it said.
  public var peerMaxHeaderListBytes: Int {
    session?._withUnsafeGuaranteedRef { $0.peerMaxHeaderListBytes } ?? .max
  }

  /// Whether the stream is still part of a live session.
  public var isOpen: Bool { session != nil }

  /// Whether the peer has finished its side.
  public var peerHasEnded: Bool { remoteEnded }

  /// Whether our side is over: nothing of it waits for the peer's window any more.
  public var hasEnded: Bool { sending == .finished }

  /// Bytes that all streams of the session were given to send and that have not been taken for the wire yet.
  public var connectionQueuedBytes: Int { session?._withUnsafeGuaranteedRef { $0.queuedBytes } ?? 0 }

  /// Lets the session's delegate hear `sendQueuesDrained(to:)` once `connectionQueuedBytes` is below `mark`; if it is
  /// already, when it next sinks.
  public func reportConnectionDrain(below mark: Int) {
    session?._withUnsafeGuaranteedRef { $0.drainMark = mark }
  }

  /// Gives back `count` received bytes to the connection's window only; the stream's is to follow by
  /// `consumedOnStream(_:)`, or its peer stalls.
  public func consumedOnConnection(_ count: Int) {
    let credited = min(count, unconsumed)
    unconsumed -= credited
    session?._withUnsafeGuaranteedRef { $0.creditOnly(credited, on: nil) }
  }

  /// Gives back to the stream's window what `consumedOnConnection(_:)` has kept from it.
  public func consumedOnStream(_ count: Int) {
    session?._withUnsafeGuaranteedRef { $0.creditOnly(count, on: id) }
  }

  /// Lets the peer send so many bytes ahead of consumption on this stream, which are more than on others.
  public func widenWindow(to bytes: Int) {
    session?._withUnsafeGuaranteedRef { $0.widenWindow(of: id, to: bytes) }
  }

  /// Gives back `count` received bytes to the peer's flow-control windows.
  public func consumed(_ count: Int) {
    guard let session, count > 0 else { return }
    let credited = min(count, unconsumed)
    unconsumed -= credited
    session._withUnsafeGuaranteedRef { $0.credit(credited, on: id) }
  }
}
