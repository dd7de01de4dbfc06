/// The whole index at one revision: what a query sees.
///
/// Immutable; later writes and merges make other views and leave this one as it is, for as long as it is held.
public final class IndexView: Sendable {
  /// A document of this view.
  public struct Document: Sendable, Hashable {
    /// Index into `parts`.
    public let part: Int
    /// The document within the part's segment.
    public let document: DocID
  }

  /// The fields.
  public let schema: Schema
  /// The revision of the last batch that is in the view.
  public let revision: UInt64
  /// The segments, oldest documents first.
  public let parts: [SegmentView]
  // SAFETY: `parts` holds them as long as the view lives. A look-up by key does not count a reference to what all cores
  // read.
  private let segments: [Unmanaged<Segment>]
  /// How many documents there are, without the deleted ones.
  public let liveCount: Int
  /// How many documents the segments hold, deleted ones included.
  public let documentCount: Int
  /// Lengths of each text field over `liveCount` documents, by `TextFieldID.index`.
  public let statistics: [FieldStatistics]
  /// The field whose values stand in a tree, if there is one.
  public let tree: ValueTree?

  /// A view over segments, oldest documents first; each key is live in at most one of them.
  public init(schema: Schema, revision: UInt64, parts: [SegmentView], tree: ValueTree? = nil) {
    self.tree = tree
    self.schema = schema
    self.revision = revision
    var base = 0
    self.parts = parts.map { part in
      var part = part
      part.base = base
      base += part.segment.documentCount
      return part
    }
    segments = parts.map { .passUnretained($0.segment) }
    liveCount = parts.reduce(0) { $0 + $1.liveCount }
    documentCount = parts.reduce(0) { $0 + $1.segment.documentCount }
    statistics = schema.textFieldIDs.map { field in
      parts.reduce(into: FieldStatistics()) { sum, part in
        let statistics = part.segment.statistics(field)
        let deleted = part.deletedStatistics[field.index]
        sum.documentCount += statistics.documentCount - deleted.documentCount
        sum.totalLength += statistics.totalLength - deleted.totalLength
      }
    }
  }

  /// The live document of a key.
  public func find(key: [UInt8]) -> Document? { key.withUnsafeBytes { find(key: $0) } }

  /// The live document of a key.
  public func find(key: UnsafeRawBufferPointer) -> Document? {
    let hash = KeyTable.hash(key)
    for part in segments.indices.reversed() {
      let found = segments[part]._withUnsafeGuaranteedRef { $0.find(key: key, hash: hash) }
      if let document = found, !parts[part].deletions.contains(document) {
        return Document(part: part, document: document)
      }
    }
    return nil
  }

  /// The key of a document.
  public func key(_ document: Document) -> [UInt8] {
    parts[document.part].segment.withKey(document.document) { Array($0) }
  }

  /// The key of a document of a part where it lies, valid as long as the view.
  @inline(__always)
  func storedKey(_ document: DocID, part: Int) -> UnsafeRawBufferPointer {
    segments[part]._withUnsafeGuaranteedRef { $0.withKey(document) { $0 } }
  }

  /// A copy of the payload of a document.
  public func payload(_ document: Document) -> [UInt8] {
    withPayload(document) { Array($0) }
  }

  /// Calls `body` with the payload of a document, which is valid during the call.
  public func withPayload<R, Failure: Error>(
    _ document: Document, _ body: (UnsafeRawBufferPointer) throws(Failure) -> R
  ) throws(Failure) -> R {
    try body(segments[document.part]._withUnsafeGuaranteedRef { $0.payload(document.document) })
  }
}
