import EventLoops

/// The TLS handshakes of one loop whose next step waits for its turn, and those whose step is being taken.
///
/// Confined to its loop. See `HandshakeLine` for the order.
final class HandshakeQueue {
  /// Beyond so many, newcomers push out those who have waited longest; each holds what its peer has said.
  private static let maxNewcomers = 1024
  /// So many that no thread which shakes hands waits for the loop to give it the next.
  private static let maxUnderWay = EventLoopGroup.availableCores + 1

  private var line = HandshakeLine<TLSStream>(limit: maxNewcomers)
  private var underWay = 0

  /// Takes in a handshake whose peer has said nothing but hello.
  func addNewcomer(_ stream: TLSStream) {
    line.addNewcomer(stream, from: stream.peerAddress)?.giveUpTurn()
    takeTurns()
  }

  /// Takes in a handshake whose peer has answered us.
  func addAnswered(_ stream: TLSStream) {
    line.addAnswered(stream)
    takeTurns()
  }

  /// A step has been taken.
  func stepEnded() {
    underWay -= 1
    takeTurns()
  }

  private func takeTurns() {
    while underWay < Self.maxUnderWay, let next = line.next() {
      if next.takeStep() { underWay += 1 }
    }
  }
}
