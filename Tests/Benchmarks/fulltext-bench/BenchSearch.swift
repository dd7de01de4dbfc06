import BenchmarkSupport
import FullText
import Glibc

/// One search of the protocol over a view.
struct BenchSearch {
  let view: IndexView
  let languages: [Language]
  let searcher: Searcher

  /// Hits, facets where asked for, and nanoseconds from the query's text to the ranked documents.
  ///
  /// As the peers' clocks do, this one stops before the documents are named.
  func hits(_ request: JSONValue) throws -> JSONValue {
    let request = try BenchRequest(request)
    let start = Self.now()
    let result = try searcher.search(view, request.plan(languages))
    let nanoseconds = Self.now() - start
    let hits = result.hits.map { hit in
      JSONValue.array([.string(String(decoding: view.key(hit.document), as: UTF8.self)), .number(hit.score)])
    }
    var answer: [(key: String, value: JSONValue)] = [("hits", .array(hits))]
    if case .values(let counts, _)? = result.facets.first {
      let members = counts.map { (key: $0.value, value: JSONValue.number(Double($0.count))) }
      answer.append(("facets", .object([("category", .object(members))])))
    }
    answer.append(("ns", .number(Double(nanoseconds))))
    return .object(answer)
  }

  /// The exact number of matches.
  func count(_ request: JSONValue) throws -> JSONValue {
    .object([("count", .number(Double(try searcher.count(view, BenchRequest(request).plan(languages)))))])
  }

  /// The most frequent terms with a prefix.
  func suggest(_ request: JSONValue) throws -> JSONValue {
    guard let prefix = request["prefix"]?.text else { throw BenchError("prefix is missing") }
    let limit = Int(max(0, request["k"]?.integer ?? 10))
    let start = Self.now()
    var plan = SuggestPlan(prefix, textFields: [BenchSchema.text], limit: limit)
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

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
