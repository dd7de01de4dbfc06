import EventLoops
import GRPC

/// What one loop counts of its calls and connections; confined to it, so that no core waits for another's memory.
///
/// A call that ends is noted, and all that ended within a turn are counted at its end with one look at the clock: that
/// is when their answers are written.
final class LoopMetrics: ConnectionObserver, EndOfTurnHandler {
  static let statusCodes = 17

  private struct Ended {
    let method: UInt16
    let code: UInt8
    let startedAt: MonotonicInstant
    let received: Int
    let sent: Int
  }

  /// What is counted of one method and status.
  struct Cell: Sendable {
    var duration = Histogram(.latency)
    var received = Histogram(.size)
    var sent = Histogram(.size)
  }

  private let loop: EventLoop
  // `@exclusivity(unchecked)`: on one thread, and no access spans a call that could come back to it.

  @exclusivity(unchecked) private var ended = ContiguousArray<Ended>()
  @exclusivity(unchecked) private(set) var cells: ContiguousArray<Cell?>
  @exclusivity(unchecked) private(set) var started: ContiguousArray<UInt64>
  private(set) var connections = ConnectionCounts()

  /// - Parameter methods: how many there are; one row more is for calls that came to none.
  init(_ loop: EventLoop, methods: Int) {
    self.loop = loop
    let methods = methods + 1
    cells = ContiguousArray(repeating: nil, count: methods * Self.statusCodes)
    started = ContiguousArray(repeating: 0, count: methods)
  }

  func callStarted(methodIndex: Int) { started[methodIndex] &+= 1 }

  func callEnded(_ call: ServerCallSummary) {
    note(
      Ended(
        method: UInt16(truncatingIfNeeded: call.methodIndex),
        code: UInt8(truncatingIfNeeded: call.code.rawValue),
        startedAt: call.startedAt, received: call.requestBytes, sent: call.responseBytes))
  }

  func callRefused(_ code: StatusCode) {
    let other = started.count - 1
    started[other] &+= 1
    note(
      Ended(
        method: UInt16(truncatingIfNeeded: other), code: UInt8(truncatingIfNeeded: code.rawValue),
        startedAt: loop.now, received: 0, sent: 0))
  }

  @inline(__always)
  private func note(_ call: Ended) {
    if ended.isEmpty { loop.atEndOfTurn(self) }
    ended.append(call)
  }

  func endOfTurn() {
    let now = MonotonicInstant.now
    for call in ended { count(call, at: now) }
    ended.removeAll(keepingCapacity: ended.capacity <= 4096)
  }

  func connectionOpened(isSecure: Bool) {
    connections.opened &+= 1
    if isSecure { connections.handshakes &+= 1 }
  }

  func connectionClosed(peer: String, reason: String?) {
    connections.closed &+= 1
    if reason != nil { connections.broken &+= 1 }
  }

  func connectionFailed() { connections.failed &+= 1 }

  @inline(__always)
  private func count(_ call: Ended, at now: MonotonicInstant) {
    let index = Int(call.method) * Self.statusCodes + min(Int(call.code), Self.statusCodes - 1)
    if cells[index] == nil { cells[index] = Cell() }
    cells[index]!.duration.observe(now.nanoseconds(since: call.startedAt))
    cells[index]!.received.observe(UInt64(call.received))
    cells[index]!.sent.observe(UInt64(call.sent))
  }
}

/// Connections of a loop since the start.
struct ConnectionCounts: Sendable {
  /// Usable ones, after their handshake.
  var opened: UInt64 = 0
  /// Those of them with TLS.
  var handshakes: UInt64 = 0
  /// Those of them that are over.
  var closed: UInt64 = 0
  /// Those of them that did not end in good order.
  var broken: UInt64 = 0
  /// Those that never became usable.
  var failed: UInt64 = 0
}

// SAFETY: owner: `loop`; every mutable member is touched on its thread only.
extension LoopMetrics: @unchecked Sendable {}
