import EventLoops
import GRPC

/// Counts the calls and connections of a server, each loop for itself, and adds them up for whoever asks.
public final class ServerMetrics: ServerObserver {
  private let methods: [String]
  private let loops: [(loop: EventLoop, metrics: LoopMetrics)]

  /// Counts for a server of these methods on these loops.
  ///
  /// - Parameter methods: in the order of `Server.methods(of:)`.
  public init(methods: [AnyMethodDescriptor], on group: EventLoopGroup) {
    self.methods = methods.map { "\($0.service)/\($0.name)" }
    loops = group.loops.map { ($0, LoopMetrics($0, methods: methods.count)) }
  }

  /// Gives the connection to the counters of its loop.
  public func open(_ connection: ConnectionSummary) -> any ConnectionObserver {
    let metrics = loops[connection.loop.index].metrics
    metrics.connectionOpened(isSecure: connection.security != nil)
    return metrics
  }

  /// Counts a connection that never became usable.
  public func connectionFailed(on loop: EventLoop, peer: String, reason: String?) {
    loops[loop.index].metrics.connectionFailed()
  }

  /// Loops that do not come to what they are asked within so many seconds, by index.
  public func stuckLoops(seconds: Int) -> [Int] {
    let answers = Gathering(loops.map(\.loop)) { _ in true }.wait(seconds: seconds)
    return answers.indices.filter { answers[$0].value == nil }
  }

  /// What has been counted. Waits for every loop, two seconds at most: what a loop that is stuck has is left out, and its
  /// lag tells.
  ///
  /// - Parameter also: asked on each loop, for what others count by loop.
  public func families(also: @escaping @Sendable (EventLoop) -> [Int]) -> (
    families: [MetricFamily], also: [[Int]]
  ) {
    let gathering = Gathering(loops.map(\.loop)) { [loops] index in
      LoopSample(loops[index].loop, loops[index].metrics, also: also(loops[index].loop))
    }
    let samples = gathering.wait(seconds: 2)
    return (
      CallFamilies.families(methods, samples.compactMap(\.value))
        + LoopFamilies.families(samples), samples.compactMap { $0.value?.also }
    )
  }
}

/// What a loop has counted, copied on it.
struct LoopSample: Sendable {
  let cells: ContiguousArray<LoopMetrics.Cell?>
  let started: ContiguousArray<UInt64>
  let connections: ConnectionCounts
  let statistics: LoopStatistics
  let also: [Int]

  init(_ loop: EventLoop, _ metrics: LoopMetrics, also: [Int]) {
    cells = metrics.cells
    started = metrics.started
    connections = metrics.connections
    statistics = loop.takeStatistics()
    self.also = also
  }
}
