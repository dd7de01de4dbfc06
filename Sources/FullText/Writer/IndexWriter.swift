/// Applies batches of changes, each giving the next view.
///
/// One writer an index, used by one thread (or actor) at a time; views may be read anywhere.
public final class IndexWriter {
  /// One change.
  public enum Operation: Sendable {
    /// Adds a document, or replaces the one with its key.
    case put(IndexDocument)
    /// Adds a document whose key, as the caller knows, no document of the view has: none is looked for.
    case add(IndexDocument)
    /// Removes the document of a key, if there is one.
    case delete(key: [UInt8])

    var key: [UInt8] {
      switch self {
      case .put(let document), .add(let document): document.key
      case .delete(let key): key
      }
    }

    var document: IndexDocument? {
      switch self {
      case .put(let document), .add(let document): document
      case .delete: nil
      }
    }

    /// Whether a document of the view may have the key.
    var mayReplace: Bool { if case .add = self { false } else { true } }
  }

  /// The newest view.
  public private(set) var view: IndexView

  private var builder: SegmentBuilder
  private let rememberedWords: Int
  private let policy: MergePolicy
  private var running: BackgroundMerge?
  private var hasMergeFailed = false

  /// A writer that goes on from a view.
  ///
  /// - Parameter rememberedWords: about how many distinct words it keeps from batch to batch with their stems, of 400 bytes each.
  public init(
    continuing view: IndexView, policy: MergePolicy = MergePolicy(), rememberedWords: Int = 1 << 18
  ) {
    self.view = view
    self.policy = policy
    self.rememberedWords = rememberedWords
    builder = Self.makeBuilder(view.schema, rememberedWords)
  }

  /// A writer of a new, empty index.
  public convenience init(
    schema: Schema, policy: MergePolicy = MergePolicy(), rememberedWords: Int = 1 << 18
  ) {
    self.init(
      continuing: IndexView(schema: schema, revision: 0, parts: []), policy: policy,
      rememberedWords: rememberedWords)
  }

  private static func makeBuilder(_ schema: Schema, _ rememberedWords: Int) -> SegmentBuilder {
    SegmentBuilder(schema: schema, analyzer: TextAnalyzer(maxWords: rememberedWords))
  }

  /// What it keeps of the words it has met.
  public var wordTableBytes: Int { builder.wordTableBytes }

  /// What it keeps of memory that the next batch of documents is put together in.
  public var bufferBytes: Int { builder.bufferBytes }

  /// Gives back what it keeps beside the view; the next batch finds its words anew.
  public func forgetWords() { builder = Self.makeBuilder(view.schema, rememberedWords) }

  /// Applies changes in order and publishes the view that holds them all.
  ///
  /// - Parameters:
  ///   - merging: whether merges that are due are done or begun at once; else `mergeDue` is to be called.
  ///   - tree: in which the values of a field stand from now on; as they stood when nil.
  /// - Throws: `IndexError` when a document breaks a limit; nothing is applied then.
  /// - Complexity: O(words of the batch), and now and then a merge of small segments.
  @discardableResult
  public func apply(
    _ batch: [Operation], revision: UInt64, merging: Bool = true, tree: ValueTree? = nil
  ) throws(IndexError) -> IndexView {
    for operation in batch {
      if let document = operation.document { try Limits.check(document, view.schema) }
    }
    adoptFinishedMerge()
    var parts = view.parts
    let isLast = Self.lastOfTheirKeys(batch)
    for operation in batch where operation.mayReplace { Self.delete(operation.key, in: &parts) }
    for (operation, isLast) in zip(batch, isLast) {
      guard isLast, let document = operation.document else { continue }
      builder.add(document)
      if builder.isFull { parts.append(SegmentView(segment: builder.finish())) }
    }
    if builder.count > 0 { parts.append(SegmentView(segment: builder.finish())) }
    publish(parts, revision: revision, tree: tree)
    if merging { merge() }
    return view
  }

  /// Does or begins the merges that are due behind what was applied; returns whether there is a new view, of the same documents.
  public func mergeDue() -> Bool {
    let before = view.parts.count
    merge()
    return view.parts.count != before
  }

  /// For each change whether it is the last one of its key.
  private static func lastOfTheirKeys(_ batch: [Operation]) -> [Bool] {
    var isLast = [Bool](repeating: true, count: batch.count)
    guard batch.count > 1 else { return isLast }
    var last: [[UInt8]: Int] = [:]
    last.reserveCapacity(batch.count)
    for (index, operation) in batch.enumerated() {
      if let earlier = last.updateValue(index, forKey: operation.key) { isLast[earlier] = false }
    }
    return isLast
  }

