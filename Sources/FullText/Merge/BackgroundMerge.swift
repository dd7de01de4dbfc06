import Synchronization

/// A merge that runs on the policy's executor while the writer goes on.
final class BackgroundMerge: Sendable {
  /// What came of a merge: a segment, or nothing because all documents were deleted.
  struct Outcome: Sendable {
    let result: SegmentMerger.Result?
  }

  /// The parts merged, with the deletions that are left out.
  let inputs: [IndexView.Part]
  private let state: Mutex<State>

  private enum State {
    case running
    case finished(Outcome?)
  }

  /// Starts a merge; the policy must have an executor.
  init(_ inputs: [IndexView.Part], schema: Schema, policy: MergePolicy) {
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

  /// The outcome; nil while running, and when an input was damaged.
  var outcome: Outcome? {
    state.withLock {
      if case .finished(let outcome) = $0 { outcome } else { nil }
    }
  }

  /// Merges; nil when an input was damaged, which leaves the segments as they are.
  static func run(_ inputs: [IndexView.Part], _ schema: Schema) -> Outcome? {
    do throws(IndexError) {
      return Outcome(result: try SegmentMerger(inputs, schema: schema).merge())
    } catch {
      return nil
    }
  }
}
