import Synchronization

/// Makes segments on any thread, with builders whose memory is worth keeping.
///
/// Thread-safe: a builder serves one call at a time.
final class SegmentBuilderPool: Sendable {
  private static let capacity = 4

  // SAFETY: a builder is not Sendable because one thread at a time may use it. It is taken out of the pool under the lock,
  // used by one call without suspension, and given back under the lock.
  private struct Idle: @unchecked Sendable {
    var builders: [SegmentBuilder] = []
  }

  private let schema: Schema
  private let idle = Mutex(Idle())

  init(schema: Schema) { self.schema = schema }

  /// Makes a segment of documents that keep to `Limits`, each with a key of its own.
  ///
  /// - Complexity: O(words of the documents).
  func build(_ documents: some Sequence<IndexDocument>) -> Segment {
    let taken = idle.withLock { idle in Idle(builders: idle.builders.popLast().map { [$0] } ?? []) }
    let builder = taken.builders.first ?? SegmentBuilder(schema: schema, analyzer: TextAnalyzer())
    let used = Idle(builders: [builder])
    for document in documents { builder.add(document) }
    let segment = builder.finish()
    idle.withLock { idle in
      if idle.builders.count < Self.capacity { idle.builders += used.builders }
    }
    return segment
  }
}
