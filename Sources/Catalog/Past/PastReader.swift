import FullText
import Storage

/// Makes the view of a past revision again: the view before it, and the mutations since then from the log.
///
/// The same function applies them that applied them first, so the result is the same.
struct PastReader {
  /// So many are applied at once; in between it is seen whether anybody still waits.
  private static let batchMutations = 512
  private static let batchBytes = 1 << 20

  let log: any Log
  var base: PastBase
  /// Revisions that changed nothing because a request had their id before, of which the base does not know any more.
  let repeats: Set<UInt64>
  let options: CatalogOptions
  /// Whether anybody still waits for the view. Called often.
  let isWanted: @Sendable () -> Bool

  /// The view of `revision`, which is that of the base or behind it, with the requests that were remembered then if those of the
  /// base are known.
  ///
  /// - Throws: as `views(at:made:)`.
  func view(at revision: UInt64) throws(CatalogError) -> (CatalogView, RequestMemory?) {
    var made: (CatalogView, RequestMemory?)?
    try views(at: [revision]) { made = ($0, $1) }
    return made!
  }

  /// Makes the views of rising revisions, each that of the base or behind it, on one way through the log.
  ///
  /// - Parameter made: called with each as soon as it is made, and the requests that were remembered then if those of the base are
  ///   known.
  /// - Throws: `storage` when the snapshot or the log cannot be read, `cancelled` soon after nobody waits any more, `memoryLimit`
  ///   when what would have to be held is more than the past may take. What was made before is not lost.
  /// - Complexity: O(mutations between the base and the last one), and the bytes of the log file before them.
  func views(
    at revisions: [UInt64], made: (CatalogView, RequestMemory?) -> Void
  ) throws(CatalogError) {
    let (base, requests) = try open()
    var wanted = revisions[...]
    if wanted.first == base.revision {
      made(base, requests)
      wanted.removeFirst()
    }
    guard let last = wanted.last else { return }
    let applier = Applier(
      continuing: base, requests: requests ?? RequestMemory(), merging: Self.merging(last - base.revision),
      history: ChangeHistory(maxBytes: 0))
    do {
      try replay(
        through: last, applier, beside: Set(base.index.parts.map { ObjectIdentifier($0.segment) }), &wanted
      ) { made(applier.view, requests == nil ? nil : applier.requests) }
    } catch {
      throw error as? CatalogError
        ?? CatalogError(
          .storage, "revision \(wanted.first ?? last) cannot be made again from the log: \(error)")
    }
  }

  /// What is made anew is merged, for views are made from one another; what was due to be merged in the base is not, which was
  /// beside the writer then, and somebody waits here.
  private static func merging(_ revisions: UInt64) -> MergePolicy {
    var policy = MergePolicy()
    policy.maxDocuments = max(batchMutations, Int(clamping: revisions / 16))
    return policy
  }

  /// Applies the log behind the applier's view, some of it at a time, but no further than to the next revision that is wanted.
  private func replay(
    through revision: UInt64, _ applier: Applier, beside base: Set<ObjectIdentifier>,
    _ wanted: inout ArraySlice<UInt64>, made: () -> Void
  ) throws {
    let replay = Replay(log: log, batchMutations: Self.batchMutations, batchBytes: Self.batchBytes)
    try replay.run(from: applier.view.revision + 1, through: revision) {
      [isWanted, repeats] sequence, payload in
      guard isWanted() else {
        throw CatalogError(.cancelled, "gave up making revision \(revision) again")
      }
      // A mutation without a change is refused, and so changes nothing.
      return repeats.contains(sequence) ? Mutation() : try Mutation(serialized: payload)
    } apply: { batch in
      var rest = batch.proposals[...]
      while !rest.isEmpty {
        let next = wanted.first ?? revision
        let part = rest.prefix(Int(clamping: next - applier.view.revision))
        rest = rest.dropFirst(part.count)
        try applier.replay(Array(part)) {
          _ = applier.takeChanges()
          try checkRoom(for: applier.view, beside: base, next)
        }
        if applier.view.revision == next {
          made()
          wanted.removeFirst()
        }
      }
    }
  }

  private func checkRoom(
    for view: CatalogView, beside base: Set<ObjectIdentifier>, _ revision: UInt64
  ) throws(CatalogError) {
    let made = view.index.parts.reduce(0) { sum, part in
      base.contains(ObjectIdentifier(part.segment)) ? sum : sum + part.segment.byteCount
    }
    guard made > options.historyBytes || !options.hasRoom(toMerge: 0) else { return }
    throw CatalogError(
      .memoryLimit,
      "making revision \(revision) again takes more than the \(sizeText(made)) of memory that it has taken so far, and"
        + " the past may take \(sizeText(options.historyBytes))")
  }

  private func open() throws(CatalogError) -> (CatalogView, RequestMemory?) {
    switch base {
    case .view(let view, let requests): return (view, requests)
    case .snapshot(let snapshot):
      do throws(StorageError) {
        let content = try snapshot.open()
        return (content.view, content.requests)
      } catch {
        throw CatalogError(error)
      }
    }
  }
}

