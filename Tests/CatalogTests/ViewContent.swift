import ArticleAPI
import Catalog
import FullText

/// Everything that can be read from a view, for comparing two of them, and whether it agrees with itself.
struct ViewContent: Equatable {
  var revision: UInt64
  var articles: [String: Article] = [:]
  var categories: [ArticleAPI.Category]
  var idsByCategory: [String: Set<String>] = [:]
  var idsByLanguage: [String: Set<String>] = [:]
  var stories: [String: Story] = [:]

  init(_ view: CatalogView) {
    revision = view.revision
    categories = view.categories.descendants(of: nil).compactMap { view.categories.category($0) }
    var articles: [String: Article] = [:]
    view.index.forEachDocument { document in
      guard let article = try? view.index.article(document) else { return }
      articles[article.name] = article
    }
    self.articles = articles
    for id in view.categories.descendants(of: nil) {
      idsByCategory[id] = view.names(id, ArticleSchema.category)
    }
    for language in Set(articles.values.map(\.language)) {
      idsByLanguage[language] = view.names(language, ArticleSchema.language)
    }
    for story in Set(articles.values.map(\.story)) { stories[story] = try? view.story(named: story) }
  }

  /// What the index and the counts say about articles must be what the articles say.
  func disagreements(with view: CatalogView) -> [String] {
    var found: [String] = []
    if view.articleCount != articles.count {
      found.append("\(view.articleCount) articles counted, \(articles.count) there")
    }
    for category in categories {
      let id = String(category.name.dropFirst("categories/".count))
      let below = Set(view.categories.descendants(of: id) + [id])
      let own = articles.values.filter { $0.categories.contains(category.name) }
      let total = articles.values.filter { article in
        article.categories.contains { below.contains(String($0.dropFirst("categories/".count))) }
      }
      if Int(category.articleCount) != own.count {
        found.append("\(id): \(category.articleCount) counted, \(own.count) filed")
      }
      if Int(category.totalArticleCount) != total.count {
        found.append("\(id): \(category.totalArticleCount) counted in all, \(total.count) filed")
      }
      if idsByCategory[id] != Set(total.map(\.name)) { found.append("\(id): the index finds others") }
    }
    for (language, names) in idsByLanguage
    where names != Set(articles.values.filter { $0.language == language }.map(\.name)) {
      found.append("\(language): the index finds others")
    }
    for (name, article) in articles {
      if (try? view.article(named: name)) != article { found.append("\(name): found otherwise by its name") }
      if !view.finds(name, byWord: article.title) { found.append("\(name): not found by its title") }
      if !article.url.isEmpty, view.document(url: article.url) == nil {
        found.append("\(name): not found by URL")
      }
      if let story = stories[article.story], !story.editions.contains(where: { $0.article == name }) {
        found.append("\(name): not in its story")
      }
    }
    return found
  }
}

extension CatalogView {
  /// Whether a search for a text finds an article.
  func finds(_ name: String, byWord text: String) -> Bool {
    guard let query = try? QueryParser(fields: QueryFields(), matching: .all).parse("\"\(text)\"") else {
      return false
    }
    let plan = SearchPlan(query, limit: 10_000)
    guard let result = try? Searcher().search(index, plan) else { return false }
    return result.hits.contains { (try? index.article($0.document))?.name == name }
  }

  func names(_ value: String, _ field: KeywordFieldID) -> Set<String> {
    Set(index.documents(withOrBelow: value, in: field).compactMap { try? index.article($0).name })
  }
}
