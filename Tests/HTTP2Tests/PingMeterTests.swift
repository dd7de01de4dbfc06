import Testing

@testable import HTTP2

@Suite struct PingMeterTests {
  private static let second: UInt64 = 1_000_000_000

  @Test func `PINGs in due course are never too many`() {
    var meter = PingMeter(PingLimit(minInterval: .seconds(10), early: 2))
    let verdicts = (0..<1000).map { meter.take(now: UInt64($0) * 10 * Self.second) }
    #expect(verdicts.allSatisfy { $0 })
  }

  @Test func `the third early PING is one too many`() {
    var meter = PingMeter(PingLimit(minInterval: .seconds(10), early: 2))
    let verdicts = (0..<4).map { meter.take(now: UInt64($0) * Self.second) }
    #expect(verdicts == [true, true, true, false])
  }

  @Test func `what we send is measured as often as the peer likes`() {
    var meter = PingMeter(PingLimit(minInterval: .seconds(10), early: 0))
    for round in 0..<1000 {
      let verdict = meter.take(now: UInt64(round))
      #expect(verdict)
      meter.forgive()
    }
  }

  @Test func `an interval of centuries makes every PING but the first an early one`() {
    for interval in [Duration.seconds(999_999_999 * 86_400), .seconds(Int64.max)] {
      var meter = PingMeter(PingLimit(minInterval: interval, early: 1))
      let verdicts = (0..<3).map { meter.take(now: UInt64($0) * 100_000_000 * Self.second) }
      #expect(verdicts == [true, true, false])
    }
  }

  @Test func `no interval polices nothing`() {
    var meter = PingMeter(PingLimit(minInterval: .zero, early: 0))
    let verdicts = (0..<1000).map { _ in meter.take(now: 5) }
    #expect(verdicts.allSatisfy { $0 })
  }

  @Test func `too many PINGs end the connection with the words that gRPC clients look for`() {
    var configuration = SessionConfiguration()
    configuration.floodLimits.pings = PingLimit(minInterval: .seconds(10), early: 2)
    let raw = RawClient(configuration)
    for _ in 0..<3 { raw.send(RawFrame(type: RawFrame.ping, payload: [UInt8](repeating: 0, count: 8))) }
    #expect(raw.error == nil)
    raw.send(RawFrame(type: RawFrame.ping, payload: [UInt8](repeating: 0, count: 8)))
    let goAway = raw.answers.last { $0.type == RawFrame.goAway }
    #expect(goAway.map { Array($0.payload.dropFirst(8)) } == Array("too_many_pings".utf8))
  }
}
