/// An integer field that holds times since 1970-01-01T00:00:00Z.
public struct TimeField: Sendable, Hashable {
  /// The field's name in the schema.
  public var name: String
  /// How many of the field's units make a second: 1 for seconds, 1,000,000 for microseconds.
  public var ticksPerSecond: Int64

  /// Describes a time field; seconds unless told otherwise.
  public init(_ name: String, ticksPerSecond: Int64 = 1) {
    self.name = name
    self.ticksPerSecond = ticksPerSecond
  }

  /// The first tick at or after a moment, saturated at the ends of the 64-bit range.
  func ticks(_ moment: TimeText.Moment) -> Int64 {
    let (whole, overflow) = moment.seconds.multipliedReportingOverflow(by: ticksPerSecond)
    if overflow { return moment.seconds < 0 ? .min : .max }
    let scaled = Int64(moment.nanoseconds).multipliedFullWidth(by: ticksPerSecond)
    let (quotient, remainder) = Int64(1_000_000_000).dividingFullWidth(scaled)
    let fraction = remainder == 0 ? quotient : quotient + 1
    let (sum, carry) = whole.addingReportingOverflow(fraction)
    return carry ? .max : sum
  }

  /// Whether a moment falls between two ticks.
  func isBetweenTicks(_ moment: TimeText.Moment) -> Bool {
    let scaled = Int64(moment.nanoseconds).multipliedFullWidth(by: ticksPerSecond)
    return Int64(1_000_000_000).dividingFullWidth(scaled).remainder != 0
  }
}
