/// What a peer may do that costs us work without being work: each kind has its own allowance.
///
/// libnghttp2 1.52 defends against CONTINUATION and acknowledgement floods and, bluntly, against rapid reset;
/// everything else is counted here. Exceeding any of them ends the connection with ENHANCE_YOUR_CALM.
public struct FloodLimits: Hashable, Sendable {
  /// How much may come at once and how fast the allowance comes back.
  public struct Allowance: Hashable, Sendable {
    /// What may come at once.
    public var burst: Int
    /// What comes back every second, up to `burst`.
    public var perSecond: Int

    /// Makes an allowance.
    public init(burst: Int, perSecond: Int) {
      self.burst = burst
      self.perSecond = perSecond
    }
  }

  /// RST_STREAM received (rapid reset, CVE-2023-44487); an answered stream earns one back.
  public var resets = Allowance(burst: 1000, perSecond: 200)
  /// RST_STREAM that the peer's own faults make us send (made-you-reset, CVE-2025-8671).
  public var provokedResets = Allowance(burst: 200, perSecond: 10)
  /// Streams opened above the advertised limit.
  public var refusedStreams = Allowance(burst: 1000, perSecond: 100)
  /// PING, SETTINGS, PRIORITY, GOAWAY and interim responses (1xx); DATA and HEADERS that we send earn one back.
  public var controlFrames = Allowance(burst: 1000, perSecond: 100)
  /// DATA without any byte of content that does not end its stream.
  public var emptyData = Allowance(burst: 1000, perSecond: 100)
  /// DATA on streams that are over. A client may have sent it before it knew of our reset, and an early answer earns 64 back;
  /// what a server may have sent before it knew is not counted (see `LateContent`).
  public var lateData = Allowance(burst: 10_000, perSecond: 1000)
  /// KiB of header blocks, begun ones too, on streams that are over; what a server may have sent before it knew of our reset is
  /// earned back.
  public var lateHeaders = Allowance(burst: 1000, perSecond: 100)
  /// Frames of types that we do not know, which have to be ignored (RFC 9113 §5.5) but not without end (§10.5).
  public var unknownFrames = Allowance(burst: 10_000, perSecond: 1000)
  /// WINDOW_UPDATE; DATA that we send earns two back, but not the crumbs that a window of a few bytes lets go.
  public var windowUpdates = Allowance(burst: 10_000, perSecond: 1000)
  /// Header lists above the advertised size (HPACK bombs), or above twice of it as encoded.
  public var oversizedHeaders = Allowance(burst: 64, perSecond: 4)

  /// PING, beyond what `controlFrames` bounds; only servers keep to it (gRFC A8).
  public var pings = PingLimit(minInterval: .zero, early: 1000)

  /// The defaults.
  public init() {}
}
