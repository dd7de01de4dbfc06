import Access
import ArticleAPI
import Catalog
import FullText
import GRPC

/// A watch's scope, ready to be held against changes.
///
/// What is outside the part of the archive that the caller sees is as if it were not there: an article that comes in from
/// there is created, one that goes out there is deleted.
struct CompiledScope: Sendable {
  private static let maxValues = 1000

  /// Nil for no condition, here and below.
  private let articles: Set<String>?
  private let categories: Set<String>?
  private let languages: Set<String>?
  /// What has to match.
  private let query: LiveQuery?
  /// What the query means as far as changes are sent.
  private var understanding: LiveQuery.Understanding?
  /// What it meant before, while changes are sent that led to what it means now.
  private var turn: Turn?
  /// The part of the archive that the caller sees; nil for all of it.
  private let access: AccessScope?

  /// From one meaning to the next: articles are held against the one as they were before it, and against the other since.
  private struct Turn {
    let former: LiveQuery.Understanding
    /// Behind this place everything is held against the new one.
    let end: ChangePosition
    /// Articles of which changes were sent since.
    var sent: Set<String> = []
  }

  /// - Parameter known: what the query meant at the place where the watch begins, if somebody knows.
  /// - Throws: INVALID_ARGUMENT naming the field that cannot be understood; OUT_OF_RANGE (QUERY_CHANGED) when what the query meant
  ///   cannot be known any more.
  init(
    _ scope: WatchScope, _ view: CatalogView, languages archiveLanguages: [Language], access: AccessScope?,
    indexes: SingleArticleIndexes, known: QueryMark?, _ work: WatchWork
  ) throws(RPCError) {
    self.access = access
    articles = try Self.ids(scope.articles, .article, field: "scope.articles")
    categories = try Self.ids(scope.categories, .category, field: "scope.categories")
    guard scope.languages.count <= Self.maxValues else {
      throw .invalid("scope.languages", "expected at most \(Self.maxValues), found \(scope.languages.count)")
    }
    languages =
      scope.languages.isEmpty
      ? nil : Set(try canonicalLanguages(scope.languages, field: "scope.languages"))
    // Also where it is empty its mode has to be one.
    let query = try LiveQuery(scope)
    guard !scope.query.isEmpty || !scope.filter.isEmpty else {
      self.query = nil
      return
    }
    self.query = query
    let mark = known.flatMap { $0.query == query.fingerprint ? $0 : nil }
    let understanding = try query.understanding(view, mark?.languages ?? archiveLanguages)
    if let mark, mark.meaning != understanding.meaning { throw .queryChanged }
    self.understanding = understanding
    _ = try understanding.matches(indexes.blank, language: "", work)
  }

  /// Whether words decide what is in the scope.
  var hasQuery: Bool { query != nil }

  /// Whether articles may enter or leave because a category moved.
  func isConcerned(by move: CategoryMove) -> Bool {
    move.concerns(categories ?? []) || move.concerns(access?.categories ?? [])
      || query?.mayAskForCategories == true
  }

  /// What a resume token says of the query; nil when there is none.
  func mark(at position: ChangePosition) -> QueryMark? {
    guard let query, let understanding else { return nil }
    let meant = turn.flatMap { position < $0.end ? $0.former : nil } ?? understanding
    return QueryMark(query: query.fingerprint, meaning: meant.meaning, languages: meant.plan.languages)
  }

  /// Whether the query has to be understood anew to send what comes behind a place.
  func isOutdated(_ view: CatalogView, _ languages: [Language], at position: ChangePosition) -> Bool {
    guard let understanding, turn.map({ position >= $0.end }) ?? true else { return false }
    return understanding.resources != view.resources.revision || understanding.plan.languages != languages
  }

  /// Understands the query as a search of a view does.
  ///
  /// - Parameter changed: the articles that changed between the place up to which changes are sent, and the view.
  /// - Throws: OUT_OF_RANGE (QUERY_CHANGED) when other articles match than before that have not changed: there is no change to send
  ///   them with.
  mutating func understand(
    _ view: CatalogView, _ languages: [Language], changed: Set<String>, _ work: WatchWork
  ) throws(RPCError) {
    guard let query, let former = understanding else { return }
    let new = try query.understanding(view, languages)
    understanding = new
    turn = nil
    if new.meaning == former.meaning { return }
    guard try former.agrees(with: new, in: view, leavingOut: changed, work) else { throw .queryChanged }
    turn = Turn(former: former, end: ChangePosition(behind: view.revision))
  }

  /// A change as the caller sees it.
  struct Seen {
    let meaning: ScopeChange
    let action: ArticleAction
    /// The article afterwards; as it was when it is gone.
    let state: RecordedChange.State?
  }

  /// What a change means for the scope; nil when it means nothing.
  mutating func change(_ change: RecordedChange, indexes: SingleArticleIndexes, _ work: WatchWork)
    throws(RPCError)
    -> Seen?
  {
    if let articles, !articles.contains(change.id) { return nil }
    let before = access.visible(change.before)
    let after = access.visible(change.after)
    let was = try holds(before, meaning(before: change), work) { () throws(RPCError) in
      try indexes.view(of: change, isAfter: false)
    }
    let isNow = try holds(after, understanding, work) { () throws(RPCError) in
      try indexes.view(of: change, isAfter: true)
    }
    let meaning: ScopeChange
    switch (was, isNow) {
    case (false, false): return nil
    case (false, true): meaning = .entered
    case (true, false): meaning = .left
    // A category above it may have moved: that changes nothing in the article itself.
    case (true, true) where before?.payload == after?.payload: return nil
    case (true, true): meaning = .changed
    }
    let action: ArticleAction = before == nil ? .created : after == nil ? .deleted : .updated
    return Seen(meaning: meaning, action: action, state: after ?? before)
  }

  /// What the query meant when a change of an article was sent last; from now on one was.
  private mutating func meaning(before change: RecordedChange) -> LiveQuery.Understanding? {
    guard let end = turn?.end, change.position < end else {
      turn = nil
      return understanding
    }
    let isFirst = turn?.sent.insert(change.id).inserted ?? false
    return isFirst ? turn?.former : understanding
  }

  private func holds(
    _ state: RecordedChange.State?, _ understanding: LiveQuery.Understanding?, _ work: WatchWork,
    _ view: () throws(RPCError) -> IndexView?
  ) throws(RPCError) -> Bool {
    guard let state else { return false }
    if let languages, !languages.contains(state.language) { return false }
    if let categories, categories.isDisjoint(with: state.categories) { return false }
    guard let understanding, let view = try view() else { return true }
    return try understanding.matches(view, language: state.language, work)
  }

  private static func ids(
    _ names: [String], _ collection: ResourceName, field: String
  ) throws(RPCError) -> Set<String>? {
    guard names.count <= maxValues else {
      throw .invalid(field, "expected at most \(maxValues) names, found \(names.count)")
    }
    var ids: Set<String> = []
    for name in names {
      try checkName(name, collection, field: field)
      if let id = collection.id(name) { ids.insert(id) }
    }
    return ids.isEmpty ? nil : ids
  }
}
