// Generated from matiane/v1/search.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// What to search for and what to return.
///
/// Query syntax. Terms say what is looked for:
/// - `word`, in any of its forms;
/// - `"exact phrase"`, the words as they are written, side by side;
/// - `"phrase"~3`, the same with other words between them (slop, at most 100; from 8 on it may reach from one
/// paragraph into the next);
/// - `prefix*`, every word that begins so;
/// - `word~` and `word~2`, also what is one or two edits away; of more than 1,024 such words the nearest, of
/// equally near ones the
/// most frequent. One edit is also counted between words as they are written; then all forms of such a word
/// are found, if some article
/// holds the near one: `chidlren~` finds *child* where *children* is. Two edits are counted between the stems
/// of words: an ending
///   that one of them loses may count, too;
/// - `*`, everything.
///
/// `field:` before a term looks for it there only: in title, subtitle, summary, body (quotes included),
/// quote, links, author or tag. `^2` behind a term or a group makes it count twice (at most 1,000; those of
/// nested groups multiply, up to the same). Terms side by side are alternatives; with MATCH_MODE_ALL all are
/// required. Beside other words those of grammar (the, who, из) find nothing by themselves: they only raise
/// the score of what the others find. In phrases, with MATCH_MODE_ALL and between AND they count as any word.
///
/// Conditions restrict what terms find, in either mode:
/// - `field:value` and `field:beginning*` for category, kind, language and story; of several values of one
/// field one has to match, of
///   several fields each;
/// - `before:2022-03-01` (earlier) and `after:2022-03-01` (then or later);
/// - `-` or `NOT` before anything: it must not match.
///
/// `AND`, `OR` and parentheses combine both: what stands side by side binds closest, then AND, then OR. A
/// backslash takes the character behind it as it is.
public struct SearchRequest: Message {
  /// The query text, at most 64 KiB, with at most 1,024 words and restrictions, nested at most 64 levels
  /// deep. Empty matches everything.
  public var query: String = ""

  /// AIP-160 filter as in ListArticles; does not change scores. With STORY, an edition that does not satisfy
  /// it neither stands for its story nor is among its `editions`: one that shows no drafts hides them there,
  /// too.
  public var filter: String = ""

  /// Languages the caller prefers (BCP-47), best first, at most 1,000. They choose which edition stands for a
  /// story, of those that satisfy the filter; they exclude nothing. `en` is met by `en-GB`, too; `en-US` by
  /// `en`, else by `en-GB`, before any language that is not named.
  public var languagePreferences: [String] = []

  /// What counts as one hit.
  public var collapse: Collapse = .unspecified

  /// How many times an occurrence in a field counts, replacing the defaults of those named: 2 in titles, 1.5
  /// in authors and tags, 0.5 in quotes, 0.2 in links (searched by `links:` only), 1 elsewhere. What a word
  /// has in all fields is added up before it is scored. At most 100.
  public var fieldBoosts: [FieldBoost] = []

  /// Let newer articles score higher.
  public var recency: Recency?

  /// Order of the hits: empty or `relevance`, `publish_time`, `publish_time desc`.
  public var orderBy: String = ""

  /// Counts to return along with the hits: of matching articles, with DUPLICATES of those that are left.
  ///
  /// At most 32. A histogram that would have more intervals than its share of 10,000 leaves out the empty
  /// ones.
  public var facets: [FacetRequest] = []

  /// How to show why a hit matched; no highlights when unset.
  public var highlight: HighlightOptions?

  /// What to do about misspelt words.
  public var typoPolicy: TypoPolicy = .unspecified

  /// Fields of the articles to return, at most 256 paths, here and in all other requests; all when unset.
  public var readMask: FieldMask?

  /// At most this many hits; 10 when 0, 1,000 at most.
  public var pageSize: Int32 = 0

  /// `next_page_token` of the page before. Everything else in the request must be as it was there.
  public var pageToken: String = ""

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Which words have to match.
  public var matchMode: MatchMode = .unspecified

  /// Do not count all matches. Saves time on very frequent words; the totals stay unset.
  public var skipTotals: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `consistency`, of which one at most is set.
  public enum Consistency: Sendable, Hashable {
    /// Wait, within the deadline, until this revision is visible.
    case minRevision(Int64)
    /// Read exactly as of this revision.
    case readRevision(Int64)

    /// The value of `min_revision`, if that is the one that is set.
    public var minRevision: Int64? {
      if case .minRevision(let value) = self { value } else { nil }
    }

