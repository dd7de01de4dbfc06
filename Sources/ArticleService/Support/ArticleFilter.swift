import ArticleAPI
import Catalog
import FullText
import GRPC
import Protobuf

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

  /// What the values of an enumeration are called in filters and queries.
  static func values(_ prefix: String, of descriptor: EnumDescriptor) -> [String] {
    descriptor.values.filter { $0.number != 0 }.map { String($0.name.dropFirst(prefix.count)) }
  }

  /// The condition that a filter sets; no condition for an empty one.
  ///
  /// Categories and stories may be given by id or by full name, languages, kinds and statuses in any case, the latter
  /// two with or without the name of their enumeration in front.
  /// - Throws: INVALID_ARGUMENT (FILTER_SYNTAX) with the byte position.
  static func condition(_ text: String, field: String = "filter") throws(RPCError) -> Condition {
    do {
      let filter = try FilterParser().parse(text)
      return try fields.check(try filter.asIndexed())
    } catch {
      throw .failure(error, field: field, reason: .filterSyntax)
    }
  }
}

extension Filter {
  /// The filter with its values as the index holds them: ids of categories and stories, tags of languages in their usual case,
  /// kinds and statuses in capitals.
  ///
  /// - Throws: `SyntaxError` at a value that no kind or status has.
  fileprivate func asIndexed() throws(SyntaxError) -> Filter {
    switch self {
    case .all: return self
    case .and(let operands): return .and(try Self.asIndexed(operands))
    case .or(let operands): return .or(try Self.asIndexed(operands))
    case .not(let operand): return .not(try operand.asIndexed())
    case .restriction(let restriction): return .restriction(try restriction.asIndexed())
    }
  }

  private static func asIndexed(_ operands: [Filter]) throws(SyntaxError) -> [Filter] {
    var result: [Filter] = []
    for operand in operands { result.append(try operand.asIndexed()) }
    return result
  }
}

extension Filter.Restriction {
  fileprivate func asIndexed() throws(SyntaxError) -> Filter.Restriction {
    var restriction = self
    for name in [ResourceName.category, .story] where field == name.filterField {
      if value.hasPrefix(name.rawValue + "/") { restriction.value.removeFirst(name.rawValue.count + 1) }
    }
    switch field {
    case "language": restriction.value = try languageTag()
    case "kind": restriction.value = try enumerated("ARTICLE_KIND_", ArticleKind.descriptor)
    case "status": restriction.value = try enumerated("ARTICLE_STATUS_", ArticleStatus.descriptor)
    default: break
    }
    return restriction
  }

  /// The tag of a language as the index has it; with `*` behind it, the beginning of several.
  private func languageTag() throws(SyntaxError) -> String {
    if let tag = LanguageTag.canonical(value) { return tag }
    if value.hasSuffix("*") || value.isEmpty { return value }
    throw SyntaxError(
      position: valuePosition, expected: "a BCP-47 tag such as en or ka-GE for 'language'",
      found: "'\(shortened(value))'")
  }

  /// The value of an enumeration as the index has it: a name, for a number, too, save one that this release does not know; with `*`
  /// behind it, the beginning of several.
  private func enumerated(_ prefix: String, _ descriptor: EnumDescriptor) throws(SyntaxError) -> String {
    var name = value.uppercased()
    if let number = Int32(name), let known = descriptor.name(of: number) { name = known }
    if name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    guard descriptor.number(of: prefix + name) ?? 0 != 0 || Int32(name) != nil || name.hasSuffix("*") else {
      let known = ArticleFilter.values(prefix, of: descriptor).joined(separator: ", ")
      throw SyntaxError(
        position: valuePosition, expected: "one of \(known) for '\(field)'",
        found: "'\(shortened(value))'")
    }
    return name
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
