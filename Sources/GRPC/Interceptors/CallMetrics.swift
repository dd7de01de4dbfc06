import Synchronization

/// Counts the calls of a channel by method and code, with how long they took.
///
/// A channel's calls end on one event loop, so the lock is hardly ever waited for. Thread-safe.
public final class CallMetrics: ClientInterceptor {
  /// The upper bounds of the buckets of durations; one more bucket takes what is above.
  public static let bounds: [Duration] = [
    .microseconds(100), .microseconds(300), .milliseconds(1), .milliseconds(3), .milliseconds(10),
    .milliseconds(30),
    .milliseconds(100), .milliseconds(300), .seconds(1), .seconds(3), .seconds(10),
  ]

  /// What was counted of the calls of one method that ended with one code.
  public struct Figures: Sendable, Hashable {
    /// The path of the method: `/service/name`.
    public let method: String
    /// How the calls ended.
    public let code: StatusCode
    /// How many there were.
    public fileprivate(set) var count = 0
    /// How long they took together.
    public fileprivate(set) var total = Duration.zero
    /// How many fell into each of the buckets of `bounds`, and above the last.
    public fileprivate(set) var buckets = [Int](repeating: 0, count: CallMetrics.bounds.count + 1)
  }

  private struct Key: Hashable {
    let method: String
    let code: StatusCode
  }

  private let figures = Mutex<[Key: Figures]>([:])

  /// Metrics without calls.
  public init() {}

  /// What was counted so far, by method and code.
  public var snapshot: [Figures] {
    figures.withLock { Array($0.values) }.sorted {
      ($0.method, $0.code.rawValue) < ($1.method, $1.code.rawValue)
    }
  }

  /// Counts a call.
  public func completed(_ call: OutgoingCall, _ outcome: CallOutcome) {
    let key = Key(method: call.method.path, code: outcome.code)
    let bucket = Self.bounds.firstIndex { outcome.duration <= $0 } ?? Self.bounds.count
    figures.withLock { figures in
      var entry = figures[key] ?? Figures(method: key.method, code: key.code)
      entry.count += 1
      entry.total += outcome.duration
      entry.buckets[bucket] += 1
      figures[key] = entry
    }
  }
}
