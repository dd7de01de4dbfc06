import ArticleAPI
import MatianeClient

/// A post of WordPress as REST and an export tell of it, and the article that it is.
struct WordPressPost {
  var id = ""
  var guid = ""
  var link = ""
  var titleHTML = ""
  var excerptHTML = ""
  var contentHTML = ""
  /// Whether the content is as its writer typed it: empty lines separate paragraphs, and there may be shortcodes.
  var isRaw = false
  var language = ""
  /// What names the story: the same for a post and its translations.
  var story = ""
  var published: String?
  var modified: String?
  var status = "publish"
  var authors: [Author] = []
  /// What categories are called; their ids are made from it.
  var categories: [String] = []
  var tags: [String] = []
  var images: [Image] = []

  /// Adds a category by its short name; by what readers call it where that is written in percent signs, as those in other
  /// than Latin letters are.
  mutating func addCategory(_ name: String, slug: String) {
    categories.append(slug.isEmpty || slug.contains("%") ? PlainText.html(name) : slug)
  }

  /// The article.
  ///
  /// - Throws: `ArticleError` naming what is missing or cannot be read.
  func article() throws(ArticleError) -> Article {
    var article = Article()
    let source = [guid, id].first { !$0.isEmpty } ?? ""
    guard !source.isEmpty else { throw ArticleError("id: expected an id or a guid, found nothing") }
    article.source = .with { $0.id = source }
    article.url = link
    article.title = PlainText.html(titleHTML)
    article.summary = Self.summary(excerptHTML)
    article.language = Self.tag(language)
    article.publishTime = try time(published, "date_gmt")
    article.updateTime = try time(modified, "modified_gmt")
    article.status = try articleStatus()
    article.authors = authors
    for category in categories { article.addCategory(called: category) }
    for tag in tags { article.addTag(PlainText.html(tag)) }
    article.images = images
    let content = isRaw ? WordPressShortcodes.html(contentHTML) : contentHTML
    let text = HTMLBlocks(content, page: link, emptyLinesSeparate: isRaw && !content.contains("<!-- wp:"))
    article.take(text)
    for translation in text.translations {
      article.add(
        related: .with { ($0.url, $0.title, $0.type) = (translation.url, translation.title, .translation) })
    }
    if language.isEmpty, !text.translations.isEmpty { article.language = WebAddress.languageFolder(of: link) }
    article.story = storyName(text.translations)
    try article.checkLists()
    return article
  }

  /// The story: what the translations' map says, else the first of the addresses in the line "also available in", which stands in
  /// each of the editions and names all others.
  private func storyName(_ translations: [Link]) -> String {
    if !story.isEmpty { return "stories/" + ResourceID.unique(story) }
    guard !translations.isEmpty, !link.isEmpty else { return "" }
    let first = (translations.map(\.url) + [link]).min() ?? link
    return "stories/" + ResourceID.unique(first)
  }

  /// Without the link that themes put behind it.
  private static func summary(_ html: String) -> String {
    let shown = html.firstRange(of: "more-link").flatMap { more in
      html[..<more.lowerBound].lastIndex(of: "<").map { String(html[..<$0]) }
    }
    var text = PlainText.html(shown ?? html)
    for ending in ["[…]", "[...]"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// A locale as a tag: `pt_BR` is `pt-BR`.
  private static func tag(_ locale: String) -> String {
    String(locale.map { $0 == "_" ? "-" : $0 })
  }

  private func time(_ text: String?, _ field: String) throws(ArticleError) -> Timestamp? {
    // A draft that was never published has zeros.
    guard let text, !text.isEmpty, !text.hasPrefix("0000-00-00") else { return nil }
    guard let time = Timestamp(lenient: text) else {
      throw ArticleError("\(field): expected a time such as 2022-03-01T12:00:00, found '\(text.prefix(40))'")
    }
    return time
  }

  private func articleStatus() throws(ArticleError) -> ArticleStatus {
    switch status {
    case "publish", "inherit", "": return .published
    case "future": return .scheduled
    case "draft", "pending", "auto-draft", "private": return .draft
    case "trash": return .withdrawn
    default:
      throw ArticleError(
        "status: expected publish, future, draft, pending, private or trash, found '\(status.prefix(40))'")
    }
  }
}
