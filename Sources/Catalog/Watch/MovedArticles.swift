import FullText
import Glibc

/// The articles that a category took along when it moved, by id: the order in which watches are told of them.
///
/// Nothing is kept of them when the category moves. They are found when a watch gets there: what the newest view has under the category
/// and did not change since, and what changed since, of which the history has the state before.
final class MovedArticles: Sendable {
  let move: CategoryMove
  /// The categories right behind the move.
  private let after: PastTree
  /// The categories right before it.
  private let before: PastTree
  private let ids: SortedIDs
  /// Up to where the history was looked through.
  private let seen: ChangePosition

  /// How many they are.
  var count: Int { ids.count }

  /// About how much memory they take.
  var byteCount: Int { ids.byteCount }

  /// About how much each takes: an id, and where it is.
  static let bytesPerArticle = 56

  /// Finds them; nil while changes that led to the view are still to be told of.
  ///
  /// - Throws: `revisionCompacted` when the move is no longer kept, `storage` where what is stored has decayed, `cancelled` soon after
  ///   nobody waits any more.
  /// - Complexity: O(articles of the category · log of that + changes kept + categories).
  init?(
    _ move: CategoryMove, _ view: CatalogView, _ history: ChangeHistory, isWanted: () -> Bool
  ) throws(CatalogError) {
    guard history.newestRevision >= view.revision else { return nil }
    var moves: [CategoryMove] = []
    try history.forEach(after: move.position) { (kept) throws(CatalogError) in
      if case .moved(let next) = kept, next.revision <= view.revision { moves.append(next) }
      return true
    }
    let after = PastTree(view.categories, undoing: moves)
    var before = after
    before.undo(move)
    var ids = SortedIDs()
    for category in after.subtree(of: move.id) {
      guard isWanted() else { throw .gaveUp(move) }
      for document in view.index.documents(with: category, in: ArticleSchema.category)
      where view.index.isUnchanged(document, since: move.revision) {
        ids.append(view.index.key(document), nil)
      }
    }
    var changed: Set<String> = []
    var seen = move.position
    try history.forEach(after: move.position) { (kept) throws(CatalogError) in
      seen = kept.position
      guard let id = kept.articleID, !changed.contains(id), let change = try kept.change(), !change.isMove
      else { return true }
      changed.insert(id)
      if let own = try change.before?.article(id).categoryIDs, after.closure(of: own).contains(move.id) {
        ids.append(Array(id.utf8), change.position)
      }
      guard changed.count % 1024 > 0 || isWanted() else { throw .gaveUp(move) }
      return true
    }
    ids.sort()
    (self.move, self.before, self.after, self.ids, self.seen) = (move, before, after, ids, seen)
  }

  /// What a page holds of articles, about.
  private static let pageBytes = 1 << 20

  /// Some of them behind a position, as they were when they moved: fewer than `count` where they are large.
  ///
  /// - Throws: as `init`.
  /// - Complexity: O(`count` · log changes kept), and O(changes since they were found) where some of these are among them.
  func page(
    after position: ChangePosition, count: Int, _ view: CatalogView, _ history: ChangeHistory
  ) throws(CatalogError) -> (changes: [RecordedChange], isWhole: Bool) {
    let first = position.revision < move.revision ? 0 : min(Int(position.changes), ids.count)
    var range = first..<min(first + count, ids.count)
    var states: [String: Moved] = [:]
    var missing: Set<String> = []
    var bytes = 0
    for index in range {
      let id = ids[index]
      if let state = Moved(id, view.index, unchangedSince: move.revision) {
        states[id] = state
      } else if let position = ids.change(index) {
        states[id] =
          try history.change(at: position).map { (change) throws(CatalogError) in
            try Moved(before: change)
          } ?? nil
      } else {
        missing.insert(id)
      }
      bytes += states[id]?.payload.count ?? 0
      if bytes >= Self.pageBytes {
        range = first..<index + 1
        break
      }
    }
    if !missing.isEmpty {
      try history.forEach(after: seen) { (kept) throws(CatalogError) in
        guard let id = kept.articleID, missing.contains(id), let change = try kept.change() else {
          return true
        }
        missing.remove(id)
        states[id] = try Moved(before: change)
        return !missing.isEmpty
      }
    }
    var changes: [RecordedChange] = []
    for index in range {
      // Where it is not there, it is changed in the view, and that is about to be told of.
      guard let state = states[ids[index]] else { return (changes, false) }
      changes.append(
        RecordedChange(
          position: ChangePosition(revision: move.revision, changes: UInt32(index + 1)), id: ids[index],
          before: state.recorded(before), after: state.recorded(after)))
    }
    return (changes, true)
  }