    /// The value of `read_revision`, if that is the one that is set.
    public var readRevision: Int64? {
      if case .readRevision(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SearchRequest", in: .matianeV1Search,
    fields: [
      .singular(1, "query", .string),
      .singular(2, "filter", .string),
      .repeated(3, "language_preferences", .string),
      .singular(4, "collapse", .enumeration(Collapse.self)),
      .repeated(5, "field_boosts", .message(FieldBoost.self)),
      .singular(6, "recency", .message(Recency.self)),
      .singular(7, "order_by", .string),
      .repeated(8, "facets", .message(FacetRequest.self)),
      .singular(9, "highlight", .message(HighlightOptions.self)),
      .singular(10, "typo_policy", .enumeration(TypoPolicy.self)),
      .singular(11, "read_mask", .message(FieldMask.self)),
      .singular(12, "page_size", .int32),
      .singular(13, "page_token", .string),
      .oneof("consistency", 14, "min_revision", .int64),
      .oneof("consistency", 15, "read_revision", .int64),
      .singular(16, "match_mode", .enumeration(MatchMode.self)),
      .singular(17, "skip_totals", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    query = try r.string(0)
    filter = try r.string(1)
    languagePreferences = try r.strings(2)
    collapse = r.enumeration(3)
    fieldBoosts = try r.messages(4)
    recency = try r.message(5)
    orderBy = try r.string(6)
    facets = try r.messages(7)
    highlight = try r.message(8)
    typoPolicy = r.enumeration(9)
    readMask = try r.message(10)
    pageSize = r.int32(11)
    pageToken = try r.string(12)
    switch r.member(13) {
    case 14: consistency = .minRevision(r.int64(13))
    case 15: consistency = .readRevision(r.int64(13))
    default: break
    }
    matchMode = r.enumeration(14)
    skipTotals = r.bool(15)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, query)
    w.string(1, filter)
    w.strings(2, languagePreferences)
    w.enumeration(3, collapse)
    w.messages(4, fieldBoosts)
    w.message(5, recency)
    w.string(6, orderBy)
    w.messages(7, facets)
    w.message(8, highlight)
    w.enumeration(9, typoPolicy)
    w.message(10, readMask)
    w.int32(11, pageSize)
    w.string(12, pageToken)
    switch consistency {
    case .minRevision(let value):
      w.select(13, 14)
      w.int64(13, value)
    case .readRevision(let value):
      w.select(13, 15)
      w.int64(13, value)
    case nil: break
    }
    w.enumeration(14, matchMode)
    w.bool(15, skipTotals)
    w.unknown(unknownFields)
  }
}

/// What counts as one hit.
public enum Collapse: OpenEnum {
  /// The same as NONE.
  case unspecified
  /// Every matching article.
  case none
  /// Every story with a matching edition, shown in the preferred language.
  case story
  /// Articles with nearly the same text count as one, in hits, facets and `total_hits`: the one published
  /// first.
  case duplicates
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .none
    case 2: self = .story
    case 3: self = .duplicates
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .none: 1
    case .story: 2
    case .duplicates: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.Collapse", in: .matianeV1Search,
    values: [
      (0, "COLLAPSE_UNSPECIFIED"),
      (1, "COLLAPSE_NONE"),
      (2, "COLLAPSE_STORY"),
      (3, "COLLAPSE_DUPLICATES"),
    ])
}

/// Which words of a query have to match.
public enum MatchMode: OpenEnum {
  /// The same as ANY.
  case unspecified
  /// Any word may match; more words score higher.
  case any
  /// Every word has to match.
  case all
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .any
    case 2: self = .all
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .any: 1
    case .all: 2
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.MatchMode", in: .matianeV1Search,
    values: [
      (0, "MATCH_MODE_UNSPECIFIED"),
      (1, "MATCH_MODE_ANY"),
      (2, "MATCH_MODE_ALL"),
    ])
}

/// What to do about misspelt words.
public enum TypoPolicy: OpenEnum {
  /// The same as SUGGEST.
  case unspecified
  /// Nothing.
  case off
  /// Propose a corrected query when there are no hits, or when a word is in no article.
  case suggest
  /// Also match words within one edit of those of four letters and more, as `word~` does.
  case match
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .off
    case 2: self = .suggest
    case 3: self = .match
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .off: 1
    case .suggest: 2
    case .match: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.TypoPolicy", in: .matianeV1Search,
    values: [
      (0, "TYPO_POLICY_UNSPECIFIED"),
      (1, "TYPO_POLICY_OFF"),
      (2, "TYPO_POLICY_SUGGEST"),
      (3, "TYPO_POLICY_MATCH"),
    ])
}

/// How many times an occurrence in a field counts.
public struct FieldBoost: Message {
  /// title, subtitle, summary, body, quote, links, author or tag.
  public var field: String = ""

  /// From 0 (does not count) to 100.
  public var boost: Double = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.FieldBoost", in: .matianeV1Search,
    fields: [
      .singular(1, "field", .string),
      .singular(2, "boost", .double),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    field = try r.string(0)
    boost = r.double(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, field)
    w.double(1, boost)
    w.unknown(unknownFields)
  }
}

/// Lets newer articles score higher.
public struct Recency: Message {
  /// Age at which an article's score is halved. Must be positive.
  public var halfLife: DurationMessage?

