import ArticleAPI
import GRPC
import Protobuf

extension Article {
  /// Refuses times that are none, for no client could show them and JSON cannot write them, and cuts the others to microseconds, by
  /// which articles are filtered and ordered.
  ///
  /// Done where an article comes in, and not where the log is applied: what was once acknowledged stays.
  /// - Throws: INVALID_ARGUMENT naming the field.
  mutating func settleTimes() throws(RPCError) {
    try publishTime?.settle("article.publish_time")
    try updateTime?.settle("article.update_time")
    try deleteTime?.settle("article.delete_time")
  }
}

extension Timestamp {
  /// From the first second of year 1 to the last one of year 9999, as `google.protobuf.Timestamp` says.
  private static let allowedSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  fileprivate mutating func settle(_ field: String) throws(RPCError) {
    try check(field)
    nanos -= nanos % 1000
  }

  /// Refuses what is no time.
  ///
  /// - Throws: INVALID_ARGUMENT naming the field.
  func check(_ field: String) throws(RPCError) {
    guard Self.allowedSeconds.contains(seconds), (0..<1_000_000_000).contains(nanos) else {
      throw .invalid(
        field,
        "expected seconds from year 1 to year 9999 and 0 to 999999999 nanos, found \(seconds) and \(nanos)")
    }
  }
}
