import ArticleAPI
import Catalog
import FullText
import GRPC
import Protobuf

/// The handlers of `matiane.v1.CategoryService`.
public struct CategoryHandlers: CategoryServiceServer {
  let archive: Archive

  /// Serves the categories of an archive.
  public init(_ archive: Archive) {
    self.archive = archive
  }

  /// One category with the counts of the view.
  public func getCategory(_ request: GetCategoryRequest, context: ServerContext) async throws -> Category {
    try checkName(request.name, .category, field: "name")
    let view = try await archive.view(request.consistency.choice, context)
    guard let category = view.category(named: request.name) else { throw RPCError.notFound(request.name) }
    return category
  }

  /// What a category may take, encoded: a list of them has room for the next one.
  private static let maxBytes = 1 << 20

  /// Creates a category.
  public func createCategory(_ request: CreateCategoryRequest, context: ServerContext) async throws
    -> Category
  {
    var category = request.category ?? Category()
    if !request.categoryId.isEmpty {
      category.name = ResourceName.category.name(request.categoryId)
      try checkName(category.name, .category, field: "category_id")
    }
    try check(category)
    var put = PutCategory()
    put.category = category
    put.existence = .forbidden
    return try await written(.putCategory(put), RequestIdentity(request), context)
  }

  /// Changes a category or moves it.
  public func updateCategory(_ request: UpdateCategoryRequest, context: ServerContext) async throws
    -> Category
  {
    guard let category = request.category else {
      throw RPCError.invalid("category", "expected a category, found none")
    }
    try checkName(category.name, .category, field: "category.name")
    try check(category)
    var update = UpdateCategory()
    update.category = category
    update.mask = try mask(request.updateMask, category)
    update.allowMissing = request.allowMissing
    update.expectedEtag = category.etag
    return try await written(.updateCategory(update), RequestIdentity(request), context)
  }

  private func check(_ category: Category) throws(RPCError) {
    let bytes = category.serializedSize
    guard bytes <= Self.maxBytes else {
      throw .invalid("category", "expected at most \(Self.maxBytes) bytes, found \(bytes)")
    }
    try checkCount(category.titles.count, 1000, field: "category.titles")
    for tag in category.titles.keys.sorted() {
      try canonicalLanguage(tag, field: "category.titles[\"\(shortened(tag))\"]")
    }
  }

  /// Deletes a category.
  public func deleteCategory(
    _ request: DeleteCategoryRequest, context: ServerContext
  ) async throws -> DeleteCategoryResponse {
    try checkName(request.name, .category, field: "name")
    var delete = DeleteCategory()
    delete.name = request.name
    delete.expectedEtag = request.etag
    delete.force = request.force
    delete.mostArticles = Self.articlesAtOnce
    delete.mostBytes = Self.bytesAtOnce
    let identity = try RequestIdentity(request)
    while true {
      var outcome = try await archive.write(.deleteCategory(delete), as: identity, context, isTold: false)
      if case .category = outcome.answer {
        outcome = try await takeOff(delete, identity, context) ?? outcome
      }
      if case .deleted = outcome.answer {
        context.addRevision(written: outcome.revision)
        return DeleteCategoryResponse.with { $0.revision = Int64(outcome.revision) }
      }
      try Task.checkCancellation()
    }
  }

  /// Takes a category off the articles that are filed under it now, a part at a time.
  ///
  /// - Returns: the last outcome; nil when there are no such articles.
  private func takeOff(
    _ delete: DeleteCategory, _ identity: RequestIdentity, _ context: ServerContext
  ) async throws -> MutationOutcome? {
    let view = archive.catalog.view
    guard let id = ResourceName.category.id(delete.name) else { return nil }
    var filed = try await archive.runBeside(context) { () throws(RPCError) in
      view.index.documents(with: id, in: ArticleSchema.category)[...]
    }
    var outcome: MutationOutcome?
    while !filed.isEmpty {
      var (part, bytes) = (delete, 0)
      while let next = filed.first, part.articleIds.count < Self.articlesAtOnce {
        bytes += view.index.withPayload(next) { $0.count }
        if !part.articleIds.isEmpty, bytes > Self.bytesAtOnce { break }
        part.articleIds.append(String(decoding: view.index.key(next), as: UTF8.self))
        filed.removeFirst()
      }
      outcome = try await archive.write(.deleteCategory(part), as: identity, context, isTold: false)
      if case .deleted = outcome?.answer { break }
      try Task.checkCancellation()
    }
    return outcome
  }

  /// A category is taken off so many articles at once, as long as they take no more than so many bytes: other writes wait
  /// meanwhile.
  private static let articlesAtOnce: UInt32 = 128
  private static let bytesAtOnce: UInt32 = 1 << 20

  private func written(
    _ change: Mutation.Change, _ request: RequestIdentity, _ context: ServerContext
  ) async throws(RPCError) -> Category {
    let outcome = try await archive.write(change, as: request, context)
    guard let category = outcome.category else { throw .unexpectedAnswer }
    return category
  }

  private func mask(_ given: FieldMask?, _ category: Category) throws(RPCError) -> FieldMask {
    let changeable = ["parent", "titles", "description"]
    guard let given, !given.paths.isEmpty else {
      return FieldMask(paths: FieldMask.setFields(of: category).filter(changeable.contains))
    }
    try given.checkUpdate(of: changeable)
    return given
  }
}
