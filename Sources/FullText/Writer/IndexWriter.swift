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

    var key: [UInt8] {
      switch self {
      case .put(let document): document.key
      case .delete(let key): key
      }
    }
  }

  /// The newest view.
  public private(set) var view: IndexView

  private let builder: SegmentBuilder

  /// A writer that goes on from a view.
  public init(continuing view: IndexView) {
    self.view = view
    builder = SegmentBuilder(schema: view.schema, analyzer: TextAnalyzer())
  }

  /// A writer of a new, empty index.
  public convenience init(schema: Schema) {
    self.init(continuing: IndexView(schema: schema, revision: 0, parts: []))
  }

  /// Applies changes in order and publishes the view that holds them all.
  ///
  /// - Throws: `IndexError` when a document breaks a limit; nothing is applied then.
  /// - Complexity: O(words of the batch), and now and then a merge of small segments.
  @discardableResult
  public func apply(_ batch: [Operation], revision: UInt64) throws(IndexError) -> IndexView {
    for case .put(let document) in batch { try Limits.check(document, view.schema) }
    var parts = view.parts
    var last: [[UInt8]: Int] = [:]
    for (index, operation) in batch.enumerated() { last[operation.key] = index }
    for key in last.keys { Self.delete(key, in: &parts) }
    for (index, operation) in batch.enumerated() {
      guard case .put(let document) = operation, last[document.key] == index else { continue }
      builder.add(document)
      if builder.isFull { parts.append(builder.finish()) }
    }
    if builder.count > 0 { parts.append(builder.finish()) }
    view = IndexView(schema: view.schema, revision: revision, parts: parts)
    return view
  }

  private static func delete(_ key: [UInt8], in parts: inout [IndexView.Part]) {
    key.withUnsafeBytes { key in
      let hash = KeyTable.hash(key)
      for index in parts.indices.reversed() {
        guard let document = parts[index].segment.find(key: key, hash: hash) else { continue }
        if parts[index].deletions.insert(document) { return }
      }
    }
  }
}

extension [IndexView.Part] {
  /// Appends a segment in which nothing is deleted.
  mutating func append(_ segment: Segment) {
    append(IndexView.Part(segment: segment, deletions: DeletionBitmap(), base: 0))
  }
}
