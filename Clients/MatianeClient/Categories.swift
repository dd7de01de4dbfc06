import ArticleAPI
import GRPC
import Protobuf

/// Operations on the category tree. Names may be given in full (`categories/x`) or by their id (`x`).
public struct Categories: Sendable {
  /// The generated client, for everything that the short forms here leave out.
  public let service: CategoryServiceClient

  /// Returns one category with its counts.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when it does not exist.
  public func get(_ name: String) async throws(RPCError) -> Category {
    var request = GetCategoryRequest()
    request.name = resourceName(name, in: "categories")
    return try await service.getCategory(request)
  }

  /// The tree, a parent before its children.
  public func list(under parent: String = "") -> PagedSequence<Category> {
    let service = service
    return PagedSequence { token throws(RPCError) in
      var request = ListCategoriesRequest()
      request.parent = parent.isEmpty ? "" : resourceName(parent, in: "categories")
      request.pageToken = token
      let response = try await service.listCategories(request)
      return (response.categories, response.nextPageToken)
    }
  }

  /// Creates a category.
  ///
  /// - Throws: `RPCError`; ALREADY_EXISTS when the name is taken.
  public func create(_ category: Category, id: String = "") async throws(RPCError) -> Category {
    var request = CreateCategoryRequest()
    request.category = category
    request.categoryId = id
    return try await service.createCategory(request)
  }

  /// Changes the fields that the mask names; changing the parent moves the category.
  ///
  /// - Throws: `RPCError`; ABORTED (ETAG_MISMATCH) when `category.etag` is set and is not current.
  public func update(_ category: Category, fields: FieldMask? = nil) async throws(RPCError) -> Category {
    var request = UpdateCategoryRequest()
    request.category = category
    request.updateMask = fields
    return try await service.updateCategory(request)
  }

  /// Deletes a category and returns the revision at which it went.
  ///
  /// - Throws: `RPCError`; FAILED_PRECONDITION when it is in use and `force` is false.
  @discardableResult
  public func delete(_ name: String, force: Bool = false) async throws(RPCError) -> Int64 {
    var request = DeleteCategoryRequest()
    request.name = resourceName(name, in: "categories")
    request.force = force
    return try await service.deleteCategory(request).revision
  }
}
