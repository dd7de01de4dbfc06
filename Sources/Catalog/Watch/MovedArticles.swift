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

  /// How many they are.
  var count: Int { ids.count }

  /// About how much memory they take.
  var byteCount: Int { ids.byteCount }

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
        ids.append(view.index.key(document))
      }
    }
    var changed: Set<String> = []
    try history.forEach(after: move.position) { (kept) throws(CatalogError) in
      guard let id = kept.articleID, !changed.contains(id), let change = try kept.change(), !change.isMove
      else { return true }
      changed.insert(id)
      if let own = try change.before?.article(id).categoryIDs, after.closure(of: own).contains(move.id) {
        ids.append(Array(id.utf8))
      }
      guard changed.count % 1024 > 0 || isWanted() else { throw .gaveUp(move) }
      return true
    }
    ids.sort()
    (self.move, self.before, self.after, self.ids) = (move, before, after, ids)
  }

  /// Some of them behind a position, as they were when they moved.
  ///
  /// - Throws: as `init`.
  /// - Complexity: O(`count`), and O(changes kept) where some of these have changed since.
  func page(
    after position: ChangePosition, count: Int, _ view: CatalogView, _ history: ChangeHistory
  ) throws(CatalogError) -> (changes: [RecordedChange], isWhole: Bool) {
    let first = position.revision < move.revision ? 0 : min(Int(position.changes), ids.count)
    let range = first..<min(first + count, ids.count)
    var states: [String: Moved] = [:]
    for index in range {
      let id = ids[index]
      guard let document = view.index.find(key: Array(id.utf8)),
        view.index.isUnchanged(document, since: move.revision)
      else { continue }
      states[id] = Moved(
        payload: view.index.payload(document),
        language: view.index.firstValue(of: document, in: ArticleSchema.language) ?? "",
        categories: view.index.values(of: document, in: ArticleSchema.category))
    }
    var missing = Set(range.map { ids[$0] }.filter { states[$0] == nil })
    if !missing.isEmpty {
      try history.forEach(after: move.position) { (kept) throws(CatalogError) in
        guard let id = kept.articleID, missing.contains(id), let change = try kept.change(), !change.isMove
        else { return true }
        missing.remove(id)
        if let before = change.before {
          states[id] = Moved(
            payload: before.payload, language: before.language,
            categories: try before.article(id).categoryIDs)
        }
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

/// Many ids in little memory, sorted by bytes, each once.
private struct SortedIDs: Sendable {
  private var bytes: [UInt8] = []
  private var places: [Range<UInt32>] = []

  var count: Int { places.count }

  var byteCount: Int { bytes.count + places.count * MemoryLayout<Range<UInt32>>.size }

  subscript(index: Int) -> String {
    String(decoding: bytes[Int(places[index].lowerBound)..<Int(places[index].upperBound)], as: UTF8.self)
  }

  mutating func append(_ id: [UInt8]) {
    places.append(UInt32(bytes.count)..<UInt32(bytes.count + id.count))
    bytes += id
  }

  /// To be called once, behind all that is appended.
  mutating func sort() {
    bytes.withUnsafeBytes { bytes in
      func order(_ one: Range<UInt32>, _ other: Range<UInt32>) -> Int {
        let order = memcmp(
          bytes.baseAddress! + Int(one.lowerBound), bytes.baseAddress! + Int(other.lowerBound),
          min(one.count, other.count))
        return order != 0 ? Int(order) : one.count - other.count
      }
      places.sort { order($0, $1) < 0 }
      var kept: [Range<UInt32>] = []
      kept.reserveCapacity(places.count)
      for place in places where kept.last.map({ order($0, place) != 0 }) ?? true { kept.append(place) }
      places = kept
    }
  }
}
