import EventLoops

/// Puts the TLS handshakes of a loop's connections one behind the other, one step in each turn of the loop.
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
  ///
  /// - Complexity: O(1), amortised.
  func add(_ stream: TLSStream) {
    waiting.append(stream)
    if waiting.count - next == 1 { endOfTurn() }
  }

  private func step() {
    let stream = waiting[next]
    next += 1
    forgetThoseServed()
    stream.goOn()
  }

  private func forgetThoseServed() {
    let left = waiting.count - next
    if left > 0 { loop.atEndOfTurn(self) }
    guard next > left else { return }
    waiting.removeFirst(next)
    next = 0
  }
}

extension HandshakeQueue: EndOfTurnHandler {
  /// What the turn has brought is answered; the next step comes behind what the next turn finds queued already.
  func endOfTurn() { loop.execute { self.step() } }
}
