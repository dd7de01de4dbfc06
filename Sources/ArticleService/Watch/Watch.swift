import Access
import ArticleAPI
import Catalog
import GRPC
import Protobuf

/// One watch of a stream: what it is about, and how far it has been served.
struct Watch {
  private static let leastInterval = Duration.milliseconds(100)
  private static let usualInterval = Duration.seconds(10)
  /// Bytes of changes that one response gathers; a change that is larger comes alone.
  private static let responseBytes = 256 * 1024

  private var scope: CompiledScope
  private let mask: ReadMask
  private let interval: Duration
  private let tokens: ResumeTokens
  /// Everything before it was sent, or is out of the scope.
  var position: ChangePosition
  /// Whether it has once been sent everything there was.
  var isLive = false
  /// When something was said about it last.
  var lastSaid = ContinuousClock.now

  /// Whether words decide what is in its scope.
  var hasQuery: Bool { scope.hasQuery }

  /// Whether it may have to tell of articles that moved with a category.
  func isConcerned(by move: CategoryMove) -> Bool { scope.isConcerned(by: move) }

  /// When it should hear that nothing happened.
  var nextProgress: ContinuousClock.Instant { lastSaid + interval }

  /// - Throws: INVALID_ARGUMENT naming the field, or OUT_OF_RANGE for a place that cannot be gone on from.
  init(
    _ add: AddWatch, _ archive: Archive, access: AccessScope?, _ indexes: SingleArticleIndexes,
    _ tokens: ResumeTokens,
    _ work: WatchWork
  ) throws(RPCError) {
    self.tokens = tokens
    let view = archive.catalog.view
    let mark: QueryMark?
    (position, mark) = try Self.start(add.start, archive.catalog.changes, tokens)
    scope = try CompiledScope(
      add.scope ?? WatchScope(), view, languages: archive.languages.languages(of: view), access: access,
      indexes: indexes, known: mark, work)
    mask = try ReadMask(add.readMask)
    interval = try Self.interval(add.progressInterval)
  }

  private static func start(
    _ start: AddWatch.Start?, _ history: ChangeHistory, _ tokens: ResumeTokens
  ) throws(RPCError) -> (ChangePosition, QueryMark?) {
    let position: ChangePosition
    var mark: QueryMark?
    switch start {
    case nil: return (ChangePosition(behind: history.newestRevision), nil)
    case .resumeToken(let token): (position, mark) = try tokens.decode(token, field: "resume_token")
    case .afterRevision(let revision):
      guard revision >= 0 else {
        throw .invalid("after_revision", "expected 0 or more, found \(revision)")
      }
      position = ChangePosition(behind: UInt64(revision))
    }
    do {
      try history.check(position)
    } catch {
      throw .failure(error)
    }
    return (position, mark)
  }

  private static func interval(_ wanted: DurationMessage?) throws(RPCError) -> Duration {
    guard let wanted else { return usualInterval }
    let interval = Duration(
      secondsComponent: wanted.seconds, attosecondsComponent: Int64(wanted.nanos) * 1_000_000_000)
    guard interval >= leastInterval, interval <= .seconds(86_400) else {
      throw .invalid("progress_interval", "expected 0.1 second to a day, found \(interval)")
    }
    return interval
  }

  /// Opens the watch again at a place up to which it was served.
  func token(at position: ChangePosition) -> String { tokens.encode(position, scope.mark(at: position)) }

  /// Whether the query has to be understood anew before changes are sent.
  func isOutdated(_ archive: Archive) -> Bool {
    guard scope.hasQuery else { return false }
    let view = archive.catalog.view
    return scope.isOutdated(view, archive.languages.languages(of: view), at: position)
  }

  /// Understands the query as searches do now.
  ///
  /// - Returns: Whether changes can be sent; not while those are to come that led to the newest view.
  /// - Throws: OUT_OF_RANGE (QUERY_CHANGED) when other articles match than before that have not changed.
  mutating func understand(_ archive: Archive, _ work: WatchWork) throws(RPCError) -> Bool {
    let view = archive.catalog.view
    let languages = archive.languages.languages(of: view)
    let history = archive.catalog.changes
    guard history.newestRevision >= view.revision else { return false }
    let changed: Set<String>
    do throws(CatalogError) {
      changed = try history.changedArticles(after: position)
    } catch {
      throw .failure(error)
    }
    try scope.understand(view, languages, changed: changed, work)
    return true
  }

  /// What one response has to say of the first of some changes, and how many of them that are.
  mutating func messages(
    _ changes: ArraySlice<RecordedChange>, _ indexes: SingleArticleIndexes, _ work: WatchWork
  ) throws(RPCError) -> (read: Int, messages: WatchChanges) {
    var messages = WatchChanges()
    var (read, bytes) = (0, 0)
    for change in changes {
      // What has gathered goes first, so that a large article comes alone.
      let most = max(change.before?.payload.count ?? 0, change.after?.payload.count ?? 0)
      if bytes > 0, bytes + most > Self.responseBytes { break }
      if let message = try message(change, indexes, work) {
        messages.changes.append(message)
        bytes += message.serializedSize
      }
      position = change.position
      read += 1
    }
    return (read, messages)
  }

  /// What to say of a change; nil when it is out of the scope.
  private mutating func message(
    _ change: RecordedChange, _ indexes: SingleArticleIndexes, _ work: WatchWork
  ) throws(RPCError) -> ArticleAPI.ArticleChange? {
    guard let seen = try scope.change(change, indexes: indexes, work) else { return nil }
    var message = ArticleAPI.ArticleChange()
    message.name = ResourceName.article.name(change.id)
    message.revision = Int64(change.position.revision)
    message.scopeChange = seen.meaning
    message.action = seen.action
    message.article = try seen.state.map { state throws(RPCError) in
      try mask.apply(to: state.payload)
    }
    message.resumeToken = token(at: change.position)
    return message
  }
}
