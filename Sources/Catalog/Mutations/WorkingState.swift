import ArticleAPI
import FullText

/// What the index knows of an article that is filed under some category.
struct FiledArticle {
  let id: String
  let language: String
  /// The ids of the categories that it is filed under.
  let categories: [String]
  /// The bytes of the article as it is stored.
  let byteCount: Int
}

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
  private(set) var history: [KeptChange] = []
  /// What `history` takes.
  private(set) var changedBytes = 0
  /// What was done last with each changed article, by id.
  private var changes: [String: Decision.ArticleChange] = [:]
  /// The changed articles in the order of their first change, and whether that found one in the view.
  private var order: [(id: String, isInView: Bool)] = []
  private var idsByStory: [String: Set<String>] = [:]
  private var idsBySource: [ExactText: Set<String>] = [:]
  let lookups = BatchLookups()

  init(continuing view: CatalogView, requests: RequestMemory) {
    resources = view.resources
    storyRevisions = view.storyRevisions
    index = view.index
    tree = view.categories
    self.requests = requests
  }

  /// The article of an id.
  ///
  /// - Throws: `storage` when what is stored of it has decayed; so do those below.
  func article(_ id: String) throws(CatalogError) -> Article? {
    if let change = changes[id] { return change.new?.article }
    guard let document = index.find(key: Array(id.utf8)) else { return nil }
    return try index.article(document)
  }

  /// The editions of a story, by id.
  func editions(ofStory id: String) throws(CatalogError) -> [Article] {
    try articles(ArticleSchema.story, id, changed: idsByStory[id] ?? []) {
      ResourceName.story.id($0.story) == id
    }
  }

  /// The articles filed under a category itself, by id.
  func articles(inCategory id: String) throws(CatalogError) -> [Article] {
    try articles(ArticleSchema.category, id, changed: Set(changes.keys)) { $0.categoryIDs.contains(id) }
  }

  /// The ids of the first articles by id that are filed under a category itself.
  ///
  /// - Complexity: O(articles there): of those that are not among the first only the key is looked at.
  func firstArticles(_ count: Int, inCategory category: String) -> [String] {
    var first: [String] = []
    func offer(_ id: String) {
      if first.count < count || id < first[count - 1] { first.insertSorted(id) }
      if first.count > count { first.removeLast() }
    }
    for document in index.documents(with: category, in: ArticleSchema.category) {
      let id = String(decoding: index.key(document), as: UTF8.self)
      if changes[id] == nil { offer(id) }
    }
    for (id, change) in changes where change.new?.article.categoryIDs.contains(category) == true {
      offer(id)
    }
    return first
  }

  /// The bytes of an article as it is stored.
  func byteCount(ofArticle id: String) -> Int {
    if let change = changes[id] { return change.encoded.count }
    return index.find(key: Array(id.utf8)).map { index.withPayload($0) { $0.count } } ?? 0
  }

  /// What the index knows of the articles filed under any of some categories, by id.
  ///
  /// - Complexity: O(articles found): none of them is read.
  func filed(under ids: [String]) -> [FiledArticle] {
    var found: [FiledArticle] = []
    for document in Set(ids.flatMap { index.documents(with: $0, in: ArticleSchema.category) }) {
      let id = String(decoding: index.key(document), as: UTF8.self)
      if changes[id] != nil { continue }
      found.append(
        FiledArticle(
          id: id, language: index.firstValue(of: document, in: ArticleSchema.language) ?? "",
          categories: index.values(of: document, in: ArticleSchema.category),
          byteCount: index.withPayload(document) { $0.count }))
    }
    let ids = Set(ids)
    for (id, change) in changes {
      guard let article = change.new?.article, !ids.isDisjoint(with: article.categoryIDs) else { continue }
      found.append(
        FiledArticle(
          id: id, language: article.language, categories: article.categoryIDs,
          byteCount: change.encoded.count))
    }
    return found.sorted { $0.id < $1.id }
  }

  /// The article of a source id; of several the one with the lowest id, however the mutations before it came in batches.
  ///
  /// - Complexity: O(articles that have it), once a batch.
  func article(sourceID: String) throws(CatalogError) -> Article? {
    let source = sourceID.exact
    if let known = lookups.lowestIDs[source] {
      return try known.flatMap { id throws(CatalogError) in try article(id) }
    }
    var lowest: String?
    forEachStored(with: sourceID, in: ArticleSchema.sourceID) { id, _ in lowest = min(lowest ?? id, id) }
    for id in idsBySource[source] ?? [] where changes[id]?.new?.article.source?.id.exact == source {
      lowest = min(lowest ?? id, id)
    }
    lookups.lowestIDs.updateValue(lowest, forKey: source)
    guard let lowest else { return nil }
    return try article(lowest)
  }

  /// The languages of a story's editions.
  ///
  /// - Complexity: O(editions), once a batch; none of them is read.
  func languages(ofStory story: String) -> EditionLanguages {
    if let known = lookups.languagesByStory[story] { return known }
    var found = EditionLanguages()
    forEachStored(with: story, in: ArticleSchema.story) { id, document in
      found.set(id, index.firstValue(of: document, in: ArticleSchema.language) ?? "")
    }
    for id in idsByStory[story] ?? [] {
      guard let edition = changes[id]?.new?.article, ResourceName.story.id(edition.story) == story else {
        continue
      }
      found.set(id, edition.language)
    }
    lookups.languagesByStory[story] = found
    return found
  }

  /// Calls `body` with the documents that have a value, and their ids, but for those that the batch changed.
  private func forEachStored(
    with value: String, in field: KeywordFieldID, _ body: (String, IndexView.Document) -> Void
  ) {
    for document in index.documents(with: value, in: field) {
      lookups.documentsRead += 1
      let id = String(decoding: index.key(document), as: UTF8.self)
      if changes[id] == nil { body(id, document) }
    }
  }

  private func articles(
    _ field: KeywordFieldID, _ value: String, changed: Set<String>, where holds: (Article) -> Bool
  ) throws(CatalogError) -> [Article] {
    var found: [Article] = []
    for document in index.documents(with: value, in: field) {
      if changes[String(decoding: index.key(document), as: UTF8.self)] == nil {
        found.append(try index.article(document))
      }
    }
    for id in changed {
      if let article = changes[id]?.new?.article, holds(article) { found.append(article) }
    }
    return found.sorted { $0.id < $1.id }
  }

  /// Carries out what a mutation of a revision was decided to do.
  mutating func commit(_ decision: Decision, revision: UInt64) {
    if let resources = decision.resources { self.resources = resources }
    for change in decision.changes {
      let isSamePlace = decision.tree == nil && change.isFiledAsBefore
      if !isSamePlace, let old = change.old { count(old.article, by: -1) }
    }
    let old = decision.tree == nil ? nil : tree
    if let tree = decision.tree { self.tree = tree.withCounts(of: self.tree) }
    for change in decision.changes {
      let isSamePlace = old == nil && change.isFiledAsBefore
      if !isSamePlace, let new = change.new { count(new.article, by: 1) }
    }
    for (number, change) in decision.changes.enumerated() {
      let before = change.old.map { state(of: $0.article, payload(of: change.id), in: old ?? tree) }
      note(change)
      let after = change.new.map { state(of: $0.article, change.encoded, in: tree) }
      record(
        .told(
          RecordedChange(
            position: ChangePosition(revision: revision, changes: UInt32(number + 1)), id: change.id,
            before: before, after: after)))
    }
    for change in decision.changes { noteStories(of: change, revision) }
    if let old, let id = decision.movedCategory { move(id, from: old, revision: revision) }
  }

  /// Counts the articles below a category under others than before, if that has moved, and tells of it.
  ///
  /// - Complexity: O(articles), a few nanoseconds each, and O(categories above it · sets of categories that articles have).
  private mutating func move(_ id: String, from old: CategoryTree, revision: UInt64) {
    let isMove = tree.contains(id)
    if isMove {
      for (categories, count) in setsFiled(under: [id] + old.descendants(of: id)) {
        tree.count(own: [], closure: old.closure(of: categories), by: -Int64(count))
        tree.count(own: [], closure: tree.closure(of: categories), by: Int64(count))
      }
    }
    record(
      .moved(
        CategoryMove(
          revision: revision, id: id, before: old.ancestors(of: id),
          after: isMove ? tree.ancestors(of: id) : nil)))
  }

  /// How many articles have each set of categories, of those filed under any of some categories.
  private func setsFiled(under ids: [String]) -> [[String]: Int] {
    let changed = changes.keys.compactMap { index.find(key: Array($0.utf8)) }
    var sets = index.valueSets(withAnyOf: ids, in: ArticleSchema.category, leavingOut: Set(changed))
    let ids = Set(ids)
    for change in changes.values {
      guard let own = change.new?.article.categoryIDs, !ids.isDisjoint(with: own) else { continue }
      sets[own, default: 0] += 1
    }
    return sets
  }

  private mutating func record(_ change: KeptChange) {
    history.append(change)
    changedBytes += change.byteCount
  }

  /// Keeps in mind that an edition left its story, as long as what is left of that was changed before.
  private mutating func noteStories(of change: Decision.ArticleChange, _ revision: UInt64) {
    let (before, after) = (change.old?.article.story, change.new?.article.story)
    for version in [change.old, change.new] {
      guard let version, let story = ResourceName.story.id(version.article.story) else { continue }
      if before == after {
        if UInt64(version.article.revision) >= storyRevisions[story] { storyRevisions.forget(story) }
        continue
      }
      // Who joins it was changed just now.
      let isLeft = after != version.article.story
      if isLeft, let newest = newestRevision(ofStory: story), newest < Int64(clamping: revision) {
        storyRevisions.set(story, revision)
      } else {
        storyRevisions.forget(story)
      }
    }
  }

  /// The revision at which an edition of a story was changed last, nil when it has none.
  private func newestRevision(ofStory id: String) -> Int64? {
    var newest: Int64?
    forEachStored(with: id, in: ArticleSchema.story) { _, document in
      newest = max(newest ?? 0, index.integer(of: document, in: ArticleSchema.revision) ?? 0)
    }
    let changed = (idsByStory[id] ?? []).compactMap { edition in
      changes[edition]?.new.flatMap {
        ResourceName.story.id($0.article.story) == id ? $0.article.revision : nil
      }
    }
    return (changed + [newest].compactMap { $0 }).max()
  }

  /// What the batch made of an article, encoded; nil when it did not change it, or deleted it.
  func encodedChange(_ id: String) -> [UInt8]? {
    changes[id].flatMap { $0.new == nil ? nil : $0.encoded }
  }

  private func payload(of id: String) -> [UInt8] {
    if let change = changes[id] { return change.encoded }
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
    if changes.updateValue(change, forKey: change.id) == nil {
      order.append((change.id, isInView: change.old != nil))
    }
    lookups.note(change)
    guard let new = change.new else { return }
    if let story = ResourceName.story.id(new.article.story) {
      idsByStory[story, default: []].insert(change.id)
    }
    if let source = new.article.source?.id, !source.isEmpty {
      idsBySource[source.exact, default: []].insert(change.id)
    }
  }

  /// What the index has to do for everything committed, each article once.
  func indexOperations() -> [IndexWriter.Operation] {
    order.map { id, isInView in
      guard let change = changes[id], let new = change.new else { return .delete(key: Array(id.utf8)) }
      let document = new.article.document(payload: change.encoded, facts: change.facts)
      return isInView ? .put(document) : .add(document)
    }
  }
}
