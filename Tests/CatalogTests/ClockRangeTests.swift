import Testing

@testable import Catalog

@Suite struct ClockRangeTests {
  @Test func `A clock that was behind at the start keeps snapshots for a day longer, not for ever`() {
    var clock = ClockRange(now: 1000, uptime: 0)
    #expect(clock.observe(now: 1_700_000_010, uptime: 10) == 1010...1_700_000_010)
    #expect(clock.observe(now: 1_700_086_390, uptime: 86_390) == 87_390...1_700_086_390)
    #expect(!clock.isSettled(at: 86_390) && clock.isSettled(at: 86_401))
    #expect(clock.observe(now: 1_700_086_401, uptime: 86_401) == 1_700_086_401...1_700_086_401)
  }
}
