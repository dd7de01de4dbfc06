import FullText

/// The state that a past revision is made again from.
enum PastBase: Sendable {
  /// A view, with the requests that were remembered then if they are known.
  case view(CatalogView, RequestMemory?)
  /// What a snapshot holds.
  case snapshot(PastSnapshot)

  var isSnapshot: Bool {
    if case .snapshot = self { true } else { false }
  }

  var revision: UInt64 {
    switch self {
    case .view(let view, _): view.revision
    case .snapshot(let snapshot): snapshot.revision
    }
  }
}

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
  /// For so many seconds views may hold more: who reads page by page goes on while segments are merged.
  private static let youngSeconds: Int64 = 10

  private struct Recent: Sendable {
    let view: CatalogView
    let seconds: Int64
  }

  private struct Anchor: Sendable {
    let revision: UInt64
    let content: Content
    let seconds: Int64

    enum Content: Sendable {
      case view(CatalogView)
      case snapshot(PastSnapshot)
    }

    var view: CatalogView? {
      if case .view(let view) = content { view } else { nil }
    }
  }

  /// A view that was made again, with the requests that were remembered then if they are known.
  private struct Made: Sendable {
    let view: CatalogView
    let requests: RequestMemory?
  }

  private let window: Int64
  private let revisions: UInt64
  private let bytes: Int
  private let youngBytes: Int
  private var recent: [Recent] = []
  private var anchors: [Anchor] = []
  private var made: [Made] = []
  /// Revisions of which the mutation was the repetition of a request, and changed nothing.
  private var repeats: [UInt64] = []

  init(options: CatalogOptions) {
    window = options.history.components.seconds
    revisions = max(1, options.historyRevisions)
    bytes = options.historyBytes
    youngBytes = options.youngHistoryBytes
  }

  /// The oldest revision that can be read.
  var oldest: UInt64 {
    guard let newest = recent.last?.view.revision, let first = anchors.first?.revision else { return 0 }
    return max(first, newest >= revisions ? newest - revisions + 1 : 0)
  }

  /// The first revision of which the log must keep the mutation.
  var firstNeeded: UInt64 { (anchors.first?.revision ?? 0) + 1 }

  /// The view of exactly `revision`, if it is kept.
  func view(at revision: UInt64) -> CatalogView? {
    recent.last { $0.view.revision == revision }?.view ?? made.last { $0.view.revision == revision }?.view
      ?? anchors.last { $0.revision == revision }?.view
  }

  /// The newest state before `revision`, or of it in a snapshot, from which that one can be made.
  func base(of revision: UInt64) -> PastBase? {
    var candidates: [PastBase] = []
    if let recent = recent.last(where: { $0.view.revision < revision }) {
      candidates.append(.view(recent.view, nil))
    }
    for made in made where made.view.revision < revision {
      candidates.append(.view(made.view, made.requests))
    }
    switch anchors.last(where: { $0.revision < revision || $0.revision == revision && $0.view == nil })?
      .content
    {
    case .view(let view)?: candidates.append(.view(view, nil))
    case .snapshot(let snapshot)?: candidates.append(.snapshot(snapshot))
    case nil: break
    }
    return candidates.max { $0.revision < $1.revision }
  }

  /// The revisions that are made from the same state as this one, without others in between that are kept.
  func stretch(of revision: UInt64) -> Range<UInt64> {
    let kept = recent.map(\.view.revision) + made.map(\.view.revision) + anchors.map(\.revision)
    let end = kept.filter { $0 > revision }.min() ?? revision + 1
    return min(base(of: revision)?.revision ?? revision, revision)..<end
  }

  /// The repetitions among the revisions behind `base` up to `revision`.
  func repeats(behind base: UInt64, through revision: UInt64) -> Set<UInt64> {
    Set(repeats.filter { $0 > base && $0 <= revision })
  }

  /// Gives up a snapshot that cannot be read.
  mutating func giveUp(_ snapshot: UInt64) { anchors.removeAll { $0.view == nil && $0.revision == snapshot } }

  /// Begins with a snapshot that was made at a second of the machine's uptime.
  mutating func add(_ snapshot: PastSnapshot, at seconds: Int64) {
    anchors.append(Anchor(revision: snapshot.revision, content: .snapshot(snapshot), seconds: seconds))
  }

  /// Gives up the past that begins with snapshots that are none of these. The beginning of the archive needs none.
  mutating func keepSnapshots(_ revisions: Set<UInt64>) {
    anchors.removeAll { $0.view == nil && $0.revision > 0 && !revisions.contains($0.revision) }
  }

  /// Takes a view in that was published at a second of the machine's uptime.
  mutating func add(_ view: CatalogView, repeats: [UInt64], at seconds: Int64) {
    self.repeats += repeats
    // Segments may have been merged since.
    let known = recent.last?.view.revision == view.revision ? recent.removeLast() : nil
    recent.append(Recent(view: view, seconds: known?.seconds ?? seconds))
    if recent.count > Self.recentViews { recent.removeFirst() }
    if let last = anchors.last, last.view != nil, last.revision == view.revision {
      anchors[anchors.count - 1] = Anchor(
        revision: view.revision, content: .view(view), seconds: last.seconds)
    }
    let isDue =
      anchors.last.map { last in
        // Behind a snapshot, which may be deleted, there is always a view.
        last.view == nil || view.revision >= last.revision + spacing
          || seconds >= last.seconds + max(1, window / 64)
      } ?? true
    if isDue, anchors.last?.revision != view.revision {
      anchors.append(Anchor(revision: view.revision, content: .view(view), seconds: seconds))
      thin()
    }
    expire(newest: view.revision, seconds)
  }

  /// Keeps a view that was made again, for the next page that asks for it.
  mutating func keep(_ view: CatalogView, _ requests: RequestMemory?) {
    made.append(Made(view: view, requests: requests))
    while made.count > 1, made.count > Self.madeViews || madeBytes > bytes { made.removeFirst() }
  }

  /// The bytes of segments that are kept for views that were made again alone.
  private var madeBytes: Int {
    var others = self
    others.made = []
    guard let newest = recent.last?.view else { return 0 }
    return heldBytes(beside: newest) - others.heldBytes(beside: newest)
  }

  /// From how many revisions on there is a view in between.
  private var spacing: UInt64 { min(1024, max(1, revisions / 8)) }

  /// An anchor goes when the one behind it is enough for all that is still kept.
  private mutating func expire(newest: UInt64, _ seconds: Int64) {
    var expired = 0
    while expired + 1 < anchors.count {
      let next = anchors[expired + 1]
      guard next.seconds < seconds - window || newest - next.revision >= revisions - 1 else { break }
      expired += 1
    }
    if expired > 0 { anchors.removeFirst(expired) }
    let oldest = oldest
    if let first = repeats.first, first < oldest { repeats.removeAll { $0 < oldest } }
    made.removeAll { $0.view.revision < oldest }
  }

  /// The bytes of segments that are kept for the past alone, beside those of `view`.
  ///
  /// - Complexity: O(views · segments).
  func heldBytes(beside view: CatalogView) -> Int {
    var seen = Set(view.index.parts.map { ObjectIdentifier($0.segment) })
    var held = 0
    for past in recent.map(\.view) + made.map(\.view) + anchors.compactMap(\.view) {
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

  /// Up to which revision the past is to be given up at a second of the machine's uptime, if any of it: what has left its window,
  /// and the oldest views while the past holds too many bytes that the present does not need.
  ///
  /// - Parameter isShort: whether memory is; then everything goes that takes any.
  /// - Complexity: O(views · segments).
  func excess(at seconds: Int64, isShort: Bool) -> UInt64? {
    guard let newest = recent.last else { return nil }
    // Views that were made again share their segments with those that they were made from.
    var kept = recent.dropLast().map { ($0.view, $0.seconds) }
    kept += anchors.compactMap { anchor in anchor.view.map { ($0, anchor.seconds) } }
    kept.sort { $0.0.revision > $1.0.revision }
    var seen = Set(newest.view.index.parts.map { ObjectIdentifier($0.segment) })
    var held = 0
    let mostYoung = youngBytes + newest.view.index.parts.reduce(0) { $0 + $1.segment.byteCount } / 2
    // Until there was a newer view it was the present.
    var (revision, leftAt) = (newest.view.revision, newest.seconds)
    // One of the newest may be kept for later, too, and counts once.
    for (view, publishedAt) in kept where view.revision < revision {
      if leftAt < seconds - window { return view.revision }
      for part in view.index.parts where seen.insert(ObjectIdentifier(part.segment)).inserted {
        held += part.segment.byteCount
      }
      let isYoung = leftAt >= seconds - Self.youngSeconds
      if held > (isShort ? 0 : isYoung ? max(bytes, mostYoung) : bytes) { return view.revision }
      (revision, leftAt) = (view.revision, publishedAt)
    }
    return nil
  }

  /// Gives up every view up to a revision, but for the newest.
  mutating func giveUp(through revision: UInt64) {
    let newest = recent.last
    recent.removeAll { $0.view.revision <= revision }
    if recent.isEmpty, let newest { recent = [newest] }
    made.removeAll { $0.view.revision <= revision }
    anchors.removeAll { $0.revision <= revision }
    guard let first = recent.first, anchors.first.map({ $0.revision > first.view.revision }) ?? true else {
      return
    }
    anchors.insert(
      Anchor(revision: first.view.revision, content: .view(first.view), seconds: first.seconds), at: 0)
  }
}
