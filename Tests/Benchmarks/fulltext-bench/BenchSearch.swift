import BenchmarkSupport
import FullText
import Glibc

/// One search of the protocol over a view.
struct BenchSearch {
  let view: IndexView
  let languages: [Language]
  let searcher: Searcher

  /// Hits, facets where asked for, and nanoseconds from the query to the ranked ids.
  func hits(_ request: JSONValue) throws -> JSONValue {
    let start = Self.now()
    let result = try searcher.search(view, plan(request))
    let hits = result.hits.map { (key: view.key($0.document), score: $0.score) }
    let nanoseconds = Self.now() - start
    var answer: [(key: String, value: JSONValue)] = [
      (
        "hits",
        .array(hits.map { .array([.string(String(decoding: $0.key, as: UTF8.self)), .number($0.score)]) })
      )
    ]
    if case .values(let counts, _)? = result.facets.first {
      let members = counts.map { (key: $0.value, value: JSONValue.number(Double($0.count))) }
      answer.append(("facets", .object([("category", .object(members))])))
    }
    answer.append(("ns", .number(Double(nanoseconds))))
    return .object(answer)
  }

  /// The exact number of matches.
  func count(_ request: JSONValue) throws -> JSONValue {
    .object([("count", .number(Double(try searcher.count(view, plan(request)))))])
  }

  /// The most frequent terms with a prefix.
  func suggest(_ request: JSONValue) throws -> JSONValue {
    guard let prefix = request["prefix"]?.text else { throw BenchError("prefix is missing") }
    let start = Self.now()
    var plan = SuggestPlan(prefix, textFields: [BenchSchema.text], limit: Self.limit(request))
    plan.givesStems = true
    plan.allowsTypo = false
    plan.languages = languages
    let terms = searcher.suggest(view, plan)
    let nanoseconds = Self.now() - start
    return .object([
      ("terms", .array(terms.map { .array([.string($0.text), .number(Double($0.documentFrequency))]) })),
      ("ns", .number(Double(nanoseconds))),
    ])
  }

  private func plan(_ request: JSONValue) throws -> SearchPlan {
    var plan = SearchPlan(try query(request), languages: languages, limit: Self.limit(request))
    plan.tieBreak = BenchSchema.time
    plan.compounds = request["class"]?.text == "phrase" ? .phrase : .words
    guard request["class"]?.text == "filtered" else { return plan }
    let from = request["from"]?.integer ?? 0
    let until = request["to"]?.integer ?? 0
    plan.condition = .integer(BenchSchema.time, from...max(from, until))
      .and(.keyword(BenchSchema.category, request["category"]?.text ?? ""))
    if request["facets"] != nil { plan.facets = [.values(BenchSchema.category, limit: 1000)] }
    return plan
  }

  private func query(_ request: JSONValue) throws -> Query {
    let terms = request["terms"]?.elements?.compactMap(\.text) ?? []
    let bytes = terms.reduce(0) { $0 + $1.utf8.count }
    guard bytes <= Self.mostBytes else {
      throw BenchError("expected terms of at most \(Self.mostBytes) bytes, found \(bytes)")
    }
    let queries = terms.map { Query.word($0) }
    switch request["class"]?.text {
    case "or", "filtered": return .or(queries)
    case "and": return .and(queries)
    case "phrase": return .phrase(terms.joined(separator: " "), exact: false)
    case "fuzzy": return .fuzzy(terms.first ?? "", edits: 1)
    case "prefix": return .and(queries + [.prefix(request["prefix"]?.text ?? "")])
    case "text":
      let text = request["text"]?.text ?? ""
      return .or(text.split(whereSeparator: \.isWhitespace).map { .word(String($0)) })
    default: throw BenchError("unknown class")
    }
  }

  /// All terms together; a text of which any word may match may be longer.
  private static let mostBytes = 8192

  private static func limit(_ request: JSONValue) -> Int { Int(max(0, request["k"]?.integer ?? 10)) }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