  private struct Moved {
    let payload: [UInt8]
    let language: String
    let categories: [String]

    /// An article of an index, if it is as it was at a revision.
    init?(_ id: String, _ index: IndexView, unchangedSince revision: UInt64) {
      guard let document = index.find(key: Array(id.utf8)), index.isUnchanged(document, since: revision)
      else {
        return nil
      }
      payload = index.payload(document)
      language = index.firstValue(of: document, in: ArticleSchema.language) ?? ""
      categories = index.values(of: document, in: ArticleSchema.category)
    }

    /// An article before a change of it; nil when there was none.
    init?(before change: RecordedChange) throws(CatalogError) {
      guard let state = change.before else { return nil }
      payload = state.payload
      language = state.language
      categories = try state.article(change.id).categoryIDs
    }

    func recorded(_ tree: PastTree) -> RecordedChange.State {
      RecordedChange.State(payload: payload, language: language, categories: tree.closure(of: categories))
    }
  }
}

extension IndexView {
  /// Whether an article is as it was at a revision.
  fileprivate func isUnchanged(_ document: Document, since revision: UInt64) -> Bool {
    integer(of: document, in: ArticleSchema.revision).map { $0 <= Int64(clamping: revision) } ?? false
  }
}

extension CatalogError {
  fileprivate static func gaveUp(_ move: CategoryMove) -> CatalogError {
    CatalogError(
      .cancelled, "gave up looking for the articles that moved with \(ResourceName.category.name(move.id))")
  }
}

/// Many ids in little memory, sorted by bytes, each once; of some it is known which change comes next.
private struct SortedIDs: Sendable {
  private struct Place {
    let start: UInt32
    let count: UInt32
    /// Of the change; 0 for none.
    let revision: UInt64
    let changes: UInt32
  }

  private var bytes: [UInt8] = []
  private var places: [Place] = []

  var count: Int { places.count }

  var byteCount: Int { bytes.count + places.count * MemoryLayout<Place>.stride }

  subscript(index: Int) -> String {
    let start = Int(places[index].start)
    return String(decoding: bytes[start..<start + Int(places[index].count)], as: UTF8.self)
  }

  func change(_ index: Int) -> ChangePosition? {
    let place = places[index]
    return place.revision == 0 ? nil : ChangePosition(revision: place.revision, changes: place.changes)
  }

  mutating func append(_ id: [UInt8], _ change: ChangePosition?) {
    places.append(
      Place(
        start: UInt32(bytes.count), count: UInt32(id.count), revision: change?.revision ?? 0,
        changes: change?.changes ?? 0))
    bytes += id
  }

  /// To be called once, behind all that is appended. Of an id that is there several times, the one with a change is kept.
  mutating func sort() {
    bytes.withUnsafeBytes { bytes in
      func order(_ one: Place, _ other: Place) -> Int {
        let order = memcmp(
          bytes.baseAddress! + Int(one.start), bytes.baseAddress! + Int(other.start),
          Int(min(one.count, other.count)))
        return order != 0 ? Int(order) : Int(one.count) - Int(other.count)
      }
      places.sort { one, other in
        let order = order(one, other)
        return order != 0 ? order < 0 : one.revision > other.revision
      }
      var kept: [Place] = []
      kept.reserveCapacity(places.count)
      for place in places where kept.last.map({ order($0, place) != 0 }) ?? true { kept.append(place) }
      places = kept
    }
  }
}
