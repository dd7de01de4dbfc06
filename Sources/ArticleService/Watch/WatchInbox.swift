import ArticleAPI
import Synchronization

/// What wakes the task that tells a stream's watches: requests, changes, the clock, a drain.
///
/// The reader of the requests waits while too many of them do.
final class WatchInbox: Sendable {
  private struct State {
    var requests: [WatchRequest] = []
    var end: Result<Void, any Error>?
    var isWoken = false
    /// When a timer that is set will ring.
    var alarm: ContinuousClock.Instant?
    var sleeper: CheckedContinuation<Void, Never>?
    var reader: CheckedContinuation<Void, Never>?
  }

  private static let capacity = 16
  private let state = Mutex(State())

  /// Has the task look around, now or as soon as it wants to sleep.
  func wake() {
    state.withLock { state in
      state.isWoken = true
      return state.sleeper.take()
    }?.resume()
  }

  /// Notes that a timer is to ring at `time`; false when one is set that rings no later.
  func setAlarm(_ time: ContinuousClock.Instant) -> Bool {
    state.withLock { state in
      if let alarm = state.alarm, alarm <= time { return false }
      state.alarm = time
      return true
    }
  }

  /// The timer: no matter whether it rings a little early, another one can be set now.
  func ring() {
    state.withLock { $0.alarm = nil }
    wake()
  }

  /// Sleeps until `wake()`, or until the task is cancelled.
  func sleep() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let goesOn = state.withLock { state in
          if !state.isWoken, !Task.isCancelled { state.sleeper = continuation }
          return state.sleeper == nil
        }
        if goesOn { continuation.resume() }
      }
    } onCancel: {
      wake()
    }
    state.withLock { $0.isWoken = false }
  }

  /// Adds a request; suspends while many wait.
  func add(_ request: WatchRequest) async {
    state.withLock { $0.requests.append(request) }
    wake()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let goesOn = state.withLock { state in
          if state.requests.count >= Self.capacity, !Task.isCancelled { state.reader = continuation }
          return state.reader == nil
        }
        if goesOn { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.reader.take() }?.resume()
    }
  }

  /// No more requests come: the client has sent its last, or they cannot be read.
  func end(_ result: Result<Void, any Error>) {
    state.withLock { $0.end = result }
    wake()
  }

  /// The requests that wait.
  func take() -> [WatchRequest] {
    let (requests, reader) = state.withLock { state in
      defer { state.requests = [] }
      return (state.requests, state.reader.take())
    }
    reader?.resume()
    return requests
  }

  /// Whether the client has sent its last request and none waits.
  ///
  /// - Throws: why the requests cannot be read.
  var isEnded: Bool {
    get throws {
      let end = state.withLock { $0.requests.isEmpty ? $0.end : nil }
      try end?.get()
      return end != nil
    }
  }
}
