import Synchronization

/// Finds out which articles moved with categories, for watches that are told of them page by page, on a thread of its own.
final class MoveReader: Sendable {
  private let turns = Mutex(MoveTurns<@Sendable () -> Void, MovedArticles>())
  private let thread = JobThread(name: "catalog-moves", yielding: .toOthers)

  /// Does work about a move and returns its result; nil at once when the task is cancelled, and when the thread is stopping.
  ///
  /// - Parameter articles: with how many articles it moved, about.
  func run<Value: Sendable>(
    _ move: CategoryMove, articles: Int,
    whileWanted work: @escaping @Sendable (CancellableResult<Value>) -> Value
  ) async -> Value? {
    let result = CancellableResult<Value>()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        result.begin(continuation)
        turns.withLock { turns in
          turns.add(
            { if result.isWanted { result.answer(work(result)) } }, about: move,
            byteCount: articles * MovedArticles.bytesPerArticle)
        }
        let isTaken = thread.add { [self] in turns.withLock { $0.next(at: .now) }?() }
        if !isTaken { result.answer(nil) }
      }
    } onCancel: {
      result.giveUp()
    }
  }

  /// What is kept of a move, or what `find` finds; only work that is run here calls it.
  func articles<Failure: Error>(
    of move: CategoryMove, find: () throws(Failure) -> MovedArticles?
  ) throws(Failure) -> MovedArticles? {
    if let known = turns.withLock({ $0.find(move, at: .now) }) { return known }
    let began = ContinuousClock.now
    guard let found = try find() else { return nil }
    turns.withLock { $0.keep(found, took: .now - began, at: .now) }
    return found
  }

  /// Lets go of what nobody has asked for lately.
  func tidy() { turns.withLock { $0.letGo(at: .now) } }

  /// Starts the thread.
  func start() { thread.start(finishing: true) }

  /// See ``JobThread/stop(by:)``.
  func stop(by deadline: ContinuousClock.Instant?) { thread.stop(by: deadline) }
}
