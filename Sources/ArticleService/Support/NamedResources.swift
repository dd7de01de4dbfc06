import ArticleAPI
import Catalog
import GRPC
import Protobuf

/// The answer to a request for one page of a list that is counted.
protocol PagedResponse: Message {
  var totalSize: Int64 { get set }
  var readRevision: Int64 { get set }
  var nextPageToken: String { get set }
}

extension ListSavedQueriesResponse: PagedResponse {}
extension ListSynonymSetsResponse: PagedResponse {}

/// What the services of resources that are kept whole in memory have in common.
extension Archive {
  /// A table of resources as a view has it.
  typealias Table<Resource: StoredResource> = KeyPath<QueryResources, ResourceTable<Resource>>

  /// One resource.
  ///
  /// - Throws: INVALID_ARGUMENT for what is no name, NOT_FOUND; what reading a view throws.
  func resource<Resource: StoredResource>(
    _ name: String, in table: Table<Resource>, _ wanted: ReadRevision, _ context: ServerContext
  ) async throws(RPCError) -> Resource {
    try checkName(name, Resource.collection, field: "name")
    let view = try await view(wanted, context)
    guard let resource = view.resources[keyPath: table][name: name] else { throw .notFound(name) }
    return resource
  }

  /// A page of resources, by name.
  ///
  /// - Throws: INVALID_ARGUMENT for a size or a token that is none; what reading a view throws.
  func page<Resource: StoredResource, Response: PagedResponse>(
    of table: Table<Resource>, as elements: WritableKeyPath<Response, [Resource]>,
    _ request: some PagedRequest, _ wanted: ReadRevision, _ context: ServerContext
  ) async throws(RPCError) -> Response {
    let size = try PageSize(request.pageSize, preset: 100, most: 1000).value
    let bound = request.withoutPaging
    let position = try pageTokens.position(request.pageToken, for: bound)
    let view = try await view(wanted, after: position, context)
    let all = view.resources[keyPath: table].all
    let page = NamedPage(all, size, after: position, view.revision)
    var response = Response()
    response[keyPath: elements] = page.elements
    response.totalSize = Int64(all.count)
    response.readRevision = Int64(view.revision)
    response.nextPageToken = page.next.map { pageTokens.token($0, for: bound) } ?? ""
    return response
  }
}

extension StoredResource {
  /// Takes the id that a request gives to what it creates; without one the name stays.
  ///
  /// - Throws: INVALID_ARGUMENT for what is no id.
  mutating func take(id: String) throws(RPCError) {
    guard !id.isEmpty else { return }
    name = Self.collection.name(id)
    try checkName(name, Self.collection, field: "\(Self.field)_id")
  }
}
