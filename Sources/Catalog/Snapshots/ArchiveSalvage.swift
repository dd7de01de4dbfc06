import ArticleAPI
import FullText
import Protobuf
import Storage

/// Makes of a damaged snapshot what is left of it: all articles that can still be read, and what can be worked out from them.
///
/// A lost article is as if it had been deleted. What only repeats other things, indexes and changes, is left out where it
/// is damaged; the list of segments is made again from the documents, without the articles that may have been deleted.
/// Where the manifest is lost, sections are believed that agree with one another.
struct ArchiveSalvage {
  private let snapshot: DamagedSnapshot
  private var state: CatalogState
  private var kept: [String] = [SnapshotContent.stories]
  private var losses: [String] = []
  private var lossCount = 0
  /// New sections: name and what writes them.
  private var written: [(name: String, write: @Sendable (inout SectionWriter) throws(StorageError) -> Void)] =
    []
  /// Calls its argument with every live article's encoded form.
  private var readers: [(_ body: (UnsafeRawBufferPointer) -> Void) -> Void] = []

  /// Nil when neither the list of segments is left nor another can be made.
  ///
  /// - Parameter keepingDoubtful: whether articles are kept that may have been deleted.
  init?(_ snapshot: DamagedSnapshot, keepingDoubtful: Bool) {
    self.snapshot = snapshot
    let stored: CatalogState? = Self.message(SnapshotContent.catalog, of: snapshot)
    if let stored, snapshot.sound(SnapshotContent.catalog) != nil, stored.revision == snapshot.revision {
      state = stored
      return
    }
    guard let documents = SnapshotDocuments(snapshot) else { return nil }
    if snapshot.hasManifest {
      state = CatalogState()
      guard makeList(from: documents, keepingDoubtful) else { return nil }
    } else {
      guard let stored, stored.revision == snapshot.revision,
        documents.agree(
          with: stored, changes: Self.changes(of: snapshot), categories: Self.categories(of: snapshot))
      else { return nil }
      state = stored
      state.nextSegment = documents.nextSegment
    }
  }

  /// Makes the list of segments again; false when that cannot be done.
  private mutating func makeList(from documents: SnapshotDocuments, _ keepsDoubtful: Bool) -> Bool {
    guard let total = snapshot.attributes["articles"].flatMap(Int.init),
      !snapshot.missing.contains(where: { SnapshotContent.segment(ofDocuments: $0) != nil })
    else { return false }
    guard
      let made = documents.list(
        total: total, changes: Self.changes(of: snapshot), categories: Self.categories(of: snapshot),
        keepingDoubtful: keepsDoubtful)
    else { return false }
    state.revision = snapshot.revision
    state.segments = made.segments
    state.nextSegment = documents.nextSegment
    losses += made.doubtful.map { name in
      (keepsDoubtful
        ? "the proof that \(name) had not been deleted" : "\(name), which may have been deleted before")
        + " (\(SnapshotContent.catalog))"
    }
    // Categories are counted anew.
    lossCount += made.doubtful.count
    return true
  }

  /// A section that is as it was written, or of which without a manifest nobody knows whether it is.
  private static func file(_ name: String, of snapshot: DamagedSnapshot) -> MappedFile? {
    snapshot.sound(name) ?? (snapshot.hasManifest ? nil : snapshot.sections[name]?.file)
  }

  private static func message<Value: Message>(_ name: String, of snapshot: DamagedSnapshot) -> Value? {
    file(name, of: snapshot).flatMap { file in file.withUnsafeBytes { try? Value(serialized: $0) } }
  }

  /// The newest changes, as far as they are left.
  private static func changes(of snapshot: DamagedSnapshot) -> [RecordedChange] {
    let file =
      file(SnapshotContent.changes, of: snapshot) ?? file(SnapshotContent.earlierChanges, of: snapshot)
    let found = file.flatMap { file in
      try? StoredChanges(file, checksum: 0).places().places.compactMap { try $0.change() }
    }
    return found ?? []
  }

  private static func categories(of snapshot: DamagedSnapshot) -> [ArticleAPI.Category] {
    let list: CategoryList? = message(SnapshotContent.categories, of: snapshot)
    return list?.categories ?? []
  }

