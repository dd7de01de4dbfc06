import EventLoops
import Testing

@testable import Access

private func at(_ milliseconds: UInt64) -> MonotonicInstant {
  MonotonicInstant(nanoseconds: 1_000_000_000 + milliseconds * 1_000_000)
}

@Test func `a bucket gives what a second brings at once, then one token an interval`() {
  let bucket = TokenBucket(perSecond: 10)
  for _ in 0..<10 { #expect(bucket.take(at: at(0)) == nil) }
  #expect(bucket.take(at: at(0)) == .milliseconds(100))
  #expect(bucket.take(at: at(60)) == .milliseconds(40))
  #expect(bucket.take(at: at(100)) == nil)
  #expect(bucket.take(at: at(100)) != nil)
}

@Test func `a bucket is full again after a second's pause, and never fuller`() {
  let bucket = TokenBucket(perSecond: 5)
  for _ in 0..<5 { _ = bucket.take(at: at(0)) }
  #expect(!bucket.isFull(at: at(500)))
  #expect(bucket.isFull(at: at(1000)))
  for _ in 0..<5 { #expect(bucket.take(at: at(60_000)) == nil) }
  #expect(bucket.take(at: at(60_000)) != nil)
}

@Test func `addresses have a bucket each, whatever the port, and an IPv6 network has one`() throws {
  let buckets = AddressBuckets(perSecond: 1)
  func bucket(_ host: String, _ port: UInt16) throws -> TokenBucket? {
    buckets.bucket(for: try SocketAddress(numeric: host, port: port), at: at(0))
  }
  #expect(try bucket("192.0.2.1", 1) === bucket("192.0.2.1", 2))
  #expect(try bucket("192.0.2.1", 1) !== bucket("192.0.2.2", 1))
  #expect(try bucket("2001:db8:0:1::1", 1) === bucket("2001:db8:0:1:ffff::2", 1))
  #expect(try bucket("2001:db8:0:1::1", 1) !== bucket("2001:db8:0:2::1", 1))
  #expect(buckets.bucket(for: .unix(path: "/run/x"), at: at(0)) == nil)
}

@Test func `a burst may wait long, but not when even the luckiest call has waited too long`() {
  var delay = QueueDelay(target: .milliseconds(50))
  func admits(_ waited: Int, _ now: UInt64) -> Bool {
    delay.admits(readyAt: at(now), now: at(now).advanced(by: .milliseconds(waited)))
  }
  let burst = [admits(400, 0), admits(501, 10)]
  #expect(burst == [true, false])
  // A window in which nobody was served in time ends: overload.
  let overload = [admits(400, 150), admits(49, 160)]
  #expect(overload == [false, true])
  #expect(delay.isOverloaded)
  // One in which somebody was: over.
  let over = admits(400, 300)
  #expect(over)
  #expect(!delay.isOverloaded)
}
