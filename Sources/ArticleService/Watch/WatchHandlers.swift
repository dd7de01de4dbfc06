import ArticleAPI
import Catalog
import GRPC
import Synchronization

/// The handlers of `matiane.v1.WatchService`.
public struct WatchHandlers: WatchServiceServer {
  let archive: Archive
  let indexes = SingleArticleIndexes()
  let drain = WatchDrain()
  let meter = WatchMeter()
  /// The clock by which clients hear how far they are.
  var now: @Sendable () -> ContinuousClock.Instant = { .now }

  /// Watches an archive.
  public init(_ archive: Archive) {
    self.archive = archive
  }

  /// Tells the watches of one stream until the client, the deadline or a drain ends it.
  public func watch(
    _ requests: RequestStream<WatchRequest>, responses: ResponseWriter<WatchResponse>, context: ServerContext
  ) async throws {
    do {
      try archive.catalog.checkReadable()
    } catch {
      throw RPCError.failure(error)
    }
    context.sendInitialMetadata()
    let inbox = WatchInbox()
    let changes = archive.catalog.changes
    let listener = changes.addListener { inbox.wake() }
    let drained = drain.addListener { inbox.wake() }
    defer {
      changes.removeListener(listener)
      drain.removeListener(drained)
    }
    let stream = WatchStream(self, inbox, responses, context)
    defer { stream.leave() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          for try await request in requests { await inbox.add(request) }
          inbox.end(.success(()))
        } catch {
          inbox.end(.failure(error))
        }
      }
      defer { group.cancelAll() }
      try await stream.serve()
    }
  }

  /// How many watches there are, and how far behind.
  public var load: WatchLoad { meter.load(at: archive.catalog.changes.newestRevision) }

  /// Ends every watch with a token from which it can be resumed, and refuses new ones: what a server does before it stops.
  public func endAll() { drain.begin() }
}

/// Whether the server is about to stop, and who has to know.
final class WatchDrain: Sendable {
  private struct State {
    var hasBegun = false
    var listeners: [UInt64: @Sendable () -> Void] = [:]
    var next: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Whether watches have to end.
  var hasBegun: Bool { state.withLock { $0.hasBegun } }

  func begin() {
    let listeners = state.withLock { state in
      state.hasBegun = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener() }
  }

  func addListener(_ body: @escaping @Sendable () -> Void) -> UInt64 {
    state.withLock { state in
      state.next += 1
      state.listeners[state.next] = body
      return state.next
    }
  }

  func removeListener(_ id: UInt64) { state.withLock { $0.listeners[id] = nil } }
}
