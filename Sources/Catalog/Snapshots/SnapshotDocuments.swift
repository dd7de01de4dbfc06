import ArticleAPI
import FullText
import Protobuf
import Storage

/// What the documents of a damaged snapshot say of its list of segments, which nothing else vouches for.
///
/// An article that was changed stands in them several times, the newest with the highest revision; one that was deleted may
/// stand there, too. Which those are only the list says, but often it can be worked out.
struct SnapshotDocuments {
  private struct Version {
    let segment: UInt64
    let document: DocID
    let revision: Int64
    let categories: [String]
  }

  /// How many documents each segment holds, by its number.
  private var counts: [UInt64: UInt32] = [:]
  /// The stored versions of each article, the newest first.
  private var versions: [String: [Version]] = [:]

  /// Reads all documents; nil when some cannot be read.
  ///
  /// - Complexity: O(bytes).
  init?(_ snapshot: DamagedSnapshot) {
    for (name, section) in snapshot.sections {
      guard let number = SnapshotContent.segment(ofDocuments: name) else { continue }
      guard read(ImageRegion(borrowing: section.file.bytes, owner: section.file), number) else { return nil }
    }
    for id in versions.keys {
      versions[id]?.sort { ($0.revision, $0.segment, $0.document) > ($1.revision, $1.segment, $1.document) }
    }
  }

  private mutating func read(_ documents: ImageRegion, _ segment: UInt64) -> Bool {
    do {
      var count: DocID = 0
      var isReadable = true
      try SegmentFile.forEachDocument(in: documents) { key, payload in
        guard let article = try? Article(serialized: payload) else {
          isReadable = false
          return
        }
        versions[String(decoding: key, as: UTF8.self), default: []].append(
          Version(
            segment: segment, document: count, revision: article.revision, categories: article.categories))
        count += 1
      }
      counts[segment] = count
      return isReadable
    } catch { return false }
  }

  /// A number that no segment has.
  var nextSegment: UInt64 { (counts.keys.max() ?? 0) &+ 1 }

  /// Whether a list of segments can be the one that was written: it is of these segments, of no article it has a version
  /// that is not the newest, or two, and what it has is what the newest changes and the counts of the categories say.
  func agree(
    with state: CatalogState, changes: [RecordedChange], categories: [ArticleAPI.Category]
  ) -> Bool {
    guard counts.count == state.segments.count else { return false }
    var deletions: [UInt64: DeletionBitmap] = [:]
    for segment in state.segments {
      guard counts[segment.number] == segment.documentCount, deletions[segment.number] == nil,
        let deleted = SnapshotContent.deletions(segment.deleted, of: segment.documentCount)
      else { return false }
      deletions[segment.number] = deleted
    }
    var live: [String: Version] = [:]
    for (id, versions) in versions {
      for version in versions where deletions[version.segment]?.contains(version.document) == false {
        guard version.revision == versions[0].revision, live.updateValue(version, forKey: id) == nil else {
          return false
        }
      }
    }
    let last = Dictionary(changes.map { ($0.id, $0.after != nil) }) { $1 }
    let counts = Dictionary(live.values.flatMap(\.categories).map { ($0, 1) }, uniquingKeysWith: +)
    return last.allSatisfy { (live[$0] != nil) == $1 }
      && categories.allSatisfy { counts[$0.name] ?? 0 == Int($0.articleCount) }
  }

  /// A list of segments with all articles that were certainly not deleted, and the names of those of which that cannot be said.
  ///
  /// - Parameters:
  ///   - total: how many articles there were.
  ///   - changes: the newest changes, as far as they are known.
  ///   - categories: the categories with their counts, if these are known.
  ///   - keepingDoubtful: whether the others are in the list as well.
  /// - Returns: nil when there were more articles than are there.
  func list(
    total: Int, changes: [RecordedChange], categories: [ArticleAPI.Category], keepingDoubtful: Bool
  ) -> (segments: [SegmentState], doubtful: [String])? {
    var candidates = Set(versions.keys)
    guard candidates.count >= total else { return nil }
    var certain: Set<String> = []
    for change in changes {
      if change.after == nil { certain.remove(change.id) } else { certain.insert(change.id) }
    }
    candidates.subtract(changes.map(\.id).filter { !certain.contains($0) })
    // Where as many articles are under a category as there were, none of them was deleted.
    var found: [String: [String]] = [:]
    for id in candidates {
      for name in versions[id]?.first?.categories ?? [] { found[name, default: []].append(id) }
    }
    for category in categories where found[category.name]?.count == Int(category.articleCount) {
      certain.formUnion(found[category.name] ?? [])
    }
    if candidates.count == total { certain = candidates }
    certain.formIntersection(candidates)
    guard certain.count <= total else { return nil }
    let doubtful = certain.count == total ? [] : candidates.subtracting(certain).sorted()
    return (
      segments(of: keepingDoubtful ? certain.union(doubtful) : certain),
      doubtful.map { ResourceName.article.name($0) }
    )
  }

  private func segments(of live: Set<String>) -> [SegmentState] {
    var deletions: [UInt64: DeletionBitmap] = [:]
    for (id, versions) in versions {
      for version in live.contains(id) ? versions.dropFirst() : versions[...] {
        _ = deletions[version.segment, default: DeletionBitmap()].insert(version.document)
      }
    }
    return counts.sorted { $0.key < $1.key }.map { number, count in
      var segment = SegmentState()
      segment.number = number
      segment.documentCount = count
      segment.deleted = SnapshotContent.deleted(deletions[number] ?? DeletionBitmap(), of: Int(count))
      return segment
    }
  }
}
