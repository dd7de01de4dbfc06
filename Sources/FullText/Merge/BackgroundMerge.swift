import Synchronization

/// A merge that runs on the policy's executor while the writer goes on.
final class BackgroundMerge: Sendable {
  /// What came of a merge: a segment, or nothing because all documents were deleted.
  struct Outcome: Sendable {
    let result: SegmentMerger.Result?
  }

  /// The parts merged, with the deletions that are left out.
  let inputs: [SegmentView]
  private let state: Mutex<State>

  private enum State {
    case running
    case finished(Result<Outcome, IndexError>)
  }

  /// Starts a merge; the policy must have an executor.
  init(_ inputs: [SegmentView], schema: Schema, policy: MergePolicy) {
    self.inputs = inputs
    state = Mutex(.running)
    policy.execute?({ [self] in
      let outcome = Self.run(inputs, schema)
      state.withLock { $0 = .finished(outcome) }
      policy.finished?()
    })
  }

  /// Whether the outcome is there.
  var isFinished: Bool {
    state.withLock {
      if case .finished = $0 { true } else { false }
    }
  }

  /// The outcome; nil while running.
  var outcome: Result<Outcome, IndexError>? {
    state.withLock {
      if case .finished(let outcome) = $0 { outcome } else { nil }
    }
  }

  /// Merges; fails when an input is damaged, which leaves the segments as they are.
  static func run(_ inputs: [SegmentView], _ schema: Schema) -> Result<Outcome, IndexError> {
    Result { () throws(IndexError) in Outcome(result: try SegmentMerger(inputs, schema: schema).merge()) }
  }
}
