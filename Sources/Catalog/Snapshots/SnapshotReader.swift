import ArticleAPI
import FullText
import Protobuf
import Storage

/// Reads the archive out of a snapshot.
struct SnapshotReader {
  /// The snapshot; it holds the indexes that had to be made again, as far as there was room for them.
  private(set) var snapshot: StoredSnapshot
  let report: @Sendable (CatalogEvent) -> Void
  private let sections: CheckedSections
  private let shared: SharedSegments?
  private let canRebuild: Bool
  private let hasRoom: (Int) throws(StorageError) -> Bool

  /// Checks all sections of a snapshot, on all cores.
  ///
  /// - Parameters:
  ///   - shared: segments that are open already.
  ///   - canRebuild: whether an index that cannot be used is made again; else the snapshot is taken for damaged.
  ///   - hasRoom: whether the snapshot may grow by so many bytes.
  init(
    snapshot: StoredSnapshot, sharing shared: SharedSegments? = nil, canRebuild: Bool = true,
    hasRoom: @escaping (Int) throws(StorageError) -> Bool = { (_) throws(StorageError) in true },
    report: @escaping @Sendable (CatalogEvent) -> Void
  ) {
    self.snapshot = snapshot
    self.report = report
    self.shared = shared
    self.canRebuild = canRebuild
    self.hasRoom = hasRoom
    let open = (shared?.segments.keys).map { $0.filter { shared?.segment($0, in: snapshot.manifest) != nil } }
    sections = CheckedSections(
      snapshot, leavingOut: Set((open ?? []).flatMap(SnapshotContent.sections)))
  }

  /// What a snapshot holds.
  struct Content {
    let view: CatalogView
    let requests: RequestMemory
    let numbers: SegmentNumbers
    /// The newest changes; nil where the snapshot has none, as those of earlier releases.
    var changes: Result<StoredChanges?, StorageError> = .success(nil)
  }

  /// Maps the segments and decodes the rest. An index that cannot be used is made again from its documents, and kept.
  ///
  /// - Throws: `damaged` or `newerVersion` with the file.
  mutating func read() throws(StorageError) -> Content {
    let state: CatalogState = try message(SnapshotContent.catalog)
    let categories: CategoryList = try message(SnapshotContent.categories)
    let requests: RequestList = try message(SnapshotContent.requests)
    let tree = CategoryTree(categories.categories)
    // Snapshots of earlier releases have none.
    let resources: QueryResourceList =
      snapshot.entry(SnapshotContent.queries) == nil ? .init() : try message(SnapshotContent.queries)
    let stories = storyRevisions()
    var numbers = SegmentNumbers(next: try nextSegment(state))
    var parts: [SegmentView] = []
    for stored in state.segments {
      let segment = try segment(stored, &numbers)
      guard let deletions = SnapshotContent.deletions(stored.deleted, of: stored.documentCount) else {
        throw damaged(
          SnapshotContent.catalog, "it deletes documents that segment \(stored.number) does not have")
      }
      parts.append(SegmentView(segment: segment, deletions: deletions))
    }
    let index = IndexView(
      schema: ArticleSchema.schema, revision: state.revision, parts: parts, tree: tree.values)
    guard state.revision == snapshot.revision else {
      throw damaged(SnapshotContent.catalog, "it holds revision \(state.revision), not \(snapshot.revision)")
    }
    return Content(
      view: CatalogView(
        revision: state.revision, index: index, categories: tree, resources: QueryResources(resources),
        storyRevisions: stories),
      requests: RequestMemory(requests.requests), numbers: numbers,
      changes: Result { () throws(StorageError) in try storedChanges() })
  }

  /// The number of the next new segment: one that none has.
  private func nextSegment(_ state: CatalogState) throws(StorageError) -> UInt64 {
    let numbers = Set(state.segments.map(\.number))
    let next = max(state.nextSegment, 1)
    guard numbers.count == state.segments.count, numbers.allSatisfy({ $0 < next }), next < .max / 2 else {
      throw damaged(SnapshotContent.catalog, "its segments have numbers that cannot be theirs")
    }
    return next
  }

