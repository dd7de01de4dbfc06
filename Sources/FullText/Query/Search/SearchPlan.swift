/// Everything that one search asks for.
///
/// A plain value: made once, used against any number of views by any number of ``Searcher``s.
public struct SearchPlan: Sendable {
  /// What documents must match, and what their scores come from.
  public var query: Query
  /// What else must hold for a document, without a part in its score.
  public var condition: Condition
  /// The languages in which words of the query are understood.
  public var languages: [Language]
  /// The text fields searched by words that name none; nil stands for all.
  public var searchedFields: [TextFieldID]?
  /// Factors that replace those of the schema.
  public var fieldBoosts: [TextFieldID: Float]
  /// How a word of the query that analysis takes apart (`e-mail`) is looked up.
  public var compounds: Compounds
  /// Whether alternatives that carry grammar only (`the`, `და`) match nothing beside others that say more; see
  /// `Sources/Decisions/stop-words-in-queries.md`.
  public var dropsStopWords: Bool
  /// The parameters of the scores; nil for those that suit the number of words that the query asks for.
  public var bm25: BM25?
  /// A preference for new documents.
  public var recency: Recency?
  /// What comes first.
  public var order: Order
  /// The integer field by which equal scores are ordered, the largest first, before the key decides.
  public var tieBreak: IntegerFieldID?
  /// How many hits are wanted.
  public var limit: Int
  /// Whether ``SearchResult/next`` is to be nil on the last page also where that is full.
  public var knowsLastPage = false
  /// Where the page before ended; only hits behind it are given.
  public var after: SearchCursor?
  /// How documents are grouped, with one hit a group.
  public var collapse: Collapse?
  /// What is counted over all matches.
  public var facets: [FacetRequest]
  /// Whether the exact number of matches (and of groups) is wanted.
  public var wantsTotal: Bool
  /// The field whose distinct values are counted as groups beside the matches, where hits are not grouped.
  public var groupCountField: KeywordFieldID?
  /// Called every few thousand postings; when it answers false, the search ends with ``SearchError/Code/interrupted``.
  public var goOn: (@Sendable () -> Bool)?
  /// How many postings or documents are looked at between two questions.
  public static var stepsPerQuestion: Int { Interruption.stepsPerQuestion }

  /// What comes first.
  public enum Order: Sendable, Hashable {
    /// The highest score.
    case relevance
    /// The largest value of an integer field; documents without one come last.
    case descending(IntegerFieldID)
    /// The smallest value of an integer field; documents without one come last.
    case ascending(IntegerFieldID)
    /// The smallest key, by bytes.
    case key
    /// The largest key, by bytes.
    case keyDescending
  }

  /// How a word that analysis takes apart is looked up.
  public enum Compounds: Sendable, Hashable {
    /// Its parts must follow one another.
    case phrase
    /// Each part counts as a word of its own, unless it carries grammar only beside others that say more.
    case words
  }

  /// A plan with everything but the query at its default.
  public init(
    _ query: Query, condition: Condition = .all,
    languages: [Language] = [.english, .georgian, .russian], limit: Int = 10
  ) {
    self.query = query
    self.condition = condition
    self.languages = languages
    self.limit = limit
    searchedFields = nil
    fieldBoosts = [:]
    compounds = .phrase
    dropsStopWords = true
    bm25 = nil
    recency = nil
    order = .relevance
    tieBreak = nil
    after = nil
    collapse = nil
    facets = []
    wantsTotal = false
    groupCountField = nil
    goOn = nil
  }

  /// The field whose values make the groups that are counted.
  var countedField: KeywordFieldID? { collapse?.field ?? groupCountField }
}

/// One hit for all documents that share a value of a keyword field, such as the editions of a story.
///
/// A document without a value is a group of its own; of several values the first counts.
public struct Collapse: Sendable, Hashable {
  /// The field whose value makes the group.
  public var field: KeywordFieldID
  /// The field that holds the language of a document.
  public var languageField: KeywordFieldID?
  /// Values of `languageField`, the most wanted first; the hit shows the first edition found, else the one that matched.
  public var preferences: [String]

  /// Describes a grouping.
  public init(
    field: KeywordFieldID, languageField: KeywordFieldID? = nil, preferences: [String] = []
  ) {
    self.field = field
    self.languageField = languageField
    self.preferences = preferences
  }
}

/// A place between two hits of one search over one view, from which the next page goes on.
///
/// Ranks are comparable only between searches with the same plan over the same view.
public struct SearchCursor: Sendable, Hashable {
  /// What the last hit was ordered by, as a number that falls from hit to hit.
  public var rank: Int64
  /// What decided between hits of the same rank, as a number that falls from hit to hit.
  public var tie: Int64
  /// The key of the last hit.
  public var key: [UInt8]

  /// Makes a cursor, as from a page token.
  public init(rank: Int64, tie: Int64, key: [UInt8]) {
    self.rank = rank
    self.tie = tie
    self.key = key
  }
}
