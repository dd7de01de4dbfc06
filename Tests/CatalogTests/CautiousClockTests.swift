import Testing

@testable import Catalog

@Suite struct CautiousClockTests {
  @Test func `A clock that was behind at the start is so for a day, not for ever`() {
    var clock = CautiousClock(now: 1000, uptime: 0)
    #expect(clock.observe(now: 1_700_000_010, uptime: 10) == 1010)
    #expect(clock.observe(now: 1_700_086_390, uptime: 86_390) == 87_390)
    #expect(clock.observe(now: 1_700_086_401, uptime: 86_401) == 1_700_086_401)
  }

  @Test func `A clock that runs ahead for a while is not believed, one that goes back is`() {
    var clock = CautiousClock(now: 1000, uptime: 0)
    #expect(clock.observe(now: 9000, uptime: 10) == 1010)
    #expect(clock.observe(now: 1020, uptime: 20) == 1020)
    #expect(clock.observe(now: 500, uptime: 30) == 500)
  }
}
