import EventLoops
import Synchronization

/// Counts a listener's connections over all its loops, and those of each address if that is limited; of IPv6 those of each
/// `SocketAddress.network`.
final class ConnectionCensus: Sendable {
  private struct Counts {
    var total = 0
    var byAddress: [SocketAddress: Int] = [:]
  }

  private let counts = Mutex(Counts())
  private let limit: Int
  private let limitPerAddress: Int?

  init(limit: Int, perAddress limitPerAddress: Int?) {
    self.limit = limit
    self.limitPerAddress = limitPerAddress
  }

  /// Counts a connection in.
  ///
  /// - Throws: `tooManyConnections` when a limit is reached; then it is not counted.
  func admit(_ peer: SocketAddress?) throws(TransportError) {
    let key = peer?.network
    let refusal: String? = counts.withLock { counts in
      if counts.total >= limit { return "\(limit) connections are open" }
      if let key, let limitPerAddress {
        let present = counts.byAddress[key, default: 0]
        if present >= limitPerAddress { return "\(limitPerAddress) connections from \(key.host) are open" }
        counts.byAddress[key] = present + 1
      }
      counts.total += 1
      return nil
    }
    if let refusal { throw TransportError(.tooManyConnections, "refused: \(refusal)") }
  }

  /// Counts a connection out that was admitted.
  func discharge(_ peer: SocketAddress?) {
    let key = peer?.network
    counts.withLock { counts in
      counts.total -= 1
      guard let key, limitPerAddress != nil, let present = counts.byAddress[key] else { return }
      counts.byAddress[key] = present > 1 ? present - 1 : nil
    }
  }

  /// The number of connections that are open.
  var total: Int { counts.withLock { $0.total } }
}
