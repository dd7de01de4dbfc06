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
  private var unrecorded: [KeptChange] = []
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

  /// Mutations that were decided, and what is left to do for them.
  struct Decided {
    let last: UInt64
    let results: [Result<MutationOutcome, CatalogError>]
    /// Of each whether anything is different because of it.
    let changes: [Bool]
    fileprivate let state: WorkingState
    fileprivate let repeats: [UInt64]
  }

  /// Applies mutations of consecutive revisions beginning at `first`; a refused one changes nothing.
  ///
  /// - Parameter merging: whether segments are merged at once; else `mergeDue` is to be called.
  /// - Throws: when the index refuses what passed all checks. The applier is of no use any more then.
  func apply(
    _ proposals: [Proposal], first: UInt64, merging: Bool = true
  ) throws(IndexError) -> [Result<MutationOutcome, CatalogError>] {
    try finish(decide(proposals, first: first), merging: merging)
  }

  /// Applies mutations of consecutive revisions behind the view, whose answers nobody waits for.
  ///
  /// What they change is held until it is applied, and one that moves or deletes a category can change any number of articles: so
  /// no more are taken together than those that first come to so many bytes of changes.
  /// - Parameter applied: called behind each such part.
  /// - Throws: as `apply`, and what `applied` throws.
  func replay(
    _ proposals: [Proposal], mostChangedBytes: Int = 16 << 20, applied: () throws -> Void
  ) throws {
    var rest = proposals[...]
    while !rest.isEmpty {
      let decided = decide(rest, first: view.revision + 1, mostChangedBytes: mostChangedBytes)
      rest = rest.dropFirst(decided.changes.count)
      _ = try finish(decided)
      try applied()
    }
  }

  /// Decides mutations as `apply` does; `finish` or `takeBack` has to be next.
  ///
  /// - Parameter mostChangedBytes: those behind the one whose changes come to so many bytes are left for another time.
  func decide(
    _ proposals: some Collection<Proposal>, first: UInt64, mostChangedBytes: Int = .max
  ) -> Decided {
    var state = WorkingState(continuing: view, requests: requests)
    requests = RequestMemory()
    state.requests.begin()
    var results: [Result<MutationOutcome, CatalogError>] = []
    results.reserveCapacity(proposals.count)
    var changes: [Bool] = []
    var repeats: [UInt64] = []
    for (index, proposal) in proposals.enumerated() {
      let stamp = Stamp(revision: first + UInt64(index), of: proposal.mutation)
      let (result, isChange) = state.apply(proposal.mutation, stamp, proposal.facts)
      if result.isOfKnownRequest(at: stamp.revision) { repeats.append(stamp.revision) }
      results.append(result)
      changes.append(isChange)
      if state.changedBytes >= mostChangedBytes { break }
    }
    return Decided(
      last: first + UInt64(changes.count) - 1, results: results, changes: changes, state: state,
      repeats: repeats)
  }

  /// Does what was decided.
  ///
  /// - Throws: as `apply`.
  func finish(
    _ decided: consuming Decided, merging: Bool = true
  ) throws(IndexError) -> [Result<MutationOutcome, CatalogError>] {
    let state = decided.state
    let index = try writer.apply(
      state.indexOperations(), revision: decided.last, merging: merging,
      tree: state.tree.values)
    view = CatalogView(
      revision: decided.last, index: index, categories: state.tree, resources: state.resources,
      storyRevisions: state.storyRevisions)
    requests = state.requests
    unrecorded += state.history
    repeats += decided.repeats
    return decided.results
  }

  /// Leaves everything as it was before what was decided.
  func takeBack(_ decided: consuming Decided) {
    var requests = decided.state.requests
    requests.takeBack()
    self.requests = requests
  }

  /// Records the changes of everything applied so far, for those who follow: to be called when it is durable and published.
  func recordChanges() { history.append(takeChanges(), through: view.revision) }

  /// The changes since the last call, which the caller records when they are durable and published.
  func takeChanges() -> [KeptChange] {
    defer { unrecorded = [] }
    return unrecorded
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

  /// What is kept beside the view.
  var memory: WriterMemory {
    WriterMemory(
      wordTableBytes: writer.wordTableBytes, bufferBytes: writer.bufferBytes, requestBytes: requests.bytes)
  }

  /// Gives that back.
  func forgetWords() { writer.forgetWords() }

  /// Whether there is something to do for an index that nobody writes to.
  var canMergeAtRest: Bool { writer.canMergeAtRest }

  /// Begins to merge what makes searching slower than it has to be.
  func mergeAtRest() { writer.mergeAtRest() }

  /// Decides a mutation as it would be decided next, and changes nothing.
  func check(_ mutation: Mutation) -> Result<MutationOutcome, CatalogError> {
    var state = WorkingState(continuing: view, requests: requests)
    return state.apply(mutation, Stamp(revision: view.revision + 1, of: mutation)).result
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
