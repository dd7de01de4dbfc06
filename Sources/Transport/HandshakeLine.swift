import EventLoops

/// Who is next of those that wait for a step of their TLS handshake; a pure machine.
///
/// A handshake costs as much as a hundred calls, and a crowd that asks for more than can be done is not to be all that gets
/// on. Peers that have answered us come before newcomers, but for every fourth turn: little is left to be done for them, and what
/// was done is not to be in vain. Of the newcomers the addresses have their turns one after the other. Of one address the
/// last to come and the first to come are taken by turns: where a crowd comes faster than it can be served, only the last
/// does not wait in vain, and where it comes again as soon as it has been served, only the first. An address is a
/// `SocketAddress.network`; peers without one are one crowd.
struct HandshakeLine<Waiting> {
  private struct Crowd {
    /// In the order they came.
    var waiting: [Waiting] = []
    var takesLast = true
  }

  private let limit: Int
  private var answered: [Waiting] = []
  private var crowds: [SocketAddress?: Crowd] = [:]
  /// The origins of `crowds`, the next one first.
  private var turns: [SocketAddress?] = []
  private var newcomers = 0
  private var answeredInTurn = 0
  private static var maxAnsweredInTurn: Int { 3 }

  /// - Parameter limit: how many newcomers may wait.
  init(limit: Int) { self.limit = limit }

  /// Takes in a newcomer.
  ///
  /// - Returns: who has to go, where there are too many: of the address that has most of them, the first to come.
  /// - Complexity: O(1) below the limit, O(limit) there.
  mutating func addNewcomer(_ newcomer: Waiting, from address: SocketAddress?) -> Waiting? {
    let origin = address?.network
    if crowds[origin] == nil { turns.append(origin) }
    crowds[origin, default: Crowd()].waiting.append(newcomer)
    newcomers += 1
    return newcomers > limit ? pushOut() : nil
  }

  /// Takes in a peer that has answered.
  mutating func addAnswered(_ peer: Waiting) { answered.append(peer) }

  /// Takes out whose turn it is.
  ///
  /// - Complexity: O(those who wait), for moving up.
  mutating func next() -> Waiting? {
    if !answered.isEmpty, newcomers == 0 || answeredInTurn < Self.maxAnsweredInTurn {
      answeredInTurn += 1
      return answered.removeFirst()
    }
    answeredInTurn = 0
    return nextNewcomer()
  }

  private mutating func nextNewcomer() -> Waiting? {
    guard let origin = turns.first, let takesLast = crowds[origin]?.takesLast else { return nil }
    turns.removeFirst()
    crowds[origin]?.takesLast.toggle()
    return takeOut(last: takesLast, of: origin)
  }

  private mutating func pushOut() -> Waiting? {
    guard let largest = crowds.max(by: { $0.value.waiting.count < $1.value.waiting.count }) else {
      return nil
    }
    let origin = largest.key
    turns.removeAll { $0 == origin }
    return takeOut(last: false, of: origin)
  }

  /// Takes one out of an origin that has no turn at present, and gives it its next turn.
  private mutating func takeOut(last: Bool, of origin: SocketAddress?) -> Waiting? {
    newcomers -= 1
    let taken = last ? crowds[origin]?.waiting.removeLast() : crowds[origin]?.waiting.removeFirst()
    if crowds[origin]?.waiting.isEmpty == false { turns.append(origin) } else { crowds[origin] = nil }
    return taken
  }
}