  /// Time from which ages are counted; now when unset.
  public var origin: Timestamp?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Recency", in: .matianeV1Search,
    fields: [
      .singular(1, "half_life", .message(DurationMessage.self)),
      .singular(2, "origin", .message(Timestamp.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    halfLife = try r.message(0)
    origin = try r.message(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, halfLife)
    w.message(1, origin)
    w.unknown(unknownFields)
  }
}

/// Asks for counts by the values of a field, over everything that matches.
public struct FacetRequest: Message {
  /// What to count by.
  public var by: By?

  /// At most this many values of a field, most frequent first; 10 when 0, 1,000 at most. A histogram has
  /// every period from the first to the last one, and without the empty ones when that would be more than its
  /// share of 10,000: as much as each facet of the request.
  public var limit: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `by`, of which one at most is set.
  public enum By: Sendable, Hashable {
    /// category, tag, language, author, kind, status or story.
    case field(String)
    /// Articles per period of publish_time.
    case dateHistogram(DateHistogram)

    /// The value of `field`, if that is the one that is set.
    public var field: String? {
      if case .field(let value) = self { value } else { nil }
    }

    /// The value of `date_histogram`, if that is the one that is set.
    public var dateHistogram: DateHistogram? {
      if case .dateHistogram(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.FacetRequest", in: .matianeV1Search,
    fields: [
      .oneof("by", 1, "field", .string),
      .oneof("by", 2, "date_histogram", .message(DateHistogram.self)),
      .singular(3, "limit", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: by = .field(try r.string(0))
    case 2: by = .dateHistogram(try r.message(0) ?? DateHistogram())
    default: break
    }
    limit = r.int32(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch by {
    case .field(let value):
      w.select(0, 1)
      w.string(0, value)
    case .dateHistogram(let value):
      w.select(0, 2)
      w.message(0, value)
    case nil: break
    }
    w.int32(1, limit)
    w.unknown(unknownFields)
  }
}

/// Counts per period of publish_time, in UTC.
public struct DateHistogram: Message {
  /// Length of a period.
  public var interval: CalendarInterval = .unspecified

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DateHistogram", in: .matianeV1Search,
    fields: [
      .singular(1, "interval", .enumeration(CalendarInterval.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    interval = r.enumeration(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, interval)
    w.unknown(unknownFields)
  }
}

/// A calendar period.
public enum CalendarInterval: OpenEnum {
  /// The same as DAY.
  case unspecified
  /// A day.
  case day
  /// A week, from Monday.
  case week
  /// A month.
  case month
  /// A year.
  case year
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .day
    case 2: self = .week
    case 3: self = .month
    case 4: self = .year
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .day: 1
    case .week: 2
    case .month: 3
    case .year: 4
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.CalendarInterval", in: .matianeV1Search,
    values: [
      (0, "CALENDAR_INTERVAL_UNSPECIFIED"),
      (1, "CALENDAR_INTERVAL_DAY"),
      (2, "CALENDAR_INTERVAL_WEEK"),
      (3, "CALENDAR_INTERVAL_MONTH"),
      (4, "CALENDAR_INTERVAL_YEAR"),
    ])
}

/// How to show why a hit matched.
public struct HighlightOptions: Message {
  /// At most this many highlighted blocks a hit; 3 when 0, 100 at most. Fewer where they take 256 KiB.
  public var maxFragments: Int32 = 0

  /// At most this many bytes a fragment, but for a word that is longer; 240 when 0, 10,000 at most.
  public var fragmentBytes: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.HighlightOptions", in: .matianeV1Search,
    fields: [
      .singular(1, "max_fragments", .int32),
      .singular(2, "fragment_bytes", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    maxFragments = r.int32(0)
    fragmentBytes = r.int32(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, maxFragments)
    w.int32(1, fragmentBytes)
    w.unknown(unknownFields)
  }
}

/// The best matches for a query.
public struct SearchResponse: Message {
  /// The hits, best first.
  public var hits: [SearchHit] = []

  /// Exact number of matching articles; unset when `skip_totals` was asked for.
  public var totalArticles: Int64?

  /// Exact number of stories with a matching edition; unset when `skip_totals` was asked for.
  public var totalStories: Int64?

  /// Counts, in the order asked for.
  public var facets: [Facet] = []

  /// The query with misspelt words mended, when that would find more; else empty.
  public var correctedQuery: String = ""

  /// Token of the next page; empty on the last one.
  public var nextPageToken: String = ""

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Exact number of hits over all pages: of articles, of stories, or of articles that are left when
  /// near-duplicates are taken together, as `collapse` says; unset when `skip_totals` was asked for.
  public var totalHits: Int64?

  /// Whether more than 1,024 words of the archive are near a misspelt one (`word~`, `word~2`, MATCH). Then
  /// hits, totals and facets are those of the 1,024 nearest words, of equally near ones the most frequent.
  public var wordsLeftOut: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SearchResponse", in: .matianeV1Search,
    fields: [
      .repeated(1, "hits", .message(SearchHit.self)),
      .optional(2, "total_articles", .int64),
      .optional(3, "total_stories", .int64),
      .repeated(4, "facets", .message(Facet.self)),
      .singular(5, "corrected_query", .string),
      .singular(6, "next_page_token", .string),
      .singular(7, "read_revision", .int64),
      .optional(8, "total_hits", .int64),
      .singular(9, "words_left_out", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    hits = try r.messages(0)
    totalArticles = r.has(1) ? r.int64(1) : nil
    totalStories = r.has(2) ? r.int64(2) : nil
    facets = try r.messages(3)
    correctedQuery = try r.string(4)
    nextPageToken = try r.string(5)
    readRevision = r.int64(6)
    totalHits = r.has(7) ? r.int64(7) : nil
    wordsLeftOut = r.bool(8)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, hits)
    w.int64(1, totalArticles)
    w.int64(2, totalStories)
    w.messages(3, facets)
    w.string(4, correctedQuery)
    w.string(5, nextPageToken)
    w.int64(6, readRevision)
    w.int64(7, totalHits)
    w.bool(8, wordsLeftOut)
    w.unknown(unknownFields)
  }
}

/// One hit.
public struct SearchHit: Message {
  /// The article, or the edition that stands for its story.
  public var article: Article?

  /// Its score; higher is better. 0 when the hits are not ordered by relevance.
  public var score: Double = 0

  /// Language of the edition that matched best.
  public var matchedLanguage: String = ""

  /// With STORY, the other editions of the story that satisfy the filter, whether or not the query matches
  /// them, by language. GetStory returns all.
  public var editions: [Edition] = []

  /// Where the query matched in the article.
  public var highlights: [Highlight] = []

  /// With DUPLICATES the other matching articles with nearly the same text, `articles/{article}`, oldest
  /// first, at most 1,000.
  public var duplicates: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SearchHit", in: .matianeV1Search,
    fields: [
      .singular(1, "article", .message(Article.self)),
      .singular(2, "score", .double),
      .singular(3, "matched_language", .string),
      .repeated(4, "editions", .message(Edition.self)),
      .repeated(5, "highlights", .message(Highlight.self)),
      .repeated(6, "duplicates", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.message(0)
    score = r.double(1)
    matchedLanguage = try r.string(2)
    editions = try r.messages(3)
    highlights = try r.messages(4)
    duplicates = try r.strings(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, article)
    w.double(1, score)
    w.string(2, matchedLanguage)
    w.messages(3, editions)
    w.messages(4, highlights)
    w.strings(5, duplicates)
    w.unknown(unknownFields)
  }
}

/// A passage of an article in which the query matched.
public struct Highlight: Message {
  /// Which text it is in.
  public var place: Place?

  /// First byte of the passage in that text.
  public var start: Int32 = 0

  /// Byte after its last one.
  public var end: Int32 = 0

  /// The passage.
  public var text: String = ""

  /// Matching words, in order, as byte offsets in that text (not in the passage).
  public var spans: [Span] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `place`, of which one at most is set.
  public enum Place: Sendable, Hashable {
    /// A field: title, subtitle or summary.
    case field(String)
    /// The index of a block.
    case block(Int32)

    /// The value of `field`, if that is the one that is set.
    public var field: String? {
      if case .field(let value) = self { value } else { nil }
    }

    /// The value of `block`, if that is the one that is set.
    public var block: Int32? {
      if case .block(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Highlight", in: .matianeV1Search,
    fields: [
      .oneof("place", 1, "field", .string),
      .oneof("place", 2, "block", .int32),
      .singular(3, "start", .int32),
      .singular(4, "end", .int32),
      .singular(5, "text", .string),
      .repeated(6, "spans", .message(Span.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: place = .field(try r.string(0))
    case 2: place = .block(r.int32(0))
    default: break
    }
    start = r.int32(1)
    end = r.int32(2)
    text = try r.string(3)
    spans = try r.messages(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch place {
    case .field(let value):
      w.select(0, 1)
      w.string(0, value)
    case .block(let value):
      w.select(0, 2)
      w.int32(0, value)
    case nil: break
    }
    w.int32(1, start)
    w.int32(2, end)
    w.string(3, text)
    w.messages(4, spans)
    w.unknown(unknownFields)
  }
}

/// A range of bytes.
public struct Span: Message {
  /// First byte.
  public var start: Int32 = 0

  /// Byte after the last one.
  public var end: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Span", in: .matianeV1Search,
    fields: [
      .singular(1, "start", .int32),
      .singular(2, "end", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    start = r.int32(0)
    end = r.int32(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, start)
    w.int32(1, end)
    w.unknown(unknownFields)
  }
}

/// Counts by the values of a field.
public struct Facet: Message {
  /// The field, or `publish_time` for a histogram.
  public var field: String = ""

  /// Counts per value, most frequent first; in order of time for a histogram. Values of all facets together
  /// take 1 MiB at the most; the least frequent ones are left out for that.
  public var values: [FacetValue] = []

  /// The sum of the counts of the values that are not listed; an article that has several of them counts once
  /// for each.
  public var otherCount: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Facet", in: .matianeV1Search,
    fields: [
      .singular(1, "field", .string),
      .repeated(2, "values", .message(FacetValue.self)),
      .singular(3, "other_count", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    field = try r.string(0)
    values = try r.messages(1)
    otherCount = r.int64(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, field)
    w.messages(1, values)
    w.int64(2, otherCount)
    w.unknown(unknownFields)
  }
}

/// The count of one value.
public struct FacetValue: Message {
  /// The value; for a histogram the beginning of the period, RFC 3339.
  public var value: String = ""

  /// Exact number of matching articles.
  public var count: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.FacetValue", in: .matianeV1Search,
    fields: [
      .singular(1, "value", .string),
      .singular(2, "count", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    value = try r.string(0)
    count = r.int64(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, value)
    w.int64(1, count)
    w.unknown(unknownFields)
  }
}

/// Asks how many articles match.
public struct CountRequest: Message {
  /// The query text, as in Search, with the same limits. Empty matches everything.
  public var query: String = ""

  /// AIP-160 filter as in ListArticles.
  public var filter: String = ""

  /// Which words have to match.
  public var matchMode: MatchMode = .unspecified

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `consistency`, of which one at most is set.
  public enum Consistency: Sendable, Hashable {
    /// Wait, within the deadline, until this revision is visible.
    case minRevision(Int64)
    /// Read exactly as of this revision.
    case readRevision(Int64)

    /// The value of `min_revision`, if that is the one that is set.
    public var minRevision: Int64? {
      if case .minRevision(let value) = self { value } else { nil }
    }

    /// The value of `read_revision`, if that is the one that is set.
    public var readRevision: Int64? {
      if case .readRevision(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.CountRequest", in: .matianeV1Search,
    fields: [
      .singular(1, "query", .string),
      .singular(2, "filter", .string),
      .singular(3, "match_mode", .enumeration(MatchMode.self)),
      .oneof("consistency", 4, "min_revision", .int64),
      .oneof("consistency", 5, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    query = try r.string(0)
    filter = try r.string(1)
    matchMode = r.enumeration(2)
    switch r.member(3) {
    case 4: consistency = .minRevision(r.int64(3))
    case 5: consistency = .readRevision(r.int64(3))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, query)
    w.string(1, filter)
    w.enumeration(2, matchMode)
    switch consistency {
    case .minRevision(let value):
      w.select(3, 4)
      w.int64(3, value)
    case .readRevision(let value):
      w.select(3, 5)
      w.int64(3, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// How many articles match.
public struct CountResponse: Message {
  /// Exact number of matching articles.
  public var totalArticles: Int64 = 0

  /// Exact number of stories with a matching edition.
  public var totalStories: Int64 = 0

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Whether more than 1,024 words of the archive are near a misspelt one, as in SearchResponse; the numbers
  /// are those of the 1,024.
  public var wordsLeftOut: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.CountResponse", in: .matianeV1Search,
    fields: [
      .singular(1, "total_articles", .int64),
      .singular(2, "total_stories", .int64),
      .singular(3, "read_revision", .int64),
      .singular(4, "words_left_out", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    totalArticles = r.int64(0)
    totalStories = r.int64(1)
    readRevision = r.int64(2)
    wordsLeftOut = r.bool(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, totalArticles)
    w.int64(1, totalStories)
    w.int64(2, readRevision)
    w.bool(3, wordsLeftOut)
    w.unknown(unknownFields)
  }
}

/// Asks for completions.
public struct SuggestRequest: Message {
  /// What has been typed so far, at most 1,024 bytes; its last word is completed.
  public var prefix: String = ""

  /// At most this many; 10 when 0, 100 at most. Fewer where they take 2 MiB.
  public var limit: Int32 = 0

  /// What to complete to; everything when empty. At most 100.
  public var kinds: [SuggestionKind] = []

  /// Complete from articles in these languages only (BCP-47), at most 1,000; all when empty. Of each kind but
  /// titles the 200 most used of the whole archive that begin as typed are looked for in them, as they are in
  /// what a key with a scope sees.
  public var languages: [String] = []

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `consistency`, of which one at most is set.
  public enum Consistency: Sendable, Hashable {
    /// Wait, within the deadline, until this revision is visible.
    case minRevision(Int64)
    /// Read exactly as of this revision.
    case readRevision(Int64)

    /// The value of `min_revision`, if that is the one that is set.
    public var minRevision: Int64? {
      if case .minRevision(let value) = self { value } else { nil }
    }

    /// The value of `read_revision`, if that is the one that is set.
    public var readRevision: Int64? {
      if case .readRevision(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SuggestRequest", in: .matianeV1Search,
    fields: [
      .singular(1, "prefix", .string),
      .singular(2, "limit", .int32),
      .repeated(3, "kinds", .enumeration(SuggestionKind.self)),
      .repeated(4, "languages", .string),
      .oneof("consistency", 5, "min_revision", .int64),
      .oneof("consistency", 6, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    prefix = try r.string(0)
    limit = r.int32(1)
    kinds = r.enumerations(2)
    languages = try r.strings(3)
    switch r.member(4) {
    case 5: consistency = .minRevision(r.int64(4))
    case 6: consistency = .readRevision(r.int64(4))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, prefix)
    w.int32(1, limit)
    w.enumerations(2, kinds)
    w.strings(3, languages)
    switch consistency {
    case .minRevision(let value):
      w.select(4, 5)
      w.int64(4, value)
    case .readRevision(let value):
      w.select(4, 6)
      w.int64(4, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// What a suggestion is.
public enum SuggestionKind: OpenEnum {
  /// Not said.
  case unspecified
  /// A word of the text.
  case term
  /// An article's title.
  case title
  /// A category.
  case category
  /// An author.
  case author
  /// A tag.
  case tag
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .term
    case 2: self = .title
    case 3: self = .category
    case 4: self = .author
    case 5: self = .tag
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .term: 1
    case .title: 2
    case .category: 3
    case .author: 4
    case .tag: 5
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.SuggestionKind", in: .matianeV1Search,
    values: [
      (0, "SUGGESTION_KIND_UNSPECIFIED"),
      (1, "SUGGESTION_KIND_TERM"),
      (2, "SUGGESTION_KIND_TITLE"),
      (3, "SUGGESTION_KIND_CATEGORY"),
      (4, "SUGGESTION_KIND_AUTHOR"),
      (5, "SUGGESTION_KIND_TAG"),
    ])
}

/// Completions, best first.
public struct SuggestResponse: Message {
  /// The completions.
  public var suggestions: [Suggestion] = []

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SuggestResponse", in: .matianeV1Search,
    fields: [
      .repeated(1, "suggestions", .message(Suggestion.self)),
      .singular(2, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    suggestions = try r.messages(0)
    readRevision = r.int64(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, suggestions)
    w.int64(1, readRevision)
    w.unknown(unknownFields)
  }
}

/// One completion.
public struct Suggestion: Message {
  /// The completed text.
  public var text: String = ""

  /// What it is.
  public var kind: SuggestionKind = .unspecified

  /// The resource it stands for, such as `articles/{article}`; empty for a term.
  public var resource: String = ""

  /// Number of articles it occurs in: of a term without `languages`, in titles or in texts, whichever are
  /// more; 1 of a title, which stands for the newest article that has it.
  public var articleCount: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Suggestion", in: .matianeV1Search,
    fields: [
      .singular(1, "text", .string),
      .singular(2, "kind", .enumeration(SuggestionKind.self)),
      .singular(3, "resource", .string),
      .singular(4, "article_count", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    text = try r.string(0)
    kind = r.enumeration(1)
    resource = try r.string(2)
    articleCount = r.int64(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, text)
    w.enumeration(1, kind)
    w.string(2, resource)
    w.int64(3, articleCount)
    w.unknown(unknownFields)
  }
}

/// Asks for articles related to one.
public struct GetRelatedArticlesRequest: Message {
  /// `articles/{article}`.
  public var name: String = ""

  /// Kinds of relation to follow; all when empty.
  public var types: [RelationType] = []

  /// At most this many; 10 when 0, 100 at most. Fewer where the strongest take 2 MiB.
  public var pageSize: Int32 = 0

  /// Languages the caller prefers (BCP-47), best first, as in SearchRequest.
  public var languagePreferences: [String] = []

  /// Fields of the articles to return; all when unset.
  public var readMask: FieldMask?

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `consistency`, of which one at most is set.
  public enum Consistency: Sendable, Hashable {
    /// Wait, within the deadline, until this revision is visible.
    case minRevision(Int64)
    /// Read exactly as of this revision.
    case readRevision(Int64)

    /// The value of `min_revision`, if that is the one that is set.
    public var minRevision: Int64? {
      if case .minRevision(let value) = self { value } else { nil }
    }

    /// The value of `read_revision`, if that is the one that is set.
    public var readRevision: Int64? {
      if case .readRevision(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.GetRelatedArticlesRequest", in: .matianeV1Search,
    fields: [
      .singular(1, "name", .string),
      .repeated(2, "types", .enumeration(RelationType.self)),
      .singular(3, "page_size", .int32),
      .repeated(4, "language_preferences", .string),
      .singular(5, "read_mask", .message(FieldMask.self)),
      .oneof("consistency", 6, "min_revision", .int64),
      .oneof("consistency", 7, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    types = r.enumerations(1)
    pageSize = r.int32(2)
    languagePreferences = try r.strings(3)
    readMask = try r.message(4)
    switch r.member(5) {
    case 6: consistency = .minRevision(r.int64(5))
    case 7: consistency = .readRevision(r.int64(5))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.enumerations(1, types)
    w.int32(2, pageSize)
    w.strings(3, languagePreferences)
    w.message(4, readMask)
    switch consistency {
    case .minRevision(let value):
      w.select(5, 6)
      w.int64(5, value)
    case .readRevision(let value):
      w.select(5, 7)
      w.int64(5, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// Articles related to one, strongest first.
public struct GetRelatedArticlesResponse: Message {
  /// The related articles.
  public var related: [RelatedHit] = []

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.GetRelatedArticlesResponse", in: .matianeV1Search,
    fields: [
      .repeated(1, "related", .message(RelatedHit.self)),
      .singular(2, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    related = try r.messages(0)
    readRevision = r.int64(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, related)
    w.int64(1, readRevision)
    w.unknown(unknownFields)
  }
}

/// A related article and why it is related.
public struct RelatedHit: Message {
  /// The article.
  public var article: Article?

  /// The reasons found, strongest first: of one type at most 16.
  public var evidence: [RelationEvidence] = []

  /// Strength; higher is stronger.
  public var score: Double = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.RelatedHit", in: .matianeV1Search,
    fields: [
      .singular(1, "article", .message(Article.self)),
      .repeated(2, "evidence", .message(RelationEvidence.self)),
      .singular(3, "score", .double),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.message(0)
    evidence = try r.messages(1)
    score = r.double(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, article)
    w.messages(1, evidence)
    w.double(2, score)
    w.unknown(unknownFields)
  }
}

/// One reason why two articles are related.
public struct RelationEvidence: Message {
  /// The kind of relation.
  public var type: RelationType = .unspecified

  /// What shows it: the link's title, of which the first 1000 bytes count, or the shared words.
  public var details: [String] = []

  /// Index of the block with the link, when there is one.
  public var block: Int32?

  /// Strength of this reason; higher is stronger.
  public var score: Double = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.RelationEvidence", in: .matianeV1Search,
    fields: [
      .singular(1, "type", .enumeration(RelationType.self)),
      .repeated(2, "details", .string),
      .optional(3, "block", .int32),
      .singular(4, "score", .double),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    type = r.enumeration(0)
    details = try r.strings(1)
    block = r.has(2) ? r.int32(2) : nil
    score = r.double(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, type)
    w.strings(1, details)
    w.int32(2, block)
    w.double(3, score)
    w.unknown(unknownFields)
  }
}

/// Asks how an article came to its score.
public struct ExplainHitRequest: Message {
  /// `articles/{article}`.
  public var name: String = ""

  /// The search in which it was, or was not, a hit. With a `page_token`, as of the revision and the time of
  /// its first page.
  public var search: SearchRequest?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ExplainHitRequest", in: .matianeV1Search,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "search", .message(SearchRequest.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    search = try r.message(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.message(1, search)
    w.unknown(unknownFields)
  }
}

/// How an article came to its score.
public struct ExplainHitResponse: Message {
  /// Whether it matches at all.
  public var matches: Bool = false

  /// The score, and what it is made of.
  public var explanation: Explanation?

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ExplainHitResponse", in: .matianeV1Search,
    fields: [
      .singular(1, "matches", .bool),
      .singular(2, "explanation", .message(Explanation.self)),
      .singular(3, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    matches = r.bool(0)
    explanation = try r.message(1)
    readRevision = r.int64(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, matches)
    w.message(1, explanation)
    w.int64(2, readRevision)
    w.unknown(unknownFields)
  }
}

/// A number and what it is made of.
public struct Explanation: Message {
  /// The number.
  public var value: Double = 0

  /// What it is, in words.
  public var description: String = ""

  /// What it is made of. The description says how they combine.
  public var details: [Explanation] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Explanation", in: .matianeV1Search,
    fields: [
      .singular(1, "value", .double),
      .singular(2, "description", .string),
      .repeated(3, "details", .message(Explanation.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    value = r.double(0)
    description = try r.string(1)
    details = try r.messages(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.double(0, value)
    w.string(1, description)
    w.messages(2, details)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/v1/search.proto`.
  public static let matianeV1Search = FileDescriptor(
    "matiane/v1/search.proto", package: "matiane.v1",
    dependencies: [
      .googleProtobufDuration, .googleProtobufFieldMask, .googleProtobufTimestamp, .matianeV1Article,
      .matianeV1Story,
    ],
    messages: [
      "matiane.v1.SearchRequest": SearchRequest.self,
      "matiane.v1.FieldBoost": FieldBoost.self,
      "matiane.v1.Recency": Recency.self,
      "matiane.v1.FacetRequest": FacetRequest.self,
      "matiane.v1.DateHistogram": DateHistogram.self,
      "matiane.v1.HighlightOptions": HighlightOptions.self,
      "matiane.v1.SearchResponse": SearchResponse.self,
      "matiane.v1.SearchHit": SearchHit.self,
      "matiane.v1.Highlight": Highlight.self,
      "matiane.v1.Span": Span.self,
      "matiane.v1.Facet": Facet.self,
      "matiane.v1.FacetValue": FacetValue.self,
      "matiane.v1.CountRequest": CountRequest.self,
      "matiane.v1.CountResponse": CountResponse.self,
      "matiane.v1.SuggestRequest": SuggestRequest.self,
      "matiane.v1.SuggestResponse": SuggestResponse.self,
      "matiane.v1.Suggestion": Suggestion.self,
      "matiane.v1.GetRelatedArticlesRequest": GetRelatedArticlesRequest.self,
      "matiane.v1.GetRelatedArticlesResponse": GetRelatedArticlesResponse.self,
      "matiane.v1.RelatedHit": RelatedHit.self,
      "matiane.v1.RelationEvidence": RelationEvidence.self,
      "matiane.v1.ExplainHitRequest": ExplainHitRequest.self,
      "matiane.v1.ExplainHitResponse": ExplainHitResponse.self,
      "matiane.v1.Explanation": Explanation.self,
    ],
    encoded: """
      ChdtYXRpYW5lL3YxL3NlYXJjaC5wcm90bxIKbWF0aWFuZS52MRoeZ29vZ2xlL3Byb3RvYnVmL2R1cmF0aW9uLnByb3Rv\
      GiBnb29nbGUvcHJvdG9idWYvZmllbGRfbWFzay5wcm90bxofZ29vZ2xlL3Byb3RvYnVmL3RpbWVzdGFtcC5wcm90bxoY\
      bWF0aWFuZS92MS9hcnRpY2xlLnByb3RvGhZtYXRpYW5lL3YxL3N0b3J5LnByb3RvIvUFCg1TZWFyY2hSZXF1ZXN0EhQK\
      BXF1ZXJ5GAEgASgJUgVxdWVyeRIWCgZmaWx0ZXIYAiABKAlSBmZpbHRlchIxChRsYW5ndWFnZV9wcmVmZXJlbmNlcxgD\
      IAMoCVITbGFuZ3VhZ2VQcmVmZXJlbmNlcxIwCghjb2xsYXBzZRgEIAEoDjIULm1hdGlhbmUudjEuQ29sbGFwc2VSCGNv\
      bGxhcHNlEjkKDGZpZWxkX2Jvb3N0cxgFIAMoCzIWLm1hdGlhbmUudjEuRmllbGRCb29zdFILZmllbGRCb29zdHMSLQoH\
      cmVjZW5jeRgGIAEoCzITLm1hdGlhbmUudjEuUmVjZW5jeVIHcmVjZW5jeRIZCghvcmRlcl9ieRgHIAEoCVIHb3JkZXJC\
      eRIwCgZmYWNldHMYCCADKAsyGC5tYXRpYW5lLnYxLkZhY2V0UmVxdWVzdFIGZmFjZXRzEjoKCWhpZ2hsaWdodBgJIAEo\
      CzIcLm1hdGlhbmUudjEuSGlnaGxpZ2h0T3B0aW9uc1IJaGlnaGxpZ2h0EjcKC3R5cG9fcG9saWN5GAogASgOMhYubWF0\
      aWFuZS52MS5UeXBvUG9saWN5Ugp0eXBvUG9saWN5EjcKCXJlYWRfbWFzaxgLIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5G\
      aWVsZE1hc2tSCHJlYWRNYXNrEhsKCXBhZ2Vfc2l6ZRgMIAEoBVIIcGFnZVNpemUSHQoKcGFnZV90b2tlbhgNIAEoCVIJ\
      cGFnZVRva2VuEiMKDG1pbl9yZXZpc2lvbhgOIAEoA0gAUgttaW5SZXZpc2lvbhIlCg1yZWFkX3JldmlzaW9uGA8gASgD\
      SABSDHJlYWRSZXZpc2lvbhI0CgptYXRjaF9tb2RlGBAgASgOMhUubWF0aWFuZS52MS5NYXRjaE1vZGVSCW1hdGNoTW9k\
      ZRIfCgtza2lwX3RvdGFscxgRIAEoCFIKc2tpcFRvdGFsc0INCgtjb25zaXN0ZW5jeSI4CgpGaWVsZEJvb3N0EhQKBWZp\
      ZWxkGAEgASgJUgVmaWVsZBIUCgVib29zdBgCIAEoAVIFYm9vc3QidQoHUmVjZW5jeRI2CgloYWxmX2xpZmUYASABKAsy\
      GS5nb29nbGUucHJvdG9idWYuRHVyYXRpb25SCGhhbGZMaWZlEjIKBm9yaWdpbhgCIAEoCzIaLmdvb2dsZS5wcm90b2J1\
      Zi5UaW1lc3RhbXBSBm9yaWdpbiKGAQoMRmFjZXRSZXF1ZXN0EhYKBWZpZWxkGAEgASgJSABSBWZpZWxkEkIKDmRhdGVf\
      aGlzdG9ncmFtGAIgASgLMhkubWF0aWFuZS52MS5EYXRlSGlzdG9ncmFtSABSDWRhdGVIaXN0b2dyYW0SFAoFbGltaXQY\
      AyABKAVSBWxpbWl0QgQKAmJ5IkkKDURhdGVIaXN0b2dyYW0SOAoIaW50ZXJ2YWwYASABKA4yHC5tYXRpYW5lLnYxLkNh\
      bGVuZGFySW50ZXJ2YWxSCGludGVydmFsIl4KEEhpZ2hsaWdodE9wdGlvbnMSIwoNbWF4X2ZyYWdtZW50cxgBIAEoBVIM\
      bWF4RnJhZ21lbnRzEiUKDmZyYWdtZW50X2J5dGVzGAIgASgFUg1mcmFnbWVudEJ5dGVzIrADCg5TZWFyY2hSZXNwb25z\
      ZRIpCgRoaXRzGAEgAygLMhUubWF0aWFuZS52MS5TZWFyY2hIaXRSBGhpdHMSKgoOdG90YWxfYXJ0aWNsZXMYAiABKANI\
      AFINdG90YWxBcnRpY2xlc4gBARIoCg10b3RhbF9zdG9yaWVzGAMgASgDSAFSDHRvdGFsU3Rvcmllc4gBARIpCgZmYWNl\
      dHMYBCADKAsyES5tYXRpYW5lLnYxLkZhY2V0UgZmYWNldHMSJwoPY29ycmVjdGVkX3F1ZXJ5GAUgASgJUg5jb3JyZWN0\
      ZWRRdWVyeRImCg9uZXh0X3BhZ2VfdG9rZW4YBiABKAlSDW5leHRQYWdlVG9rZW4SIwoNcmVhZF9yZXZpc2lvbhgHIAEo\
      A1IMcmVhZFJldmlzaW9uEiIKCnRvdGFsX2hpdHMYCCABKANIAlIJdG90YWxIaXRziAEBEiQKDndvcmRzX2xlZnRfb3V0\
      GAkgASgIUgx3b3Jkc0xlZnRPdXRCEQoPX3RvdGFsX2FydGljbGVzQhAKDl90b3RhbF9zdG9yaWVzQg0KC190b3RhbF9o\
      aXRzIoMCCglTZWFyY2hIaXQSLQoHYXJ0aWNsZRgBIAEoCzITLm1hdGlhbmUudjEuQXJ0aWNsZVIHYXJ0aWNsZRIUCgVz\
      Y29yZRgCIAEoAVIFc2NvcmUSKQoQbWF0Y2hlZF9sYW5ndWFnZRgDIAEoCVIPbWF0Y2hlZExhbmd1YWdlEi8KCGVkaXRp\
      b25zGAQgAygLMhMubWF0aWFuZS52MS5FZGl0aW9uUghlZGl0aW9ucxI1CgpoaWdobGlnaHRzGAUgAygLMhUubWF0aWFu\
      ZS52MS5IaWdobGlnaHRSCmhpZ2hsaWdodHMSHgoKZHVwbGljYXRlcxgGIAMoCVIKZHVwbGljYXRlcyKoAQoJSGlnaGxp\
      Z2h0EhYKBWZpZWxkGAEgASgJSABSBWZpZWxkEhYKBWJsb2NrGAIgASgFSABSBWJsb2NrEhQKBXN0YXJ0GAMgASgFUgVz\
      dGFydBIQCgNlbmQYBCABKAVSA2VuZBISCgR0ZXh0GAUgASgJUgR0ZXh0EiYKBXNwYW5zGAYgAygLMhAubWF0aWFuZS52\
      MS5TcGFuUgVzcGFuc0IHCgVwbGFjZSIuCgRTcGFuEhQKBXN0YXJ0GAEgASgFUgVzdGFydBIQCgNlbmQYAiABKAVSA2Vu\
      ZCJuCgVGYWNldBIUCgVmaWVsZBgBIAEoCVIFZmllbGQSLgoGdmFsdWVzGAIgAygLMhYubWF0aWFuZS52MS5GYWNldFZh\
      bHVlUgZ2YWx1ZXMSHwoLb3RoZXJfY291bnQYAyABKANSCm90aGVyQ291bnQiOAoKRmFjZXRWYWx1ZRIUCgV2YWx1ZRgB\
      IAEoCVIFdmFsdWUSFAoFY291bnQYAiABKANSBWNvdW50Is0BCgxDb3VudFJlcXVlc3QSFAoFcXVlcnkYASABKAlSBXF1\
      ZXJ5EhYKBmZpbHRlchgCIAEoCVIGZmlsdGVyEjQKCm1hdGNoX21vZGUYAyABKA4yFS5tYXRpYW5lLnYxLk1hdGNoTW9k\
      ZVIJbWF0Y2hNb2RlEiMKDG1pbl9yZXZpc2lvbhgEIAEoA0gAUgttaW5SZXZpc2lvbhIlCg1yZWFkX3JldmlzaW9uGAUg\
      ASgDSABSDHJlYWRSZXZpc2lvbkINCgtjb25zaXN0ZW5jeSKmAQoNQ291bnRSZXNwb25zZRIlCg50b3RhbF9hcnRpY2xl\
      cxgBIAEoA1INdG90YWxBcnRpY2xlcxIjCg10b3RhbF9zdG9yaWVzGAIgASgDUgx0b3RhbFN0b3JpZXMSIwoNcmVhZF9y\
      ZXZpc2lvbhgDIAEoA1IMcmVhZFJldmlzaW9uEiQKDndvcmRzX2xlZnRfb3V0GAQgASgIUgx3b3Jkc0xlZnRPdXQi6QEK\
      DlN1Z2dlc3RSZXF1ZXN0EhYKBnByZWZpeBgBIAEoCVIGcHJlZml4EhQKBWxpbWl0GAIgASgFUgVsaW1pdBIwCgVraW5k\
      cxgDIAMoDjIaLm1hdGlhbmUudjEuU3VnZ2VzdGlvbktpbmRSBWtpbmRzEhwKCWxhbmd1YWdlcxgEIAMoCVIJbGFuZ3Vh\
      Z2VzEiMKDG1pbl9yZXZpc2lvbhgFIAEoA0gAUgttaW5SZXZpc2lvbhIlCg1yZWFkX3JldmlzaW9uGAYgASgDSABSDHJl\
      YWRSZXZpc2lvbkINCgtjb25zaXN0ZW5jeSJwCg9TdWdnZXN0UmVzcG9uc2USOAoLc3VnZ2VzdGlvbnMYASADKAsyFi5t\
      YXRpYW5lLnYxLlN1Z2dlc3Rpb25SC3N1Z2dlc3Rpb25zEiMKDXJlYWRfcmV2aXNpb24YAiABKANSDHJlYWRSZXZpc2lv\
      biKRAQoKU3VnZ2VzdGlvbhISCgR0ZXh0GAEgASgJUgR0ZXh0Ei4KBGtpbmQYAiABKA4yGi5tYXRpYW5lLnYxLlN1Z2dl\
      c3Rpb25LaW5kUgRraW5kEhoKCHJlc291cmNlGAMgASgJUghyZXNvdXJjZRIjCg1hcnRpY2xlX2NvdW50GAQgASgDUgxh\
      cnRpY2xlQ291bnQiwwIKGUdldFJlbGF0ZWRBcnRpY2xlc1JlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZRIuCgV0eXBl\
      cxgCIAMoDjIYLm1hdGlhbmUudjEuUmVsYXRpb25UeXBlUgV0eXBlcxIbCglwYWdlX3NpemUYAyABKAVSCHBhZ2VTaXpl\
      EjEKFGxhbmd1YWdlX3ByZWZlcmVuY2VzGAQgAygJUhNsYW5ndWFnZVByZWZlcmVuY2VzEjcKCXJlYWRfbWFzaxgFIAEo\
      CzIaLmdvb2dsZS5wcm90b2J1Zi5GaWVsZE1hc2tSCHJlYWRNYXNrEiMKDG1pbl9yZXZpc2lvbhgGIAEoA0gAUgttaW5S\
      ZXZpc2lvbhIlCg1yZWFkX3JldmlzaW9uGAcgASgDSABSDHJlYWRSZXZpc2lvbkINCgtjb25zaXN0ZW5jeSJzChpHZXRS\
      ZWxhdGVkQXJ0aWNsZXNSZXNwb25zZRIwCgdyZWxhdGVkGAEgAygLMhYubWF0aWFuZS52MS5SZWxhdGVkSGl0UgdyZWxh\
      dGVkEiMKDXJlYWRfcmV2aXNpb24YAiABKANSDHJlYWRSZXZpc2lvbiKLAQoKUmVsYXRlZEhpdBItCgdhcnRpY2xlGAEg\
      ASgLMhMubWF0aWFuZS52MS5BcnRpY2xlUgdhcnRpY2xlEjgKCGV2aWRlbmNlGAIgAygLMhwubWF0aWFuZS52MS5SZWxh\
      dGlvbkV2aWRlbmNlUghldmlkZW5jZRIUCgVzY29yZRgDIAEoAVIFc2NvcmUilQEKEFJlbGF0aW9uRXZpZGVuY2USLAoE\
      dHlwZRgBIAEoDjIYLm1hdGlhbmUudjEuUmVsYXRpb25UeXBlUgR0eXBlEhgKB2RldGFpbHMYAiADKAlSB2RldGFpbHMS\
      GQoFYmxvY2sYAyABKAVIAFIFYmxvY2uIAQESFAoFc2NvcmUYBCABKAFSBXNjb3JlQggKBl9ibG9jayJaChFFeHBsYWlu\
      SGl0UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEjEKBnNlYXJjaBgCIAEoCzIZLm1hdGlhbmUudjEuU2VhcmNoUmVx\
      dWVzdFIGc2VhcmNoIo4BChJFeHBsYWluSGl0UmVzcG9uc2USGAoHbWF0Y2hlcxgBIAEoCFIHbWF0Y2hlcxI5CgtleHBs\
      YW5hdGlvbhgCIAEoCzIXLm1hdGlhbmUudjEuRXhwbGFuYXRpb25SC2V4cGxhbmF0aW9uEiMKDXJlYWRfcmV2aXNpb24Y\
      AyABKANSDHJlYWRSZXZpc2lvbiJ4CgtFeHBsYW5hdGlvbhIUCgV2YWx1ZRgBIAEoAVIFdmFsdWUSIAoLZGVzY3JpcHRp\
      b24YAiABKAlSC2Rlc2NyaXB0aW9uEjEKB2RldGFpbHMYAyADKAsyFy5tYXRpYW5lLnYxLkV4cGxhbmF0aW9uUgdkZXRh\
      aWxzKmQKCENvbGxhcHNlEhgKFENPTExBUFNFX1VOU1BFQ0lGSUVEEAASEQoNQ09MTEFQU0VfTk9ORRABEhIKDkNPTExB\
      UFNFX1NUT1JZEAISFwoTQ09MTEFQU0VfRFVQTElDQVRFUxADKk8KCU1hdGNoTW9kZRIaChZNQVRDSF9NT0RFX1VOU1BF\
      Q0lGSUVEEAASEgoOTUFUQ0hfTU9ERV9BTlkQARISCg5NQVRDSF9NT0RFX0FMTBACKm4KClR5cG9Qb2xpY3kSGwoXVFlQ\
      T19QT0xJQ1lfVU5TUEVDSUZJRUQQABITCg9UWVBPX1BPTElDWV9PRkYQARIXChNUWVBPX1BPTElDWV9TVUdHRVNUEAIS\
      FQoRVFlQT19QT0xJQ1lfTUFUQ0gQAyqlAQoQQ2FsZW5kYXJJbnRlcnZhbBIhCh1DQUxFTkRBUl9JTlRFUlZBTF9VTlNQ\
      RUNJRklFRBAAEhkKFUNBTEVOREFSX0lOVEVSVkFMX0RBWRABEhoKFkNBTEVOREFSX0lOVEVSVkFMX1dFRUsQAhIbChdD\
      QUxFTkRBUl9JTlRFUlZBTF9NT05USBADEhoKFkNBTEVOREFSX0lOVEVSVkFMX1lFQVIQBCq5AQoOU3VnZ2VzdGlvbktp\
      bmQSHwobU1VHR0VTVElPTl9LSU5EX1VOU1BFQ0lGSUVEEAASGAoUU1VHR0VTVElPTl9LSU5EX1RFUk0QARIZChVTVUdH\
      RVNUSU9OX0tJTkRfVElUTEUQAhIcChhTVUdHRVNUSU9OX0tJTkRfQ0FURUdPUlkQAxIaChZTVUdHRVNUSU9OX0tJTkRf\
      QVVUSE9SEAQSFwoTU1VHR0VTVElPTl9LSU5EX1RBRxAFMp0DCg1TZWFyY2hTZXJ2aWNlEkQKBlNlYXJjaBIZLm1hdGlh\
      bmUudjEuU2VhcmNoUmVxdWVzdBoaLm1hdGlhbmUudjEuU2VhcmNoUmVzcG9uc2UiA5ACARJBCgVDb3VudBIYLm1hdGlh\
      bmUudjEuQ291bnRSZXF1ZXN0GhkubWF0aWFuZS52MS5Db3VudFJlc3BvbnNlIgOQAgESRwoHU3VnZ2VzdBIaLm1hdGlh\
      bmUudjEuU3VnZ2VzdFJlcXVlc3QaGy5tYXRpYW5lLnYxLlN1Z2dlc3RSZXNwb25zZSIDkAIBEmgKEkdldFJlbGF0ZWRB\
      cnRpY2xlcxIlLm1hdGlhbmUudjEuR2V0UmVsYXRlZEFydGljbGVzUmVxdWVzdBomLm1hdGlhbmUudjEuR2V0UmVsYXRl\
      ZEFydGljbGVzUmVzcG9uc2UiA5ACARJQCgpFeHBsYWluSGl0Eh0ubWF0aWFuZS52MS5FeHBsYWluSGl0UmVxdWVzdBoe\
      Lm1hdGlhbmUudjEuRXhwbGFpbkhpdFJlc3BvbnNlIgOQAgFCPgoKbWF0aWFuZS52MUILU2VhcmNoUHJvdG9QAVoUbWF0\
      aWFuZS92MTttYXRpYW5ldjGqAgpNYXRpYW5lLlYxYgZwcm90bzM=
      """)
}