  /// - Returns: nil when nothing is left.
  /// - Complexity: O(bytes).
  mutating func run() -> SnapshotSalvage? {
    var segments: [SegmentState] = []
    var articleCount = 0
    for segment in state.segments {
      guard let deletions = SnapshotContent.deletions(segment.deleted, of: segment.documentCount) else {
        return nil
      }
      let live = Int(segment.documentCount) - segment.deleted.count
      let found = keep(segment, deletions) ?? salvage(segment, deletions, live: live, &articleCount)
      if found == segment { articleCount += live }
      if let found { segments.append(found) }
    }
    guard articleCount > 0 || lossCount == 0 else { return nil }
    let hasLostArticles = lossCount > 0
    state.segments = segments
    write(SnapshotContent.catalog, state)
    keepOrRestore(SnapshotContent.requests, RequestList(), "the requests that were remembered")
    // Snapshots of earlier releases have none.
    if snapshot.sections[SnapshotContent.queries] != nil || snapshot.missing.contains(SnapshotContent.queries)
    {
      keepOrRestore(
        SnapshotContent.queries, QueryResourceList(), "all saved queries and sets of synonyms", count: 1000)
    }
    restoreCategories()
    // A story that lost an edition may have been changed last by that.
    if snapshot.sound(SnapshotContent.stories) == nil || hasLostArticles {
      kept.removeAll { $0 == SnapshotContent.stories }
      write(SnapshotContent.stories, StoryRevisions(unknown: snapshot.revision).list)
    }
    return SnapshotSalvage(
      losses: losses, lossCount: lossCount, articleCount: articleCount, kept: kept
    ) { [written] (writer) throws(StorageError) in
      for (name, write) in written { try writer.write(name, write) }
    }
  }

  /// Keeps a segment whose documents are sound, with its index if that is; else the next start makes one.
  private mutating func keep(_ segment: SegmentState, _ deletions: DeletionBitmap) -> SegmentState? {
    let (name, index) = (SnapshotContent.documents(segment.number), SnapshotContent.index(segment.number))
    guard let file = snapshot.sound(name) else { return nil }
    kept.append(name)
    if snapshot.sound(index) != nil { kept.append(index) }
    let region = region(file)
    readers.append { body in
      var document: DocID = 0
      try? SegmentFile.forEachDocument(in: region) { _, payload in
        if !deletions.contains(document) { body(payload) }
        document += 1
      }
    }
    return segment
  }

  /// Writes the live documents of a segment that can be read into a new one.
  private mutating func salvage(
    _ segment: SegmentState, _ deletions: DeletionBitmap, live: Int, _ articleCount: inout Int
  ) -> SegmentState? {
    let name = SnapshotContent.documents(segment.number)
    guard live > 0 else { return nil }
    guard let section = snapshot.sections[name] else {
      lose("\(live) articles: \(name) is missing", count: live)
      return nil
    }
    let index = snapshot.sections[SnapshotContent.index(segment.number)].map { region($0.file) }
    let documents = SegmentFile.salvage(
      documents: region(section.file), byteCount: section.byteCount, count: Int(segment.documentCount),
      index: index)
    let offsets = documents.offsets { !deletions.contains($0) }
    articleCount += offsets.count
    note(documents.lost, of: name, deletions, lost: live - offsets.count)
    guard !offsets.isEmpty else { return nil }
    var made = SegmentState()
    made.number = state.nextSegment
    made.documentCount = UInt32(offsets.count)
    state.nextSegment &+= 1
    written.append(
      (
        SnapshotContent.documents(made.number),
        { (section) throws(StorageError) in
          try documents.write(offsets) { (bytes) throws(StorageError) in try section.append(bytes) }
        }
      ))
    readers.append { body in
      for offset in offsets { body(documents.payload(at: offset)) }
    }
    return made
  }

  private func region(_ file: MappedFile) -> ImageRegion { ImageRegion(borrowing: file.bytes, owner: file) }

  private mutating func lose(_ what: String, count: Int) {
    losses.append(what)
    lossCount += count
  }

