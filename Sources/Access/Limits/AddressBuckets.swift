import EventLoops
import Synchronization

/// The token buckets of client addresses; bounded, looked up once a connection.
final class AddressBuckets: Sendable {
  private static let capacity = 65_536

  private let perSecond: Int
  private let buckets = Mutex<[SocketAddress: TokenBucket]>([:])

  init(perSecond: Int) { self.perSecond = perSecond }

  /// The bucket of an address; nil for one that is no IP address.
  func bucket(for address: SocketAddress?, at now: MonotonicInstant) -> TokenBucket? {
    guard let key = address.flatMap(Self.key) else { return nil }
    return buckets.withLock { buckets in
      if let known = buckets[key] { return known }
      if buckets.count >= Self.capacity { buckets = buckets.filter { !$0.value.isFull(at: now) } }
      let bucket = TokenBucket(perSecond: perSecond)
      // So many addresses at once are one attack: the newcomers are not remembered beyond their connection.
      if buckets.count < Self.capacity { buckets[key] = bucket }
      return bucket
    }
  }

  /// The address without its port, and of an IPv6 address the network only: a host may have all of a /64.
  private static func key(_ address: SocketAddress) -> SocketAddress? {
    switch address {
    case .ipv4: address.with(port: 0)
    case .ipv6(let high, let low, _, _):
      high == 0 ? .ipv6(high, low, port: 0, scope: 0) : .ipv6(high, 0, port: 0, scope: 0)
    case .unix: nil
    }
  }
}
