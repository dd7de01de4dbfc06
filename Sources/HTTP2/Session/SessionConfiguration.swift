/// The limits and windows of a session; all of them are enforced, not only advertised.
public struct SessionConfiguration: Hashable, Sendable {
  /// Streams that the peer may have open at once (SETTINGS_MAX_CONCURRENT_STREAMS); more are refused.
  public var maxConcurrentStreams = 256
  /// Bytes that the peer may send on one stream ahead of `Stream.consumed(_:)`.
  public var streamWindowBytes = 256 * 1024
  /// Bytes that the peer may send on all streams ahead of consumption: bounds what a connection buffers.
  public var connectionWindowBytes = 1024 * 1024
  /// Decoded size of a header list (RFC 9113 §10.5.1: name + value + 32 each); the rest is dropped while decoding.
  public var maxHeaderListBytes = 16 * 1024
  /// Size of the HPACK table that the peer may use towards us.
  public var headerTableBytes = 4096
  /// CONTINUATION frames that may follow one HEADERS frame; many, for a block may be cut anywhere.
  public var maxContinuations = 512
  /// Encoded size of a header block; more ends the connection, while a list that is too large only after decoding
  /// costs its stream.
  public var maxHeaderBlockBytes = 256 * 1024
  /// What may be dropped of one list that is too large; more ends the connection, for each byte is decoded all the same.
  public var maxDroppedHeaderBytes = 256 * 1024
  /// Size at which `nextOutput()` hands out what it has gathered.
  public var outputChunkBytes = 64 * 1024
  /// What a peer may do before it is told to calm down.
  public var floodLimits = FloodLimits()

  /// The defaults.
  public init() {}
}
