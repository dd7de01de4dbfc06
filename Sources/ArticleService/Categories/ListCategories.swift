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
    let bound = request.withoutPaging
    let position = try archive.pageTokens.position(request.pageToken, for: bound)
    let view = try await archive.view(request.consistency.choice, after: position, context)
    let parent = request.parent
    let key = position?.key
    let (ids, start) = try await listing(view, context) { () throws(RPCError) -> ([String], Int) in
      let ids = try Self.ids(below: parent, view)
      let last = key.flatMap { ResourceName.category.id(String(decoding: $0, as: UTF8.self)) }
      return (ids, last.flatMap { ids.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    }
    var room = PageRoom()
    let page = ids[start...].prefix(size).lazy.compactMap(view.categories.category)
      .prefix { room.takes($0.serializedSize) }
    var response = ListCategoriesResponse()
    response.categories = Array(page)
    response.totalSize = Int64(ids.count)
    response.readRevision = Int64(view.revision)
    if start + response.categories.count < ids.count, let last = response.categories.last {
      var next = PagePosition()
      next.revision = view.revision
      next.key = Array(last.name.utf8)
      response.nextPageToken = archive.pageTokens.token(next, for: bound)
    }
    return response
  }

  /// Trees of more categories are not walked on the loop.
  private static let largeTree = 2000

  /// Walks the tree beside the loop where it is large.
  private func listing<Result: Sendable>(
    _ view: CatalogView, _ context: ServerContext, _ body: @Sendable () throws(RPCError) -> Result
  ) async throws(RPCError) -> Result {
    view.categories.count <= Self.largeTree ? try body() : try await archive.runBeside(context, body)
  }

  private static func ids(below parent: String, _ view: CatalogView) throws(RPCError) -> [String] {
    let tree = view.categories
    if parent.isEmpty { return tree.descendants(of: nil) }
    guard let id = ResourceName.category.id(parent), tree.contains(id) else { throw .notFound(parent) }
    return tree.descendants(of: id)
  }
}