  /// Names the lost articles of a segment, of which there are `count` in all.
  private mutating func note(
    _ lost: [SalvagedDocuments.Lost], of section: String, _ deletions: DeletionBitmap, lost count: Int
  ) {
    var told = 0
    var nameless: (documents: ClosedRange<DocID>, live: Int)?
    for place in lost {
      let live = place.documents.reduce(0) { $0 + (deletions.contains($1) ? 0 : 1) }
      guard live > 0 else { continue }
      told += live
      if let name = name(of: place) {
        losses.append("\(name) (\(section), record \(place.documents.lowerBound))")
      } else if let open = nameless, place.documents.lowerBound <= open.documents.upperBound + 1 {
        nameless = (
          open.documents.lowerBound...max(open.documents.upperBound, place.documents.upperBound),
          open.live + live
        )
      } else {
        noteNameless(nameless, section)
        nameless = (place.documents, live)
      }
    }
    noteNameless(nameless, section)
    if count > told {
      losses.append("\(count - told) articles that may have been deleted before (\(section))")
    }
    lossCount += count
  }

  private mutating func noteNameless(_ lost: (documents: ClosedRange<DocID>, live: Int)?, _ section: String) {
    guard let lost else { return }
    let (first, last) = (lost.documents.lowerBound, lost.documents.upperBound)
    let what = lost.live == 1 ? "an article" : "\(lost.live) articles"
    losses.append(
      "\(what) (\(section), \(first == last ? "record \(first)" : "records \(first) to \(last)"))")
  }

  /// The name of a lost article, if what is left of it can be relied upon for that.
  private func name(of lost: SalvagedDocuments.Lost) -> String? {
    guard lost.documents.count == 1, let key = lost.key else { return nil }
    let id = String(decoding: key, as: UTF8.self)
    let name = ResourceName.article.name(id)
    guard ResourceName.isID(id) else { return nil }
    // An article begins with its name, behind its tag and its length.
    let repeats = lost.content.dropFirst(name.utf8.count < 128 ? 2 : 3).starts(with: name.utf8)
    return lost.isKeyCertain || repeats ? name : nil
  }
}

// The rest of the snapshot.
extension ArchiveSalvage {
  private mutating func write(_ name: String, _ message: some Message) {
    let bytes = message.serialized()
    written.append((name, { (section) throws(StorageError) in try section.append(bytes) }))
  }

  private mutating func keepOrRestore<Value: Message>(
    _ name: String, _ empty: Value, _ what: String, count: Int = 1
  ) {
    if snapshot.sound(name) != nil { return kept.append(name) }
    if let found: Value = Self.message(name, of: snapshot) { return write(name, found) }
    write(name, empty)
    lose("\(what) (\(name))", count: count)
  }

  /// Counts the articles of the categories anew; where the categories are lost, those that articles name are made again.
  private mutating func restoreCategories() {
    let list: CategoryList? = Self.message(SnapshotContent.categories, of: snapshot)
    if snapshot.sound(SnapshotContent.categories) != nil, list != nil, lossCount == 0 {
      return kept.append(SnapshotContent.categories)
    }
    var tree = CategoryTree()
    for category in list?.categories ?? [] {
      guard let id = ResourceName.category.id(category.name) else { continue }
      tree.put(category, id: id)
    }
    for reader in readers {
      reader { payload in
        guard let article = try? Article(serialized: payload) else { return }
        let own = article.categories.uniqued().compactMap { ResourceName.category.id($0) }
        for id in own where list == nil && !tree.contains(id) {
          var category = Category()
          category.name = ResourceName.category.name(id)
          category.sign(Stamp(revision: state.revision, time: article.createTime ?? Timestamp()))
          category.createTime = article.createTime
          tree.put(category, id: id)
        }
        tree.count(own: own, closure: tree.closure(ofNames: article.categories), by: 1)
      }
    }
    var restored = CategoryList()
    restored.categories = tree.all
    write(SnapshotContent.categories, restored)
    if list == nil {
      lose(
        "all that was noted of categories but the names that articles have (\(SnapshotContent.categories))",
        count: 1000)
    }
  }
}
