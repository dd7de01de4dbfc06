import FullText
import Protobuf

/// The past that can be read by revision.
///
/// Not every revision has a view of its own: writes that come together are published together, and views hold memory. So a few
/// views are kept, the newest ones and, further back, one every so often; any revision in between is made again from the view
/// before it and the log (``PastReader``). Nothing that the log does not hold any more counts as kept.
struct PastViews: Sendable {
  /// The newest published views, for pages that follow each other quickly.
  private static let recentViews = 64
  /// Above so many views of the past every other one is given up, but for the newest.
  private static let mostAnchors = 192
  private static let madeViews = 16

  private struct Anchor: Sendable {
    let view: CatalogView
    let seconds: Int64
  }

  private let window: Int64
  private let revisions: UInt64
  private let bytes: Int
  private var recent: [CatalogView] = []
  private var anchors: [Anchor] = []
  private var made: [CatalogView] = []
  /// Revisions of which the mutation was the repetition of a request, and changed nothing.
  private var repeats: [UInt64] = []

  init(options: CatalogOptions) {
    window = options.history.components.seconds
    revisions = max(1, options.historyRevisions)
    bytes = options.historyBytes
  }

  /// The oldest revision that can be read.
  var oldest: UInt64 {
    guard let newest = recent.last?.revision, let first = anchors.first?.view.revision else { return 0 }
    return max(first, newest >= revisions ? newest - revisions + 1 : 0)
  }

  /// The first revision of which the log must keep the mutation.
  var firstNeeded: UInt64 { (anchors.first?.view.revision ?? 0) + 1 }

  /// The view of exactly `revision`, if it is kept.
  func view(at revision: UInt64) -> CatalogView? {
    recent.last { $0.revision == revision } ?? made.last { $0.revision == revision }
      ?? anchors.last { $0.view.revision == revision }?.view
  }

  /// The newest view before `revision`, from which that one can be made.
  func base(of revision: UInt64) -> CatalogView? {
    let candidates = [
      recent.last { $0.revision < revision },
      made.filter { $0.revision < revision }.max { $0.revision < $1.revision },
      anchors.last { $0.view.revision < revision }?.view,
    ]
    return candidates.compactMap { $0 }.max { $0.revision < $1.revision }
  }

  /// The repetitions among `range`.
  func repeats(in range: ClosedRange<UInt64>) -> Set<UInt64> { Set(repeats.filter { range.contains($0) }) }

  /// Takes a view in that was published at `time`.
  mutating func add(_ view: CatalogView, repeats: [UInt64], at time: Timestamp) {
    self.repeats += repeats
    if recent.last?.revision == view.revision { recent.removeLast() }
    recent.append(view)
    if recent.count > Self.recentViews { recent.removeFirst() }
    let seconds = time.seconds
    let isDue =
      anchors.last.map { last in
        view.revision >= last.view.revision + spacing || seconds >= last.seconds + max(1, window / 64)
      } ?? true
    if isDue, anchors.last?.view.revision != view.revision {
      anchors.append(Anchor(view: view, seconds: seconds))
      thin()
      giveUpBytes(beside: view)
    }
    expire(newest: view.revision, seconds)
  }

  /// Keeps a view that was made again, for the next page that asks for it.
  mutating func keep(_ view: CatalogView) {
    made.append(view)
    if made.count > Self.madeViews { made.removeFirst() }
  }

  /// From how many revisions on there is a view in between.
  private var spacing: UInt64 { min(1024, max(1, revisions / 8)) }

  /// An anchor goes when the one behind it is enough for all that is still kept.
  private mutating func expire(newest: UInt64, _ seconds: Int64) {
    var expired = 0
    while expired + 1 < anchors.count {
      let next = anchors[expired + 1]
      guard next.seconds < seconds - window || newest - next.view.revision >= revisions - 1 else { break }
      expired += 1
    }
    if expired > 0 { anchors.removeFirst(expired) }
    let oldest = oldest
    if let first = repeats.first, first < oldest { repeats.removeAll { $0 < oldest } }
    made.removeAll { $0.revision < oldest }
  }

  /// The bytes of segments that are kept for the past alone, beside those of `view`.
  ///
  /// - Complexity: O(views · segments).
  func heldBytes(beside view: CatalogView) -> Int {
    var seen = Set(view.index.parts.map { ObjectIdentifier($0.segment) })
    var held = 0
    for past in recent + made + anchors.map(\.view) {
      for part in past.index.parts where seen.insert(ObjectIdentifier(part.segment)).inserted {
        held += part.segment.byteCount
      }
    }
    return held
  }

  private mutating func thin() {
    guard anchors.count > Self.mostAnchors else { return }
    let older = anchors.count * 2 / 3
    anchors = anchors.indices.filter { $0 == 0 || $0 >= older || $0 % 2 == 0 }.map { anchors[$0] }
  }

  /// Gives up the oldest views while the past holds too many bytes that the present does not need.
  private mutating func giveUpBytes(beside view: CatalogView) {
    var seen = Set(view.index.parts.map { ObjectIdentifier($0.segment) })
    var held = 0
    for (index, anchor) in anchors.enumerated().reversed() {
      for part in anchor.view.index.parts where seen.insert(ObjectIdentifier(part.segment)).inserted {
        held += part.segment.byteCount
      }
      if held > bytes, index < anchors.count - 1 {
        anchors.removeFirst(index + 1)
        return
      }
    }
  }
}
