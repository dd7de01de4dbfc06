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
  private let builders: SegmentBuilderPool
  private let policy: MergePolicy
  /// The long merge that is being done elsewhere, and the small job.
  private var merging: BackgroundMerge?
  private var making: BackgroundMerge?

  /// A writer that goes on from a view.
  public init(continuing view: IndexView, policy: MergePolicy = MergePolicy()) {
    self.view = view
    self.policy = policy
    builder = SegmentBuilder(schema: view.schema, analyzer: TextAnalyzer())
    builders = SegmentBuilderPool(schema: view.schema)
  }

  /// A writer of a new, empty index.
  public convenience init(schema: Schema, policy: MergePolicy = MergePolicy()) {
    self.init(continuing: IndexView(schema: schema, revision: 0, parts: []), policy: policy)
  }

  /// Applies changes in order and publishes the view that holds them all.
  ///
  /// - Throws: `IndexError` when a document breaks a limit; nothing is applied then.
  /// - Complexity: O(words of the batch), and now and then a merge of small segments.
  @discardableResult
  public func apply(_ batch: [Operation], revision: UInt64) throws(IndexError) -> IndexView {
    for case .put(let document) in batch { try Limits.check(document, view.schema) }
    adoptFinishedMerge()
    var parts = view.parts
    var last: [[UInt8]: Int] = [:]
    for (index, operation) in batch.enumerated() { last[operation.key] = index }
    for key in last.keys { Self.delete(key, in: &parts) }
    var documents: [IndexDocument] = []
    for (index, operation) in batch.enumerated() {
      if case .put(let document) = operation, last[document.key] == index { documents.append(document) }
    }
    append(documents, to: &parts)
    publish(parts, revision: revision)
    merge()
    return view
  }

  /// Adds a segment of the documents, which is made at once unless few enough wait for theirs.
  private func append(_ documents: [IndexDocument], to parts: inout [IndexView.Part]) {
    if documents.isEmpty { return }
    if mayWait(documents, beside: parts) {
      parts.append(IndexView.Part(pending: PendingSegment(documents, builders: builders)))
      return
    }
    for document in documents {
      builder.add(document)
      if builder.isFull { parts.append(IndexView.Part(segment: builder.finish())) }
    }
    if builder.count > 0 { parts.append(IndexView.Part(segment: builder.finish())) }
  }

  /// Whether documents may be left to be indexed elsewhere, or by the first who searches.
  private func mayWait(_ documents: [IndexDocument], beside parts: [IndexView.Part]) -> Bool {
    guard policy.executeSmall != nil, documents.count <= policy.pendingDocuments else { return false }
    var count = documents.count
    var bytes = documents.reduce(0) { $0 + $1.payload.count }
    for case let pending? in parts.lazy.map(\.pending) {
      count += pending.documents.count
      bytes += pending.payloadBytes
    }
    return count <= policy.pendingDocuments && bytes <= policy.pendingBytes
  }

  /// Takes in what the policy's executors have finished.
  ///
  /// `apply` does so, too; call it when `MergePolicy.finished` says so, for the merge to take effect without a write.
  /// - Returns: whether there is a new view (of the same documents and revision).
  @discardableResult
  public func adoptFinishedMerge() -> Bool {
    let hasMerged = adopt(\.merging)
    let hasMade = adopt(\.making)
    guard hasMerged || hasMade else { return false }
    merge()
    return true
  }

  /// Takes in one job when it is finished; false also when it came to nothing, for then there is no use in the next one yet.
  private func adopt(_ job: ReferenceWritableKeyPath<IndexWriter, BackgroundMerge?>) -> Bool {
    guard let done = self[keyPath: job], done.isFinished else { return false }
    self[keyPath: job] = nil
    guard let outcome = done.outcome else { return false }
    replace(done.inputs, by: outcome.result)
    return true
  }

  /// Merges all segments into as few as `Limits.documentsPerSegment` allows, at once.
  /// - Throws: `damaged` when a segment turns out not to hold what it promises.
  public func mergeAll() throws(IndexError) {
    merging = nil
    making = nil
    var start = 0
    while start < view.parts.count {
      let end = policy.longestRun(in: view.parts, from: start)
      let inputs = Array(view.parts[start..<end])
      if inputs.count > 1 || !inputs[0].deletions.isEmpty || inputs[0].pending != nil {
        let result = try SegmentMerger(inputs, schema: view.schema).merge()
        replace(inputs, by: result)
        if result == nil { continue }
      }
      start += 1
    }
  }

  /// Starts or does what is due: merges, then the making of segments that are still to be made.
  private func merge() {
    while let range = policy.nextMerge(in: view.parts, except: busy) {
      let inputs = Array(view.parts[range])
      let schema = view.schema
      let work: @Sendable () -> BackgroundMerge.Outcome? = { BackgroundMerge.run(inputs, schema) }
      if !policy.isInline(inputs), let execute = policy.execute {
        guard merging == nil else { break }
        merging = BackgroundMerge(inputs, on: execute, finished: policy.finished, work: work)
      } else if let execute = policy.executeSmall {
        guard making == nil else { break }
        making = BackgroundMerge(inputs, on: execute, finished: policy.finished, work: work)
      } else {
        guard let outcome = work() else { break }
        replace(inputs, by: outcome.result)
      }
    }
    makePending()
  }

  /// Starts making the first run of segments that are still to be made, as one.
  private func makePending() {
    guard making == nil, let execute = policy.executeSmall,
      let start = view.parts.firstIndex(where: { $0.pending != nil })
    else { return }
    let inputs = Array(view.parts[start...].prefix { $0.pending != nil })
    making = BackgroundMerge(inputs, on: execute, finished: policy.finished) { [builders] in
      BackgroundMerge.Outcome(result: PendingSegment.gather(inputs, builders))
    }
  }

  /// The parts that are being worked on elsewhere.
  private var busy: Set<ObjectIdentifier> {
    Set([merging, making].compactMap { $0 }.flatMap { $0.inputs.map(\.identity) })
  }

  /// Puts a merged segment in the place of its inputs; what was deleted since the merge began is deleted in it.
  private func replace(_ inputs: [IndexView.Part], by result: SegmentMerger.Result?) {
    guard let start = view.parts.firstIndex(where: { $0.identity == inputs[0].identity }) else { return }
    var merged = result.map { IndexView.Part(segment: $0.segment) }
    if let result {
      for (index, input) in inputs.enumerated() {
        view.parts[start + index].deletions.forEach(notIn: input.deletions) {
          _ = merged?.deletions.insert(result.documents[index][Int($0)])
        }
      }
    }
    var parts = view.parts
    parts.replaceSubrange(start..<start + inputs.count, with: merged.map { [$0] } ?? [])
    publish(parts, revision: view.revision)
  }

  private func publish(_ parts: [IndexView.Part], revision: UInt64) {
    let busy = busy
    view = IndexView(
      schema: view.schema, revision: revision,
      parts: parts.filter { $0.liveCount > 0 || busy.contains($0.identity) })
  }

  private static func delete(_ key: [UInt8], in parts: inout [IndexView.Part]) {
    key.withUnsafeBytes { key in
      let hash = KeyTable.hash(key)
      for index in parts.indices.reversed() {
        guard let document = parts[index].find(key: key, hash: hash) else { continue }
        if parts[index].deletions.insert(document) { return }
      }
    }
  }
}
