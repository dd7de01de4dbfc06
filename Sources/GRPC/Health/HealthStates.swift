import Synchronization

/// The states of a server's services, and those who watch them.
///
/// Thread-safe. A watcher that is slow sees the newest state and misses those between.
final class HealthStates: Sendable {
  typealias State = HealthCheckResponse.ServingStatus

  private struct Watchers {
    var states: [String: State] = [:]
    var streams: [String: [Int: AsyncStream<State>.Continuation]] = [:]
    var nextID = 0
    var isShutDown = false
    var haveEnded = false
  }

  private let watchers = Mutex(Watchers())

  /// The state of a service, or `nil` where it is not known.
  func state(of service: String) -> State? {
    watchers.withLock { $0.states[service] }
  }

  /// The state of every service.
  var all: [String: State] {
    watchers.withLock { $0.states }
  }

  /// Sets the state of a service and tells its watchers; `nil` forgets the service.
  ///
  /// After `shutDown()` nothing changes any more.
  func set(_ state: State?, of service: String) {
    watchers.withLock { watchers in
      guard !watchers.isShutDown, watchers.states[service] != state else { return }
      watchers.states[service] = state
      watchers.streams[service]?.values.forEach { $0.yield(state ?? .serviceUnknown) }
    }
  }

  /// Sets every service to not serving, for good.
  func shutDown() {
    watchers.withLock { watchers in
      guard !watchers.isShutDown else { return }
      watchers.isShutDown = true
      for (service, state) in watchers.states where state != .notServing {
        watchers.states[service] = .notServing
        watchers.streams[service]?.values.forEach { $0.yield(.notServing) }
      }
    }
  }

  /// Ends every watch, those that begin from now on with the state that they begin with.
  func endWatches() {
    let streams = watchers.withLock { watchers in
      watchers.haveEnded = true
      return watchers.streams.values.flatMap(\.values)
    }
    // Each of them comes back to the lock.
    for stream in streams { stream.finish() }
  }

  /// The state of a service now and after every change, until the reading task is cancelled or watches have ended.
  func watch(_ service: String) -> AsyncStream<State> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { stream in
      let id: Int? = watchers.withLock { watchers in
        guard !watchers.haveEnded else {
          stream.yield(watchers.states[service] ?? .serviceUnknown)
          return nil
        }
        watchers.nextID += 1
        watchers.streams[service, default: [:]][watchers.nextID] = stream
        stream.yield(watchers.states[service] ?? .serviceUnknown)
        return watchers.nextID
      }
      guard let id else { return stream.finish() }
      stream.onTermination = { [weak self] _ in self?.endWatch(id, of: service) }
    }
  }

  /// How many streams watch; for tests.
  var watcherCount: Int {
    watchers.withLock { $0.streams.values.reduce(0) { $0 + $1.count } }
  }

  private func endWatch(_ id: Int, of service: String) {
    watchers.withLock { watchers in
      watchers.streams[service]?[id] = nil
      if watchers.streams[service]?.isEmpty == true { watchers.streams[service] = nil }
    }
  }
}
