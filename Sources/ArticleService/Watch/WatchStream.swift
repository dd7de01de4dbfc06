import Access
import ArticleAPI
import Catalog
import FullText
import GRPC

/// The watches of one stream and the one task that tells them.
///
/// Every watch has a position of its own in the history of changes, so nothing is queued for it: when the client does not
/// read, the task waits, and everything else goes on.
final class WatchStream {
  private static let maxWatches = 256
  private static let pageChanges = 64
  /// Bytes of changes that one response gathers; a change that is larger comes alone.
  private static let responseBytes = 256 * 1024
  /// How many changes are held against a query before other work of the loop has its turn.
  private static let changesPerTurn = 8

  private let handlers: WatchHandlers
  private let inbox: WatchInbox
  private let responses: ResponseWriter<WatchResponse>
  private let context: ServerContext
  private var watches: [Int64: Watch] = [:]
  /// Under which the stream is known to the meter.
  private let number: UInt64
  private let tokens: ResumeTokens

  private var history: ChangeHistory { handlers.archive.catalog.changes }

  init(
    _ handlers: WatchHandlers, _ inbox: WatchInbox, _ responses: ResponseWriter<WatchResponse>,
    _ context: ServerContext
  ) {
    self.handlers = handlers
    self.inbox = inbox
    self.responses = responses
    self.context = context
    number = handlers.meter.add()
    tokens = ResumeTokens(identity: handlers.archive.catalog.identity)
  }

  /// Carries out requests and tells changes until there is nothing left to tell.
  ///
  /// - Throws: UNAVAILABLE (DRAINING), CANCELLED, or INVALID_ARGUMENT for a request that is none.
  func serve() async throws {
    while true {
      for request in inbox.take() { try await perform(request) }
      if handlers.drain.hasBegun { try await endForDrain() }
      var isBehind = false
      for id in watches.keys.sorted() {
        if try await tell(id) { isBehind = true }
      }
      noteProgress()
      if watches.isEmpty, try inbox.isEnded { return }
      if isBehind {
        await Task.yield()
      } else {
        try await reportProgress()
        await inbox.sleep()
      }
      try Task.checkCancellation()
    }
  }

  /// The stream is over: nothing of it counts any more.
  func leave() { handlers.meter.remove(number) }

  private func noteProgress() {
    let least = watches.values.map(\.position.revision).min()
    handlers.meter.note(number, watches: watches.count, revision: least ?? 0)
  }

  private func perform(_ request: WatchRequest) async throws {
    switch request.request {
    case .add(let add): try await open(add)
    case .cancel(let cancel):
      if watches[cancel.watchId] != nil { try await end(cancel.watchId, .cancelled) }
    case nil: throw RPCError.invalid("request", "expected add or cancel, found neither")
    }
  }

  private func open(_ add: AddWatch) async throws {
    guard watches[add.watchId] == nil else {
      throw RPCError.invalid("add.watch_id", "expected a number that is not in use, found \(add.watchId)")
    }
    do throws(RPCError) {
      guard watches.count < Self.maxWatches else {
        throw .failure(
          .resourceExhausted, .tooManyWatches, "a stream has at most \(Self.maxWatches) watches; open another"
        )
      }
      let watch = try Watch(add, handlers.archive, access: context.scope, handlers.probes, tokens)
      watches[add.watchId] = watch
    } catch {
      return try await responses.send(.ended(add.watchId, .refused, error))
    }
    try await say(.started(WatchStarted()), to: add.watchId)
  }

  /// Tells a watch the next changes; returns whether there are more.
  private func tell(_ id: Int64) async throws -> Bool {
    guard var watch = watches[id] else { return false }
    let page: ChangeHistory.Page
    do throws(CatalogError) {
      page = try history.page(after: watch.position, count: Self.pageChanges)
    } catch {
      try await end(id, .refused, .failure(error))
      return false
    }
    do throws(RPCError) {
      // Views are published before their changes are told of, so this one is no older than the page.
      guard try watch.understand(handlers.archive) else { return false }
    } catch {
      try await end(id, .refused, error)
      return false
    }
    watches[id] = watch
    if watch.isLive, page.isNearlyDropped, !page.isLast {
      try await end(id, .tooSlow)
      return false
    }
    var changes = WatchChanges()
    var bytes = 0
    for (number, change) in page.changes.enumerated() {
      if let told = try watch.message(change, handlers.probes) {
        let size = told.serializedSize
        // What has gathered goes first, so that a large article comes alone.
        if bytes > 0, bytes + size > Self.responseBytes {
          watches[id] = watch
          try await say(.changes(changes), to: id)
          (changes, bytes) = (WatchChanges(), 0)
        }
        changes.changes.append(told)
        bytes += size
      }
      watch.position = change.position
      if number % Self.changesPerTurn == Self.changesPerTurn - 1 { await Task.yield() }
    }
    watch.position = page.end
    watch.isLive = watch.isLive || page.isLast
    watches[id] = watch
    if !changes.changes.isEmpty { try await say(.changes(changes), to: id) }
    return !page.isLast
  }

  /// Says something about a watch, with the token of its position.
  private func say(_ event: WatchResponse.Event, to id: Int64) async throws {
    guard let watch = watches[id] else { return }
    try context.confirmAccess()
    watches[id]?.lastSaid = .now
    var response = WatchResponse()
    response.watchId = id
    response.event = event
    try await responses.send(placed(response, of: watch))
  }

  private func end(_ id: Int64, _ reason: WatchEndReason, _ error: RPCError? = nil) async throws {
    guard let watch = watches.removeValue(forKey: id) else { return }
    try await responses.send(placed(.ended(id, reason, error), of: watch))
  }

  /// A response with the place behind which the watch is opened again.
  private func placed(_ response: WatchResponse, of watch: Watch) -> WatchResponse {
    var response = response
    response.revision = Int64(watch.position.revision)
    response.resumeToken = watch.token(at: watch.position)
    return response
  }

  private func endForDrain() async throws {
    for id in watches.keys.sorted() { try await end(id, .draining) }
    throw RPCError.unavailable(.draining, "the server is stopping", retryAfter: .seconds(1))
  }

  /// Says how far they are to those that have heard nothing for long, and sets the alarm for the next one.
  private func reportProgress() async throws {
    let now = ContinuousClock.now
    for (id, watch) in watches.sorted(by: { $0.key < $1.key }) where watch.nextProgress <= now {
      try await say(.progress(WatchProgress()), to: id)
    }
    guard let next = watches.values.map(\.nextProgress).min() else { return }
    guard inbox.setAlarm(next) else { return }
    let inbox = inbox
    let loop = context.eventLoop
    let delay = max(.zero, next - .now)
    loop.execute { _ = loop.schedule(after: delay) { inbox.ring() } }
  }
}

extension WatchResponse {
  fileprivate static func ended(
    _ id: Int64, _ reason: WatchEndReason, _ error: RPCError?
  ) -> WatchResponse {
    var ended = WatchEnded()
    ended.reason = reason
    ended.error = error?.status
    var response = WatchResponse()
    response.watchId = id
    response.event = .ended(ended)
    return response
  }
}