  /// Without the section nobody knows which stories lost an edition: then none can have changed later than the snapshot.
  private func storyRevisions() -> StoryRevisions {
    // Snapshots of earlier releases have none.
    guard snapshot.entry(SnapshotContent.stories) != nil else { return StoryRevisions() }
    do throws(StorageError) {
      return StoryRevisions(try message(SnapshotContent.stories))
    } catch {
      report(.lostStoryRevisions(error))
      return StoryRevisions(unknown: snapshot.revision)
    }
  }

  private func storedChanges() throws(StorageError) -> StoredChanges? {
    for name in [SnapshotContent.changes, SnapshotContent.earlierChanges] {
      guard let entry = snapshot.entry(name) else { continue }
      return StoredChanges(try sections.section(name), checksum: entry.checksum)
    }
    return nil
  }

  private func message<Value: Message>(_ name: String) throws(StorageError) -> Value {
    let section = try sections.section(name)
    do {
      return try section.withUnsafeBytes { bytes throws(DecodingError) in try Value(serialized: bytes) }
    } catch {
      throw damaged(name, "\(error)")
    }
  }

  private func damaged(_ name: String, _ problem: String) -> StorageError {
    StorageError(.damaged, file: snapshot.path + "/" + name, problem: problem)
  }

  private mutating func segment(
    _ stored: SegmentState, _ numbers: inout SegmentNumbers
  ) throws(StorageError) -> Segment {
    if let same = shared?.segment(stored.number, in: snapshot.manifest) { return same }
    let documentsName = SnapshotContent.documents(stored.number)
    let documents = region(try sections.section(documentsName))
    let segment: Segment
    let indexName = SnapshotContent.index(stored.number)
    do {
      let index = region(try sections.section(indexName))
      segment = try SegmentFile.open(
        documents: documents, index: index, schema: ArticleSchema.schema, isChecked: true)
      numbers.restore(segment, number: stored.number)
    } catch {
      guard canRebuild else { throw damaged(indexName, "\(error)") }
      report(
        .rebuildingIndex(
          section: snapshot.path + "/" + indexName, reason: (error as? StorageError)?.problem ?? "\(error)"))
      let made = try rebuild(documents, documentsName, count: Int(stored.documentCount))
      segment = keep(made, indexName, number: stored.number, &numbers) ?? made
    }
    guard segment.documentCount == Int(stored.documentCount) else {
      throw damaged(
        documentsName, "expected \(stored.documentCount) documents, found \(segment.documentCount)")
    }
    return segment
  }

  /// Puts the index of a segment into the snapshot, which a start that nothing is written after would otherwise not be spared, nor
  /// one that is ended before all are made; nil when that fails.
  ///
  /// Without its old number, the next checkpoint writes the segment whole.
  private mutating func keep(
    _ segment: Segment, _ name: String, number: UInt64, _ numbers: inout SegmentNumbers
  ) -> Segment? {
    do {
      let bytes = segment.indexImage.bytes
      guard try hasRoom(bytes.count) else {
        throw StorageError(
          .diskFull, file: snapshot.path, problem: "there is no room for \(sizeText(bytes.count))")
      }
      snapshot = try snapshot.replacing(name, with: bytes)
      let kept = try SegmentFile.open(
        documents: segment.documentsImage, index: region(try snapshot.section(name)),
        schema: ArticleSchema.schema, isChecked: true)
      numbers.restore(kept, number: number)
      return kept
    } catch {
      report(.indexNotKept(error as? StorageError ?? damaged(name, "\(error)")))
      return nil
    }
  }

  private func rebuild(
    _ documents: ImageRegion, _ name: String, count: Int
  ) throws(StorageError) -> Segment {
    var failure: DecodingError?
    var progress = Progress(total: count)
    do {
      let segment = try SegmentFile.rebuild(documents: documents, schema: ArticleSchema.schema) {
        key, payload in
        if let done = progress.step() {
          report(.rebuilding(section: snapshot.path + "/" + name, done: done, total: count))
        }
        do throws(DecodingError) {
          let article = try Article(serialized: payload)
          return article.document()
        } catch {
          failure = failure ?? error
          return IndexDocument(key: key, payload: payload)
        }
      }
      if let failure { throw failure }
      return segment
    } catch {
      throw damaged(name, "\(error)")
    }
  }

  private func region(_ file: MappedFile) -> ImageRegion { ImageRegion(borrowing: file.bytes, owner: file) }
}
