/// `google.protobuf.Duration` as text: seconds with up to nine digits of fraction and `s`; ±10,000 years.
enum DurationText {
  /// What the text is like, for errors.
  static let form = "a number of seconds, such as \"90s\" or \"1.5s\""

  private static let longest: Int64 = 315_576_000_000

  static func isValid(seconds: Int64, nanos: Int32) -> Bool {
    (-longest...longest).contains(seconds) && (-999_999_999...999_999_999).contains(nanos)
      && (seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0))
  }

  /// - Throws: `JSONError` when the span is out of range or its parts differ in sign.
  static func format(seconds: Int64, nanos: Int32) throws(JSONError) -> String {
    guard isValid(seconds: seconds, nanos: nanos) else {
      throw JSONError("google.protobuf.Duration of \(seconds) s and \(nanos) ns is out of range")
    }
    let sign = seconds < 0 || nanos < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(TimestampText.fraction(abs(nanos)))s"
  }

  /// Seconds and nanoseconds, or nil when the text is no such span.
  static func parse(_ text: String) -> (seconds: Int64, nanos: Int32)? {
    var fields = DigitScanner(text)
    let isNegative = fields.take("-")
    guard let seconds = fields.digits(upTo: 12), let nanos = fields.fraction(), fields.take("s"),
      fields.isAtEnd,
      isValid(seconds: seconds, nanos: nanos)
    else { return nil }
    return isNegative ? (-seconds, -nanos) : (seconds, nanos)
  }
}
