/// The `grpc-timeout` header: at most eight digits and a unit.
///
/// Source: gRPC over HTTP2, "Timeout".
enum Timeout {
  /// The header value for a call that may take `timeout`.
  ///
  /// A timeout that some unit expresses exactly is written in the coarsest such unit ("30S"), so
  /// that header compression can keep it; any other is rounded up in the finest unit that fits,
  /// so that the peer never gives up before this side. A timeout of zero or less is `1n`.
  static func encode(_ timeout: Duration) -> String {
    guard timeout < .seconds(tooLongForNanoseconds) else { return "\(min(hours(timeout), maximum))H" }
    let wanted = nanoseconds(timeout)
    for unit in units.reversed() where wanted % unit.nanoseconds == 0 {
      let count = wanted / unit.nanoseconds
      if count <= maximum { return "\(count)\(unit.letter)" }
    }
    for unit in units {
      let count = (wanted + unit.nanoseconds - 1) / unit.nanoseconds
      if count <= maximum { return "\(count)\(unit.letter)" }
    }
    return "\(maximum)H"
  }

  /// The time that a header value allows, or `nil` where it is malformed.
  static func decode(_ value: UnsafeRawBufferPointer) -> Duration? {
    guard value.count >= 2, value.count <= 9 else { return nil }
    var count: Int64 = 0
    for byte in value.dropLast() {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      count = count * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    switch value[value.count - 1] {
    case UInt8(ascii: "H"): return .seconds(count * 3600)
    case UInt8(ascii: "M"): return .seconds(count * 60)
    case UInt8(ascii: "S"): return .seconds(count)
    case UInt8(ascii: "m"): return .milliseconds(count)
    case UInt8(ascii: "u"): return .microseconds(count)
    case UInt8(ascii: "n"): return .nanoseconds(count)
    default: return nil
    }
  }

  private static let maximum: Int64 = 99_999_999

  private static let units: [(letter: String, nanoseconds: Int64)] = [
    ("n", 1), ("u", 1_000), ("m", 1_000_000), ("S", 1_000_000_000), ("M", 60_000_000_000),
    ("H", 3_600_000_000_000),
  ]

  /// Seconds that are nearly as many nanoseconds as `Int64` can round; only hours go beyond.
  private static let tooLongForNanoseconds: Int64 = 9_000_000_000

  /// The timeout in nanoseconds, rounded up, at least one.
  private static func nanoseconds(_ timeout: Duration) -> Int64 {
    let (seconds, attoseconds) = timeout.components
    guard seconds >= 0, attoseconds >= 0 else { return 1 }
    return max(1, seconds * 1_000_000_000 + (attoseconds + 999_999_999) / 1_000_000_000)
  }

  /// The timeout in hours, rounded up.
  private static func hours(_ timeout: Duration) -> Int64 {
    let (seconds, attoseconds) = timeout.components
    return seconds / 3600 + (seconds % 3600 > 0 || attoseconds > 0 ? 1 : 0)
  }
}
