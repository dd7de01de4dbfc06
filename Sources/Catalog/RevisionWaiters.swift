/// Callers that wait for a revision to be published.
struct RevisionWaiters: Sendable {
  /// How waiting ended.
  enum End {
    case came, cancelled, draining
  }

  typealias Continuation = CheckedContinuation<End, Never>

  private var waiting: [(id: UInt64, revision: UInt64, continuation: Continuation)] = []
  private var cancelled: Set<UInt64> = []
  private var nextID: UInt64 = 0
  /// Whether nobody may wait any more.
  private(set) var isOver = false

  mutating func makeID() -> UInt64 {
    nextID += 1
    return nextID
  }

  /// Notes a waiter; false when it was cancelled before, or nobody may wait.
  mutating func add(_ id: UInt64, _ revision: UInt64, _ continuation: Continuation) -> Bool {
    if cancelled.remove(id) != nil || isOver { return false }
    waiting.append((id, revision, continuation))
    return true
  }

  /// Takes a waiter out that gave up.
  mutating func cancel(_ id: UInt64) -> Continuation? {
    guard let index = waiting.firstIndex(where: { $0.id == id }) else {
      cancelled.insert(id)
      return nil
    }
    return waiting.remove(at: index).continuation
  }

  mutating func forget(_ id: UInt64) { cancelled.remove(id) }

  mutating func take(upTo revision: UInt64) -> [Continuation] {
    if waiting.isEmpty { return [] }
    let ready = waiting.filter { $0.revision <= revision }.map(\.continuation)
    waiting.removeAll { $0.revision <= revision }
    return ready
  }

  /// Takes out all, and lets nobody wait any more.
  mutating func end() -> [Continuation] {
    isOver = true
    return take(upTo: .max)
  }
}

extension Catalog {
  /// The newest view as soon as it holds `revision`; at once when it does.
  ///
  /// - Throws: `cancelled` when the task is cancelled first, as at its call's deadline; `draining` when it would have to
  ///   wait and the
  ///   server stops.
  public func view(atLeast revision: UInt64) async throws(CatalogError) -> CatalogView {
    if self.revision >= revision { return view }
    let id = waiters.withLock { $0.makeID() }
    let end = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isWaiting = waiters.withLock { waiters in
          // Looked at again under the lock, which every publication takes after it has stored its revision.
          self.revision < revision && waiters.add(id, revision, continuation)
        }
        if !isWaiting { continuation.resume(returning: .cancelled) }
      }
    } onCancel: {
      waiters.withLock { $0.cancel(id) }?.resume(returning: .cancelled)
    }
    let isOver = waiters.withLock { waiters in
      waiters.forget(id)
      return waiters.isOver
    }
    if end == .came || self.revision >= revision { return view }
    if end == .draining || isOver { throw CatalogError(.draining, "the server is stopping") }
    throw CatalogError(
      .cancelled, "gave up waiting for revision \(revision); the newest is \(self.revision)")
  }

  /// Ends all waiting for revisions, now and from now on: what a server does before it stops.
  public func endWaiting() {
    for waiter in waiters.withLock({ $0.end() }) { waiter.resume(returning: .draining) }
  }
}
