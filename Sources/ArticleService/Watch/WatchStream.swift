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
  /// What is read at once and held while the client is waited for; a larger change comes alone.
  private static let pageChanges = 64
  private static let pageBytes = 256 * 1024
  /// What of it is asked for before it is sent: most watches are told a small part of what changes.
  private static let roomBytes = 64 * 1024
  /// Finding what moved with a category costs much more than reading a page of it.
  private static let pageMoves = 1024

  private let handlers: WatchHandlers
  private let inbox: WatchInbox
  private let responses: ResponseWriter<WatchResponse>
  private let context: ServerContext
  private var watches: [Int64: Watch] = [:]
  private let alarm: WatchAlarm
  /// Under which the stream is known to the meter.
  private let number: UInt64
  private let tokens: ResumeTokens

  /// What is done for queries ends with the call, and when the server is about to stop.
  private var work: WatchWork {
    let (goOn, drain) = (context.goOn, handlers.drain)
    return WatchWork(goOn: { goOn() && !drain.hasBegun }, monitor: handlers.archive.monitor)
  }

  init(
    _ handlers: WatchHandlers, _ inbox: WatchInbox, _ responses: ResponseWriter<WatchResponse>,
    _ context: ServerContext
  ) {
    self.handlers = handlers
    self.inbox = inbox
    self.responses = responses
    self.context = context
    alarm = WatchAlarm(context.eventLoop)
    number = handlers.meter.add()
    tokens = ResumeTokens(identity: handlers.archive.catalog.identity)
  }

  /// Carries out requests and sends changes until there is nothing left to send.
  ///
  /// - Throws: UNAVAILABLE (DRAINING), CANCELLED, or INVALID_ARGUMENT for a request that is none.
  func serve() async throws {
    while true {
      for request in inbox.take() { try await perform(request) }
      if handlers.drain.hasBegun { try await endForDrain() }
      var isBehind = false
      for id in watches.keys.sorted() {
        if try await sendChanges(to: id) { isBehind = true }
      }
      noteProgress()
      if watches.isEmpty, try inbox.isEnded { return }
      // Also of one that has a long way to go: whoever loses it there need not begin again.
      try await reportProgress()
      if isBehind { await Task.yield() } else { await inbox.sleep() }
      try Task.checkCancellation()
    }
  }

  /// The stream is over: nothing of it counts any more.
  func leave() {
    handlers.meter.remove(number)
    alarm.cancel()
  }

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
      let (archive, indexes, tokens, work, access) = (
        handlers.archive, handlers.indexes, tokens, work, context.scope
      )
      let make: @Sendable () throws(RPCError) -> Watch = { () throws(RPCError) in
        try Watch(add, archive, access: access, indexes, tokens, work)
      }
      let hasQuery = add.scope.map { !$0.query.isEmpty || !$0.filter.isEmpty } ?? false
      watches[add.watchId] = hasQuery ? try await archive.runBeside(context, make) : try make()
    } catch {
      if handlers.drain.hasBegun { return }
      return try await responses.send(.ended(add.watchId, .refused, error))
    }
    try await say(.started(WatchStarted()), to: add.watchId)
  }

  /// Sends a watch the next changes; returns whether there are more.
  private func sendChanges(to id: Int64) async throws -> Bool {
    guard let watch = watches[id] else { return false }
    let page: ChangeHistory.Page
    do throws(CatalogError) {
      let catalog = handlers.archive.catalog
      let next = try catalog.page(
        after: watch.position, count: Self.pageChanges, bytes: Self.pageBytes, stopping: watch.isConcerned)
      if let move = next.move, next.changes.isEmpty {
        page = try await catalog.page(of: move, after: next.end, count: Self.pageMoves)
      } else {
        page = next
      }
    } catch {
      if error.code == .cancelled { return true }
      try await end(id, .refused, .failure(error))
      return false
    }
    if watch.isLive, page.isNearlyDropped, !page.isLast {
      try await end(id, .tooSlow)
      return false
    }
    // The page that was read is not held while others have all room; it is read again.
    if !page.changes.isEmpty, try await responses.waitForRoom(for: Self.roomBytes) { return true }
    let archive = handlers.archive
    // Views are published before their changes are recorded, so the newest is no older than the page.
    if watch.isOutdated(archive) {
      do throws(RPCError) {
        let work = work
        let (understood, isReady) = try await run(watch) { watch throws(RPCError) in
          try watch.understand(archive, work)
        }
        guard isReady else { return false }
        watches[id] = understood
      } catch {
        return try await giveUp(id, error)
      }
    }
    let isBehind = try await send(page, to: id)
    await responses.giveBackRoom()
    return isBehind
  }

  private func send(_ page: ChangeHistory.Page, to id: Int64) async throws -> Bool {
    var rest = page.changes[...]
    while !rest.isEmpty, let watch = watches[id] {
      let changes: WatchChanges
      do throws(RPCError) {
        let (indexes, recorded, work) = (handlers.indexes, rest, work)
        let (after, part) = try await run(watch) { watch throws(RPCError) in
          try watch.messages(recorded, indexes, work)
        }
        watches[id] = after
        rest = rest.dropFirst(part.read)
        changes = part.messages
      } catch {
        return try await giveUp(id, error)
      }
      if !changes.changes.isEmpty { try await say(.changes(changes), to: id) }
    }
    watches[id]?.position = page.end
    if page.isLast { watches[id]?.isLive = true }
    return !page.isLast
  }

  /// Ends a watch that cannot go on; when the call is over it is the call that ends.
  ///
  /// - Returns: Whether there is something to do at once.
  private func giveUp(_ id: Int64, _ error: RPCError) async throws -> Bool {
    if handlers.drain.hasBegun { return true }
    guard context.goOn() else { throw error }
    try await end(id, .refused, error)
    return false
  }

  /// Has a watch work: beside the loop when words have to be looked at.
  private func run<Value: Sendable>(
    _ watch: Watch, _ body: @escaping @Sendable (inout Watch) throws(RPCError) -> Value
  ) async throws(RPCError) -> (Watch, Value) {
    let perform: @Sendable () throws(RPCError) -> (Watch, Value) = { () throws(RPCError) in
      var watch = watch
      let value = try body(&watch)
      return (watch, value)
    }
    return watch.hasQuery ? try await handlers.archive.runBeside(context, perform) : try perform()
  }

  /// Says something about a watch, with the token of its position.
  private func say(_ event: WatchResponse.Event, to id: Int64) async throws {
    guard let watch = watches[id] else { return }
    try context.confirmAccess()
    watches[id]?.lastSaid = handlers.now()
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
    let now = handlers.now()
    for (id, watch) in watches.sorted(by: { $0.key < $1.key }) where watch.nextProgress <= now {
      try await say(.progress(WatchProgress()), to: id)
    }
    guard let next = watches.values.map(\.nextProgress).min() else { return }
    guard inbox.setAlarm(next) else { return }
    let inbox = inbox
    alarm.set(after: max(.zero, next - now)) { inbox.ring() }
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
