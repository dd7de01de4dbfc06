import EventLoops

/// What the calls of a connection, or of many, have come to; counted on the connection's loop, added up when asked for.
struct CallTally: Sendable, Hashable {
  var started: Int64 = 0
  var succeeded: Int64 = 0
  var failed: Int64 = 0
  var messagesReceived: Int64 = 0
  var messagesSent: Int64 = 0
  /// When the last call began, on the monotonic clock; 0 when none has.
  var lastStart: UInt64 = 0

  @inline(__always)
  mutating func begin(at instant: MonotonicInstant) {
    started += 1
    lastStart = instant.nanoseconds
  }

  @inline(__always)
  mutating func end(_ isSuccess: Bool) {
    if isSuccess { succeeded += 1 } else { failed += 1 }
  }

  mutating func add(_ other: CallTally) {
    started += other.started
    succeeded += other.succeeded
    failed += other.failed
    messagesReceived += other.messagesReceived
    messagesSent += other.messagesSent
    lastStart = max(lastStart, other.lastStart)
  }
}
