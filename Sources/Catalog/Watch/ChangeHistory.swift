import Synchronization

/// The newest changes of the archive in order, bounded by their bytes: what watches are told from. Those that came last are kept in any
/// case.
///
/// One writer appends; any number of readers follow, each at its own pace by a position of its own. So a slow reader costs
/// nothing but itself: the writer never waits, and what was dropped before a reader came is reported to it as such.
public final class ChangeHistory: Sendable {
  fileprivate struct State: Sendable {
    /// The changes; those before `start` are dropped.
    var changes: [KeptChange] = []
    var start = 0
    /// Where those begin that came last: who has followed so far has had no time to read them, so they are not dropped.
    var latest = 0
    var bytes = 0
    /// Those of `bytes` that lie in a snapshot.
    var storedBytes = 0
    /// All changes of later revisions are kept.
    var after: UInt64 = 0
    /// The newest revision, whether it changed an article or not.
    var newest: UInt64 = 0
    /// A revision that can be read already, or in a moment, and is told of soon.
    var announced: UInt64 = 0
    var listeners: [UInt64: @Sendable () -> Void] = [:]
    var nextListener: UInt64 = 0
  }

  /// Some of the changes behind a position.
  public struct Page: Sendable {
    /// The changes in order.
    public internal(set) var changes: [RecordedChange]
    /// The move that comes next: its articles are to be asked for (``Catalog/page(of:after:count:)``).
    public internal(set) var move: CategoryMove?
    /// Where the next page begins.
    public internal(set) var end: ChangePosition
    /// Whether there is no more for now.
    public internal(set) var isLast: Bool
    /// Whether these are among the oldest kept, soon to be dropped.
    public let isNearlyDropped: Bool
  }

  /// The most bytes kept.
  public let maxBytes: Int
  private let state = Mutex(State())

  /// A history that keeps about so many bytes of changes.
  public init(maxBytes: Int) { self.maxBytes = maxBytes }

  /// The newest revision that is told of.
  public var newestRevision: UInt64 { state.withLock { $0.newest } }

  /// The oldest revision behind which everything is kept.
  public var oldestRevision: UInt64 { state.withLock { $0.after } }

  /// The bytes of the changes kept.
  public var byteCount: Int { state.withLock { $0.bytes } }

  /// The bytes of those of them that are in memory: others are read from the snapshot that the history began with.
  public var memoryBytes: Int { state.withLock { $0.bytes - $0.storedBytes } }

  /// The changes behind `position`, at most `count` of them and no more than `bytes` but for the first, up to the next move of a
  /// category that is looked at.
  ///
  /// - Parameter stopping: whether somebody wants to know which articles moved with a category.
  /// - Throws: `revisionCompacted` when some of them are dropped already; `revisionUnknown` when the position is not reached
  ///   yet: it is one of another archive, or of this one before it was set back; `storage` for one that has decayed.
  /// - Complexity: O(log changes + `count`).
  public func page(
    after position: ChangePosition, count: Int, bytes: Int = .max,
    stopping: (CategoryMove) -> Bool = { _ in false }
  ) throws(CatalogError) -> Page {
    var (kept, page) = try state.withLock { (state) throws(CatalogError) in
      try state.check(position)
      let first = state.firstIndex(behind: position)
      let last = state.end(of: first, count: count, bytes: bytes)
      let isLast = last == state.changes.count
      let end = isLast ? ChangePosition(behind: state.newest) : state.changes[last - 1].position
      let page = Page(
        changes: [], end: max(end, position), isLast: isLast,
        isNearlyDropped: state.isNearlyDropped(first, maxBytes))
      return (Array(state.changes[first..<last]), page)
    }
    if let stop = kept.firstIndex(where: {
      if case .moved(let move) = $0 { move.isMove && stopping(move) } else { false }
    }),
      case .moved(let move) = kept[stop]
    {
      page.move = move
      page.end = stop == 0 ? position : kept[stop - 1].position
      page.isLast = false
      kept.removeSubrange(stop...)
    }
    page.changes.reserveCapacity(kept.count)
    for kept in kept { if let change = try kept.change() { page.changes.append(change) } }
    return page
  }

