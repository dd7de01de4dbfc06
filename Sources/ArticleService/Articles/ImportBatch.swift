import ArticleAPI
import Catalog
import GRPC

/// The items of one request of an import: what is to be stored of them, and what each is answered.
struct ImportBatch {
  /// No name of an article is longer, in bytes.
  private static let longestName = 256

  /// A result for each item so far, in their order.
  private(set) var response = ImportArticlesResponse()
  /// What is to be stored.
  private(set) var mutations: [Mutation] = []
  /// Where among the results that of each mutation is.
  private var places: [Int] = []

  /// Adds an item that is to be stored.
  mutating func add(_ item: ImportItem, _ mutation: Mutation, named name: String) {
    places.append(response.results.count)
    mutations.append(mutation)
    var result = ImportResult()
    result.itemId = item.itemId
    result.name = name
    response.results.append(result)
  }

  /// Adds an item that cannot be stored.
  mutating func refuse(_ item: ImportItem, _ error: RPCError) {
    // Of names that are none any number may come in one request.
    let given = item.article?.name ?? ""
    var result = ImportResult()
    result.itemId = item.itemId
    result.name = given.utf8.count <= Self.longestName ? given : shortened(given)
    result.outcome = .error(error.status)
    response.results.append(result)
  }

  /// Takes what became of the mutations, in their order.
  mutating func take(_ outcomes: [Result<MutationOutcome, CatalogError>]) {
    for (place, outcome) in zip(places, outcomes) {
      switch outcome {
      case .success(let outcome):
        response.results[place].outcome = .imported(ImportedArticle(outcome))
        response.results[place].name = outcome.article?.name ?? response.results[place].name
        response.revision = max(response.revision, Int64(outcome.revision))
      case .failure(let error):
        response.results[place].outcome = .error(RPCError.failure(error).status)
      }
    }
  }
}

extension ImportedArticle {
  fileprivate init(_ outcome: MutationOutcome) {
    self.init()
    action =
      switch outcome.action {
      case .created: .created
      case .unchanged: .unchanged
      default: .updated
      }
    etag = outcome.article?.etag ?? ""
    revision = outcome.article?.revision ?? Int64(outcome.revision)
  }
}
