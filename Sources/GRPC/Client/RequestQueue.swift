import Synchronization

/// The messages of a call on their way from the tasks that send them to the call's event loop.
///
/// Bounds what is buffered: a sender that is ahead of the peer's flow control by more than
/// `highWaterBytes` waits until no more than `lowWaterBytes` are left. Thread-safe.
final class RequestQueue: Sendable {
  /// Above this many buffered bytes a sender waits.
  static let highWaterBytes = 64 * 1024

  /// At this many buffered bytes a waiting sender goes on.
  static let lowWaterBytes = 16 * 1024

  /// What the loop has to put on the wire.
  struct Batch {
    /// Messages, in order.
    var messages: [FramedMessage]
    /// Whether these are the last.
    var isLast: Bool
  }

  private typealias Waiter = UnsafeContinuation<RPCError?, Never>

  private struct State {
    var pending: [FramedMessage] = []
    var pendingBytes = 0
    var streamBytes = 0
    var hasEnded = false
    var isScheduled = false
    var failure: RPCError?
    var waiters: [Waiter] = []
  }

  private let state = Mutex(State())

  /// Adds a message.
  ///
  /// - Returns: whether the loop has to be told to `take()`, and whether the sender should `waitForSpace()`.
  /// - Throws: what ended the call, or `FAILED_PRECONDITION` after `end()`.
  func append(_ message: FramedMessage) throws(RPCError) -> (wakesLoop: Bool, isFull: Bool) {
    let result: Result<(Bool, Bool), RPCError> = state.withLock { state in
      if let failure = state.failure { return .failure(failure) }
      if state.hasEnded {
        return .failure(RPCError(.failedPrecondition, "a message is sent after the last one"))
      }
      state.pending.append(message)
      state.pendingBytes += message.count
      let wakesLoop = !state.isScheduled
      state.isScheduled = true
      return .success((wakesLoop, state.pendingBytes + state.streamBytes > Self.highWaterBytes))
    }
    return try result.get()
  }

  /// Marks the message before as the last; idempotent.
  ///
  /// - Returns: whether the loop has to be told to `take()`.
  func end() -> Bool {
    state.withLock { state in
      guard !state.hasEnded, state.failure == nil else { return false }
      state.hasEnded = true
      let wakesLoop = !state.isScheduled
      state.isScheduled = true
      return wakesLoop
    }
  }

  /// Waits until the buffered bytes are few again.
  ///
  /// - Throws: what ended the call in the meantime.
  func waitForSpace() async throws(RPCError) {
    let failure = await withUnsafeContinuation { (waiter: Waiter) in
      let ready: RPCError?? = state.withLock { state in
        if let failure = state.failure { return .some(failure) }
        if state.pendingBytes + state.streamBytes <= Self.lowWaterBytes { return .some(nil) }
        state.waiters.append(waiter)
        return nil
      }
      if let ready { waiter.resume(returning: ready) }
    }
    if let failure { throw failure }
  }

  /// Hands everything added since the last time to the loop.
  func take() -> Batch {
    state.withLock { state in
      state.isScheduled = false
      let batch = Batch(messages: state.pending, isLast: state.hasEnded)
      state.streamBytes += state.pendingBytes
      state.pending = []
      state.pendingBytes = 0
      return batch
    }
  }

  /// Tells how many bytes the stream still holds, and lets senders go on that waited for it.
  func update(streamBytes: Int) {
    let ready: [Waiter] = state.withLock { state in
      state.streamBytes = streamBytes
      guard state.pendingBytes + streamBytes <= Self.lowWaterBytes else { return [] }
      return Self.takeWaiters(&state)
    }
    for waiter in ready { waiter.resume(returning: nil) }
  }

  /// Ends the queue: senders that wait and those that come get `failure`; idempotent.
  func fail(_ failure: RPCError) {
    let waiting: [Waiter] = state.withLock { state in
      guard state.failure == nil else { return [] }
      state.failure = failure
      state.pending = []
      state.pendingBytes = 0
      return Self.takeWaiters(&state)
    }
    for waiter in waiting { waiter.resume(returning: failure) }
  }

  private static func takeWaiters(_ state: inout State) -> [Waiter] {
    let waiters = state.waiters
    state.waiters = []
    return waiters
  }
}