  /// The ids of all articles of which there are changes behind a position, but for those that only moved with a category.
  ///
  /// - Throws: as `page(after:count:bytes:stopping:)`.
  /// - Complexity: O(changes behind the position).
  public func changedArticles(after position: ChangePosition) throws(CatalogError) -> Set<String> {
    var ids: Set<String> = []
    try forEach(after: position) { (kept) throws(CatalogError) in
      if let id = kept.articleID { ids.insert(id) }
      return true
    }
    return ids
  }

  /// The change of an article at a place; nil when it is not kept.
  ///
  /// - Throws: `storage` when what is stored of it has decayed.
  /// - Complexity: O(log changes).
  func change(at position: ChangePosition) throws(CatalogError) -> RecordedChange? {
    let kept: KeptChange? = state.withLock { state in
      var before = position
      before.changes &-= 1
      let index = state.firstIndex(behind: before)
      return index < state.changes.count && state.changes[index].position == position
        ? state.changes[index] : nil
    }
    return try kept?.change()
  }

  /// Whether what stands behind a position is among the oldest that is kept.
  func isNearlyDropped(_ position: ChangePosition) -> Bool {
    state.withLock { $0.isNearlyDropped($0.firstIndex(behind: position), maxBytes) }
  }

  /// Calls `body` with what is kept behind a position, in order, until it returns false; the writer does not wait for it.
  ///
  /// - Throws: as `page(after:count:bytes:stopping:)`, and what `body` throws.
  func forEach(
    after position: ChangePosition, _ body: (KeptChange) throws(CatalogError) -> Bool
  ) throws(CatalogError) {
    var position = position
    while true {
      let kept = try state.withLock { (state) throws(CatalogError) in
        try state.check(position)
        let first = state.firstIndex(behind: position)
        return Array(state.changes[first..<min(first + Self.copiedChanges, state.changes.count)])
      }
      for kept in kept { if try !body(kept) { return } }
      guard let last = kept.last else { return }
      position = last.position
    }
  }

  /// So many are copied at a time while the writer waits.
  private static let copiedChanges = 4096

  /// The article of a move as it was then, encoded: as it was before it was changed next. Nil when no such change is told of yet.
  func article(_ move: RecordedChange) -> [UInt8]? {
    state.withLock { state in
      let next = state.firstIndex(behind: move.position)
      for kept in state.changes[next...] where kept.isAbout(move.id) {
        let change = try? kept.change()
        if change?.isMove != true { return change?.before?.payload }
      }
      return nil
    }
  }

  /// Checks that everything behind a position is there to be told.
  ///
  /// - Throws: as `page(after:count:bytes:stopping:)`.
  public func check(_ position: ChangePosition) throws(CatalogError) {
    try state.withLock { (state) throws(CatalogError) in try state.check(position) }
  }

