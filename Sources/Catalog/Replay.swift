import Storage

/// Mutations from the log, some at a time: decoded, and their texts looked through, on a thread of their own while those before
/// them are applied.
struct Replay {
  /// Mutations that follow one another.
  struct Batch: Sendable {
    var proposals: [Proposal] = []
    /// The bytes of their records.
    var byteCount = 0
  }

  private struct State: Sendable {
    var batch: Batch?
    var end: Result<Void, any Error>?
    var isGivenUp = false
  }

  let log: any Log
  /// How many mutations and bytes make a batch.
  var batchMutations = 1024
  var batchBytes = 4 << 20

  /// Calls `apply` with everything in the log from record `first` to record `last`.
  ///
  /// - Parameters:
  ///   - decode: makes the mutation of a record; called in order, on another thread.
  ///   - apply: called in order, on the thread that calls.
  /// - Throws: what the log, `decode` or `apply` throws; what was read but not applied is left then.
  func run(
    from first: UInt64, through last: UInt64,
    decode: @escaping @Sendable (UInt64, UnsafeRawBufferPointer) throws -> Mutation,
    apply: (Batch) throws -> Void
  ) throws {
    guard first <= last else { return }
    let state = Monitor(State())
    let reader = BackgroundThread(name: "catalog-replay") { [self] in
      let end = Result { try read(from: first, through: last, decode, to: state) }
      state.update { $0.end = end }
    }
    defer {
      state.update { $0.isGivenUp = true }
      reader.join()
    }
    while let batch = try next(state) { try apply(batch) }
  }

  private func next(_ state: Monitor<State>) throws -> Batch? {
    state.wait(until: { $0.batch != nil || $0.end != nil }) { _ in }
    return try state.update { state in
      if case .failure(let error)? = state.end { throw error }
      return state.batch.take()
    }
  }

  private func read(
    from first: UInt64, through last: UInt64,
    _ decode: (UInt64, UnsafeRawBufferPointer) throws -> Mutation, to state: Monitor<State>
  ) throws {
    var batch = Batch()
    func handOver() throws {
      if batch.proposals.isEmpty { return }
      try state.wait(until: { $0.batch == nil || $0.isGivenUp }) { if $0.isGivenUp { throw Enough() } }
      state.update { $0.batch = batch }
      batch = Batch()
    }
    do {
      try log.replay(from: first) { sequence, payload in
        if sequence > last { throw Enough() }
        let mutation = try decode(sequence, payload)
        batch.proposals.append(Proposal(mutation, facts: mutation.textFacts))
        batch.byteCount += payload.count
        if batch.proposals.count >= batchMutations || batch.byteCount >= batchBytes { try handOver() }
      }
      try handOver()
    } catch is Enough {
      // Given up, or everything that is wanted is read.
      if !state.withLock(\.isGivenUp) { try handOver() }
    }
  }

  private struct Enough: Error {}
}
