import Catalog
import Protobuf

extension Timestamp {
  /// A time from the ticks of the index.
  init(ticks: Int64) {
    self.init()
    let (quotient, remainder) = ticks.quotientAndRemainder(dividingBy: ArticleSchema.ticksPerSecond)
    seconds = remainder < 0 ? quotient - 1 : quotient
    nanos = Int32((remainder < 0 ? remainder + ArticleSchema.ticksPerSecond : remainder) * 1000)
  }
}

extension DurationMessage {
  /// Within 10,000 years, with seconds and nanoseconds of one sign, as `google.protobuf.Duration` says.
  var isValid: Bool {
    (-315_576_000_000...315_576_000_000).contains(seconds) && (-999_999_999...999_999_999).contains(nanos)
      && (seconds == 0 || nanos == 0 || (seconds > 0) == (nanos > 0))
  }

  /// The span in the ticks of the index; at the ends of their range for more.
  var ticks: Int64 {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: ArticleSchema.ticksPerSecond)
    if overflow { return seconds < 0 ? .min : .max }
    return product.addingReportingOverflow(Int64(nanos) / 1000).partialValue
  }
}