  /// Calls `body` after every addition, on the writer's thread: it must not block. Ends with `removeListener(_:)`.
  public func addListener(_ body: @escaping @Sendable () -> Void) -> UInt64 {
    state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = body
      return state.nextListener
    }
  }

  /// Calls a listener no more.
  public func removeListener(_ id: UInt64) { state.withLock { $0.listeners[id] = nil } }

  /// Notes that a revision is about to be published: who has read it may follow what comes behind it.
  func announce(_ revision: UInt64) { state.withLock { $0.announced = max($0.announced, revision) } }

  /// Adds the changes of revisions up to `newest`, which is told of from now on.
  func append(_ changes: [KeptChange], through newest: UInt64) {
    let listeners = state.withLock { state in
      state.latest = state.changes.count
      state.changes += changes
      state.bytes += changes.reduce(0) { $0 + $1.byteCount }
      state.newest = newest
      state.drop(downTo: maxBytes)
      return Array(state.listeners.values)
    }
    for listener in listeners { listener() }
  }

  /// Begins with what a snapshot of `revision` holds: changes of all revisions after `after`.
  func restore(_ changes: [KeptChange], after: UInt64, revision: UInt64) {
    state.withLock { state in
      state = State()
      state.after = after
      state.newest = revision
      state.changes = changes
      state.latest = changes.count
      state.bytes = changes.reduce(0) { $0 + $1.byteCount }
      state.storedBytes = changes.reduce(0) { if case .stored = $1 { $0 + $1.byteCount } else { $0 } }
      state.drop(downTo: maxBytes)
    }
  }

  /// Drops what lies in a snapshot, which has decayed.
  func forgetStored() { state.withLock { state in state.drop { $0.storedBytes > 0 } } }

  /// Everything kept of revisions up to `revision`, and the revision behind which it is complete.
  func content(through revision: UInt64) -> (after: UInt64, changes: [KeptChange]) {
    state.withLock { state in
      let end = state.firstIndex(behind: ChangePosition(behind: revision))
      return (min(state.after, revision), Array(state.changes[min(state.start, end)..<end]))
    }
  }
}

extension ChangeHistory.State {
  /// What stands in the place of a change that is dropped.
  private static let dropped = KeptChange.told(
    RecordedChange(position: ChangePosition(revision: 0, changes: 0), id: "", before: nil, after: nil))

  /// - Throws: as `page(after:count:bytes:stopping:)`, for a position from which not everything can be told.
  fileprivate func check(_ position: ChangePosition) throws(CatalogError) {
    if position.revision > max(newest, announced) {
      throw CatalogError(
        .revisionUnknown,
        "revision \(position.revision) is not reached yet; the newest is \(max(newest, announced)). If the archive was set back, read it anew"
      )
    }
    guard position >= ChangePosition(behind: after) else {
      throw CatalogError(
        .revisionCompacted,
        "the changes since revision \(position.revision) are no longer kept; the oldest revision to watch from is \(after)",
        oldestRevision: after)
    }
  }

  /// Whether the change of an index is among the oldest, soon to be dropped.
  fileprivate func isNearlyDropped(_ index: Int, _ maxBytes: Int) -> Bool {
    bytes > maxBytes / 2 && index - start < (changes.count - start) / 4 && index < latest
  }

  /// The index of the first change that is kept behind a position.
  fileprivate func firstIndex(behind position: ChangePosition) -> Int {
    var low = start
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].position <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The end of the changes from an index on of which there are at most `count`, and no more than `bytes` but for the first.
  fileprivate func end(of first: Int, count: Int, bytes: Int) -> Int {
    let most = first + min(count, changes.count - first)
    var end = first
    var sum = 0
    while end < most {
      sum += changes[end].byteCount
      if sum > bytes, end > first { break }
      end += 1
    }
    return end
  }

  /// Drops the oldest revisions until at most `limit` bytes are left.
  fileprivate mutating func drop(downTo limit: Int) { drop { $0.bytes > limit && $0.start < $0.latest } }

  /// Drops the oldest revisions as long as there is reason to.
  fileprivate mutating func drop(while hasReason: (Self) -> Bool) {
    while start < changes.count, hasReason(self) {
      after = changes[start].position.revision
      while start < changes.count, changes[start].position.revision == after {
        bytes -= changes[start].byteCount
        if case .stored(let place) = changes[start] { storedBytes -= place.byteCount }
        changes[start] = Self.dropped
        start += 1
      }
    }
    // Now and then the room in front is given back; so each change is moved once at most.
    if start > changes.count / 2 {
      changes.removeFirst(start)
      latest = Swift.max(0, latest - start)
      start = 0
    }
  }
}
