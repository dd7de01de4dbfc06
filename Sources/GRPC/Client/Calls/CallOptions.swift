/// What a caller may decide for one call; whatever is `nil` is left to the channel.
public struct CallOptions: Sendable {
  /// How long the call may take, from its start until its status is there.
  public var timeout: Duration?

  /// When the call must be over; together with `timeout` the earlier of the two counts.
  public var deadline: ContinuousClock.Instant?

  /// How long the caller waits for a sign of the server in the call, after which it ends with `DEADLINE_EXCEEDED`: for streams, of
  /// which nobody knows how long they take. Time in which the caller does not read, or sends no request, does not count.
  public var maxSilence: Duration?

  /// Metadata sent before the first message.
  public var metadata: Metadata

  /// Whether the call waits while no connection can be made, instead of failing with `UNAVAILABLE`.
  public var waitsForReady: Bool?

  /// The largest response message taken, in bytes.
  public var maxResponseBytes: Int?

  /// The largest request message sent, in bytes.
  public var maxRequestBytes: Int?

  /// How requests are compressed; a message that would not get shorter is sent as it is.
  public var compression: MessageEncoding?

  /// The response limit of a channel that sets none: 4 MiB, as everywhere in gRPC.
  static let defaultMaxResponseBytes = 4 * 1024 * 1024

  /// Options that leave everything to the channel.
  public init(
    timeout: Duration? = nil, deadline: ContinuousClock.Instant? = nil, maxSilence: Duration? = nil,
    metadata: Metadata = Metadata(), waitsForReady: Bool? = nil, maxResponseBytes: Int? = nil,
    maxRequestBytes: Int? = nil, compression: MessageEncoding? = nil
  ) {
    self.timeout = timeout
    self.deadline = deadline
    self.maxSilence = maxSilence
    self.metadata = metadata
    self.waitsForReady = waitsForReady
    self.maxResponseBytes = maxResponseBytes
    self.maxRequestBytes = maxRequestBytes
    self.compression = compression
  }
}
