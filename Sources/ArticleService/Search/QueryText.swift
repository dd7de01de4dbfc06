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
    spellings: [
      "kind": .names(ArticleFilter.values("ARTICLE_KIND_", of: ArticleKind.descriptor)),
      "language": .languageTag,
      "category": .identifier(collection: ResourceName.category.rawValue),
      "story": .identifier(collection: ResourceName.story.rawValue),
    ],
    time: TimeField("publish_time", ticksPerSecond: ArticleSchema.ticksPerSecond))

  /// The query that a text stands for; everything for an empty one.
  ///
  /// - Parameter field: where the text stands in its request; the mode stands beside it.
  /// - Throws: INVALID_ARGUMENT (QUERY_SYNTAX) with the byte position; for a mode that nobody knows.
  static func parse(
    _ text: String, _ mode: MatchMode, field: String = "query"
  ) throws(RPCError) -> Query {
    if case .unrecognized(let number) = mode {
      throw .invalid("\(field.dropLast("query".count))match_mode", "expected ANY or ALL, found \(number)")
    }
    do {
      return try QueryParser(fields: fields, matching: mode == .all ? .all : .any).parse(text)
    } catch {
      throw .failure(error, field: field, reason: .querySyntax)
    }
  }
}
