import EventLoops
import Synchronization

/// The token buckets of client addresses (`SocketAddress.network`); bounded, looked up once a connection.
final class AddressBuckets: Sendable {
  private static let capacity = 65_536

  private let perSecond: Int
  private let buckets = Mutex<[SocketAddress: TokenBucket]>([:])

  init(perSecond: Int) { self.perSecond = perSecond }

  /// The bucket of an address; nil for one that is no IP address.
  func bucket(for address: SocketAddress?, at now: MonotonicInstant) -> TokenBucket? {
    guard let key = address?.network else { return nil }
    return buckets.withLock { buckets in
      if let known = buckets[key] { return known }
      if buckets.count >= Self.capacity { buckets = buckets.filter { !$0.value.isFull(at: now) } }
      let bucket = TokenBucket(perSecond: perSecond)
      // So many addresses at once are one attack: the newcomers are not remembered beyond their connection.
      if buckets.count < Self.capacity { buckets[key] = bucket }
      return bucket
    }
  }
}
