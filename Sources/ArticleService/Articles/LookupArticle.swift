import ArticleAPI
import Catalog
import FullText
import GRPC

extension ArticleHandlers {
  /// Looks the key up in the index, among the articles that the caller sees; of several with an address the one changed last
  /// answers, with a source id the one of the lowest name.
  public func lookupArticle(_ request: LookupArticleRequest, context: ServerContext) async throws -> Article {
    let mask = try ReadMask(request.readMask)
    let view = try await archive.view(request.consistency.choice, context)
    let part = context.scope?.part
    let (document, path, value) =
      switch request.key {
      case .url(let url): (view.document(url: url, in: part), "url", url)
      case .alias(let alias): (view.document(alias: alias, in: part), "alias", alias)
      case .sourceId(let id): (view.document(sourceID: id, in: part), "source_id", id)
      case nil: throw RPCError.invalid("key", "expected one of url, alias and source_id, found none")
      }
    guard !value.isEmpty else { throw RPCError.invalid(path, "expected a text, found nothing") }
    guard let document else {
      throw RPCError.notFound("an article with \(path) '\(shortened(value))'")
    }
    return try mask.apply(to: view.index.payload(document))
  }
}
