import ArticleAPI
import Protobuf

/// Decisions about stories. None of them changes the state.
extension WorkingState {
  func decide(_ link: LinkEditions, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let names = link.articles.uniqued()
    guard !names.isEmpty else { throw .invalid("articles", "expected at least one article, found none") }
    var articles: [Article] = []
    for name in names {
      guard let article = try article(try ResourceName.article.id(name, field: "articles")) else {
        throw .notFound(name)
      }
      articles.append(article)
    }
    let name = link.story.isEmpty ? articles[0].story : link.story
    let story = try ResourceName.story.id(name, field: "story")
    try checkEditions(ofStory: story, joinedBy: articles)
    let changes = articles.filter { $0.story != name }.map { move($0, to: name, stamp) }
    let moved = Set(changes.map(\.id))
    let editions =
      try editions(ofStory: story).filter { !moved.contains($0.id) }
      + changes.compactMap(\.new?.article)
    return Decision(
      changes: changes, answer: .story(Story(name: name, editions: editions, left: storyRevisions[story])),
      action: changes.isEmpty ? .unchanged : .updated)
  }

  func decide(_ unlink: UnlinkEdition, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let id = try ResourceName.article.id(unlink.article, field: "article")
    guard let article = try article(id) else { throw .notFound(unlink.article) }
    if let story = ResourceName.story.id(article.story), languages(ofStory: story).count == 1 {
      let story = Story(name: article.story, editions: [article], left: storyRevisions[story])
      return Decision(answer: .story(story), action: .unchanged)
    }
    let change = move(article, to: unlink.newStory, stamp)
    return Decision(
      changes: [change], answer: .story(Story(name: unlink.newStory, editions: [change.new!.article])),
      action: .updated)
  }

  private func move(_ article: Article, to story: String, _ stamp: Stamp) -> Decision.ArticleChange {
    var new = article
    new.story = story
    new.sign(stamp)
    return Decision.ArticleChange(id: article.id, old: article, new: new)
  }

  /// Refuses two editions of a story in one language.
  func checkEditions(ofStory story: String, joinedBy articles: [Article]) throws(CatalogError) {
    guard let clash = languages(ofStory: story).clash(joinedBy: articles) else { return }
    let name = ResourceName.article.name(clash.second)
    throw CatalogError(
      .editionConflict,
      "\(ResourceName.story.name(story)) would have two editions in \(clash.language):"
        + " \(ResourceName.article.name(clash.first)) and \(name)", subject: name)
  }
}

extension Story {
  /// A story with its editions by language; `left` is the revision at which it lost another, 0 when it lost none.
  init(name: String, editions: [Article], left: UInt64 = 0) {
    self.init()
    self.name = name
    revision = max(Int64(left), editions.map(\.revision).max() ?? 0)
    self.editions = editions.sorted { ($0.language, $0.id) < ($1.language, $1.id) }.map { Edition($0) }
  }
}

extension Edition {
  /// Bytes of a title above which it is cut: a story goes out whole, however many editions it has.
  private static let titleBytes = 1000

  /// An article in short.
  public init(_ article: Article) {
    self.init()
    self.article = article.name
    language = article.language
    title = article.title.cut(toBytes: Self.titleBytes)
    url = article.url
  }
}
