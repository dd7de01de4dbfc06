import Access
import ArticleAPI
import Catalog
import EventLoops
import FullText
import GRPC
import Protobuf
import Tracing

/// What the handlers of all services share: the catalog and the page tokens.
public struct Archive: Sendable {
  let catalog: Catalog
  let pageTokens: PageTokens
  let languages = ArchiveLanguages()
  let values = ValueSuggestions()
  let monitor: ArchiveMonitor
  /// Where searches run that would hold up a loop; nil to run them where they are called.
  let longWork: ComputePool?
  private let loopViews: LoopViews

  /// Serves what a catalog holds.
  ///
  /// - Parameters:
  ///   - loops: on which the handlers run, by their index; reads of calls on others take a lock.
  ///   - longWork: where long searches run.
  ///   - monitor: bounds and watches searches.
  public init(
    _ catalog: Catalog, loops: [EventLoop] = [], longWork: ComputePool? = nil,
    monitor: ArchiveMonitor = ArchiveMonitor()
  ) {
    self.catalog = catalog
    pageTokens = PageTokens(catalog: catalog)
    self.longWork = longWork
    self.monitor = monitor
    loopViews = LoopViews(catalog, loops)
  }

  /// Calls `body` with the newest view, within the event; the response will carry its revision.
  ///
  /// - Throws: UNAVAILABLE while the archive is loaded; what `body` throws.
  func readNewest(
    _ context: ServerContext, _ body: (CatalogView) throws(RPCError) -> Void
  ) throws(RPCError) {
    do throws(CatalogError) { try catalog.checkReadable() } catch { throw .failure(error) }
    try loopViews.read(onLoop: context.loopIndex) { view throws(RPCError) in
      context.addRevision(view.revision)
      try body(view)
    }
  }

  /// The view that a read asks for; the response will carry its revision.
  ///
  /// - Throws: UNAVAILABLE while the archive is loaded, CANCELLED or DEADLINE_EXCEEDED while waiting for a revision,
  ///   OUT_OF_RANGE for one that is no longer kept or not reached yet.
  func view(_ wanted: ReadRevision, _ context: ServerContext) async throws(RPCError) -> CatalogView {
    try wanted.check()
    do throws(CatalogError) {
      try catalog.checkReadable()
      let view =
        switch wanted {
        case .newest: catalog.view
        case .atLeast(let revision): try await catalog.view(atLeast: UInt64(clamping: revision))
        case .exactly(let revision):
          try await catalog.view(at: UInt64(clamping: revision), for: context.pastReading)
        }
      context.addRevision(view.revision)
      return view
    } catch {
      throw .failure(error)
    }
  }

  /// The view that a page of a list is read from: that of its first page, for the following ones.
  ///
  /// - Throws: as `view(_:_:)`.
  func view(
    _ wanted: ReadRevision, after position: PagePosition?, _ context: ServerContext
  ) async throws(RPCError) -> CatalogView {
    guard let position else { return try await view(wanted, context) }
    return try await view(.exactly(Int64(clamping: position.revision)), context)
  }

  /// Writes a mutation and waits until it is durable and visible.
  ///
  /// - Parameter isTold: whether the response names its revision.
  /// - Throws: what the catalog refuses it for.
  func write(
    _ change: consuming Mutation.Change, as request: RequestIdentity = .none, _ context: ServerContext,
    isTold: Bool = true
  ) async throws(RPCError) -> MutationOutcome {
    let resource = change.resource
    let mutation = mutation(change, as: request, context.scope)
    let outcome: MutationOutcome
    let began = context.traced == nil ? 0 : TracedCall.now
    do {
      outcome = try await catalog.submit(consume mutation)
    } catch {
      throw .failure(error)
    }
    context.traced?.recordChild(
      "log commit", since: began, [("matiane.revision", .integer(Int(clamping: outcome.revision)))])
    context.leaveNote(WriteNote(resource: resource, revision: outcome.revision))
    if isTold { context.addRevision(written: outcome.revision) }
    return outcome
  }

  /// Writes a mutation whose answer is an article, or with `validateOnly` only says what the answer would be.
  ///
  /// - Throws: what the catalog refuses it for.
  func article(
    _ change: consuming Mutation.Change, as request: RequestIdentity, validateOnly: Bool,
    _ context: ServerContext
  ) async throws(RPCError) -> Article {
    let outcome: MutationOutcome
    if validateOnly {
      do {
        outcome = try await catalog.check(mutation(change, context.scope))
      } catch {
        throw .failure(error)
      }
    } else {
      outcome = try await write(change, as: request, context)
    }
    guard let article = outcome.article else { throw .unexpectedAnswer }
    return outcome.encodedArticle.map { Article(verbatim: $0) } ?? article
  }

  /// A mutation for a change, by somebody with a scope or without; the catalog adds time and identifiers.
  func mutation(
    _ change: consuming Mutation.Change, as request: RequestIdentity = .none, _ scope: AccessScope?
  ) -> Mutation {
    var mutation = Mutation()
    mutation.requestId = request.id
    mutation.requestDigest = request.digest
    mutation.scope = scope?.part
    mutation.checksKeptStory = true
    mutation.comparesBytes = true
    mutation.change = change
    return mutation
  }

  /// A new article's name, when its writer gives none.
  func newArticleName() -> String {
    ResourceName.article.name(catalog.options.makeIdentifier())
  }

  /// The time now in the ticks of the index.
  var now: Int64 { catalog.options.now().ticks }
}

extension RPCError {
  /// A mutation was answered with another kind of resource than it changes: a fault of ours.
  static var unexpectedAnswer: RPCError {
    .failure(.internal, .storageFailed, "the change was answered with another kind of resource")
  }
}

extension ServerContext {
  /// Who reads the past, for readers take turns: whoever has a key by that, others by where they are.
  fileprivate var pastReading: PastReading {
    let host = peer.lastIndex(of: ":").map { peer[..<$0] } ?? peer[...]
    return PastReading(caller: "\(principal?.name ?? "") \(host)", connection: peer)
  }

  /// Puts the revision that was read or made into the response's headers.
  func addRevision(_ revision: UInt64) { addInitialMetadata("matiane-revision", revision) }

  /// The same of a write, whose revision no other response has.
  func addRevision(written revision: UInt64) {
    addInitialMetadata("matiane-revision", revision, isUnique: true)
  }
}
