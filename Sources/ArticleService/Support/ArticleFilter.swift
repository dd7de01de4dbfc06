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
  /// Categories and stories may be given by id or by full name.
  /// - Throws: INVALID_ARGUMENT (FILTER_SYNTAX) with the byte position.
  static func condition(_ text: String, field: String = "filter") throws(RPCError) -> Condition {
    do {
      return try fields.check(try FilterParser().parse(text).byID)
    } catch {
      throw .failure(error, field: field, reason: .filterSyntax)
    }
  }
}

extension Filter {
  /// The filter with names of categories and stories cut down to the ids that the index holds.
  fileprivate var byID: Filter {
    switch self {
    case .all: return self
    case .and(let operands): return .and(operands.map(\.byID))
    case .or(let operands): return .or(operands.map(\.byID))
    case .not(let operand): return .not(operand.byID)
    case .restriction(var restriction):
      for name in [ResourceName.category, .story] where restriction.field == name.filterField {
        if restriction.value.hasPrefix(name.rawValue + "/") {
          restriction.value.removeFirst(name.rawValue.count + 1)
        }
      }
      return .restriction(restriction)
    }
  }
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
