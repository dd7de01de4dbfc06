import Catalog

/// What a handler leaves for the audit log about a write.
public struct WriteNote: Sendable {
  /// The name of the resource that was written; `articles/-` for several.
  public let resource: String
  /// The revision that the write made, or the last of several.
  public let revision: UInt64
  /// How many were written, where it may be several.
  public let count: Int?

  init(resource: String, revision: UInt64, count: Int? = nil) {
    self.resource = resource
    self.revision = revision
    self.count = count
  }
}

extension Mutation.Change {
  /// The name of the resource that is changed.
  var resource: String {
    switch self {
    case .putArticle(let put): put.article?.name ?? ""
    case .updateArticle(let update): update.article?.name ?? ""
    case .deleteArticle(let delete): delete.name
    case .putCategory(let put): put.category?.name ?? ""
    case .updateCategory(let update): update.category?.name ?? ""
    case .deleteCategory(let delete): delete.name
    case .linkEditions(let link): link.story.isEmpty ? link.articles.first ?? "" : link.story
    case .unlinkEdition(let unlink): unlink.article
    case .putSavedQuery(let put): put.savedQuery?.name ?? ""
    case .deleteSavedQuery(let delete): delete.name
    case .putSynonymSet(let put): put.synonymSet?.name ?? ""
    case .deleteSynonymSet(let delete): delete.name
    }
  }
}
