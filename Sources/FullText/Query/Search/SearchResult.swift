/// What a search found.
public struct SearchResult: Sendable {
  /// The hits of this page, best first.
  public var hits: [SearchHit] = []
  /// The exact number of matching documents, when it was asked for.
  public var total: Int?
  /// The exact number of groups with a matching document, when totals were asked for and the plan has a
  /// ``SearchPlan/collapse`` or a ``SearchPlan/groupCountField``.
  public var groupTotal: Int?
  /// The counts asked for, in the order of the requests.
  public var facets: [FacetResult] = []
  /// Where the next page starts; nil when this page is the last: one that is not full, or with ``SearchPlan/knowsLastPage``
  /// behind which there is nothing.
  public var next: SearchCursor?
  /// False when a fuzzy word had more candidates than are looked up, so that rare ones were left out.
  public var isComplete = true
  /// Whether a word of the query, spelt in any script, is in no document of the fields searched.
  public var missesWord = false

  /// Where the page behind the first `count` hits starts, for one who has room for so many; nil when there is no more.
  ///
  /// - Parameters:
  ///   - count: at least 1, unless there are no hits.
  ///   - view: the view that was searched.
  public func next(behind count: Int, in view: IndexView) -> SearchCursor? {
    guard count < hits.count else { return next }
    let last = hits[count - 1]
    return SearchCursor(rank: last.rank, tie: last.tie, key: view.key(last.matched))
  }
}

/// One document, or one group of documents, that a search found.
public struct SearchHit: Sendable, Hashable {
  /// The document to show.
  public var document: IndexView.Document
  /// The document that matched best; another than `document` when a group prefers a language.
  public var matched: IndexView.Document
  /// The score of `matched`; 0 when ordered by a field.
  public var score: Double
  /// What the hit was ordered by, and what decided between hits of the same rank: as in ``SearchCursor``.
  var rank: Int64
  var tie: Int64
  /// All documents of the group that satisfy the condition, matching or not, by key; empty when hits are not grouped.
  public var group: [IndexView.Document] = []
}
