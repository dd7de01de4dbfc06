import ArticleAPI
import MatianeClient
import Protobuf

/// Reads articles in the vocabulary of schema.org from JSON-LD.
enum SchemaOrgArticle {
  /// The types that are articles, and what sort of piece they are.
  private static let kinds: [String: ArticleKind] = [
    "NewsArticle": .news, "ReportageNewsArticle": .news, "Article": .unspecified, "BlogPosting": .unspecified,
    "AnalysisNewsArticle": .analysis, "BackgroundNewsArticle": .explainer, "OpinionNewsArticle": .opinion,
    "ReviewNewsArticle": .opinion, "AskPublicNewsArticle": .news, "AdvertiserContentArticle": .pressRelease,
    "LiveBlogPosting": .digest, "SocialMediaPosting": .unspecified,
  ]

  /// The articles of an object: itself, or those of its `@graph`, beside which pages, people and sites are passed over.
  ///
  /// Where a graph's things stand for one another by their `@id`, the whole thing is read.
  /// - Throws: `ArticleError` naming the field; for an object that is no article and has none.
  static func articles(_ object: JSONFields) throws(ArticleError) -> [Result<Article, ArticleError>] {
    guard object["@graph"] != nil else { return [.success(try article(object))] }
    let nodes = object.elements("@graph").compactMap(\.fields)
    let things = try JSONFields.byID(nodes)
    var articles: [Result<Article, ArticleError>] = []
    for node in nodes where try kind(of: node) != nil {
      do throws(ArticleError) {
        articles.append(.success(try article(node.naming(things))))
      } catch {
        articles.append(.failure(error))
      }
    }
    guard !articles.isEmpty else { throw ArticleError("@graph: expected an article, found none") }
    return articles
  }

  private static func kind(of object: JSONFields) throws(ArticleError) -> ArticleKind? {
    for type in object.elements("@type") {
      guard let name = try type.text(or: "@id") else { continue }
      // `schema:NewsArticle` and `https://schema.org/NewsArticle` are the same.
      if let kind = kinds[String(name.split { $0 == "/" || $0 == ":" }.last ?? "")] { return kind }
    }
    return nil
  }

  private static func article(_ object: JSONFields) throws(ArticleError) -> Article {
    guard let kind = try kind(of: object) else {
      let found = try object.elements("@type").first?.text(or: "@id") ?? "nothing"
      throw ArticleError(
        "\(object.name("@type")): expected NewsArticle or one of its kin, found \(found.prefix(40))")
    }
    var article = Article()
    article.kind = kind
    article.url = try address(object)
    article.source = .with { $0.id = "" }
    article.source?.id = try identifier(object) ?? article.url
    article.source?.version = try object.text("version") ?? ""
    guard article.source?.id != "" else {
      throw ArticleError("\(object.name("identifier")): expected an identifier, or a url, found nothing")
    }
    article.title = try line(object, "headline", "name")
    article.subtitle = try line(object, "alternativeHeadline")
    article.summary = try line(object, "abstract", "description")
    article.language =
      try object.elements("inLanguage").first?.text(or: "alternateName", "@value", "name") ?? ""
    article.dateline = try line(object, "dateline")
    article.publishTime = try object.time("datePublished")
    article.updateTime = try object.time("dateModified")
    article.rights = try line(object, "copyrightNotice")
    article.publisher = try object.elements("publisher").first?.text(or: "name") ?? ""
    try fill(&article, lists: object)
    let body = try object.elements("articleBody").first?.text(or: "@value") ?? ""
    article.take(PlainText.blocks(body, page: article.url))
    article.story = try story(object, article)
    return article
  }

  /// A text on one line, of the first of these members that there is; pages often have it as HTML.
  private static func line(_ object: JSONFields, _ names: String...) throws(ArticleError) -> String {
    for name in names {
      if let text = try object.elements(name).first?.text(or: "@value") { return PlainText.line(text) }
    }
    return ""
  }

  private static func fill(_ article: inout Article, lists object: JSONFields) throws(ArticleError) {
    for section in object.elements("articleSection") {
      guard let name = try section.text(or: "name", "@id") else { continue }
      article.addCategory(called: PlainText.line(name))
    }
    for keyword in object.elements("keywords") {
      guard let names = try keyword.text(or: "name") else { continue }
      // A text holds several with commas between them; what is described on its own is one.
      for name in keyword.fields == nil ? names.split(separator: ",").map(String.init) : [names] {
        article.addTag(name)
      }
    }
    for author in object.elements("author") {
      guard let name = try author.text(or: "name") else { continue }
      try article.authors.append(
        author: PlainText.line(name), author.fields?.text("jobTitle"), author.fields?.text("url"))
    }
    for citation in object.elements("citation") { article.add(related: try related(citation)) }
    for image in object.elements("image") {
      if let image = try self.image(image) { article.images.append(image) }
    }
  }

  private static func address(_ object: JSONFields) throws(ArticleError) -> String {
    let page = try object.elements("mainEntityOfPage").first?.text(or: "@id", "url")
    return [try object.elements("url").first?.text(or: "@id"), page, try object.text("@id")].lazy
      .compactMap { $0 }.first { WebAddress.isWeb($0) } ?? ""
  }

  private static func identifier(_ object: JSONFields) throws(ArticleError) -> String? {
    if let id = try object.elements("identifier").first?.text(or: "value", "@id", "url") { return id }
    return try object.text("@id")
  }

  /// The story that an article and its translations share: named after the original, which need not know of them.
  private static func story(_ object: JSONFields, _ article: Article) throws(ArticleError) -> String {
    var key = try object.text("@id") ?? ""
    if !WebAddress.isWeb(key) { key = article.url.isEmpty ? article.source?.id ?? "" : article.url }
    if let original = object.elements("translationOfWork").first {
      key = try original.text(or: "@id", "url", "identifier") ?? key
    }
    // A page and the article on it (`#article`) are one.
    return "stories/"
      + ResourceID.unique(String(key.prefix { $0 != "#" }.isEmpty ? key[...] : key.prefix { $0 != "#" }))
  }

  private static func related(_ citation: JSONElement) throws(ArticleError) -> RelatedArticle {
    var related = RelatedArticle()
    related.type = .inlineLink
    if let fields = citation.fields {
      related.url = try fields.text("url", "@id") ?? ""
      related.title = try line(fields, "headline", "name")
    } else if let text = citation.text {
      if WebAddress.isWeb(text) { related.url = text } else { related.title = text }
    }
    return related
  }

  private static func image(_ element: JSONElement) throws(ArticleError) -> Image? {
    guard let url = try element.text(or: "contentUrl", "url", "@id") else { return nil }
    var image = Image()
    image.url = url
    guard let fields = element.fields else { return image }
    image.caption = try line(fields, "caption", "description")
    image.credit = try line(fields, "creditText", "copyrightNotice")
    image.alternativeText = try fields.text("alternateName") ?? ""
    (image.width, image.height) = (fields.number("width"), fields.number("height"))
    return image
  }
}
