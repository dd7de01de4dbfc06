import Access
import ArticleAPI
import Catalog
import FullText
import GRPC
import Protobuf

/// What the searches of one request have found.
struct SearchAnswer: Sendable {
  let result: SearchResult
  /// What hits stand for, where duplicates are collapsed.
  let duplicates: DuplicateGroups?
  let storyTotal: Int?
  /// Those of each hit; none when they were not asked for.
  let highlights: [[Highlight]]
}

extension SearchCall {
  /// A hit names no more of the articles that it stands for.
  private static let mostDuplicates = 1000

  /// The hits as they are sent, as many as have room beside the facets.
  ///
  /// - Throws: CANCELLED or DEADLINE_EXCEEDED when nobody waits any more; what reading an article throws.
  func hits(
    _ answer: SearchAnswer, _ mask: ReadMask, beside facets: [Facet]
  ) async throws -> [ArticleAPI.SearchHit] {
    var room = PageRoom()
    for facet in facets { room.spend(facet.serializedSize) }
    var turn = LoopTurn()
    let scope = context.scope
    var hits: [ArticleAPI.SearchHit] = []
    hits.reserveCapacity(answer.result.hits.count)
    for (place, hit) in answer.result.hits.enumerated() {
      var rest = ArticleAPI.SearchHit()
      if place < answer.highlights.count { rest.highlights = answer.highlights[place] }
      if let duplicates = answer.duplicates {
        rest.duplicates = view.names(duplicates.others[hit.document]?.prefix(Self.mostDuplicates) ?? [])
      }
      let stored = view.index.payload(hit.document)
      try await turn.took(stored.count, context)
      rest.article = try mask.apply(to: stored)
      let sent = try self.hit(hit, scope, rest)
      guard room.takes(sent.sentBytes) else { break }
      hits.append(sent)
    }
    return hits
  }

  /// A hit as it is sent, with what `rest` says of it already.
  private func hit(
    _ hit: FullText.SearchHit, _ scope: AccessScope?, _ rest: ArticleAPI.SearchHit
  ) throws(RPCError) -> ArticleAPI.SearchHit {
    var result = rest
    result.score = hit.score
    result.matchedLanguage = view.language(of: hit.matched)
    if !hit.group.isEmpty {
      for document in hit.group where document != hit.document && scope.contains(document, in: view) {
        result.editions.append(Edition(try view.article(document)))
      }
      result.editions.sort { $0.language < $1.language }
    }
    return result
  }
}

extension ArticleAPI.SearchHit {
  /// About what the hit takes in a response. What a plain one holds beside its article is small.
  fileprivate var sentBytes: Int {
    guard let article, highlights.isEmpty, editions.isEmpty, duplicates.isEmpty else { return serializedSize }
    return article.serializedSize + 64
  }
}

extension CatalogView {
  /// The names of documents, in order.
  func names(_ documents: ArraySlice<IndexView.Document>) -> [String] {
    documents.map { ResourceName.article.name(String(decoding: index.key($0), as: UTF8.self)) }
  }

  /// The language of a document; empty when it has none.
  func language(of document: IndexView.Document) -> String {
    index.firstValue(of: document, in: ArticleSchema.language) ?? ""
  }
}

extension Facet {
  init(_ request: ArticleAPI.FacetRequest, _ result: FacetResult) {
    self.init()
    switch result {
    case .values(let counts, let others):
      if case .field(let name) = request.by { field = name }
      values = counts.map { FacetValue($0.value, $0.count) }
      otherCount = Int64(others)
    case .buckets(let buckets):
      field = "publish_time"
      values = buckets.map { FacetValue(Timestamp(ticks: $0.from).rfc3339 ?? "", $0.count) }
    }
  }
}

extension FacetValue {
  fileprivate init(_ value: String, _ count: Int) {
    self.init()
    self.value = value
    self.count = Int64(count)
  }
}
