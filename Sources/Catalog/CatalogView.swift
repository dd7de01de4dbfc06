import ArticleAPI
import FullText

/// The whole archive at one revision.
///
/// Immutable: later writes make other views and leave this one as it is, for as long as it is held.
public final class CatalogView: Sendable {
  /// The revision of the newest mutation that is in the view.
  public let revision: UInt64
  /// Articles and what they are found by, in the fields of ``ArticleSchema``.
  public let index: IndexView
  /// The categories with their counts.
  public let categories: CategoryTree
  /// Saved queries and synonyms.
  public let resources: QueryResources
  /// The stories that were changed last by losing an edition.
  let storyRevisions: StoryRevisions

  init(
    revision: UInt64, index: IndexView, categories: CategoryTree,
    resources: QueryResources = QueryResources(),
    storyRevisions: StoryRevisions = StoryRevisions()
  ) {
    self.resources = resources
    self.storyRevisions = storyRevisions
    self.revision = revision
    self.index = index
    self.categories = categories
  }

  /// An archive without anything.
  convenience init() {
    self.init(
      revision: 0, index: IndexView(schema: ArticleSchema.schema, revision: 0, parts: []),
      categories: CategoryTree())
  }

  /// How many articles there are.
  public var articleCount: Int { index.liveCount }
}

extension CatalogView {
  /// The document of an article's name, `nil` when there is none.
  ///
  /// - Complexity: O(segments).
  public func document(named name: String) -> IndexView.Document? {
    // SAFETY: whoever calls holds the view. A closure that captured it would count a reference that all cores count.
    let view = Unmanaged.passUnretained(self)
    return ResourceName.article.withID(name) { id in view._withUnsafeGuaranteedRef { $0.index.find(key: id) }
    }
  }

  /// The article of a name.
  ///
  /// - Throws: `storage` when what is stored of it has decayed.
  public func article(named name: String) throws(CatalogError) -> Article? {
    guard let document = document(named: name) else { return nil }
    return try index.article(document)
  }

  /// The encoded article of a name, as it is put into a response without being decoded.
  public func encodedArticle(named name: String) -> [UInt8]? { document(named: name).map(index.payload) }

  /// The document with a canonical address; failing that, with it as a former one. Of several in a part of the archive, which is
  /// all of it when nil, the one changed last.
  public func document(url: String, in part: ArchivePart? = nil) -> IndexView.Document? {
    newest(of: documents(with: url, in: ArticleSchema.url, part)) ?? document(alias: url, in: part)
  }

  /// The document with an alias; of several in a part of the archive the one changed last.
  public func document(alias: String, in part: ArchivePart? = nil) -> IndexView.Document? {
    newest(of: documents(with: alias, in: ArticleSchema.alias, part))
  }

  /// The document with a publisher's identifier; of several in a part of the archive the one with the lowest id, to which an import
  /// of it writes.
  public func document(sourceID: String, in part: ArchivePart? = nil) -> IndexView.Document? {
    let documents = documents(with: sourceID, in: ArticleSchema.sourceID, part)
    guard documents.count > 1 else { return documents.first }
    return documents.min { index.key($0).lexicographicallyPrecedes(index.key($1)) }
  }

  private func documents(
    with value: String, in field: KeywordFieldID, _ part: ArchivePart?
  ) -> [IndexView.Document] {
    let documents = index.documents(with: value, in: field)
    guard let part else { return documents }
    return documents.filter { part.contains($0, in: self) }
  }

  /// The documents that are editions of a story.
  public func editions(ofStory name: String) -> [IndexView.Document] {
    guard let id = ResourceName.story.id(name) else { return [] }
    return index.documents(with: id, in: ArticleSchema.story)
  }

  /// A story with its editions by language, `nil` when it has none.
  ///
  /// - Throws: `storage` when what is stored of one of them has decayed.
  public func story(named name: String) throws(CatalogError) -> Story? {
    var editions: [Article] = []
    for document in self.editions(ofStory: name) { editions.append(try index.article(document)) }
    guard !editions.isEmpty, let id = ResourceName.story.id(name) else { return nil }
    return Story(name: name, editions: editions, left: storyRevisions[id])
  }

  /// The category of a name with its counts.
  public func category(named name: String) -> Category? {
    ResourceName.category.id(name).flatMap(categories.category)
  }

  /// Of several articles under one address, the one that was changed last.
  private func newest(of documents: [IndexView.Document]) -> IndexView.Document? {
    guard documents.count > 1 else { return documents.first }
    func revision(_ document: IndexView.Document) -> Int64 {
      index.integer(of: document, in: ArticleSchema.revision) ?? 0
    }
    return documents.max { revision($0) < revision($1) }
  }
}
