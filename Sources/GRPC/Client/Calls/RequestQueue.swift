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

  private typealias Waiter = UnsafeContinuation<CallStatus?, Never>

  private struct State {
    var pending: [FramedMessage] = []
    var pendingBytes = 0
    var streamBytes = 0
    var hasEnded = false
    var isScheduled = false
    var callEnd: CallStatus?
    var waiters: [Waiter] = []
  }

  private let state = Mutex(State())

  /// What `append` says to the sender.
  enum Answer {
    /// The message is queued; the loop has to be told to `take()`, or the sender should `waitForSpace()`.
    case queued(wakesLoop: Bool, isFull: Bool)
    /// The call is over, and the message dropped.
    case ended(CallStatus)
    /// `end()` was called before.
    case endedBySender
  }

  /// Adds a message.
  func append(_ message: FramedMessage) -> Answer {
    state.withLock { state in
      if let status = state.callEnd { return .ended(status) }
      if state.hasEnded { return .endedBySender }
      state.pending.append(message)
      state.pendingBytes += message.count
      let wakesLoop = !state.isScheduled
      state.isScheduled = true
      return .queued(
        wakesLoop: wakesLoop,
        isFull: state.pendingBytes + state.streamBytes > Self.highWaterBytes)
    }
  }

  /// Marks the message before as the last; idempotent.
  ///
  /// - Returns: whether the loop has to be told to `take()`.
  func end() -> Bool {
    state.withLock { state in
      guard !state.hasEnded, state.callEnd == nil else { return false }
      state.hasEnded = true
      let wakesLoop = !state.isScheduled
      state.isScheduled = true
      return wakesLoop
    }
  }

  /// Waits until the buffered bytes are few again.
  ///
  /// - Returns: how the call ended, where it did so in the meantime.
  func waitForSpace() async -> CallStatus? {
    await withUnsafeContinuation { (waiter: Waiter) in
      let ready: CallStatus?? = state.withLock { state in
        if let status = state.callEnd { return .some(status) }
        if state.pendingBytes + state.streamBytes <= Self.lowWaterBytes { return .some(nil) }
        state.waiters.append(waiter)
        return nil
      }
      if let ready { waiter.resume(returning: ready) }
    }
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

  /// The call is over: senders that wait and those that come learn how; idempotent.
  func close(_ status: CallStatus) {
    let waiting: [Waiter] = state.withLock { state in
      guard state.callEnd == nil else { return [] }
      state.callEnd = status
      state.pending = []
      state.pendingBytes = 0
      return Self.takeWaiters(&state)
    }
    for waiter in waiting { waiter.resume(returning: status) }
  }

  private static func takeWaiters(_ state: inout State) -> [Waiter] {
    let waiters = state.waiters
    state.waiters = []
    return waiters
  }
}
