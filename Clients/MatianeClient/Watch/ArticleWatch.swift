import ArticleAPI
import GRPC
import Protobuf

extension MatianeClient {
  /// Follows the changes of articles, for as long as the sequence is read.
  ///
  /// ```swift
  /// for try await update in client.watch(WatchScope.with { $0.query = "flood OR წყალდიდობა" }) {
  ///   if case .change(let change) = update { print(change.scopeChange, change.name) }
  /// }
  /// ```
  /// - Parameters:
  ///   - scope: which articles; all when nothing is set.
  ///   - start: where to begin; every update has the token behind it.
  ///   - fields: the fields of the articles that are wanted.
  ///   - maxSilence: after so long without a word the watch is opened again, or fails where it has not begun; the server lets
  ///     ten seconds pass between two words.
  public func watch(
    _ scope: WatchScope = WatchScope(), from start: ArticleWatch.Start = .now, fields: FieldMask? = nil,
    maxSilence: Duration = .seconds(30)
  ) -> ArticleWatch {
    var add = AddWatch()
    add.watchId = 1
    add.scope = scope
    add.readMask = fields
    return ArticleWatch(service: watches, add: add, start: start, maxSilence: maxSilence)
  }
}

/// Changes of articles as they happen, resumed by itself after a loss: each change comes once, in order, none is left out.
///
/// One task reads it, once; cancelling the task ends the watch. Once it has begun, nothing that another attempt may mend is an
/// error: the watch is opened again behind the last update, as often as it takes, after a lost connection, and when the server
/// stops, falls silent, finds the reader too slow, or asks to come again later.
///
/// `OUT_OF_RANGE` ends it when the archive has to be read anew: what would come next is no longer kept, the archive was set back
/// behind what has been told, or synonyms or languages changed what the query means.
public struct ArticleWatch: AsyncSequence, Sendable {
  /// Where a watch begins.
  public enum Start: Hashable, Sendable {
    /// With the first change after now.
    case now
    /// With the first change after this revision, for example that of an export.
    case after(revision: Int64)
    /// Behind the update that had this token.
    case resumeToken(String)
  }

  let service: WatchServiceClient
  let add: AddWatch
  let start: Start
  let maxSilence: Duration

  /// Begins to read.
  public func makeAsyncIterator() -> Iterator {
    var add = add
    switch start {
    case .now: break
    case .after(let revision): add.start = .afterRevision(revision)
    case .resumeToken(let token): add.start = .resumeToken(token)
    }
    return Iterator(service: service, add: add, maxSilence: maxSilence)
  }

  /// The reading end.
  public struct Iterator: AsyncIteratorProtocol {
    private let service: WatchServiceClient
    private var add: AddWatch
    private var call: BidirectionalCall<WatchRequest, WatchResponse>?
    private var responses: ResponseStream<WatchResponse>.Iterator?
    private var waiting: ArraySlice<ArticleChange> = []
    private var hasBegun = false
    private var backoff = WatchBackoff()
    private let maxSilence: Duration

    init(service: WatchServiceClient, add: AddWatch, maxSilence: Duration) {
      self.service = service
      self.add = add
      self.maxSilence = maxSilence
    }

    /// The next update; nil only after the task was cancelled.
    ///
    /// - Throws: `RPCError` when the watch cannot begin or cannot go on.
    public mutating func next() async throws(RPCError) -> WatchUpdate? {
      while !Task.isCancelled {
        if let change = waiting.popFirst() {
          add.start = .resumeToken(change.resumeToken)
          return .change(change)
        }
        do throws(RPCError) {
          if let response = try await nextResponse(), let update = try take(response) { return update }
        } catch {
          close()
          if Task.isCancelled { return nil }
          guard hasBegun, error.isWorthAnotherWatch else { throw error }
          await backoff.wait(atLeast: error.retryDelay ?? .zero)
        }
      }
      close()
      return nil
    }

    private mutating func nextResponse() async throws(RPCError) -> WatchResponse? {
      if responses == nil {
        var options = service.options
        options.maxSilence = options.maxSilence ?? maxSilence
        let call = service.watch(options: options)
        self.call = call
        responses = call.responses.makeAsyncIterator()
        backoff.opened()
        try await call.send(WatchRequest.with { $0.request = .add(add) })
        call.finish()
      }
      // A call that ends well has only lost its watch.
      if let response = try await responses?.next() { return response }
      throw RPCError(.unavailable, "the server ended the call")
    }

    /// What a response says to the reader; nil when it is about the call only.
    private mutating func take(_ response: WatchResponse) throws(RPCError) -> WatchUpdate? {
      switch response.event {
      case .changes(let changes):
        backoff.reset()
        waiting = changes.changes[...]
        return nil
      case .started, .progress:
        hasBegun = true
        add.start = .resumeToken(response.resumeToken)
        return .progress(revision: response.revision, resumeToken: response.resumeToken)
      case .ended(let ended):
        throw ended.error.map { RPCError($0) } ?? RPCError(.unavailable, "the server ended the watch")
      case nil: return nil
      }
    }

    private mutating func close() {
      call?.cancel()
      call = nil
      responses = nil
    }
  }
}

/// What a watch tells.
public enum WatchUpdate: Hashable, Sendable {
  /// An article changed.
  case change(ArticleChange)
  /// Everything up to a revision was told. Comes first, and now and then when nothing happens.
  case progress(revision: Int64, resumeToken: String)

  /// Opens the watch again behind this update, also in another process.
  public var resumeToken: String {
    switch self {
    case .change(let change): change.resumeToken
    case .progress(_, let token): token
    }
  }
}

extension RPCError {
  /// Whether the same watch may go on at another attempt.
  fileprivate var isWorthAnotherWatch: Bool {
    switch code {
    case .unavailable, .deadlineExceeded, .cancelled, .internal, .unknown: true
    // A limit on rates or load says when to come again; what is too much for good does not.
    case .resourceExhausted: retryDelay != nil
    default: false
    }
  }

  /// The error that a message holds.
  fileprivate init(_ status: Status) {
    self.init(StatusCode(number: Int(status.code)), status.message)
    encodedStatus = status.serialized()
  }
}
