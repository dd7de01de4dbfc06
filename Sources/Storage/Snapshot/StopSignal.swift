import Synchronization

/// That a process is about to end, told to whoever writes a snapshot: nobody is left to be held up by it, and it has to be
/// done by a certain time, or not at all.
///
/// Usable from any thread.
public final class StopSignal: Sendable {
  private struct State {
    var hasBegun = false
    var deadline: ContinuousClock.Instant?
  }

  private let state = Mutex(State())

  /// Nothing ends yet.
  public init() {}

  /// The end begins, and may take until `deadline`; nil for as long as it takes.
  public func begin(by deadline: ContinuousClock.Instant?) {
    state.withLock { $0 = State(hasBegun: true, deadline: deadline) }
  }

  /// Whether the end has begun.
  public var hasBegun: Bool { state.withLock { $0.hasBegun } }

  /// Whether the time for it is up.
  public var isOver: Bool { state.withLock { $0.deadline.map { $0 <= .now } ?? false } }
}
