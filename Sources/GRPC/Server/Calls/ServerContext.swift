import EventLoops

/// What a handler can learn of its call beside the requests, and say beside the responses.
///
/// A reference to the call; usable from any task as long as the handler runs, without effect afterwards.
public struct ServerContext: Sendable {
  private let call: ServerCall

  init(_ call: ServerCall) { self.call = call }

  /// The method that was called.
  public var method: AnyMethodDescriptor { call.route.method }

  /// The address of the client.
  public var peer: String { call.connection.peer }

  /// The loop on which the handler runs unless it goes elsewhere.
  public var eventLoop: EventLoop { call.connection.loop }

  /// The position of that loop in its group.
  public var loopIndex: Int { call.connection.loop.index }

  /// The metadata that the client sent.
  ///
  /// - Complexity: O(fields) at every use, for it is decoded on demand.
  public var metadata: Metadata {
    // Binary fields, the only ones that can be malformed, were checked before the handler began.
    (try? call.head?.metadata.decoded()) ?? Metadata()
  }

  /// Whether the request that the handler was given last came compressed.
  public var requestWasCompressed: Bool { call.requestWasCompressed }

  /// Where the request that the handler was given last was decoded, and what else it makes work of belongs, if that was beside the
  /// loop, for its size (`ServerConfiguration.largeRequestBytes`); nil if not.
  public var executorOfLargeRequest: (any TaskExecutor)? {
    call.requestWasLarge ? call.executorOfLargeRequests : nil
  }

  /// Where work for the client is done by a pool, in turns with that for the clients of other connections.
  public func lane(in pool: ComputePool) -> ComputePool.Lane { call.connection.lane(in: pool) }

  /// How long the call may still take; nil without a deadline, zero or less when it has passed.
  public var timeRemaining: Duration? {
    call.deadline.map { MonotonicInstant.now.duration(to: $0) }
  }

  /// When the call has to be over; pass it on to the calls that the handler makes itself.
  public var deadline: ContinuousClock.Instant? {
    timeRemaining.map { ContinuousClock.now.advanced(by: $0) }
  }

  /// Whether the client has gone or the deadline has passed; the handler's task is cancelled then too.
  public var isCancelled: Bool { call.cancelled.load(ordering: .relaxed) }

  /// What the server's gate gave the call: whom it comes from, say.
  public var permit: (any CallPermit)? { call.permit }

  /// What follows the call when it is traced.
  public var span: (any CallSpan)? { call.span }

  /// Leaves something for the server's observers, in place of what was left before.
  public func leaveNote(_ note: any Sendable) { onLoop { $0.note = note } }

  /// Adds metadata to be sent before the first response; too late once that is sent.
  public func addInitialMetadata(_ metadata: Metadata) {
    onLoop { $0.initialMetadata.append(contentsOf: metadata) }
  }

  /// Adds a number to the metadata that is sent before the first response: cheaper than the same as text where many
  /// responses of a connection have the same one.
  ///
  /// - Precondition: `name` is one that applications may use, in lower case, and does not end in `-bin`.
  /// - Parameter isUnique: that no other response has this number: it stays out of the connection's compression table, which
  ///   such numbers would fill.
  public func addInitialMetadata(_ name: StaticString, _ value: UInt64, isUnique: Bool = false) {
    if call.connection.isOnLoop { return call.addInitialMetadata(name, value, isUnique: isUnique) }
    onLoop { $0.addInitialMetadata(name, value, isUnique: isUnique) }
  }

  /// Adds metadata to be sent after the last response, with whatever status.
  public func addTrailingMetadata(_ metadata: Metadata) {
    onLoop { $0.trailers.append(contentsOf: metadata) }
  }

  /// Sends the initial metadata now instead of together with the first response.
  public func sendInitialMetadata() { onLoop { $0.sendHeadersEarly() } }

  /// Compresses all responses, if the client reads that encoding (by default, gzip, or else whichever it reads), or none with
  /// `identity`; without effect once the first is sent. Without it, `ServerConfiguration.compressedResponseBytes` decides.
  public func compressResponses(with encoding: MessageEncoding? = nil) {
    onLoop { $0.compressResponses(with: encoding) }
  }

  /// Elsewhere the change is queued; the call's end is queued behind it.
  private func onLoop(_ change: @escaping @Sendable (ServerCall) -> Void) {
    if eventLoop.isCurrent { return change(call) }
    let call = call
    eventLoop.execute { change(call) }
  }
}
