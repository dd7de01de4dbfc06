/// Answers searches over views of an index.
///
/// Holds the analyzer, tables and scratch that searches reuse. Belongs to one thread (an event loop keeps one); any
/// number of searchers may read one view at a time. A search allocates no more than the query's size and the bit sets of
/// one segment ask for.
public final class Searcher {
  let analyzer: TextAnalyzer
  /// The words of queries, as the analyzer understands them.
  let queryWords: QueryWords
  let liveFrequencies = LiveFrequencies()
  let scratch = SearchScratch()
  /// The tables made last, of some kilobytes each.
  @exclusivity(unchecked) private var tables: [(choice: TableChoice, tables: ScoreTables)] = []
  private static let mostTables = 24

  /// What tables of scores depend on.
  private struct TableChoice: Equatable {
    let bm25: BM25
    let boosts: [Float]
    let statistics: [FieldStatistics]
  }

  /// Makes a searcher; some hundreds of KB, and up to some 20 MB more for the words of the queries that it has answered.
  public init() {
    analyzer = TextAnalyzer(maxWords: 4096)
    queryWords = QueryWords(analyzer)
  }

  /// Gives back what a long text or a wide query has taken; call between searches.
  public func giveBackMemory() {
    analyzer.giveBackMemory()
    if scratch.arena.memoryBytes > Self.keptArenaBytes { scratch.arena.giveBack(beyond: Self.keptArenaBytes) }
  }

  /// About what is kept from search to search: of the words of queries, and to search in.
  public var memoryBytes: Int {
    queryWords.memoryBytes + analyzer.lexicon.memoryBytes + scratch.arena.memoryBytes
  }

  /// What most searches get along with: some thousand posting lists.
  static let keptArenaBytes = 4 << 20

  /// Finds the best documents, or groups, and counts what was asked for.
  ///
  /// - Throws: ``SearchError`` when the query names a field that the schema does not have, when the plan's
  ///   ``SearchPlan/goOn`` said to stop, or when a posting list cannot be read.
  /// - Complexity: O(postings of the query's terms) at worst; far less for the best hits of a disjunction.
  public func search(_ view: IndexView, _ plan: consuming SearchPlan) throws(SearchError) -> SearchResult {
    let run = try SearchRun(view: view, plan: plan, searcher: self)
    return try run.result()
  }

  /// The exact number of matching documents; nothing is scored.
  ///
  /// - Throws: ``SearchError``, as ``search(_:_:)`` does.
  public func count(_ view: IndexView, _ plan: SearchPlan) throws(SearchError) -> Int {
    var counting = plan
    counting.limit = 0
    counting.facets = []
    counting.collapse = nil
    counting.groupCountField = nil
    counting.wantsTotal = true
    return try search(view, counting).total ?? 0
  }

  /// How the score of one document comes about, down to the terms; nil when the document does not match.
  ///
  /// The value equals the score that a search gives the document, and every sum and product in it is exact.
  /// - Throws: ``SearchError``, as ``search(_:_:)`` does.
  public func explain(
    _ view: IndexView, _ plan: SearchPlan, _ document: IndexView.Document
  ) throws(SearchError) -> Explanation? {
    let run = try SearchRun(view: view, plan: plan, searcher: self)
    return try run.explain(document)
  }

  /// The tables of a search of a view, kept from search to search as long as lengths, parameters and boosts stay the same.
  func scoreTables(_ view: IndexView, _ plan: SearchPlan, _ query: CompiledQuery) -> ScoreTables {
    let bm25 = plan.bm25 ?? .ofQuestion(parts: query.partCount)
    var boosts = view.schema.boosts
    for (field, boost) in plan.fieldBoosts where field.index < boosts.count { boosts[field.index] = boost }
    let choice = TableChoice(bm25: bm25, boosts: boosts, statistics: view.statistics)
    if let known = tables.first(where: { $0.choice == choice }) { return known.tables }
    let made = ScoreTables(view: view, bm25: bm25, boosts: boosts)
    if tables.count == Self.mostTables { tables.removeFirst() }
    tables.append((choice, made))
    return made
  }
}
