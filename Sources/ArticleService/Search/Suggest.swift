import ArticleAPI
import Catalog
import FullText
import GRPC

extension SearchHandlers {
  /// Completes from the words, titles, categories, authors and tags of the archive, most frequent first.
  public func suggest(_ request: SuggestRequest, context: ServerContext) async throws -> SuggestResponse {
    guard (0...100).contains(request.limit) else {
      throw RPCError.invalid("limit", "expected 0 to 100, found \(request.limit)")
    }
    guard request.prefix.utf8.count <= 1024 else {
      throw RPCError.invalid("prefix", "expected at most 1024 bytes, found \(request.prefix.utf8.count)")
    }
    let limit = request.limit == 0 ? 10 : Int(request.limit)
    let view = try await archive.view(.newest, context)
    let kinds = request.kinds.isEmpty ? [.term, .category, .author, .tag, .title] : request.kinds
    let languages =
      request.languages.isEmpty
      ? archive.languages.languages(of: view) : request.languages.map { Language(tag: $0) }
    var response = SuggestResponse()
    response.readRevision = Int64(view.revision)
    guard !request.prefix.isEmpty else { return response }
    response.suggestions = try words(request.prefix, kinds, languages, limit, view)
    if kinds.contains(.title), response.suggestions.count < limit {
      let room = limit - response.suggestions.count
      response.suggestions += try titles(request.prefix, languages, room, view, context)
    }
    return response
  }

  private func words(
    _ prefix: String, _ kinds: [SuggestionKind], _ languages: [Language], _ limit: Int, _ view: CatalogView
  ) throws(RPCError) -> [ArticleAPI.Suggestion] {
    var plan = SuggestPlan(prefix, limit: limit)
    plan.languages = languages
    if kinds.contains(.term) { plan.textFields = [ArticleSchema.title, ArticleSchema.body] }
    let fields: [(SuggestionKind, KeywordFieldID)] = [
      (.category, ArticleSchema.category), (.author, ArticleSchema.author), (.tag, ArticleSchema.tag),
    ]
    plan.keywordFields = fields.filter { kinds.contains($0.0) }.map(\.1)
    let planned = plan
    let found = try Searchers.shared.withSearcher { searcher throws(SearchError) in
      searcher.suggest(view.index, planned)
    }
    return found.map { ArticleAPI.Suggestion($0) }
  }

  private func titles(
    _ prefix: String, _ languages: [Language], _ limit: Int, _ view: CatalogView, _ context: ServerContext
  ) throws(RPCError) -> [ArticleAPI.Suggestion] {
    var plan = SearchPlan(.within(fields: ["title"], .completing(prefix)), languages: languages, limit: limit)
    plan.order = .descending(ArticleSchema.publishTime)
    plan.goOn = context.goOn
    return try view.search(plan).hits.map { hit in
      let article = view.index.article(hit.document)
      var suggestion = ArticleAPI.Suggestion()
      suggestion.text = article.title
      suggestion.kind = .title
      suggestion.resource = article.name
      suggestion.articleCount = 1
      return suggestion
    }
  }
}

extension ArticleAPI.Suggestion {
  fileprivate init(_ suggestion: FullText.Suggestion) {
    self.init()
    text = suggestion.text
    articleCount = Int64(suggestion.documentFrequency)
    switch suggestion.source {
    case .word: kind = .term
    case .keyword(ArticleSchema.category):
      kind = .category
      resource = ResourceName.category.name(suggestion.text)
    case .keyword(ArticleSchema.author): kind = .author
    case .keyword: kind = .tag
    }
  }
}
