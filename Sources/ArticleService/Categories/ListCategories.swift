import ArticleAPI
import Catalog
import GRPC

extension CategoryHandlers {
  /// Walks the tree of one view in tree order.
  public func listCategories(
    _ request: ListCategoriesRequest, context: ServerContext
  ) async throws -> ListCategoriesResponse {
    let size = try PageSize(request.pageSize, preset: 1000, most: 1000).value
    if !request.parent.isEmpty { try checkName(request.parent, .category, field: "parent") }
    var bound = request
    bound.pageToken = ""
    bound.pageSize = 0
    let position = try archive.pageTokens.position(request.pageToken, for: bound)
    let view = try await archive.view(request.consistency.choice, after: position, context)
    let categories = try listed(request.parent, view)
    let start = position.flatMap { position in
      categories.firstIndex { Array($0.name.utf8) == position.key }.map { $0 + 1 }
    }
    var room = PageRoom()
    let page = categories[(start ?? 0)...].prefix(size).prefix { room.takes($0.serializedSize) }
    var response = ListCategoriesResponse()
    response.categories = Array(page)
    response.totalSize = Int64(categories.count)
    response.readRevision = Int64(view.revision)
    if page.endIndex < categories.count, let last = page.last {
      var next = PagePosition()
      next.revision = view.revision
      next.key = Array(last.name.utf8)
      response.nextPageToken = archive.pageTokens.token(next, for: bound)
    }
    return response
  }

  private func listed(_ parent: String, _ view: CatalogView) throws(RPCError) -> [Category] {
    let tree = view.categories
    if parent.isEmpty { return tree.descendants(of: nil).compactMap(tree.category) }
    guard let id = ResourceName.category.id(parent), tree.contains(id) else { throw .notFound(parent) }
    return tree.descendants(of: id).compactMap(tree.category)
  }
}
