import Synchronization

/// A histogram that several threads observe into; for what happens far less often than calls.
public final class SharedHistogram: Sendable {
  private let histogram: Mutex<Histogram>

  /// An empty one.
  public init(_ bounds: Histogram.Bounds) { histogram = Mutex(Histogram(bounds)) }

  /// Counts an observation.
  public func observe(_ value: UInt64) { histogram.withLock { $0.observe(value) } }

  /// What has been counted.
  public var value: Histogram { histogram.withLock { $0 } }
}
