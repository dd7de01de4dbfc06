import Access
import ArticleAPI
import Catalog
import FullText
import GRPC
import Glibc

extension SearchHandlers {
  /// Completes from the words, titles, categories, authors and tags of the archive; of each kind the most used and newest
  /// first, the kinds by turns.
  public func suggest(_ request: SuggestRequest, context: ServerContext) async throws -> SuggestResponse {
    guard (0...100).contains(request.limit) else {
      throw RPCError.invalid("limit", "expected 0 to 100, found \(request.limit)")
    }
    guard request.prefix.utf8.count <= 1024 else {
      throw RPCError.invalid("prefix", "expected at most 1024 bytes, found \(request.prefix.utf8.count)")
    }
    let limit = request.limit == 0 ? 10 : Int(request.limit)
    let kinds = try kinds(request.kinds)
    let languageTags = try canonicalLanguages(request.languages, field: "languages")
    let view = try await archive.view(request.consistency.choice, context)
    let completion = Completion(
      prefix: request.prefix, languageTags: languageTags,
      languages: request.languages.isEmpty
        ? archive.languages.languages(of: view) : languageTags.map { Language(tag: $0) },
      limit: limit, now: archive.now, view: view, scope: context.scope, goOn: context.goOn)
    var response = SuggestResponse()
    response.readRevision = Int64(view.revision)
    guard request.prefix.contains(where: { !$0.isWhitespace }) else { return response }
    var plan = SearchPlan(.all, languages: completion.languages)
    plan.goOn = context.goOn
    try await archive.prepareValues(of: view, for: context)
    let values = archive.values
    var lists = try await archive.run(plan, for: context) { plan throws(RPCError) in
      var completion = completion
      completion.goOn = { plan.goOn?() != false }
      return try self.lists(kinds, completion, values)
    }
    // When nothing begins as it was typed, what is one edit off; to find that takes a walk over all words.
    if lists.allSatisfy(\.isEmpty) {
      var forgiving = completion
      forgiving.forgivesTypo = true
      let forgiven = forgiving
      lists = try await archive.runBeside(context) { () throws(RPCError) in
        try self.lists(kinds, forgiven, values)
      }
    }
    var room = PageRoom()
    response.suggestions = byTurns(lists, limit).filter { room.takes($0.serializedSize) }
    return response
  }

  private func kinds(_ wanted: [SuggestionKind]) throws(RPCError) -> [SuggestionKind] {
    let all: [SuggestionKind] = [.category, .author, .tag, .title, .term]
    try checkCount(wanted.count, 100, field: "kinds")
    for (index, kind) in wanted.enumerated() where !all.contains(kind) {
      throw .invalid(
        "kinds[\(index)]", "expected TERM, TITLE, CATEGORY, AUTHOR or TAG, found \(kind.rawValue)")
    }
    var kinds: [SuggestionKind] = []
    for kind in wanted where !kinds.contains(kind) { kinds.append(kind) }
    return kinds.isEmpty ? all : kinds
  }

  private func lists(
    _ kinds: [SuggestionKind], _ completion: Completion, _ values: ValueSuggestions
  ) throws(RPCError) -> [[ArticleAPI.Suggestion]] {
    var lists: [[ArticleAPI.Suggestion]] = []
    for kind in kinds {
      switch kind {
      case .term: lists.append(try completion.terms())
      case .title: lists.append(try completion.titles())
      default: lists.append(try completion.values(values, kind))
      }
    }
    return lists
  }

  /// The first of each list, then the second of each, and so on; no text twice.
  private func byTurns(_ lists: [[ArticleAPI.Suggestion]], _ limit: Int) -> [ArticleAPI.Suggestion] {
    var result: [ArticleAPI.Suggestion] = []
    var seen: Set<String> = []
    for place in 0..<(lists.map(\.count).max() ?? 0) {
      for list in lists where place < list.count && result.count < limit {
        if seen.insert("\(list[place].kind.rawValue) \(list[place].text)").inserted {
          result.append(list[place])
        }
      }
    }
    return result
  }
}

/// What has been typed, and where completions come from.
struct Completion {
  /// Age at which half of what newness adds is gone.
  private static let halfLife = 365.0 * 86_400 * Double(ArticleSchema.ticksPerSecond)
  /// So many titles are looked at for each that is suggested; where these are too few different ones, four times as many more.
  private static let titlesPerSuggestion = 8
  private static let titlePages = 2
  /// Values of more articles are in use whatever their newest one.
  static let countedArticles = 20_000

  let prefix: String
  let languageTags: [String]
  let languages: [Language]
  let limit: Int
  let now: Int64
  let view: CatalogView
  /// The part of the archive that the caller sees; nil for all of it.
  let scope: AccessScope?
  var goOn: @Sendable () -> Bool
  /// Whether what has been typed may be one edit off: asked for when nothing begins as it was typed.
  var forgivesTypo = false

  /// Words of the text, most frequent first.
  func terms() throws(RPCError) -> [ArticleAPI.Suggestion] {
    var plan = SuggestPlan(prefix, textFields: [ArticleSchema.title, ArticleSchema.body], limit: limit)
    plan.languages = languages
    plan.allowsTypo = forgivesTypo
    let planned = plan
    if scope != nil || !languageTags.isEmpty { return try termsInScope(planned) }
    let found = try Searchers.shared.withSearcher { searcher throws(SearchError) in
      searcher.suggest(view.index, planned)
    }
    return found.map { ArticleAPI.Suggestion(.term, $0.text, articles: $0.documentFrequency) }
  }

  /// Titles, newest first.
  func titles() throws(RPCError) -> [ArticleAPI.Suggestion] {
    guard forgivesTypo else { return try titles(.completing(prefix)) }
    let query = try Searchers.shared.withSearcher { searcher throws(SearchError) in
      searcher.completingWithTypo(prefix, view.index, ArticleSchema.title, languages: languages)
    }
    return try titles(query)
  }

  private func titles(_ query: Query) throws(RPCError) -> [ArticleAPI.Suggestion] {
    var plan = SearchPlan(
      .within(fields: ["title"], query), condition: scope.restricting(languageCondition),
      languages: languages, limit: Self.titlesPerSuggestion * limit)
    plan.order = .descending(ArticleSchema.publishTime)
    plan.goOn = goOn
    // A headline that comes again, such as a daily one, must not take the place of all others.
    var seen: Set<String> = []
    var suggestions: [ArticleAPI.Suggestion] = []
    for pages in 1...Self.titlePages {
      let found = try view.search(plan)
      for hit in found.hits where suggestions.count < limit {
        let article = try view.article(hit.document)
        guard seen.insert(article.title).inserted else { continue }
        suggestions.append(ArticleAPI.Suggestion(.title, article.title, resource: article.name, articles: 1))
      }
      guard suggestions.count < limit, let next = found.next, pages < Self.titlePages else { break }
      plan.after = next
      plan.limit *= 4
    }
    return suggestions
  }

  /// That an article is in one of the languages wanted.
  var languageCondition: Condition {
    languageTags.isEmpty ? .all : .or(languageTags.map { .keyword(ArticleSchema.language, $0) })
  }

  /// 1 for now, a half for a year ago.
  func newness(of time: Int64) -> Double { pow(2, -max(0, Double(now) - Double(time)) / Self.halfLife) }
}

extension ArticleAPI.Suggestion {
  init(_ kind: SuggestionKind, _ text: String, resource: String = "", articles: Int) {
    self.init()
    self.kind = kind
    self.text = text
    self.resource = resource
    articleCount = Int64(articles)
  }
}
