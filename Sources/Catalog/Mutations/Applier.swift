import FullText
import Protobuf

/// Applies mutations in order: the one deterministic function from the log to the archive's state.
///
/// Used by one thread at a time: recovery first, then the writer.
final class Applier {
  private let writer: IndexWriter
  private(set) var view: CatalogView
  private(set) var requests: RequestMemory
  let history: ChangeHistory
  /// Changes that the view holds and the history does not yet.
  private var untold: [RecordedChange] = []
  private var repeats: [UInt64] = []

  init(
    continuing view: CatalogView, requests: RequestMemory, merging policy: MergePolicy,
    history: ChangeHistory
  ) {
    self.history = history
    writer = IndexWriter(continuing: view.index, policy: policy)
    self.view = view
    self.requests = requests
  }

  /// Applies mutations of consecutive revisions beginning at `first`; a refused one changes nothing.
  ///
  /// - Parameters:
  ///   - facts: one for each mutation, or none at all.
  ///   - merging: whether segments are merged at once; else `mergeDue` is to be called.
  /// - Throws: when the index refuses what passed all checks. The applier is of no use any more then.
  func apply(
    _ mutations: [Mutation], first: UInt64, facts: [TextFacts?] = [], merging: Bool = true
  ) throws(IndexError) -> [Result<MutationOutcome, CatalogError>] {
    let last = first + UInt64(mutations.count) - 1
    var state = WorkingState(continuing: view, requests: requests)
    requests = RequestMemory()
    var results: [Result<MutationOutcome, CatalogError>] = []
    results.reserveCapacity(mutations.count)
    for (index, mutation) in mutations.enumerated() {
      let stamp = Stamp(revision: first + UInt64(index), of: mutation)
      let result = state.apply(mutation, stamp, facts.isEmpty ? nil : facts[index])
      if result.isOfKnownRequest(at: stamp.revision) { repeats.append(stamp.revision) }
      results.append(result)
    }
    let index = try writer.apply(state.indexOperations(), revision: last, merging: merging)
    view = CatalogView(
      revision: last, index: index, categories: state.tree, resources: state.resources,
      storyRevisions: state.storyRevisions)
    requests = state.requests
    untold += state.history
    return results
  }

  /// Tells those who follow the changes of everything applied so far: to be called when it is durable and published.
  func tellChanges() { history.append(takeChanges(), through: view.revision) }

  /// The changes since the last call, which the caller tells when they are durable and published.
  func takeChanges() -> [RecordedChange] {
    defer { untold = [] }
    return untold
  }

  /// The revisions since the last call whose mutations changed nothing because a request had their id before.
  func takeRepeats() -> [UInt64] {
    defer { repeats = [] }
    return repeats
  }

  /// Takes in a merge that was done elsewhere; returns whether there is a new view, of the same state.
  func adoptFinishedMerge() -> Bool {
    guard writer.adoptFinishedMerge() else { return false }
    takeIndex()
    return true
  }

  /// Merges segments as is due behind what was applied; returns whether there is a new view, of the same state.
  func mergeDue() -> Bool {
    guard writer.mergeDue() else { return false }
    takeIndex()
    return true
  }

  private func takeIndex() {
    view = CatalogView(
      revision: view.revision, index: writer.view, categories: view.categories, resources: view.resources,
      storyRevisions: view.storyRevisions)
  }

  /// Whether there is something to do for an index that nobody writes to.
  var canMergeAtRest: Bool { writer.canMergeAtRest }

  /// Begins to merge what makes searching slower than it has to be.
  func mergeAtRest() { writer.mergeAtRest() }

  /// Decides a mutation as it would be decided next, and changes nothing.
  func check(_ mutation: Mutation) -> Result<MutationOutcome, CatalogError> {
    var state = WorkingState(continuing: view, requests: requests)
    return state.apply(mutation, Stamp(revision: view.revision + 1, of: mutation))
  }
}

extension Result<MutationOutcome, CatalogError> {
  /// Whether the mutation of a revision changed nothing because a request had its id before.
  fileprivate func isOfKnownRequest(at revision: UInt64) -> Bool {
    switch self {
    case .success(let outcome): outcome.revision != revision
    case .failure(let error): error.code == .requestReused
    }
  }
}