  /// Takes in a merge that the policy's executor has finished, if there is one.
  ///
  /// `apply` does so, too; call it when `MergePolicy.finished` says so, for the merge to take effect without a write.
  /// - Returns: whether there is a new view (of the same documents and revision).
  @discardableResult
  public func adoptFinishedMerge() -> Bool {
    guard let merge = running, let outcome = merge.outcome else { return false }
    running = nil
    guard take(outcome, of: merge.inputs) else { return false }
    self.merge()
    return true
  }

  /// Puts what came of a merge into the view; false, and the first time it is reported, when the merge failed.
  private func take(_ outcome: Result<BackgroundMerge.Outcome, IndexError>, of inputs: [SegmentView])
    -> Bool
  {
    switch outcome {
    case .success(let outcome):
      replace(inputs, by: outcome.result)
      return true
    case .failure(let error):
      if !hasMergeFailed { policy.failed?(error) }
      hasMergeFailed = true
      return false
    }
  }

  /// Whether `mergeAtRest` would begin a merge.
  public var canMergeAtRest: Bool { mayMergeAtRest && policy.nextMergeAtRest(in: view.parts) != nil }

  /// Begins a merge, on the policy's executor, that is worth the while only when nobody writes.
  ///
  /// Call it again when the merge has been taken in: there may be more to do. After a merge that failed there is not. Where there
  /// is no room for it nothing happens, and it may be tried again.
  public func mergeAtRest() {
    guard mayMergeAtRest, let range = policy.nextMergeAtRestThatFits(in: view.parts) else { return }
    let inputs = Array(view.parts[range])
    running = BackgroundMerge(inputs, schema: view.schema, policy: policy)
  }

  private var mayMergeAtRest: Bool { policy.execute != nil && running == nil && !hasMergeFailed }

  /// Merges all segments into as few as `Limits.documentsPerSegment` allows, at once.
  /// - Throws: `damaged` when a segment turns out not to hold what it promises.
  public func mergeAll() throws(IndexError) {
    running = nil
    builder.giveBackMemory()
    var start = 0
    while start < view.parts.count {
      let end = policy.longestRun(in: view.parts, from: start)
      let inputs = Array(view.parts[start..<end])
      if inputs.count > 1 || !inputs[0].deletions.isEmpty {
        let result = try SegmentMerger(inputs, schema: view.schema).merge()
        replace(inputs, by: result)
        if result == nil { continue }
      }
      start += 1
    }
  }

  /// Starts or does the merges that are due.
  private func merge() {
    while let range = policy.nextMerge(in: view.parts, except: running.map { $0.inputs.map(\.segment) } ?? [])
    {
      let inputs = Array(view.parts[range])
      if policy.isInline(inputs, isBusy: running != nil) {
        guard take(BackgroundMerge.run(inputs, view.schema), of: inputs) else { return }
      } else {
        guard running == nil, policy.fits(inputs) else { return }
        running = BackgroundMerge(inputs, schema: view.schema, policy: policy)
      }
    }
  }

  /// Puts a merged segment in the place of its inputs; what was deleted since the merge began is deleted in it.
  private func replace(_ inputs: [SegmentView], by result: SegmentMerger.Result?) {
    guard let start = view.parts.firstIndex(where: { $0.segment === inputs[0].segment }) else { return }
    var merged = result.map { SegmentView(segment: $0.segment) }
    if let result {
      for (index, input) in inputs.enumerated() {
        view.parts[start + index].deletions.forEach(notIn: input.deletions) {
          _ = merged?.delete(result.documents[index][Int($0)])
        }
      }
    }
    var parts = view.parts
    parts.replaceSubrange(start..<start + inputs.count, with: merged.map { [$0] } ?? [])
    publish(parts, revision: view.revision)
  }

  private func publish(_ parts: [SegmentView], revision: UInt64, tree: ValueTree? = nil) {
    view = IndexView(
      schema: view.schema, revision: revision, parts: parts.filter { $0.liveCount > 0 || isRunning($0) },
      tree: tree ?? view.tree)
  }

  private func isRunning(_ part: SegmentView) -> Bool {
    running?.inputs.contains { $0.segment === part.segment } ?? false
  }

  private static func delete(_ key: [UInt8], in parts: inout [SegmentView]) {
    key.withUnsafeBytes { key in
      let hash = KeyTable.hash(key)
      for index in parts.indices.reversed() {
        guard let document = parts[index].segment.find(key: key, hash: hash) else { continue }
        if parts[index].delete(document) { return }
      }
    }
  }
}
