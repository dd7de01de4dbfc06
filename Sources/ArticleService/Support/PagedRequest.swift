import ArticleAPI
import Protobuf

/// A request for one page after another.
protocol PagedRequest: Message {
  var pageToken: String { get set }
  var pageSize: Int32 { get set }
}

extension PagedRequest {
  /// The request as its page tokens are bound to it: what makes pages of one list.
  var withoutPaging: Self {
    var request = self
    request.pageToken = ""
    request.pageSize = 0
    return request
  }
}

extension ListArticlesRequest: PagedRequest {}
extension ListCategoriesRequest: PagedRequest {}
extension ListSavedQueriesRequest: PagedRequest {}
extension ListSnapshotsRequest: PagedRequest {}
extension ListStoriesRequest: PagedRequest {}
extension ListSynonymSetsRequest: PagedRequest {}
extension MatchArticleRequest: PagedRequest {}
extension SearchRequest: PagedRequest {}
