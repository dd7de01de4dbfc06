extension IndexView {
  /// A segment with what is deleted in it at this revision.
  public struct Part: Sendable {
    private enum Source: Sendable {
      case made(Segment)
      case pending(PendingSegment)
    }

    private let source: Source
    /// How many documents there are, deleted ones included.
    public let documentCount: Int
    /// Its deleted documents.
    public internal(set) var deletions: DeletionBitmap
    /// The number of its first document in the numbering of the whole view.
    public internal(set) var base: Int

    /// A segment with what is deleted in it.
    public init(segment: Segment, deletions: DeletionBitmap = DeletionBitmap()) {
      source = .made(segment)
      documentCount = segment.documentCount
      self.deletions = deletions
      base = 0
    }

    /// Documents of which the segment is made when it is needed.
    init(pending: PendingSegment) {
      source = .pending(pending)
      documentCount = pending.documents.count
      deletions = DeletionBitmap()
      base = 0
    }

    /// The segment.
    ///
    /// - Complexity: O(1), but O(words of the documents) for the first who asks for one that is still to be made.
    public var segment: Segment {
      switch source {
      case .made(let segment): segment
      case .pending(let pending): pending.segment
      }
    }

    /// What the segment is to be made of; nil when it is made by the writer.
    var pending: PendingSegment? {
      if case .pending(let pending) = source { pending } else { nil }
    }

    /// What tells the part from others, in whatever view.
    public var identity: ObjectIdentifier {
      switch source {
      case .made(let segment): ObjectIdentifier(segment)
      case .pending(let pending): ObjectIdentifier(pending)
      }
    }

    /// About how much memory it takes.
    public var heldBytes: Int {
      switch source {
      case .made(let segment): segment.imageBytes
      case .pending(let pending): pending.payloadBytes * 3
      }
    }

    /// How many of its documents are not deleted.
    public var liveCount: Int { documentCount - deletions.count }

    /// The document of a key whose hash is known, deleted or not.
    func find(key: UnsafeRawBufferPointer, hash: UInt64) -> DocID? {
      switch source {
      case .made(let segment): segment.find(key: key, hash: hash)
      case .pending(let pending): pending.find(key: key, hash: hash)
      }
    }

    /// Calls `body` with the key of a document.
    func withKey<R>(_ document: DocID, _ body: (UnsafeRawBufferPointer) -> R) -> R {
      switch source {
      case .made(let segment): segment.withKey(document, body)
      case .pending(let pending): pending.documents[Int(document)].key.withUnsafeBytes(body)
      }
    }

    /// Calls `body` with the payload of a document.
    func withPayload<R, Failure: Error>(
      _ document: DocID, _ body: (UnsafeRawBufferPointer) throws(Failure) -> R
    ) throws(Failure) -> R {
      switch source {
      case .made(let segment): try segment.withPayload(document, body)
      case .pending(let pending):
        try pending.documents[Int(document)].payload.withUnsafeBytes { bytes in
          Result { () throws(Failure) -> R in try body(bytes) }
        }.get()
      }
    }
  }
}
