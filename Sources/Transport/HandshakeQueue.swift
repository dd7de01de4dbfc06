import EventLoops

/// Puts the TLS handshakes of a loop's connections one behind the other, and behind everything else that the loop has to do.
///
/// A handshake costs as much as a hundred calls; those of a crowd that comes at once would hold up the calls of everybody else.
// SAFETY: owner: `loop`; every mutable member is touched on its thread only.
final class HandshakeQueue: @unchecked Sendable {
  private let loop: EventLoop
  private var waiting: [TLSStream] = []
  /// The position of the next one in `waiting`.
  private var next = 0

  init(on loop: EventLoop) { self.loop = loop }

  /// Calls `goOn()` of a stream once those before it have had their turn.
  func add(_ stream: TLSStream) {
    waiting.append(stream)
    if waiting.count - next == 1 { schedule() }
  }

  private func schedule() { loop.execute { self.step() } }

  /// One at a time: the next goes to the end of the loop's queue.
  private func step() {
    let stream = waiting[next]
    next += 1
    if next == waiting.count {
      waiting = []
      next = 0
    } else {
      schedule()
    }
    stream.goOn()
  }
}
