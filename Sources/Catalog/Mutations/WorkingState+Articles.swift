import ArticleAPI
import FullText
import Protobuf

/// Decisions about articles. None of them changes the state.
extension WorkingState {
  func decide(_ put: PutArticle, _ stamp: Stamp, _ facts: TextFacts? = nil) throws(CatalogError) -> Decision {
    var article = put.article ?? Article()
    var id = try ResourceName.article.id(article.name, field: "article.name")
    if put.matchSourceId, let source = article.source?.id, !source.isEmpty,
      let known = try self.article(sourceID: source)
    {
      id = known.id
      article.name = known.name
    }
    let old = try self.article(id)
    switch (put.existence, old) {
    case (.required, nil): throw .notFound(article.name)
    case (.forbidden, .some): throw .alreadyExists(article.name)
    case (.kept, let old?): return .unchanged(old)
    default: break
    }
    try check(put.expectedEtag, of: article.name, against: old?.etag)
    if let old {
      if put.skipSameVersion, article.hasVersion(of: old) { return .unchanged(old) }
      // What the article was known under stays a way to find it, whatever the importer still knows.
      article.aliases += old.aliases
    }
    return try store(
      article, replacing: old, put.identifiers, creatingCategories: put.createMissingCategories, stamp, facts)
  }

  func decide(_ update: UpdateArticle, _ stamp: Stamp, _ facts: TextFacts? = nil) throws(CatalogError)
    -> Decision
  {
    let values = update.article ?? Article()
    let id = try ResourceName.article.id(values.name, field: "article.name")
    guard let old = try article(id) else {
      guard update.allowMissing, update.expectedEtag.isEmpty else { throw .notFound(values.name) }
      return try store(
        values, replacing: nil, update.identifiers, creatingCategories: update.createMissingCategories, stamp,
        facts)
    }
    try check(update.expectedEtag, of: values.name, against: old.etag)
    let article = try values.merged(into: old, update.mask)
    return try store(
      article, replacing: old, update.identifiers, creatingCategories: update.createMissingCategories, stamp,
      facts)
  }

  func decide(_ delete: DeleteArticle) throws(CatalogError) -> Decision {
    let id = try ResourceName.article.id(delete.name, field: "name")
    guard let old = try article(id) else {
      guard delete.allowMissing else { throw .notFound(delete.name) }
      return Decision(answer: .deleted, action: .unchanged)
    }
    try check(delete.expectedEtag, of: delete.name, against: old.etag)
    return Decision(
      changes: [Decision.ArticleChange(id: id, old: old, new: nil)], answer: .deleted, action: .deleted)
  }

  func check(_ expected: String, of name: String, against current: String?) throws(CatalogError) {
    if expected.isEmpty { return }
    guard let current else { throw .notFound(name) }
    guard expected == current else {
      throw CatalogError(
        .etagMismatch, "\(name) was changed meanwhile: its etag is \(current), not \(expected)",
        subject: name,
        currentEtag: current)
    }
  }

  /// Completes the article with what the archive decides, and checks what it refers to.
  private func store(
    _ proposal: Article, replacing old: Article?, _ identifiers: NewArticle?, creatingCategories: Bool,
    _ stamp: Stamp, _ known: TextFacts?
  ) throws(CatalogError) -> Decision {
    var article = proposal
    let facts = known.flatMap { $0.hold(for: article) ? $0 : nil } ?? TextFacts(article)
    article.uid = old?.uid ?? identifiers?.uid ?? ""
    article.createTime = old?.createTime ?? stamp.time
    if let old, !old.url.isEmpty, stamp.tellsApart(old.url, article.url) { article.aliases.append(old.url) }
    try article.complete(facts, comparingBytes: stamp.comparesBytes)
    article.story = try story(of: article, replacing: old, identifiers, stamp)
    let tree = try treeHolding(article.categories, creating: creatingCategories, stamp)
    if let old {
      article.etag = old.etag
      article.revision = old.revision
      if stamp.isSame(article, as: old) { return .unchanged(old) }
    }
    article.sign(stamp)
    return Decision(
      changes: [Decision.ArticleChange(id: article.id, old: old, new: article, facts: facts)], tree: tree,
      answer: .article(article), action: old == nil ? .created : .updated)
  }

