import FullText
import Storage

/// Makes the view of a past revision again: the view before it, and the mutations since then from the log.
///
/// The same function applies them that applied them first, so the result is the same.
struct PastReader {
  let log: any Log
  let base: CatalogView
  /// Revisions that changed nothing because a request had their id before, of which the base does not know any more.
  let repeats: Set<UInt64>

  /// The view of `revision`, which is behind that of the base.
  ///
  /// - Throws: `storage` when the log cannot be read.
  /// - Complexity: O(mutations between the two), and the bytes of the log file before them.
  func view(at revision: UInt64) throws(CatalogError) -> CatalogView {
    var mutations: [Mutation] = []
    do {
      try log.replay(from: base.revision + 1) { sequence, payload in
        if sequence > revision { throw Enough() }
        // A mutation without a change is refused, and so changes nothing.
        mutations.append(repeats.contains(sequence) ? Mutation() : try Mutation(serialized: payload))
      }
    } catch is Enough {
    } catch {
      throw CatalogError(.storage, "revision \(revision) cannot be read from the log: \(error)")
    }
    let applier = Applier(
      continuing: base, requests: RequestMemory(), merging: MergePolicy(), history: ChangeHistory(maxBytes: 0)
    )
    do throws(IndexError) {
      _ = try applier.apply(mutations, first: base.revision + 1)
    } catch {
      throw CatalogError(.storage, "revision \(revision) cannot be made again: \(error)")
    }
    return applier.view
  }

  private struct Enough: Error {}
}

extension Catalog {
  /// The view of exactly the state at `revision`.
  ///
  /// - Throws: `revisionCompacted` when it is not kept any more, `revisionUnknown` when it is not reached yet; `storage` when
  ///   the log cannot be read.
  /// - Complexity: O(1) for a revision that is published by itself; otherwise what ``PastReader`` needs, on a thread of its
  ///   own.
  public func view(at revision: UInt64) async throws(CatalogError) -> CatalogView {
    let (kept, base, repeats) = try find(revision)
    if let kept { return kept }
    guard let log = opened.withLock({ $0?.log }), let base else {
      throw CatalogError(.loading, "the archive is not open")
    }
    let made = await pastReader.run { () -> Result<CatalogView, CatalogError> in
      let reader = PastReader(log: log, base: base, repeats: repeats)
      return Result { () throws(CatalogError) in try reader.view(at: revision) }
    }
    guard let made else { throw CatalogError(.draining, "the server is stopping") }
    do throws(CatalogError) {
      let view = try made.get()
      published.withLock { $0.past.keep(view) }
      return view
    } catch {
      // The log may have been cut meanwhile, because the revision has left the window.
      _ = try find(revision)
      throw error
    }
  }

  private func find(
    _ revision: UInt64
  ) throws(CatalogError) -> (kept: CatalogView?, base: CatalogView?, repeats: Set<UInt64>) {
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
      return (nil, base, past.repeats(in: base.revision + 1...revision))
    }
  }
}