extension Catalog {
  /// The view of exactly the state at `revision`.
  ///
  /// - Parameter reader: readers take turns, however many revisions each waits for.
  /// - Throws: `revisionCompacted` when it is not kept any more, `revisionUnknown` when it is not reached yet; `storage` when
  ///   the log cannot be read, `cancelled` at once when the task is, `memoryLimit` when it would take too much memory.
  /// - Complexity: O(1) for a revision that is published by itself; otherwise what ``PastReader`` needs, behind others that
  ///   are made again, on a thread of its own.
  public func view(
    at revision: UInt64, for reader: PastReading = PastReading()
  ) async throws(CatalogError) -> CatalogView {
    let (kept, base, _) = try find(revision)
    if let kept { return kept }
    // A page does not wait for somebody who goes far back.
    let isFar = base.map { $0.isSnapshot || revision - $0.revision > Self.nearRevisions } ?? false
    let queue = isFar ? farPast : nearPast
    if let made = await queue.view(at: revision, for: reader, makeNext: { [self] in makeNext(of: queue) }) {
      return try made.get()
    }
    throw Task.isCancelled
      ? CatalogError(.cancelled, "gave up waiting for revision \(revision) to be made again")
      : CatalogError(.draining, "the server is stopping")
  }

  /// From a base so many revisions before it, a view is made again in a moment.
  private static let nearRevisions: UInt64 = 2048
  /// So many others are made on the way: each is a stop. Fewer while somebody else waits.
  private static let mostOnTheWay = (alone: 64, besideOthers: 8)

  /// Makes what is next in a queue, and what else is waited for that has the same base.
  private func makeNext(of queue: PastQueue) {
    guard let first = queue.next() else { return }
    let range = published.withLock { $0.past.stretch(of: first.revision) }
    let most =
      queue.isAlone(first.reader) ? Self.mostOnTheWay.alone : Self.mostOnTheWay.besideOthers
    make([first] + queue.take(range, most: most), of: queue)
  }

  /// Makes views behind one base, and answers those who wait; what somebody else had made meanwhile is not made once more.
  ///
  /// Where one cannot be made, those who wait for it are told why, and the others wait for another turn.
  private func make(_ waiting: [PastQueue.Waiting], of queue: PastQueue) {
    var waiting = Dictionary(grouping: waiting.filter(\.answer.isWanted), by: \.revision)
    func answer(_ revision: UInt64, _ result: Result<CatalogView, CatalogError>) {
      for waiting in waiting.removeValue(forKey: revision) ?? [] { waiting.answer.answer(result) }
    }
    while let first = waiting.keys.min() {
      do throws(CatalogError) {
        let (kept, base, repeats) = try find(first, through: waiting.keys.max() ?? first)
        if let kept {
          answer(first, .success(kept))
          continue
        }
        guard let log = opened.withLock({ $0?.log }), let base else {
          throw CatalogError(.loading, "the archive is not open")
        }
        let answers = waiting.values.joined().map(\.answer)
        let reader = PastReader(log: log, base: base, repeats: repeats, options: options) {
          answers.contains { $0.isWanted }
        }
        do throws(CatalogError) {
          try reader.views(at: waiting.keys.sorted()) { view, requests in
            published.withLock { $0.past.keep(view, requests) }
            answer(view.revision, .success(view))
          }
        } catch {
          guard case .snapshot(let snapshot) = base, let cause = error.cause,
            cause.file.hasPrefix(snapshot.path)
          else { throw error }
          // From the one before it, if there is one.
          giveUp(snapshot, cause)
        }
      } catch {
        // It is the lowest that could not be made.
        guard let failed = waiting.keys.min() else { return }
        answer(failed, .failure(reason(whyNot: failed, error)))
        for waiting in waiting.values.joined() {
          queue.add(waiting) { [self] in makeNext(of: queue) }
        }
        return
      }
    }
  }

  /// Why a revision could not be made: the log may have been cut meanwhile, because the revision has left the window.
  private func reason(whyNot revision: UInt64, _ error: CatalogError) -> CatalogError {
    do throws(CatalogError) {
      _ = try find(revision)
      return error
    } catch { return error }
  }

  private func giveUp(_ snapshot: PastSnapshot, _ error: StorageError) {
    published.withLock { $0.past.giveUp(snapshot.revision) }
    options.report(.lostPast(error))
  }

  /// - Parameter last: up to which the repetitions are wanted; nil for the revision itself.
  private func find(
    _ revision: UInt64, through last: UInt64? = nil
  ) throws(CatalogError) -> (kept: CatalogView?, base: PastBase?, repeats: Set<UInt64>) {
    try published.withLock { (published) throws(CatalogError) in
      let past = published.past
      let newest = published.newest.revision
      if revision > newest {
        throw CatalogError(
          .revisionUnknown,
          "revision \(revision) is not reached yet; the newest is \(newest). To wait for it, ask for it as min_revision"
        )
      }
      if revision < past.oldest {
        throw CatalogError(
          .revisionCompacted,
          "revision \(revision) is no longer kept; the oldest that can be read is \(past.oldest)",
          oldestRevision: past.oldest)
      }
      if let kept = past.view(at: revision) { return (kept, nil, []) }
      guard let base = past.base(of: revision) else { return (nil, nil, []) }
      return (nil, base, past.repeats(behind: base.revision, through: last ?? revision))
    }
  }
}
