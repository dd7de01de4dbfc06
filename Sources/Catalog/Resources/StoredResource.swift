import ArticleAPI
import Protobuf

/// A resource that is kept whole in memory and changed by one rule: saved queries, synonyms.
public protocol StoredResource: Message {
  /// Resource name.
  var name: String { get set }
  /// Changes with every change.
  var etag: String { get set }
  /// Revision of the last change.
  var revision: Int64 { get set }
  /// When it was first stored.
  var createTime: Timestamp? { get set }

  /// The collection that its names belong to.
  static var collection: ResourceName { get }
  /// The field of requests that holds it, for errors.
  static var field: String { get }
  /// The fields that an update may change.
  static var updatablePaths: [String] { get }

  /// `old` with the fields that a mask names as they are here.
  ///
  /// - Throws: `invalidField` for a path that names no field.
  func merged(into old: Self, _ mask: FieldMask?) throws(CatalogError) -> Self
}

extension SavedQuery: StoredResource {
  private static let masked = MaskedFields<SavedQuery>(
    copies: [
      ("title", { $1.title = $0.title }), ("query", { $1.query = $0.query }),
      ("match_mode", { $1.matchMode = $0.matchMode }), ("filter", { $1.filter = $0.filter }),
    ], ignored: ["name", "etag", "revision", "create_time"])

  /// The collection of their names.
  public static var collection: ResourceName { .savedQuery }
  /// The field of requests that holds one.
  public static var field: String { "saved_query" }
  /// The fields that an update may change.
  public static var updatablePaths: [String] { masked.copies.map(\.path) }

  /// `old` with the fields that a mask names as they are here.
  public func merged(into old: SavedQuery, _ mask: FieldMask?) throws(CatalogError) -> SavedQuery {
    try Self.masked.merge(self, into: old, mask)
  }
}

extension SynonymSet: StoredResource {
  private static let masked = MaskedFields<SynonymSet>(
    copies: [("language", { $1.language = $0.language }), ("rules", { $1.rules = $0.rules })],
    ignored: ["name", "etag", "revision", "create_time"])

  /// The collection of their names.
  public static var collection: ResourceName { .synonymSet }
  /// The field of requests that holds one.
  public static var field: String { "synonym_set" }
  /// The fields that an update may change.
  public static var updatablePaths: [String] { masked.copies.map(\.path) }

  /// `old` with the fields that a mask names as they are here.
  public func merged(into old: SynonymSet, _ mask: FieldMask?) throws(CatalogError) -> SynonymSet {
    try Self.masked.merge(self, into: old, mask)
  }
}
