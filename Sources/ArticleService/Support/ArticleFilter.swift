import Catalog
import FullText
import GRPC

/// Reads AIP-160 filters over articles.
enum ArticleFilter {
  private static let fields: FilterFields = {
    let times = ["publish_time", "update_time", "create_time"].map {
      TimeField($0, ticksPerSecond: ArticleSchema.ticksPerSecond)
    }
    var fields = FilterFields(schema: ArticleSchema.schema, times: times)
    // Signatures are nothing to ask for.
    for field in ArticleSchema.signature {
      fields.roles[ArticleSchema.schema.integerFields[field.index].name] = nil
    }
    return fields
  }()

  /// The condition that a filter sets; no condition for an empty one.
  ///
  /// Categories and stories may be given by id or by full name, languages, kinds and statuses in any case, the latter
  /// two with or without the name of their enumeration in front.
  /// - Throws: INVALID_ARGUMENT (FILTER_SYNTAX) with the byte position.
  static func condition(_ text: String, field: String = "filter") throws(RPCError) -> Condition {
    do {
      return try fields.check(try FilterParser().parse(text).asIndexed)
    } catch {
      throw .failure(error, field: field, reason: .filterSyntax)
    }
  }
}

extension Filter {
  /// The filter with its values as the index holds them: ids of categories and stories, tags of languages in their usual case,
  /// kinds and statuses in capitals.
  fileprivate var asIndexed: Filter {
    switch self {
    case .all: return self
    case .and(let operands): return .and(operands.map(\.asIndexed))
    case .or(let operands): return .or(operands.map(\.asIndexed))
    case .not(let operand): return .not(operand.asIndexed)
    case .restriction(var restriction):
      for name in [ResourceName.category, .story] where restriction.field == name.filterField {
        if restriction.value.hasPrefix(name.rawValue + "/") {
          restriction.value.removeFirst(name.rawValue.count + 1)
        }
      }
      if restriction.field == "language" {
        restriction.value = ValueSpelling.languageTag.written(restriction.value)
      }
      for (field, prefix) in Self.enumerations where restriction.field == field {
        restriction.value = restriction.value.uppercased()
        if restriction.value.hasPrefix(prefix) { restriction.value.removeFirst(prefix.count) }
      }
      return .restriction(restriction)
    }
  }
}

extension Filter {
  /// Fields whose values are those of an enumeration, and what all of these begin with.
  fileprivate static let enumerations = [("kind", "ARTICLE_KIND_"), ("status", "ARTICLE_STATUS_")]
}

extension ResourceName {
  fileprivate var filterField: String {
    switch self {
    case .article: "name"
    case .story: "story"
    case .category: "category"
    case .savedQuery, .synonymSet: ""
    }
  }
}
