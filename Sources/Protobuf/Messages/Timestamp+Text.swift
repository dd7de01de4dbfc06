extension Timestamp {
  /// The time of an RFC 3339 text such as `2022-03-01T12:00:00.5Z`; nil when it is none, or before year 1 or after 9999.
  public init?(rfc3339 text: String) {
    guard let (seconds, nanos) = TimestampText.parse(text) else { return nil }
    self.init()
    self.seconds = seconds
    self.nanos = nanos
  }

  /// The time in RFC 3339 and UTC; nil before year 1 and after 9999.
  public var rfc3339: String? { try? TimestampText.format(seconds: seconds, nanos: nanos) }
}
