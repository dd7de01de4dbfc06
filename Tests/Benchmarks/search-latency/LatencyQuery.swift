import ArticleAPI
import MatianeClient
import Protobuf

/// One query of a latency log, as a call of the API.
struct LatencyQuery: Sendable {
  /// Its class: or, and, phrase, filtered, prefix, suggest, fuzzy.
  let kind: String
  private let call: Call

  private enum Call: Sendable {
    case search(SearchRequest)
    case suggest(SuggestRequest)
  }

  /// Reads a line of the log.
  init(_ json: String) throws {
    let fields = try Struct(json: json).fields
    kind = fields.text("class")
    let terms = fields.texts("terms")
    if kind == "suggest" {
      var request = SuggestRequest()
      request.prefix = fields.text("prefix")
      request.kinds = [.term]
      call = .suggest(request)
      return
    }
    var request = SearchRequest()
    request.skipTotals = true
    request.typoPolicy = .off
    request.readMask = FieldMask(paths: ["name"])
    switch kind {
    case "and": request.query = terms.joined(separator: " AND ")
    case "phrase": request.query = "\"\(terms.joined(separator: " "))\"~0"
    case "prefix": request.query = (terms + [fields.text("prefix") + "*"]).joined(separator: " AND ")
    case "fuzzy": request.query = terms.map { $0 + "~" }.joined(separator: " ")
    default: request.query = terms.joined(separator: " ")
    }
    if kind == "filtered" {
      let from = Timestamp.with { $0.seconds = Int64(fields.number("from")) }
      let to = Timestamp.with { $0.seconds = Int64(fields.number("to")) }
      request.filter = """
        category = "\(fields.text("category"))" AND publish_time >= \(try from.json()) \
        AND publish_time <= \(try to.json())
        """
      var facet = FacetRequest()
      facet.by = .field("category")
      request.facets = [facet]
    }
    call = .search(request)
  }

  func run(_ client: MatianeClient) async throws {
    switch call {
    case .search(let request): _ = try await client.search(request)
    case .suggest(let request): _ = try await client.suggest(request)
    }
  }
}

extension [String: Value] {
  fileprivate func text(_ name: String) -> String {
    if case .stringValue(let text) = self[name]?.kind { text } else { "" }
  }

  fileprivate func number(_ name: String) -> Double {
    if case .numberValue(let number) = self[name]?.kind { number } else { 0 }
  }

  fileprivate func texts(_ name: String) -> [String] {
    guard case .listValue(let list) = self[name]?.kind else { return [] }
    return list.values.compactMap { if case .stringValue(let text) = $0.kind { text } else { nil } }
  }
}
