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
  /// The span in the ticks of the index; at the ends of their range for more.
  var ticks: Int64 {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: ArticleSchema.ticksPerSecond)
    if overflow { return seconds < 0 ? .min : .max }
    return product.addingReportingOverflow(Int64(nanos) / 1000).partialValue
  }
}