  /// The story that the article belongs to: the one it names, the one it had, or a new one.
  private func story(
    of article: Article, replacing old: Article?, _ identifiers: NewArticle?, _ stamp: Stamp
  ) throws(CatalogError) -> String {
    guard !article.story.isEmpty else {
      let kept = old?.story ?? identifiers?.story ?? ""
      if stamp.checksKeptStory, let old, article.language != old.language,
        let story = ResourceName.story.id(kept)
      {
        try checkEditions(ofStory: story, joinedBy: [article])
      }
      return kept
    }
    let story = try ResourceName.story.id(article.story, field: "article.story")
    if article.story != old?.story || article.language != old?.language {
      try checkEditions(ofStory: story, joinedBy: [article])
    }
    return article.story
  }

  /// The tree with the named categories, `nil` when they all exist.
  private func treeHolding(
    _ names: [String], creating: Bool, _ stamp: Stamp
  ) throws(CatalogError) -> CategoryTree? {
    var grown: CategoryTree?
    for (index, name) in names.enumerated() {
      let id = try ResourceName.category.id(name, field: "article.categories[\(index)]")
      if (grown ?? tree).contains(id) { continue }
      guard creating else {
        throw CatalogError(
          .unknownCategory,
          "the article names \(name), which does not exist; create it, or set create_missing_categories",
          subject: name)
      }
      var category = Category()
      category.name = name
      category.sign(stamp)
      category.createTime = stamp.time
      if grown == nil { grown = tree }
      grown?.put(category, id: id)
    }
    return grown
  }
}

extension CatalogError {
  static func alreadyExists(_ name: String) -> CatalogError {
    CatalogError(.alreadyExists, "\(name) exists already", subject: name)
  }
}

extension Article {
  mutating func sign(_ stamp: Stamp) {
    revision = Int64(stamp.revision)
    etag = stamp.etag(name)
  }

  /// What the archive would store of an article, as far as that depends on nothing else.
  ///
  /// - Throws: `invalidField` for what it would not store.
  public func completed() throws(CatalogError) -> Article {
    var article = self
    try article.complete(TextFacts(article), comparingBytes: true)
    return article
  }

  /// Fills in what follows from the article itself.
  fileprivate mutating func complete(_ facts: TextFacts, comparingBytes: Bool) throws(CatalogError) {
    if case .unspecified = status { status = .published }
    language = try canonicalLanguage()
    categories = categories.uniqued()
    if comparingBytes {
      aliases = aliases.map(\.exact).uniqued().filter { $0 != url.exact && !$0.text.isEmpty }.map(\.text)
    } else {
      aliases = aliases.uniqued().filter { $0 != url && !$0.isEmpty }
    }
    wordCount = facts.wordCount
    try checkKeywords(facts)
  }

  fileprivate func hasVersion(of other: Article) -> Bool {
    guard let source, let known = other.source else { return false }
    return !source.id.isEmpty && source.id == known.id && !source.version.isEmpty
      && source.version == known.version
  }

  fileprivate func canonicalLanguage() throws(CatalogError) -> String {
    if language.isEmpty { return "" }
    guard let canonical = LanguageTag.canonical(language) else {
      throw .invalid(
        "article.language", "expected a BCP-47 tag such as en or ka-GE, found '\(language.prefix(50))'")
    }
    return canonical
  }

  /// Refuses what the index could not take.
  fileprivate func checkKeywords(_ facts: TextFacts) throws(CatalogError) {
    try checkKeyword(url, "article.url")
    for alias in aliases { try checkKeyword(alias, "article.aliases") }
    for tag in tags { try checkKeyword(tag, "article.tags") }
    for author in authors { try checkKeyword(author.name, "article.authors.name") }
    if let source { try checkKeyword(source.id, "article.source.id") }
    let textBytes = indexedTextBytes(facts.passages)
    guard textBytes <= Limits.textBytes else {
      throw .invalid("article", "\(textBytes) bytes of text; at most \(Limits.textBytes) are taken")
    }
  }

  private func checkKeyword(_ value: String, _ field: StaticString) throws(CatalogError) {
    guard value.utf8.count <= Limits.keywordBytes else {
      throw .invalid(
        field.description, "\(value.utf8.count) bytes; at most \(Limits.keywordBytes) are taken")
    }
  }
}

extension Category {
  mutating func sign(_ stamp: Stamp) {
    revision = Int64(stamp.revision)
    etag = stamp.etag(name)
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, each at its first place.
  func uniqued() -> [Element] {
    if count < 2 { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
