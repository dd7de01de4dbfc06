import ArticleAPI
import GRPC

/// Which revision a caller wants to read.
enum ReadRevision: Sendable, Hashable {
  /// Whatever is newest.
  case newest
  /// This one or a newer one; worth waiting for.
  case atLeast(Int64)
  /// Exactly this one.
  case exactly(Int64)

  /// Refuses a revision that no archive has.
  ///
  /// - Throws: INVALID_ARGUMENT naming the field.
  func check() throws(RPCError) {
    switch self {
    case .atLeast(let revision) where revision < 0:
      throw .invalid("min_revision", "expected 0 or more, found \(revision)")
    case .exactly(let revision) where revision < 0:
      throw .invalid("read_revision", "expected 0 or more, found \(revision)")
    default: return
    }
  }
}

/// The `consistency` of a request; each message has its own type for it, all alike.
protocol Consistency {
  var minRevision: Int64? { get }
  var readRevision: Int64? { get }
}

extension Consistency {
  /// What the caller chose.
  var choice: ReadRevision {
    minRevision.map { .atLeast($0) } ?? readRevision.map { .exactly($0) } ?? .newest
  }
}

extension Optional where Wrapped: Consistency {
  /// What the caller chose; the newest revision when nothing was said.
  var choice: ReadRevision { self?.choice ?? .newest }
}

extension BatchGetArticlesRequest.Consistency: Consistency {}
extension CountRequest.Consistency: Consistency {}
extension ExportArticlesRequest.Consistency: Consistency {}
extension GetArticleRequest.Consistency: Consistency {}
extension GetCategoryRequest.Consistency: Consistency {}
extension GetRelatedArticlesRequest.Consistency: Consistency {}
extension GetSavedQueryRequest.Consistency: Consistency {}
extension GetStoryRequest.Consistency: Consistency {}
extension GetSynonymSetRequest.Consistency: Consistency {}
extension ListArticlesRequest.Consistency: Consistency {}
extension ListCategoriesRequest.Consistency: Consistency {}
extension ListSavedQueriesRequest.Consistency: Consistency {}
extension ListStoriesRequest.Consistency: Consistency {}
extension ListSynonymSetsRequest.Consistency: Consistency {}
extension LookupArticleRequest.Consistency: Consistency {}
extension MatchArticleRequest.Consistency: Consistency {}
extension SearchRequest.Consistency: Consistency {}
extension SuggestRequest.Consistency: Consistency {}
