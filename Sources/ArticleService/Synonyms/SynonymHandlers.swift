import ArticleAPI
import Catalog
import FullText
import GRPC

/// The handlers of `matiane.v1.SynonymService`.
public struct SynonymHandlers: SynonymServiceServer {
  private static let maxRules = 10_000
  private static let maxRuleBytes = 1000
  private static let maxBytes = 2 << 20
  /// So many rules are read before it is asked whether somebody still waits.
  private static let rulesPerQuestion = 256

  let archive: Archive

  /// Serves the synonyms of an archive.
  public init(_ archive: Archive) {
    self.archive = archive
  }

  /// One set.
  public func getSynonymSet(
    _ request: GetSynonymSetRequest, context: ServerContext
  ) async throws -> SynonymSet {
    try await archive.resource(request.name, in: \.synonymSets, request.consistency.choice, context)
  }

  /// A page of sets.
  public func listSynonymSets(
    _ request: ListSynonymSetsRequest, context: ServerContext
  ) async throws -> ListSynonymSetsResponse {
    try await archive.page(
      of: \.synonymSets, as: \.synonymSets, request, request.consistency.choice, context)
  }

  /// Adds a set.
  public func createSynonymSet(
    _ request: CreateSynonymSetRequest, context: ServerContext
  ) async throws -> SynonymSet {
    var set = request.synonymSet ?? SynonymSet()
    try set.take(id: request.synonymSetId)
    var put = PutSynonymSet()
    put.synonymSet = set
    put.existence = .forbidden
    return try await written(put, RequestIdentity(request), context)
  }

  /// Changes a set.
  public func updateSynonymSet(
    _ request: UpdateSynonymSetRequest, context: ServerContext
  ) async throws -> SynonymSet {
    guard let set = request.synonymSet else {
      throw RPCError.invalid("synonym_set", "expected a set of synonyms, found none")
    }
    try request.updateMask?.checkUpdate(of: SynonymSet.updatablePaths)
    var put = PutSynonymSet()
    put.synonymSet = set
    put.mask = request.updateMask
    put.existence = request.allowMissing ? .any : .required
    put.expectedEtag = set.etag
    return try await written(put, RequestIdentity(request), context)
  }

  /// Deletes a set.
  public func deleteSynonymSet(
    _ request: DeleteSynonymSetRequest, context: ServerContext
  ) async throws -> DeleteSynonymSetResponse {
    try checkName(request.name, .synonymSet, field: "name")
    var delete = DeleteSynonymSet()
    delete.name = request.name
    delete.expectedEtag = request.etag
    delete.allowMissing = request.allowMissing
    let outcome = try await archive.write(
      .deleteSynonymSet(delete), as: try RequestIdentity(request), context)
    var response = DeleteSynonymSetResponse()
    response.revision = Int64(outcome.revision)
    return response
  }

  private func written(
    _ put: PutSynonymSet, _ request: RequestIdentity, _ context: ServerContext
  ) async throws -> SynonymSet {
    let set = put.synonymSet ?? SynonymSet()
    try checkName(set.name, .synonymSet, field: "synonym_set.name")
    let goOn = context.goOn
    try await archive.runBeside(context) { () throws(RPCError) in try check(set, while: goOn) }
    let outcome = try await archive.write(.putSynonymSet(put), as: request, context)
    guard case .synonymSet(let stored) = outcome.answer else { throw RPCError.unexpectedAnswer }
    return stored
  }

  private func check(_ set: SynonymSet, while goOn: () -> Bool) throws(RPCError) {
    guard set.rules.count <= Self.maxRules else {
      throw .invalid("synonym_set.rules", "expected at most \(Self.maxRules), found \(set.rules.count)")
    }
    let bytes = set.rules.reduce(0) { $0 + $1.utf8.count }
    guard bytes <= Self.maxBytes else {
      throw .invalid("synonym_set.rules", "expected at most \(Self.maxBytes) bytes in all, found \(bytes)")
    }
    if !set.language.isEmpty { try canonicalLanguage(set.language, field: "synonym_set.language") }
    for (index, rule) in set.rules.enumerated()
    where rule.utf8.count > Self.maxRuleBytes || rule.contains("\n") {
      throw .invalid(
        "synonym_set.rules[\(index)]", "expected one line of at most \(Self.maxRuleBytes) bytes")
    }
    let language = Language(tag: set.language)
    for start in stride(from: 0, to: set.rules.count, by: Self.rulesPerQuestion) {
      guard goOn() else { throw .failure(SearchError.interrupted) }
      let rules = set.rules[start..<min(start + Self.rulesPerQuestion, set.rules.count)]
      var synonyms = Synonyms()
      do {
        try synonyms.add(rules.joined(separator: "\n"), language: language)
      } catch {
        throw .invalid(
          "synonym_set.rules[\(start + error.line - 1)]",
          "expected 'word, word' or 'word => word', found '\(shortened(error.text))'")
      }
    }
  }
}
