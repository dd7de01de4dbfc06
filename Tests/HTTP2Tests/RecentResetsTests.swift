import Testing

@testable import HTTP2

@Suite struct RecentResetsTests {
  @Test func `the newest are known exactly, and none is forgotten for certain`() {
    var resets = RecentResets(capacity: 8)
    #expect(!resets.mayContain(1))
    for id in stride(from: Int32(1), to: 99, by: 4) { resets.insert(id) }
    for id in stride(from: Int32(1), to: 99, by: 4) { #expect(resets.mayContain(id)) }
    #expect(!resets.mayContain(95))
    #expect(!resets.mayContain(101))
    // Below those that had to make room nothing is known, so anything may be.
    #expect(resets.mayContain(3))
  }
}
