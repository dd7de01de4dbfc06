import Synchronization

/// Documents that are found by their keys, and of which the segment is made when more is asked of them.
///
/// So a write need not wait for its segment to be searchable: whoever searches first makes it, unless it is made already.
/// Thread-safe and, but for that, immutable.
final class PendingSegment: Sendable {
  let documents: [IndexDocument]
  /// The bytes that are stored of the documents.
  let payloadBytes: Int
  private let builders: SegmentBuilderPool
  private let hashes: [UInt64]
  private let made = AtomicLazyReference<Segment>()
  private let isMaking = Mutex(())

  /// Documents that keep to `Limits`, each with a key of its own; few enough for one segment.
  init(_ documents: [IndexDocument], builders: SegmentBuilderPool) {
    self.documents = documents
    payloadBytes = documents.reduce(0) { $0 + $1.payload.count }
    self.builders = builders
    hashes = documents.map { $0.key.withUnsafeBytes { KeyTable.hash($0) } }
  }

  /// The segment, with the documents in their order.
  ///
  /// - Complexity: O(words of the documents) once; others who ask meanwhile wait for it.
  var segment: Segment {
    if let segment = made.load() { return segment }
    return isMaking.withLock { _ in
      if let segment = made.load() { return segment }
      return made.storeIfNil(builders.build(documents))
    }
  }

  /// The document of a key whose hash is known.
  ///
  /// - Complexity: O(documents), which are few.
  func find(key: UnsafeRawBufferPointer, hash: UInt64) -> DocID? {
    for (number, other) in hashes.enumerated() where other == hash {
      if documents[number].key.elementsEqual(key) { return DocID(number) }
    }
    return nil
  }

  /// Makes one segment of what is live in several pending ones.
  static func gather(_ inputs: [IndexView.Part], _ builders: SegmentBuilderPool) -> SegmentMerger.Result? {
    let map = DocumentMap(inputs)
    guard map.count > 0 else { return nil }
    if inputs.count == 1, inputs[0].deletions.isEmpty {
      // The very segment that a search may have made, or may be about to ask for.
      return SegmentMerger.Result(segment: inputs[0].segment, documents: map.targets)
    }
    var documents: [IndexDocument] = []
    documents.reserveCapacity(map.count)
    for (index, input) in inputs.enumerated() {
      guard let pending = input.pending else { preconditionFailure("a segment is gathered that is made") }
      map.forEachLive(index) { source, _ in documents.append(pending.documents[Int(source)]) }
    }
    return SegmentMerger.Result(segment: builders.build(documents), documents: map.targets)
  }
}
