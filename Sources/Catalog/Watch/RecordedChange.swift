import ArticleAPI
import Protobuf

/// What one mutation did with one article.
///
/// A mutation may change several, or move them along with a category that it moves (``CategoryMove``), and leaves them as they are
/// then; their places among its changes never differ from one replay to the next.
public final class RecordedChange: Sendable {
  /// An article with what it is found by.
  public struct State: Sendable {
    /// The article, encoded; nothing where it only moved and an earlier release wrote that into the snapshot.
    public let payload: [UInt8]
    /// Its language.
    public let language: String
    /// Ids of its categories and of all above them, as they were then.
    public let categories: [String]
  }

  /// Where the change stands among all changes.
  public let position: ChangePosition
  /// The article's id.
  public let id: String
  /// The article before; nil when it was not there.
  public let before: State?
  /// The article afterwards; nil when it is gone.
  public let after: State?

  /// Whether it only says that a category above the article has moved: both states are without the article, which did not change.
  var isMove: Bool { before?.payload.isEmpty == true && after?.payload.isEmpty == true }

  init(position: ChangePosition, id: String, before: State?, after: State?) {
    self.position = position
    self.id = id
    self.before = before
    self.after = after
  }

  /// About how much memory it takes.
  var byteCount: Int {
    Self.byteCount(
      idBytes: id.utf8.count, articleBytes: (before?.payload.count ?? 0) + (after?.payload.count ?? 0))
  }

  static func byteCount(idBytes: Int, articleBytes: Int) -> Int { 128 + idBytes + articleBytes }
}

extension RecordedChange.State {
  /// The article, whose id this is.
  ///
  /// - Throws: `storage` when what was stored of it had decayed.
  func article(_ id: String) throws(CatalogError) -> Article {
    do throws(DecodingError) { return try Article(serialized: payload) } catch {
      throw .decayed(ResourceName.article.name(id))
    }
  }
}

/// A place in the order of all changes: behind so many changes of a revision, and all of earlier ones.
public struct ChangePosition: Hashable, Sendable, Comparable {
  /// The revision.
  public var revision: UInt64
  /// How many of its changes come before the place.
  public var changes: UInt32

  /// The place behind so many changes of a revision.
  public init(revision: UInt64, changes: UInt32) {
    self.revision = revision
    self.changes = changes
  }

  /// The place behind everything that a revision changes.
  public init(behind revision: UInt64) { self.init(revision: revision, changes: .max) }

  /// Whether one place comes before another.
  public static func < (left: ChangePosition, right: ChangePosition) -> Bool {
    (left.revision, left.changes) < (right.revision, right.changes)
  }
}

extension StoredChange {
  /// A change as a snapshot holds it.
  init(_ change: RecordedChange) {
    self.init()
    revision = change.position.revision
    id = change.id
    before = change.before.map { ArticleState($0) }
    after = change.after.map { ArticleState($0) }
  }
}

extension ArticleState {
  fileprivate init(_ state: RecordedChange.State) {
    self.init()
    article = state.payload
    language = state.language
    categories = state.categories
  }
}

extension RecordedChange.State {
  init(_ stored: ArticleState) {
    self.init(payload: stored.article, language: stored.language, categories: stored.categories)
  }
}
