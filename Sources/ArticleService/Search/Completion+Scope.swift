import ArticleAPI
import Catalog
import FullText
import GRPC

/// Completions from a part of the archive, the languages asked for or what the caller may see: what no article of that part
/// has is not offered, and the counts are those of that part.
extension Completion {
  /// Words or values of the whole archive, most frequent first, that are looked for in the part.
  static let triedInPart = 200

  /// Words that articles in the part hold in just this form.
  func termsInScope(_ plan: SuggestPlan) throws(RPCError) -> [ArticleAPI.Suggestion] {
    var tried = plan
    tried.limit = max(plan.limit, Self.triedInPart)
    let planned = tried
    let candidates = try Searchers.shared.withSearcher { searcher throws(SearchError) in
      searcher.suggest(view.index, planned)
    }
    var found: [ArticleAPI.Suggestion] = []
    for candidate in candidates {
      let count = try count(
        .within(fields: ["title", "body"], .phrase(candidate.text, exact: true)),
        scope.restricting(languageCondition))
      if count > 0 { found.append(ArticleAPI.Suggestion(.term, candidate.text, articles: count)) }
    }
    found.sort { $0.articleCount != $1.articleCount ? $0.articleCount > $1.articleCount : $0.text < $1.text }
    return Array(found.prefix(limit))
  }

  /// How many articles in the scope have a value, and how new the newest is; nil when none has it.
  func useInScope(of value: SuggestedValue) throws(RPCError) -> (articles: Int, newness: Double)? {
    let condition = scope.restricting(.keyword(value.field, value.key).and(languageCondition))
    let articles = try count(.all, condition)
    guard articles > 0 else { return nil }
    var plan = SearchPlan(.all, condition: condition, languages: languages, limit: 1)
    plan.order = .descending(ArticleSchema.publishTime)
    plan.goOn = goOn
    let newest = try view.search(plan).hits.first.flatMap {
      view.index.integer(of: $0.document, in: ArticleSchema.publishTime)
    }
    return (articles, newest.map(newness) ?? 0)
  }

  private func count(_ query: Query, _ condition: Condition) throws(RPCError) -> Int {
    var plan = SearchPlan(query, condition: condition, languages: languages)
    plan.goOn = goOn
    let planned = plan
    return try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.count(view.index, planned)
    }
  }
}
