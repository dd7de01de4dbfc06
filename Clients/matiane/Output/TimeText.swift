import Protobuf

/// A time as RFC 3339 text; empty when it is not set.
func timeText(_ time: Timestamp?) -> String {
  time?.rfc3339 ?? ""
}

/// A span of time to the millisecond, such as `1.5 s`; empty when it is not set.
func timeText(_ span: DurationMessage?) -> String {
  guard let span else { return "" }
  return "\(Double(span.seconds * 1000 + Int64(span.nanos) / 1_000_000) / 1000) s"
}
