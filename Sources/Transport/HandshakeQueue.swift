import EventLoops

/// The TLS handshakes of one loop whose next step waits for its turn, and those whose step is being taken.
///
/// Confined to its loop. See `HandshakeLine` for the order. Turns are given when a turn of the loop ends: of a crowd that goes
/// as soon as it has come most have gone by then, and cost no step.
final class HandshakeQueue: EndOfTurnHandler {
  /// Beyond so many, newcomers push out those who have waited longest; each holds what its peer has said.
  private static let maxNewcomers = 1024
  /// So many that no thread which shakes hands waits for the loop to give it the next.
  private static let maxUnderWay = EventLoopGroup.availableCores + 1
  /// How many of those that have gone are seen off before calls have their turn: closing costs as much as a call.
  private static let maxGone = 2

  private let loop: EventLoop
  private var line = HandshakeLine<TLSStream>(limit: maxNewcomers)
  private var underWay = 0
  private var isScheduled = false

  init(on loop: EventLoop) { self.loop = loop }

  /// Takes in a handshake whose peer has said nothing but hello.
  func addNewcomer(_ stream: TLSStream) {
    line.addNewcomer(stream, from: stream.peerAddress)?.giveUpTurn()
    schedule()
  }

  /// Takes in a handshake whose peer has answered us.
  func addAnswered(_ stream: TLSStream) {
    line.addAnswered(stream)
    schedule()
  }

  /// A step has been taken.
  func stepEnded() {
    underWay -= 1
    schedule()
  }

  /// Gives turns to who is next.
  func endOfTurn() {
    isScheduled = false
    var gone = 0
    while underWay < Self.maxUnderWay, let next = line.next() {
      if next.takeStep() {
        underWay += 1
      } else {
        gone += 1
        guard gone < Self.maxGone else { return schedule() }
      }
    }
  }

  private func schedule() {
    guard !isScheduled else { return }
    isScheduled = true
    loop.atEndOfTurn(self)
  }
}
