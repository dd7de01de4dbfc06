import Protobuf

/// A time as RFC 3339 text; empty when it is not set.
func timeText(_ time: Timestamp?) -> String {
  time?.rfc3339 ?? ""
}

/// A span of time in seconds, such as `1.5s`; empty when it is not set.
func timeText(_ span: DurationMessage?) -> String {
  guard let json = try? span?.json() else { return "" }
  return String(json.dropFirst().dropLast())
}
