import Catalog

/// What a handler leaves for the audit log about a write.
public struct WriteNote: Sendable {
  /// The name of the resource that was written.
  public let resource: String
  /// The revision that the write made.
  public let revision: UInt64
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
    default: ""
    }
  }
}
