import RandomTesting
import Testing

@testable import GRPC

@Suite struct TimeoutTests {
  private func decode(_ text: String) -> Duration? {
    Array(text.utf8).withUnsafeBytes { Timeout.decode($0) }
  }

  @Test(arguments: [
    ("1H", Duration.seconds(3600)), ("2M", .seconds(120)), ("3S", .seconds(3)),
    ("4m", .milliseconds(4)), ("5u", .microseconds(5)), ("6n", .nanoseconds(6)), ("0n", .zero),
    ("00000001S", .seconds(1)), ("99999999H", .seconds(359_999_996_400)),
  ])
  func `every unit is read`(text: String, timeout: Duration) {
    #expect(decode(text) == timeout)
  }

  @Test(arguments: ["", "S", "1", "123456789S", "1s", "-1S", "+1S", "1.5S", " 1S", "1 S", "1Sx"])
  func `a malformed timeout is refused`(text: String) {
    #expect(decode(text) == nil)
  }

  @Test func `a round timeout is written in its coarsest unit`() {
    #expect(Timeout.encode(.seconds(30)) == "30S")
    #expect(Timeout.encode(.seconds(7200)) == "2H")
    #expect(Timeout.encode(.milliseconds(1500)) == "1500m")
    #expect(Timeout.encode(.nanoseconds(1)) == "1n")
  }

  @Test
  func
    `a timeout of centuries goes over as it is, and a longer one than there is a header for as the longest`()
  {
    for text in ["44454540H", "2500000H", "2500001H", "99999999H"] {
      #expect(decode(text).map(Timeout.encode) == text)
    }
    #expect(Timeout.encode(.seconds(44_454_540 * 3600 + 1)) == "44454541H")
    #expect(Timeout.encode(.seconds(100_000_000 * 3600)) == "99999999H")
    #expect(Timeout.encode(.seconds(Int64.max)) == "99999999H")
  }

  @Test func `a passed deadline is the shortest timeout`() {
    #expect(Timeout.encode(.zero) == "1n")
    #expect(Timeout.encode(.seconds(-5)) == "1n")
    #expect(Timeout.encode(.nanoseconds(-5)) == "1n")
  }

  @Test func `any timeout fits eight digits and is never shortened`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let magnitude = Int64(1) << Int64.random(in: 0..<62, using: &random)
      let timeout = Duration.nanoseconds(Int64.random(in: 1...magnitude, using: &random))
      let text = Timeout.encode(timeout)
      let read = decode(text)
      #expect(text.utf8.count <= 9, "seed \(seed)")
      #expect(read.map { $0 >= timeout } == true, "seed \(seed): \(timeout) became \(text)")
      #expect(read.map { $0 <= timeout * 1.001 } == true, "seed \(seed): \(timeout) became \(text)")
    }
    #expect(decode(Timeout.encode(.seconds(Int64.max / 2))) != nil)
  }
}
