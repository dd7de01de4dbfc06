import BenchmarkSupport
import FullText

/// A search of the protocol, taken out of its JSON: the text of a query and what goes with it.
struct BenchRequest {
  /// What kind of query it is.
  enum Class: String {
    case or, and, phrase, filtered, prefix, fuzzy, text
  }

  let kind: Class
  let terms: [String]
  let prefix: String
  let text: String
  let limit: Int
  let category: String
  let times: ClosedRange<Int64>
  let wantsFacets: Bool

  /// All terms together; a text of which any word may match may be longer.
  private static let mostBytes = 8192

  /// - Throws: ``BenchError`` for a class that there is not, and for terms that are too long.
  init(_ request: JSONValue) throws {
    guard let kind = request["class"]?.text.flatMap(Class.init) else { throw BenchError("unknown class") }
    self.kind = kind
    terms = kind == .text ? [] : try Self.terms(request["terms"], of: kind)
    prefix = kind == .prefix ? try Self.text(request["prefix"], "prefix") : ""
    text = kind == .text ? try Self.text(request["text"], "text") : ""
    limit = Int(max(0, request["k"]?.integer ?? 10))
    category = request["category"]?.text ?? ""
    let from = request["from"]?.integer ?? 0
    times = from...max(from, request["to"]?.integer ?? 0)
    wantsFacets = request["facets"] != nil
    let bytes = terms.reduce(0) { $0 + $1.utf8.count }
    guard bytes <= Self.mostBytes else {
      throw BenchError("expected terms of at most \(Self.mostBytes) bytes, found \(bytes)")
    }
  }

  /// The terms of a search; one of the class `prefix` may have none.
  private static func terms(_ value: JSONValue?, of kind: Class) throws -> [String] {
    guard let value else {
      if kind == .prefix { return [] }
      throw BenchError("terms are missing")
    }
    guard let elements = value.elements else { throw BenchError("terms: expected an array of strings") }
    guard !elements.isEmpty || kind == .prefix else { throw BenchError("terms: expected at least one") }
    return try elements.map { try text($0, "terms") }
  }

  private static func text(_ value: JSONValue?, _ name: String) throws -> String {
    guard let value else { throw BenchError("\(name) is missing") }
    guard let text = value.text else { throw BenchError("\(name): expected a string") }
    return text
  }

  /// The query that its text makes.
  var query: Query {
    switch kind {
    case .or, .filtered: .or(terms.map { .word($0) })
    case .and: .and(terms.map { .word($0) })
    case .phrase: .phrase(terms.joined(separator: " "), exact: false)
    case .fuzzy: .fuzzy(terms.first ?? "", edits: 1)
    case .prefix: .and(terms.map { .word($0) } + [.prefix(prefix)])
    case .text: .or(text.split(whereSeparator: \.isWhitespace).map { .word(String($0)) })
    }
  }

  /// Everything that the search asks for.
  func plan(_ languages: [Language]) -> SearchPlan {
    var plan = SearchPlan(query, languages: languages, limit: limit)
    plan.tieBreak = BenchSchema.time
    // Where all words must be there all parts of one must, too, in a row.
    plan.compounds = kind == .phrase || kind == .and || kind == .prefix ? .phrase : .words
    guard kind == .filtered else { return plan }
    plan.condition = .integer(BenchSchema.time, times).and(.keyword(BenchSchema.category, category))
    if wantsFacets { plan.facets = [.values(BenchSchema.category, limit: 1000)] }
    return plan
  }
}
