import ArticleAPI
import Catalog
import FullText
import GRPC

/// Reads the text syntax of searches over articles.
enum QueryText {
  private static let fields = QueryFields(
    text: [
      "title": ["title"], "subtitle": ["subtitle"], "summary": ["summary"], "body": ["body", "quote"],
      "quote": ["quote"], "author": ["author"], "tag": ["tag"], "links": ["links"],
    ],
    keyword: ["category": "category", "language": "language", "kind": "kind", "story": "story"],
    capitals: ["kind"],
    time: TimeField("publish_time", ticksPerSecond: ArticleSchema.ticksPerSecond))

  /// The query that a text stands for; everything for an empty one.
  ///
  /// - Throws: INVALID_ARGUMENT (QUERY_SYNTAX) with the byte position.
  static func parse(
    _ text: String, _ mode: MatchMode, field: String = "query"
  ) throws(RPCError) -> Query {
    do {
      return try QueryParser(fields: fields, matching: mode == .all ? .all : .any).parse(text)
    } catch {
      throw .failure(error, field: field, reason: .querySyntax)
    }
  }
}
