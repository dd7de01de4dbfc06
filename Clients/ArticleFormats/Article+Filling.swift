import ArticleAPI
import MatianeClient

extension Article {
  /// Files the article under a category by what readers call it, in small letters, once.
  mutating func addCategory(called name: String) {
    guard name.contains(where: { !$0.isWhitespace }) else { return }
    let category = "categories/" + ResourceID.readable(name.lowercased())
    if categories.count <= Self.mostValues, !categories.contains(category) { categories.append(category) }
  }

  /// Adds a keyword without white space around it, once.
  mutating func addTag(_ name: String) {
    let name = name.drop(while: \.isWhitespace)
    guard let last = name.lastIndex(where: { !$0.isWhitespace }) else { return }
    let tag = String(name[...last])
    if tags.count <= Self.mostValues, !tags.contains(tag) { tags.append(tag) }
  }

  /// Adds a link to another article that says where it leads.
  mutating func add(related link: RelatedArticle) {
    guard !link.url.isEmpty || !link.title.isEmpty, link.url.isEmpty || link.url != url else { return }
    related.append(link)
  }

  /// Takes the blocks of an HTML text, and where it leads.
  mutating func take(_ html: HTMLBlocks) {
    blocks += html.blocks
    related += html.links
  }

  /// The most values that a list which is kept free of repetitions may have.
  private static let mostValues = 10_000

  /// Refuses lists that are longer than anybody means.
  ///
  /// - Throws: `ArticleError` naming the list.
  func checkLists() throws(ArticleError) {
    for (name, count) in [("categories", categories.count), ("tags", tags.count)]
    where count > Self.mostValues {
      throw ArticleError("\(name): expected at most \(Self.mostValues), found more")
    }
  }
}

extension [Author] {
  mutating func append(author name: String, _ role: String? = nil, _ url: String? = nil) {
    append(.with { ($0.name, $0.role, $0.url) = (name, role ?? "", url ?? "") })
  }
}

extension Block {
  init(paragraph text: String) {
    self.init()
    content = .paragraph(.with { $0.text = text })
  }
}
