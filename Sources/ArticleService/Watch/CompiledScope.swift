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
  /// What has to match; its words are understood with the synonyms and in the languages that the archive held when the
  /// watch was opened, and in that of the article.
  private let plan: SearchPlan?
  /// The part of the archive that the caller sees; nil for all of it.
  private let access: AccessScope?

  /// - Throws: INVALID_ARGUMENT naming the field that cannot be understood.
  init(
    _ scope: WatchScope, _ view: CatalogView, languages archiveLanguages: [Language], access: AccessScope?,
    probes: ArticleProbes
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
    let query = try QueryText.parse(scope.query, scope.matchMode, field: "scope.query")
    guard !scope.query.isEmpty || !scope.filter.isEmpty else {
      plan = nil
      return
    }
    var plan = SearchPlan(
      view.expand(query, archiveLanguages),
      condition: try ArticleFilter.condition(scope.filter, field: "scope.filter"), languages: archiveLanguages
    )
    plan.searchedFields = ArticleSchema.searchedFields
    self.plan = plan
    _ = try Self.matches(plan, probes.blank)
  }

  /// A change as the caller sees it.
  struct Seen {
    let meaning: ScopeChange
    let action: ArticleAction
    /// The article afterwards; as it was when it is gone.
    let state: RecordedChange.State?
  }

  /// What a change means for the scope; nil when it means nothing.
  func change(_ change: RecordedChange, probes: ArticleProbes) throws(RPCError) -> Seen? {
    if let articles, !articles.contains(change.id) { return nil }
    let before = access.visible(change.before)
    let after = access.visible(change.after)
    let was = try holds(before) { probes.view(of: change, isAfter: false) }
    let isNow = try holds(after) { probes.view(of: change, isAfter: true) }
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

  private func holds(
    _ state: RecordedChange.State?, _ view: () -> IndexView?
  ) throws(RPCError) -> Bool {
    guard let state else { return false }
    if let languages, !languages.contains(state.language) { return false }
    if let categories, categories.isDisjoint(with: state.categories) { return false }
    guard var plan, let view = view() else { return true }
    let own = Language(tag: state.language)
    if !plan.languages.contains(own) { plan.languages.append(own) }
    return try Self.matches(plan, view)
  }

  private static func matches(_ plan: SearchPlan, _ view: IndexView) throws(RPCError) -> Bool {
    try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.count(view, plan) > 0
    }
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
