import ArticleAPI
import GRPC
import Protobuf

extension Article {
  /// Refuses what cannot be meant: times that are none, for no client could show them and JSON cannot write them; values that the
  /// enumerations do not have, for nobody could filter by their names; offsets, sizes and numbers below zero. Cuts the other times
  /// to microseconds, by which articles are filtered and ordered.
  ///
  /// Done where an article comes in, and not where the log is applied: what was once acknowledged stays.
  /// - Throws: INVALID_ARGUMENT naming the field.
  /// - Complexity: O(blocks, links, quotes and images).
  mutating func validate() throws(RPCError) {
    try publishTime?.validate("article.publish_time")
    try updateTime?.validate("article.update_time")
    try deleteTime?.validate("article.delete_time")
    if case .unrecognized(let number) = status {
      throw .unknownValue(number, "ARTICLE_STATUS_", of: ArticleStatus.descriptor, "article.status")
    }
    if case .unrecognized(let number) = kind {
      throw .unknownValue(number, "ARTICLE_KIND_", of: ArticleKind.descriptor, "article.kind")
    }
    for (index, related) in related.enumerated() {
      if case .unrecognized(let number) = related.type {
        throw .unknownValue(
          number, "RELATION_TYPE_", of: RelationType.descriptor, "article.related[\(index)].type")
      }
    }
    for (index, quote) in quotes.enumerated() {
      try quote.check("article.quotes[\(index)]")
    }
    for (index, image) in images.enumerated() {
      try image.check("article.images[\(index)]")
    }
    for (index, block) in blocks.enumerated() {
      switch block.content {
      case .paragraph(let paragraph):
        for (place, link) in paragraph.links.enumerated() {
          try checkPassage(link.start, link.end, "article.blocks[\(index)].paragraph.links[\(place)]")
        }
      case .heading(let heading): try checkNumber(heading.level, "article.blocks[\(index)].heading.level")
      case .image(let image): try image.check("article.blocks[\(index)].image")
      default: continue
      }
    }
  }
}

extension Quote {
  fileprivate func check(_ path: String) throws(RPCError) {
    try checkNumber(block, "\(path).block")
    try checkPassage(start, end, path)
  }
}

extension Image {
  fileprivate func check(_ path: String) throws(RPCError) {
    try checkNumber(width, "\(path).width")
    try checkNumber(height, "\(path).height")
  }
}

/// Refuses bytes from `start` to `end` that are none. Those behind the end of the text are let through: the text and the passages
/// may come in different updates.
private func checkPassage(_ start: Int32, _ end: Int32, _ path: @autoclosure () -> String) throws(RPCError) {
  try checkNumber(start, "\(path()).start")
  guard end >= start else {
    throw .invalid("\(path()).end", "expected \(start), where it begins, or more, found \(end)")
  }
}

private func checkNumber(_ number: Int32, _ field: @autoclosure () -> String) throws(RPCError) {
  guard number >= 0 else { throw .invalid(field(), "expected 0 or more, found \(number)") }
}

extension RPCError {
  /// A number that an enumeration does not have.
  fileprivate static func unknownValue(
    _ number: Int32, _ prefix: String, of descriptor: EnumDescriptor, _ field: String
  ) -> RPCError {
    let known = ArticleFilter.values(prefix, of: descriptor).joined(separator: ", ")
    return .invalid(field, "expected one of \(known), found \(number)")
  }
}

extension Timestamp {
  /// From the first second of year 1 to the last one of year 9999, as `google.protobuf.Timestamp` says.
  private static let allowedSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  fileprivate mutating func validate(_ field: String) throws(RPCError) {
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
