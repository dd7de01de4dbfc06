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

@Test func `calls may wait for any time where no time is set`() {
  var delay = QueueDelay(target: .zero)
  for now in [0, 150, 300] as [UInt64] {
    let isAdmitted = delay.admits(readyAt: at(now), now: at(now).advanced(by: .seconds(3600)))
    #expect(isAdmitted)
  }
  #expect(!delay.isOverloaded)
}

/// A loop's share of the limits whose calls have waited so long, in milliseconds, for two windows.
private func share(waiting milliseconds: UInt64) -> LoopShare {
  let share = LoopShare(queueDelay: .milliseconds(100), methods: 2)
  for now in [1000, 1200] as [UInt64] {
    _ = share.queueDelay.admits(readyAt: at(now - milliseconds), now: at(now))
  }
  return share
}

@Test func `in overload a call is not begun that such calls say would be late`() {
  let share = share(waiting: 200)
  for _ in 0..<100 { share.measured(8_000_000_000, ofMethod: 1) }
  #expect(share.excessiveDuration(ofMethod: 1, remaining: .seconds(60)) == nil)
  #expect(share.excessiveDuration(ofMethod: 0, remaining: .milliseconds(1)) == nil)
  let expected = share.excessiveDuration(ofMethod: 1, remaining: .seconds(1))
  #expect(expected.map { $0 > .seconds(7) && $0 <= .seconds(8) } == true)
  // Refusals are forgotten in time, lest the method is never tried again.
  var refused = 1
  while share.excessiveDuration(ofMethod: 1, remaining: .seconds(1)) != nil { refused += 1 }
  #expect(refused > 5 && refused < 100)
}

@Test func `without overload every call is begun, whatever others of its method have taken`() {
  let share = share(waiting: 50)
  for _ in 0..<100 { share.measured(30_000_000_000, ofMethod: 1) }
  #expect(share.excessiveDuration(ofMethod: 1, remaining: .milliseconds(1)) == nil)
}

@Test func `a counted bucket tells with the next token how often there was none`() {
  let bucket = CountedBucket(perSecond: 1, burst: 3)
  for _ in 0..<3 { #expect(bucket.take(at: at(0)) == 0) }
  for milliseconds in [0, 400, 999] as [UInt64] { #expect(bucket.take(at: at(milliseconds)) == nil) }
  #expect(bucket.take(at: at(1000)) == 3)
  #expect(bucket.take(at: at(1001)) == nil)
  for left in [1, 0, 0] { #expect(bucket.take(at: at(60_000)) == left) }
  #expect(bucket.take(at: at(60_000)) == nil)
}
