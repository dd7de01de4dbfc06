import Protobuf

/// A change as the history keeps it.
enum KeptChange: Sendable {
  /// One of this run.
  case told(RecordedChange)
  /// One of an earlier run, in the snapshot that the history began with.
  case stored(StoredPlace)
  /// A category's; behind the changes of articles of its revision.
  case moved(CategoryMove)

  var position: ChangePosition {
    switch self {
    case .told(let change): change.position
    case .stored(let place): place.position
    case .moved(let move): move.position
    }
  }

  /// As ``RecordedChange/byteCount``.
  var byteCount: Int {
    switch self {
    case .told(let change): change.byteCount
    case .stored(let place): place.byteCount
    case .moved(let move): move.byteCount
    }
  }

  /// Whether the change is one of the article of an id.
  func isAbout(_ id: String) -> Bool {
    switch self {
    case .told(let change): change.id == id
    case .stored(let place): place.isAbout(id)
    case .moved: false
    }
  }

  /// The id of the article; nil for a change of a category.
  var articleID: String? {
    switch self {
    case .told(let change): change.id
    case .stored(let place): place.id
    case .moved: nil
    }
  }

  /// The change of an article; nil for one of a category.
  ///
  /// - Throws: `storage` when what is stored of it has decayed.
  func change() throws(CatalogError) -> RecordedChange? {
    switch self {
    case .moved: return nil
    case .told(let change): return change
    case .stored(let place):
      do throws(DecodingError) { return try place.change() } catch {
        throw .decayed("the change of revision \(place.position.revision)")
      }
    }
  }
}
