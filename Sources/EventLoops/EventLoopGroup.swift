import CLinux
import Synchronization

/// A fixed set of loops, usually one a core.
public final class EventLoopGroup: Sendable {
  /// The loops, in order of their indices.
  public let loops: [EventLoop]
  private let position = Atomic<UInt>(0)

  /// Starts so many loops, at least one; by default one for each core that the process may use.
  ///
  /// - Throws: when the process has no descriptors or threads left.
  public init(count: Int? = nil) throws(EventLoopError) {
    var loops: [EventLoop] = []
    for index in 0..<max(1, count ?? Self.availableCores) { loops.append(try EventLoop(index: index)) }
    self.loops = loops
  }

  /// The next loop in turn; inside a loop of the group, that loop.
  public func next() -> EventLoop {
    if let current = EventLoop.current, current.index < loops.count, loops[current.index] === current {
      return current
    }
    let turn = position.wrappingAdd(1, ordering: .relaxed).oldValue
    return loops[Int(turn % UInt(loops.count))]
  }

  /// Ends every loop after its queued work; see `EventLoop.shutdown()`. Idempotent.
  public func shutdown() async {
    for loop in loops { await loop.shutdown() }
  }

  /// The number of cores that the process may run on.
  public static var availableCores: Int { Int(clinux_available_cores()) }
}
