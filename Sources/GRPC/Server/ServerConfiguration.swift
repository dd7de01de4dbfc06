import EventLoops
import HTTP2
import Transport

/// The limits of a server, and how it words its refusals.
public struct ServerConfiguration: Sendable {
  /// The largest request message taken, in bytes, compressed or not.
  public var maxRequestBytes = 4 * 1024 * 1024
  /// The largest response message sent, in bytes.
  public var maxResponseBytes = Int(Int32.max)
  /// Where requests above `largeRequestBytes` are decoded, and the handlers run that are given a single one of them, so that the other
  /// calls of a loop need not wait for that, the connections in turns; nil to do it on the loop.
  public var largeRequestPool: ComputePool?
  /// The largest request, in bytes and not compressed, that is decoded and handled on the loop of its connection.
  public var largeRequestBytes = 32 * 1024
  /// Responses of at least so many bytes are compressed, with gzip or else deflate, for clients that read that; nil leaves it to
  /// the handlers (`ServerContext.compressResponses`).
  public var compressedResponseBytes: Int?
  /// A `ResponseWriter` suspends its writer while this many bytes of its stream wait for the client.
  public var responseQueueBytes = 64 * 1024
  /// How long the client of a call that waits for room (`ResponseWriter.waitForRoom`) may leave unread what was sent to it.
  public var responsePatience: Duration = .seconds(600)
  /// The window of a stream on which much is received, instead of `http2.streamWindowBytes`.
  public var wideStreamWindowBytes = 256 * 1024
  /// Beyond this, the large requests of one connection are received one after the other instead of side by side, and no more
  /// windows are wide.
  public var calmRequestBytes = 16 * 1024 * 1024
  /// What all calls of one connection may hold in requests; the call that exceeds it fails.
  public var maxBufferedRequestBytes = 160 * 1024 * 1024
  /// While more than this waits for the client of a connection, no further handler of it begins.
  public var maxQueuedResponseBytes = 2 * 1024 * 1024
  /// What all connections together may hold in requests and in responses that wait; calls that exceed it fail.
  public var maxBufferedBytes = 1024 * 1024 * 1024
  /// Handlers that may run at once for one connection, those of cancelled calls included.
  public var maxHandlersPerConnection = 1024
  /// The domain of the `ErrorInfo` that a failure gets which has no details: what the stack itself refuses, and errors of
  /// handlers that say no more than a code. Nil for none.
  public var errorDomain: String?
  /// The limits of connections: their number and time-outs.
  public var listener = ListenerConfiguration()

  /// The limits of HTTP/2, among them the number of concurrent streams.
  public var http2: SessionConfiguration {
    get { listener.connection.session }
    set { listener.connection.session = newValue }
  }

  /// The defaults.
  public init() {
    // A thousand streams may be open, and what fits into their windows may have to be held incomplete.
    http2.streamWindowBytes = 64 * 1024
  }
}
