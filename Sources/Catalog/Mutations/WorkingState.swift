import ArticleAPI
import FullText

/// The archive as the next mutation of a batch finds it: the newest view, and what earlier mutations of the batch changed.
///
/// Used by the thread that applies mutations.
struct WorkingState {
  let index: IndexView
  private(set) var tree: CategoryTree
  private(set) var resources: QueryResources
  private(set) var storyRevisions: StoryRevisions
  var requests: RequestMemory
  /// What changed so far, in order.
  private(set) var history: [RecordedChange] = []
  /// The changed articles by id; `nil` for a deleted one.
  private var changes: [String: Changed?] = [:]
  /// Ids of changed articles in the order of their first change.
  private var order: [String] = []
  private var idsByStory: [String: Set<String>] = [:]
  private var idsBySource: [ExactText: Set<String>] = [:]

  /// An article as the batch changed it, and encoded.
  private struct Changed {
    let article: Article
    let payload: [UInt8]
    let facts: TextFacts?
  }

  init(continuing view: CatalogView, requests: RequestMemory) {
    resources = view.resources
    storyRevisions = view.storyRevisions
    index = view.index
    tree = view.categories
    self.requests = requests
  }

  /// The article of an id.
  func article(_ id: String) -> Article? {
    if let change = changes[id] { return change?.article }
    return index.find(key: Array(id.utf8)).map(index.article)
  }

  /// The editions of a story, by id.
  func editions(ofStory id: String) -> [Article] {
    articles(ArticleSchema.story, id, changed: idsByStory[id] ?? []) {
      ResourceName.story.id($0.story) == id
    }
  }

  /// The articles filed under a category or below it, by id.
  func articles(inCategory id: String) -> [Article] {
    articles(ArticleSchema.category, id, changed: Set(changes.keys)) {
      tree.closure(ofNames: $0.categories).contains(id)
    }
  }

  /// The article of a source id; of several the one with the lowest id, however the mutations before it came in batches.
  func article(sourceID: String) -> Article? {
    articles(ArticleSchema.sourceID, sourceID, changed: idsBySource[sourceID.exact] ?? []) {
      $0.source?.id.exact == sourceID.exact
    }.first
  }

  private func articles(
    _ field: KeywordFieldID, _ value: String, changed: Set<String>, where holds: (Article) -> Bool
  ) -> [Article] {
    var found: [Article] = []
    for document in index.documents(with: value, in: field) {
      if changes[String(decoding: index.key(document), as: UTF8.self)] == nil {
        found.append(index.article(document))
      }
    }
    for id in changed {
      if let article = (changes[id] ?? nil)?.article, holds(article) { found.append(article) }
    }
    return found.sorted { $0.id < $1.id }
  }

  /// Carries out what a mutation of a revision was decided to do.
  mutating func commit(_ decision: Decision, revision: UInt64) {
    if let resources = decision.resources { self.resources = resources }
    for change in decision.changes {
      let isSamePlace = decision.tree == nil && change.old?.categories == change.new?.categories
      if !isSamePlace, let old = change.old { count(old, by: -1) }
    }
    let old = decision.tree == nil ? nil : tree
    if let tree = decision.tree { self.tree = tree.withCounts(of: self.tree) }
    for change in decision.changes {
      let isSamePlace = old == nil && change.old?.categories == change.new?.categories
      if !isSamePlace, let new = change.new { count(new, by: 1) }
    }
    for (number, change) in decision.changes.enumerated() {
      let before = change.old.map { state(of: $0, payload(of: change.id), in: old ?? tree) }
      note(change)
      let after = change.new.map { state(of: $0, payload(of: change.id), in: tree) }
      history.append(
        RecordedChange(
          position: ChangePosition(revision: revision, changes: UInt32(number + 1)), id: change.id,
          before: before, after: after))
    }
    for change in decision.changes { noteStories(of: change, revision) }
  }

  /// Keeps in mind that an edition left its story, as long as what is left of that was changed before.
  private mutating func noteStories(of change: Decision.ArticleChange, _ revision: UInt64) {
    for article in [change.old, change.new] {
      guard let article, let story = ResourceName.story.id(article.story) else { continue }
      if change.old?.story == change.new?.story {
        if UInt64(article.revision) >= storyRevisions[story] { storyRevisions.forget(story) }
        continue
      }
      let newest = editions(ofStory: story).map(\.revision).max()
      if let newest, newest < revision {
        storyRevisions.set(story, revision)
      } else {
        storyRevisions.forget(story)
      }
    }
  }

  /// What the batch made of an article, encoded; nil when it did not change it, or deleted it.
  func encodedChange(_ id: String) -> [UInt8]? { (changes[id] ?? nil)?.payload }

  private func payload(of id: String) -> [UInt8] {
    if let change = changes[id] { return change?.payload ?? [] }
    return index.find(key: Array(id.utf8)).map(index.payload) ?? []
  }

  private func state(
    of article: Article, _ payload: [UInt8], in tree: CategoryTree
  ) -> RecordedChange.State {
    RecordedChange.State(
      payload: payload, language: article.language, categories: tree.closure(ofNames: article.categories))
  }

  private mutating func count(_ article: Article, by difference: Int64) {
    let own = article.categories.compactMap { ResourceName.category.id($0) }
    tree.count(own: own, closure: tree.closure(ofNames: article.categories), by: difference)
  }

  private mutating func note(_ change: Decision.ArticleChange) {
    let changed = change.new.map { article in
      Changed(
        article: article, payload: change.encoded ?? article.serialized(), facts: change.facts)
    }
    if changes.updateValue(changed, forKey: change.id) == nil { order.append(change.id) }
    guard let new = change.new else { return }
    if let story = ResourceName.story.id(new.story) { idsByStory[story, default: []].insert(change.id) }
    if let source = new.source?.id, !source.isEmpty {
      idsBySource[source.exact, default: []].insert(change.id)
    }
  }

  /// What the index has to do for everything committed, each article once.
  func indexOperations() -> [IndexWriter.Operation] {
    order.map { id in
      guard let changed = changes[id] ?? nil else { return .delete(key: Array(id.utf8)) }
      let categories = tree.closure(ofNames: changed.article.categories)
      return .put(
        changed.article.document(categories: categories, payload: changed.payload, facts: changed.facts))
    }
  }
}

extension IndexView {
  /// The stored article of a document.
  public func article(_ document: Document) -> Article {
    withPayload(document) { bytes in
      do {
        return try Article(serialized: bytes)
      } catch {
        // Payloads are written by this module and checked by checksum when they are mapped.
        preconditionFailure("a stored article cannot be decoded: \(error)")
      }
    }
  }
}
