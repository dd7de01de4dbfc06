import ArticleAPI
import Catalog
import FullText
import GRPC
import Protobuf

extension SearchRequest {
  /// The search of a view that the request asks for, without its page.
  ///
  /// - Throws: INVALID_ARGUMENT naming the field that cannot be understood; when `goOn` says to stop.
  func plan(
    _ view: CatalogView, languages: [Language], now: Int64, while goOn: @escaping @Sendable () -> Bool
  ) throws(RPCError) -> SearchPlan {
    if case .unrecognized(let number) = typoPolicy {
      throw .invalid("typo_policy", "expected OFF, SUGGEST or MATCH, found \(number)")
    }
    let text = try view.expand(try QueryText.parse(query, matchMode), languages, while: goOn)
    var plan = SearchPlan(
      typoPolicy == .match ? text.forgivingTypos() : text, condition: try ArticleFilter.condition(filter),
      languages: languages)
    plan.searchedFields = ArticleSchema.searchedFields
    plan.limit = try PageSize(pageSize, preset: 10, most: 1000).value
    plan.knowsLastPage = true
    plan.order = try order()
    plan.tieBreak = ArticleSchema.publishTime
    plan.fieldBoosts = try boosts()
    plan.recency = try recency(now)
    plan.collapse = try grouping(view)
    plan.facets = try facetRequests()
    plan.wantsTotal = !skipTotals
    plan.groupCountField = ArticleSchema.story
    return plan
  }

  private func order() throws(RPCError) -> SearchPlan.Order {
    switch orderBy {
    case "", "relevance", "relevance desc": .relevance
    case "publish_time": .ascending(ArticleSchema.publishTime)
    case "publish_time desc": .descending(ArticleSchema.publishTime)
    default:
      throw .invalid(
        "order_by", "expected relevance, publish_time or publish_time desc, found '\(shortened(orderBy))'")
    }
  }

  private func boosts() throws(RPCError) -> [TextFieldID: Float] {
    var boosts: [TextFieldID: Float] = [:]
    try checkCount(fieldBoosts.count, 100, field: "field_boosts")
    for (index, boost) in fieldBoosts.enumerated() {
      guard let field = ArticleSchema.schema.textField(named: boost.field) else {
        let known = ArticleSchema.schema.textFields.map(\.name).joined(separator: ", ")
        throw .invalid(
          "field_boosts[\(index)].field", "expected one of \(known), found '\(shortened(boost.field))'")
      }
      guard boost.boost >= 0, boost.boost <= 100 else {
        throw .invalid("field_boosts[\(index)].boost", "expected 0 to 100, found \(boost.boost)")
      }
      boosts[field] = Float(boost.boost)
    }
    return boosts
  }

  private func recency(_ now: Int64) throws(RPCError) -> FullText.Recency? {
    guard let recency else { return nil }
    let wanted = recency.halfLife ?? DurationMessage()
    guard wanted.isValid, wanted.ticks > 0 else {
      throw .invalid(
        "recency.half_life",
        "expected a duration from a microsecond to 10,000 years, found \(wanted.seconds) s and \(wanted.nanos) ns"
      )
    }
    try recency.origin?.check("recency.origin")
    return FullText.Recency(
      field: ArticleSchema.publishTime, now: recency.origin?.ticks ?? now, halfLife: wanted.ticks, share: 1)
  }

  private func grouping(_ view: CatalogView) throws(RPCError) -> FullText.Collapse? {
    let preferences = try LanguagePreferences.tags(languagePreferences, in: view)
    switch collapse {
    case .unspecified, .none: return nil
    case .story:
      return FullText.Collapse(
        field: ArticleSchema.story, languageField: ArticleSchema.language,
        preferences: preferences)
    // What duplicates hide is taken out of the view before the search.
    case .duplicates: return nil
    default: throw .invalid("collapse", "expected NONE, STORY or DUPLICATES, found \(collapse.rawValue)")
    }
  }

  private func facetRequests() throws(RPCError) -> [FullText.FacetRequest] {
    guard facets.count <= 32 else { throw .invalid("facets", "expected at most 32, found \(facets.count)") }
    var requests: [FullText.FacetRequest] = []
    for (index, facet) in facets.enumerated() {
      requests.append(try facet.request(path: "facets[\(index)]"))
    }
    return requests
  }
}

extension ArticleAPI.FacetRequest {
  fileprivate func request(path: String) throws(RPCError) -> FullText.FacetRequest {
    guard (0...1000).contains(limit) else {
      throw .invalid("\(path).limit", "expected 0 to 1000, found \(limit)")
    }
    switch by {
    case .field(let name):
      let fields = ["category", "tag", "language", "author", "kind", "status", "story"]
      guard fields.contains(name), let field = ArticleSchema.schema.keywordField(named: name) else {
        throw .invalid(
          "\(path).field", "expected one of \(fields.joined(separator: ", ")), found '\(shortened(name))'")
      }
      return .values(field, limit: limit == 0 ? 10 : Int(limit))
    case .dateHistogram(let histogram):
      return .calendar(
        ArticleSchema.publishTime, try histogram.interval.period(path: "\(path).date_histogram.interval"),
        ticksPerSecond: ArticleSchema.ticksPerSecond)
    case nil: throw .invalid(path, "expected field or date_histogram, found neither")
    }
  }
}

extension CalendarInterval {
  fileprivate func period(path: String) throws(RPCError) -> CalendarPeriod {
    switch self {
    case .unspecified, .day: .day
    case .week: .week
    case .month: .month
    case .year: .year
    default: throw .invalid(path, "expected DAY, WEEK, MONTH or YEAR, found \(rawValue)")
    }
  }
}
