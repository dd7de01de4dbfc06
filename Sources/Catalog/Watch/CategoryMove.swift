import Protobuf

/// That a category got another place in the tree, or was deleted, at some revision.
///
/// The articles below it stay as they are, so the history says nothing of each: who wants to know asks for them
/// (``Catalog/page(of:after:count:)``). From these, the tree of an earlier revision is found again (``PastTree``).
public final class CategoryMove: Sendable {
  /// The revision of the mutation.
  public let revision: UInt64
  /// The category's id.
  public let id: String
  /// Ids of the categories above it before, nearest first.
  let before: [String]
  /// Ids of those above it afterwards, nearest first; nil when it is deleted.
  let after: [String]?

  /// Whether articles move with it.
  var isMove: Bool { after != nil }

  /// The place behind it and all articles that move with it.
  var position: ChangePosition { ChangePosition(behind: revision) }

  /// About how much memory it takes.
  var byteCount: Int {
    RecordedChange.byteCount(
      idBytes: (before + (after ?? [])).reduce(id.utf8.count) { $0 + 16 + $1.utf8.count }, articleBytes: 0)
  }

  init(revision: UInt64, id: String, before: [String], after: [String]?) {
    self.revision = revision
    self.id = id
    self.before = before
    self.after = after
  }

  /// Whether some article can be below one of these categories only before it, or only afterwards.
  ///
  /// - Complexity: O(categories above it).
  public func concerns(_ categories: some Collection<String>) -> Bool {
    guard let after else { return false }
    let changed = Set(before).symmetricDifference(after)
    return categories.contains { changed.contains($0) }
  }
}

extension StoredChange {
  /// A move or deletion of a category as a snapshot holds it.
  init(_ move: CategoryMove) {
    self.init()
    revision = move.revision
    id = move.id
    var places = CategoryPlaces()
    places.before = move.before
    places.after = move.after ?? []
    places.isDeleted = !move.isMove
    self.places = places
  }

  /// What `init(_:)` was made of; nil for a change of an article.
  var move: CategoryMove? {
    places.map {
      CategoryMove(revision: revision, id: id, before: $0.before, after: $0.isDeleted ? nil : $0.after)
    }
  }
}
