import ArticleAPI
import GRPC
import Protobuf

/// Operations on synonyms. Names may be given in full (`synonymSets/x`) or by their id (`x`).
public struct SynonymSets: Sendable {
  /// The generated client, for everything that the short forms here leave out.
  public let service: SynonymServiceClient

  /// Returns one set.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when it does not exist.
  public func get(_ name: String) async throws(RPCError) -> SynonymSet {
    var request = GetSynonymSetRequest()
    request.name = resourceName(name, in: "synonymSets")
    return try await service.getSynonymSet(request)
  }

  /// All sets by name.
  public func list() -> PagedSequence<SynonymSet> {
    let service = service
    return PagedSequence { token throws(RPCError) in
      var request = ListSynonymSetsRequest()
      request.pageToken = token
      let response = try await service.listSynonymSets(request)
      return (response.synonymSets, response.nextPageToken)
    }
  }

  /// Stores a set, whether it exists or not; it counts from the next query on.
  ///
  /// - Throws: `RPCError`; INVALID_ARGUMENT naming the rule that cannot be read.
  public func put(_ set: SynonymSet) async throws(RPCError) -> SynonymSet {
    var request = UpdateSynonymSetRequest()
    request.synonymSet = set
    request.updateMask = FieldMask(paths: ["*"])
    request.allowMissing = true
    return try await service.updateSynonymSet(request)
  }

  /// Deletes a set and returns the revision at which it went.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when it does not exist.
  @discardableResult
  public func delete(_ name: String) async throws(RPCError) -> Int64 {
    var request = DeleteSynonymSetRequest()
    request.name = resourceName(name, in: "synonymSets")
    return try await service.deleteSynonymSet(request).revision
  }
}
