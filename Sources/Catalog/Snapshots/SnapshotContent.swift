import ArticleAPI
import FullText
import Protobuf
import Storage

/// How the archive is laid out in a snapshot's sections; see `Protos/matiane/storage/v1/snapshot.proto`.
enum SnapshotContent {
  static let catalog = "catalog"
  static let categories = "categories"
  static let requests = "requests"
  static let changes = "history"
  /// What earlier releases called `changes`. They would pass over the moves of categories in it.
  static let earlierChanges = "changes"
  static let queries = "queries"
  static let stories = "stories"

  static func documents(_ number: UInt64) -> String { "segment-\(number).documents" }
  static func index(_ number: UInt64) -> String { "segment-\(number).index" }
  /// The number of the segment whose documents a section holds; nil for another section.
  static func segment(ofDocuments section: String) -> UInt64? {
    let number = UInt64(section.dropFirst("segment-".count).dropLast(".documents".count))
    return number.flatMap { documents($0) == section ? $0 : nil }
  }
  /// Whether a section is an index, which can be made from the documents.
  static func isIndex(_ section: String) -> Bool { section.hasSuffix(".index") }
  /// The sections of a segment.
  static func sections(_ number: UInt64) -> [String] { [documents(number), index(number)] }

  /// What is wrong with the bytes of a section, and where, as far as they tell.
  @Sendable static func damage(of section: String, _ bytes: UnsafeRawBufferPointer) -> String? {
    if section.hasSuffix(".documents") { return SegmentFile.damage(inDocuments: bytes) }
    return isIndex(section) ? SegmentFile.damage(inIndex: bytes) : nil
  }

  /// What a start does about a section of a snapshot that is damaged or missing, where it can do without; nil where it cannot.
  @Sendable static func remark(aboutDamaged section: String) -> String? {
    if isIndex(section) { return "the next start makes it again from the documents" }
    switch section {
    case changes, earlierChanges: return "watches cannot be resumed from before the snapshot"
    case stories: return "every story counts as changed at the snapshot's revision"
    default: return nil
    }
  }

  static func deleted(_ deletions: DeletionBitmap, of count: Int) -> [UInt32] {
    if deletions.isEmpty { return [] }
    var result: [UInt32] = []
    var last: UInt32 = 0
    for document in 0..<UInt32(count) where deletions.contains(document) {
      result.append(document - last)
      last = document
    }
    return result
  }

  /// The deleted ones of `count` documents; nil when the differences lead to another document.
  static func deletions(_ differences: [UInt32], of count: UInt32) -> DeletionBitmap? {
    var bitmap = DeletionBitmap()
    var document: UInt64 = 0
    for difference in differences {
      document += UInt64(difference)
      guard document < count, bitmap.insert(UInt32(document)) else { return nil }
    }
    return bitmap
  }
}

extension Catalog {
  /// What is known here of the sections of snapshots.
  public static let snapshotCare = snapshotCare(keepingDoubtful: false)

  /// As ``snapshotCare``, for one who says whether a repair keeps articles of which nobody knows whether they had been deleted.
  public static func snapshotCare(keepingDoubtful: Bool) -> SnapshotCare {
    SnapshotCare(
      remark: SnapshotContent.remark, locate: SnapshotContent.damage,
      salvage: { snapshot in
        var salvage = ArchiveSalvage(snapshot, keepingDoubtful: keepingDoubtful)
        return salvage?.run()
      })
  }
}

/// The numbers by which segments are named in snapshots.
///
/// Does not keep segments in memory: one that has been merged away is in the newest snapshot for as long as nobody makes another.
struct SegmentNumbers: Sendable {
  /// A segment of the newest snapshot; nil when it is gone from memory.
  private struct Known: Sendable {
    let number: UInt64
    weak var segment: Segment?
  }

  private var known: [ObjectIdentifier: Known] = [:]
  private(set) var next: UInt64

  init(next: UInt64 = 1) { self.next = next }

  /// The segments that are still in memory, by their numbers.
  var segments: [UInt64: Segment] {
    var segments: [UInt64: Segment] = [:]
    for known in known.values {
      if let segment = known.segment { segments[known.number] = segment }
    }
    return segments
  }

  /// The number of a segment that is in the newest snapshot.
  func number(of segment: Segment) -> UInt64? {
    // Another segment may have come to stand where one that is gone was.
    guard let known = known[ObjectIdentifier(segment)], known.segment === segment else { return nil }
    return known.number
  }

  mutating func assign(_ segment: Segment) -> UInt64 {
    defer { next += 1 }
    known[ObjectIdentifier(segment)] = Known(number: next, segment: segment)
    return next
  }

  mutating func restore(_ segment: Segment, number: UInt64) {
    known[ObjectIdentifier(segment)] = Known(number: number, segment: segment)
  }

  /// Forgets all segments but these.
  mutating func keep(_ segments: [Segment]) {
    let kept = Set(segments.map { ObjectIdentifier($0) })
    known = known.filter { kept.contains($0.key) }
  }
}

extension SnapshotSummary {
  /// The newest time that there is a date for.
  private static let lastSecond: Int64 = 253_402_300_799

  /// What is no time or number that a snapshot can have counts as not said.
  init(_ snapshot: StoredSnapshot) {
    let attributes = snapshot.manifest.attributes
    let created = attributes["created"].flatMap { Int64($0) } ?? 0
    let articles = attributes["articles"].flatMap { Int($0) } ?? 0
    self.init(
      revision: snapshot.revision, createSeconds: (0...Self.lastSecond).contains(created) ? created : 0,
      articleCount: max(0, articles), byteCount: snapshot.byteCount)
  }
}
