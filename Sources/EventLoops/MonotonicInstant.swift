import Glibc

/// A moment on the machine's monotonic clock: never set back, comparable within one process.
public struct MonotonicInstant: InstantProtocol, Sendable, CustomStringConvertible {
  /// Nanoseconds since an arbitrary start (`CLOCK_MONOTONIC`).
  public let nanoseconds: UInt64

  /// A moment so many nanoseconds after the clock's start.
  public init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

  /// The present moment, read from the clock (about 20 ns); on a loop prefer `EventLoop.now`.
  public static var now: MonotonicInstant {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicInstant(nanoseconds: UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec))
  }

  /// The moment `duration` later, clamped to what the clock can express.
  public func advanced(by duration: Duration) -> MonotonicInstant {
    let offset = duration.clampedNanoseconds
    if offset < 0 {
      let magnitude = offset.magnitude
      return MonotonicInstant(nanoseconds: nanoseconds > magnitude ? nanoseconds - magnitude : 0)
    }
    let (sum, overflow) = nanoseconds.addingReportingOverflow(UInt64(offset))
    return MonotonicInstant(nanoseconds: overflow ? .max : sum)
  }

  /// The time from this moment to `other`; negative when `other` is earlier.
  public func duration(to other: MonotonicInstant) -> Duration {
    other >= self
      ? .nanoseconds(Int64(clamping: other.nanoseconds - nanoseconds))
      : .zero - .nanoseconds(Int64(clamping: nanoseconds - other.nanoseconds))
  }

  /// The nanoseconds from `earlier` to this moment; 0 when that is the later one.
  public func nanoseconds(since earlier: MonotonicInstant) -> UInt64 {
    nanoseconds &- min(earlier.nanoseconds, nanoseconds)
  }

  /// Whether `left` is the earlier one.
  public static func < (left: MonotonicInstant, right: MonotonicInstant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// The nanoseconds, for debugging.
  public var description: String { "\(nanoseconds) ns" }
}

extension Duration {
  /// The duration in nanoseconds, clamped to ±292 years.
  public var clampedNanoseconds: Int64 {
    // `components` would trap where the seconds are more than `Int64` holds.
    guard self < Duration.nanoseconds(Int64.max) else { return .max }
    guard self > Duration.nanoseconds(Int64.min) else { return .min }
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
