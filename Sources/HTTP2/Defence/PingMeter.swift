/// How often a peer may send PING while nothing else goes on.
public struct PingLimit: Hashable, Sendable {
  /// PINGs that follow one another sooner count as early; zero polices nothing.
  public var minInterval: Duration
  /// Early PINGs that are borne with before the connection ends with ENHANCE_YOUR_CALM `too_many_pings`; each DATA or
  /// HEADERS frame that we send starts the count afresh, since peers measure the path while they receive.
  public var early: Int

  /// Makes a limit.
  public init(minInterval: Duration, early: Int) {
    self.minInterval = minInterval
    self.early = early
  }
}

/// Counts the strikes of gRPC's keepalive rules (gRFC A8): the server's half.
struct PingMeter {
  private let minInterval: UInt64
  private let tolerated: Int
  private var early = 0
  private var last: UInt64?

  /// Longer than any connection lasts; in nanoseconds it can be added to any time.
  private static let longest: Duration = .seconds(1_000_000_000)

  init(_ limit: PingLimit) {
    let components = min(limit.minInterval, Self.longest).components
    minInterval =
      UInt64(clamping: components.seconds) * 1_000_000_000
      + UInt64(clamping: components.attoseconds / 1_000_000_000)
    tolerated = limit.early
  }

  /// Counts a PING; false when there were too many early ones.
  mutating func take(now: UInt64) -> Bool {
    if let last, now < last + minInterval {
      early += 1
      return early <= tolerated
    }
    last = now
    return true
  }

  /// Something was sent: the peer may want to measure it.
  @inline(__always)
  mutating func forgive() {
    early = 0
    last = nil
  }
}
