import Synchronization

/// How far the watches of each stream have been served, for those who look whether they keep up.
///
/// A stream says so once a round, not once a change.
final class WatchMeter: Sendable {
  private struct Stream {
    var watches: Int
    var revision: UInt64
  }

  private struct State {
    var streams: [UInt64: Stream] = [:]
    var next: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Enters a stream, which has no watches yet.
  func add() -> UInt64 {
    state.withLock { state in
      state.next += 1
      return state.next
    }
  }

  /// Notes how many watches a stream has, and the revision that the one furthest behind has been sent.
  func note(_ stream: UInt64, watches: Int, revision: UInt64) {
    state.withLock { $0.streams[stream] = Stream(watches: watches, revision: revision) }
  }

  /// The stream is over.
  func remove(_ stream: UInt64) { state.withLock { $0.streams[stream] = nil } }

  /// How many watches there are, and how many revisions the one furthest behind has still to be sent.
  func load(at newest: UInt64) -> WatchLoad {
    state.withLock { state in
      let behind = state.streams.values.filter { $0.watches > 0 }.map(\.revision).min() ?? newest
      return WatchLoad(
        watches: state.streams.values.reduce(0) { $0 + $1.watches },
        lagRevisions: newest > behind ? newest - behind : 0)
    }
  }
}

/// The watches of a server at one moment.
public struct WatchLoad: Sendable, Hashable {
  /// How many there are.
  public let watches: Int
  /// How many revisions the one furthest behind has still to be sent.
  public let lagRevisions: UInt64
}
