// Generated from matiane/v1/category.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.v1.CategoryService`.
public enum CategoryServiceMethods {
  /// `GetCategory`.
  public static let getCategory = MethodDescriptor<GetCategoryRequest, Category>(
    service: "matiane.v1.CategoryService", name: "GetCategory", kind: .unary, idempotency: .noSideEffects)

  /// `ListCategories`.
  public static let listCategories = MethodDescriptor<ListCategoriesRequest, ListCategoriesResponse>(
    service: "matiane.v1.CategoryService", name: "ListCategories", kind: .unary, idempotency: .noSideEffects)

  /// `CreateCategory`.
  public static let createCategory = MethodDescriptor<CreateCategoryRequest, Category>(
    service: "matiane.v1.CategoryService", name: "CreateCategory", kind: .unary)

  /// `UpdateCategory`.
  public static let updateCategory = MethodDescriptor<UpdateCategoryRequest, Category>(
    service: "matiane.v1.CategoryService", name: "UpdateCategory", kind: .unary, idempotency: .idempotent)

  /// `DeleteCategory`.
  public static let deleteCategory = MethodDescriptor<DeleteCategoryRequest, DeleteCategoryResponse>(
    service: "matiane.v1.CategoryService", name: "DeleteCategory", kind: .unary, idempotency: .idempotent)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "matiane.v1.CategoryService", file: .matianeV1Category,
    methods: [
      getCategory.erased, listCategories.erased, createCategory.erased, updateCategory.erased,
      deleteCategory.erased,
    ])
}

/// Reads and changes the category tree.
public protocol CategoryServiceServer: Service {
  /// Returns one category with its counts.
  func getCategory(_ request: GetCategoryRequest, context: ServerContext) async throws -> Category

  /// Lists categories in tree order: a parent before its children, siblings by id.
  func listCategories(_ request: ListCategoriesRequest, context: ServerContext) async throws
    -> ListCategoriesResponse

  /// Creates a category. ALREADY_EXISTS when the name is taken, NOT_FOUND when the parent does not exist.
  func createCategory(_ request: CreateCategoryRequest, context: ServerContext) async throws -> Category

  /// Changes a category; changing `parent` moves it with everything under it.
  ///
  /// Errors: FAILED_PRECONDITION when a category would become its own ancestor.
  func updateCategory(_ request: UpdateCategoryRequest, context: ServerContext) async throws -> Category

  /// Deletes a category.
  ///
  /// Errors: FAILED_PRECONDITION when it has children, or articles and `force` is not set.
  func deleteCategory(_ request: DeleteCategoryRequest, context: ServerContext) async throws
    -> DeleteCategoryResponse
}

extension CategoryServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { CategoryServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(CategoryServiceMethods.getCategory) {
      try await self.getCategory($0, context: $1)
    }
    router.unary(CategoryServiceMethods.listCategories) {
      try await self.listCategories($0, context: $1)
    }
    router.unary(CategoryServiceMethods.createCategory) {
      try await self.createCategory($0, context: $1)
    }
    router.unary(CategoryServiceMethods.updateCategory) {
      try await self.updateCategory($0, context: $1)
    }
    router.unary(CategoryServiceMethods.deleteCategory) {
      try await self.deleteCategory($0, context: $1)
    }
  }
}

/// A `CategoryServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedCategoryServiceServer: CategoryServiceServer {}

extension UnimplementedCategoryServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func getCategory(_ request: GetCategoryRequest, context: ServerContext) async throws -> Category {
    throw CategoryServiceMethods.getCategory.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func listCategories(_ request: ListCategoriesRequest, context: ServerContext) async throws
    -> ListCategoriesResponse
  {
    throw CategoryServiceMethods.listCategories.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func createCategory(_ request: CreateCategoryRequest, context: ServerContext) async throws
    -> Category
  {
    throw CategoryServiceMethods.createCategory.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func updateCategory(_ request: UpdateCategoryRequest, context: ServerContext) async throws
    -> Category
  {
    throw CategoryServiceMethods.updateCategory.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func deleteCategory(_ request: DeleteCategoryRequest, context: ServerContext) async throws
    -> DeleteCategoryResponse
  {
    throw CategoryServiceMethods.deleteCategory.unimplemented
  }
}

/// Reads and changes the category tree.
public struct CategoryServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Returns one category with its counts.
  public func getCategory(_ request: GetCategoryRequest, options: CallOptions? = nil) async throws(RPCError)
    -> Category
  {
    try await channel.unary(CategoryServiceMethods.getCategory, request, options ?? self.options)
  }

  /// Lists categories in tree order: a parent before its children, siblings by id.
  public func listCategories(_ request: ListCategoriesRequest, options: CallOptions? = nil)
    async throws(RPCError) -> ListCategoriesResponse
  {
    try await channel.unary(CategoryServiceMethods.listCategories, request, options ?? self.options)
  }

  /// Creates a category. ALREADY_EXISTS when the name is taken, NOT_FOUND when the parent does not exist.
  public func createCategory(_ request: CreateCategoryRequest, options: CallOptions? = nil)
    async throws(RPCError) -> Category
  {
    try await channel.unary(CategoryServiceMethods.createCategory, request, options ?? self.options)
  }

  /// Changes a category; changing `parent` moves it with everything under it.
  ///
  /// Errors: FAILED_PRECONDITION when a category would become its own ancestor.
  public func updateCategory(_ request: UpdateCategoryRequest, options: CallOptions? = nil)
    async throws(RPCError) -> Category
  {
    try await channel.unary(CategoryServiceMethods.updateCategory, request, options ?? self.options)
  }

  /// Deletes a category.
  ///
  /// Errors: FAILED_PRECONDITION when it has children, or articles and `force` is not set.
  public func deleteCategory(_ request: DeleteCategoryRequest, options: CallOptions? = nil)
    async throws(RPCError) -> DeleteCategoryResponse
  {
    try await channel.unary(CategoryServiceMethods.deleteCategory, request, options ?? self.options)
  }
}
