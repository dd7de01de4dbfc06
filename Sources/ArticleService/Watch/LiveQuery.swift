import ArticleAPI
import Catalog
import Checksums
import FullText
import GRPC

/// The query of a watch, and what its words mean in the archive: which synonyms they have, and the languages in which they are
/// understood.
struct LiveQuery: Sendable {
  /// What the words meant at some revision.
  struct Understanding: Sendable {
    var plan: SearchPlan
    /// The same number as long as it asks for the same.
    let meaning: UInt32
    /// The revision of the synonyms that it was made with.
    let resources: UInt64
  }

  private let query: Query
  private let condition: Condition
  /// Tells this query from others.
  let fingerprint: UInt32
  /// Whether an article may match because of the categories above its own: queries name the field, filters need not.
  let mayAskForCategories: Bool

  /// - Throws: INVALID_ARGUMENT naming the field that cannot be understood.
  init(_ scope: WatchScope) throws(RPCError) {
    query = try QueryText.parse(scope.query, scope.matchMode, field: "scope.query")
    condition = try ArticleFilter.condition(scope.filter, field: "scope.filter")
    mayAskForCategories = !scope.filter.isEmpty || scope.query.lowercased().contains("category")
    fingerprint = FNV1a.hash32("\(scope.matchMode.rawValue) \(scope.query)".utf8)
  }

  /// What it means with the synonyms of a view, in some languages.
  ///
  /// - Complexity: O(words × languages).
  func understanding(_ view: CatalogView, _ languages: [Language]) throws(RPCError) -> Understanding {
    let expanded = view.expand(query, languages)
    var plan = SearchPlan(expanded, condition: condition, languages: languages)
    plan.searchedFields = ArticleSchema.searchedFields
    let meaning = try Searchers.shared.withSearcher { searcher throws(SearchError) in
      searcher.meaning(of: expanded, languages: languages)
    }
    return Understanding(plan: plan, meaning: meaning, resources: view.resources.revision)
  }
}

/// What holds the work for live queries in check.
struct WatchWork: Sendable {
  /// Whether anybody waits for it.
  let goOn: @Sendable () -> Bool
  let monitor: ArchiveMonitor

  /// Runs a search that costs no more than any search may.
  ///
  /// - Throws: what `body` throws; RESOURCE_EXHAUSTED (QUERY_TOO_COSTLY).
  func run<Value>(
    _ plan: SearchPlan, _ body: (SearchPlan) throws(RPCError) -> Value
  ) throws(RPCError) -> Value {
    let budget = monitor.budget
    var plan = plan
    plan.interrupt(by: goOn, budget)
    do throws(RPCError) {
      return try body(plan)
    } catch {
      throw budget?.refusal ?? error
    }
  }
}

extension LiveQuery.Understanding {
  /// Among more articles than these nobody looks for differences.
  private static let mostCompared = 10_000

  /// Whether an index holds an article of a language that matches.
  func matches(_ view: IndexView, language: String, _ work: WatchWork) throws(RPCError) -> Bool {
    var plan = plan
    let own = Language(tag: language)
    if !plan.languages.contains(own) { plan.languages.append(own) }
    return try work.run(plan) { plan throws(RPCError) in
      try Searchers.shared.withSearcher { searcher throws(SearchError) in
        try searcher.count(view, plan) > 0
      }
    }
  }

  /// Whether two understandings find the same articles, of those that are not left out. False, too, where they find so many that
  /// finding it out would take long.
  func agrees(
    with other: LiveQuery.Understanding, in view: CatalogView, leavingOut ids: Set<String>, _ work: WatchWork
  ) throws(RPCError) -> Bool {
    let most = Self.mostCompared + ids.count
    guard let mine = try articles(view, most, work), let theirs = try other.articles(view, most, work) else {
      return false
    }
    return mine.symmetricDifference(theirs).isSubset(of: Set(ids.map { Array($0.utf8) }))
  }

  /// The keys of the articles found; nil when they are more than so many.
  private func articles(_ view: CatalogView, _ most: Int, _ work: WatchWork) throws(RPCError) -> Set<[UInt8]>?
  {
    var plan = plan
    plan.limit = most + 1
    plan.order = .key
    let hits = try work.run(plan) { plan throws(RPCError) in try view.search(plan).hits }
    return hits.count > most ? nil : Set(hits.map { view.index.key($0.document) })
  }
}
