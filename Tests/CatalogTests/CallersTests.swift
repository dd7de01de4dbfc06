import Testing

@testable import Catalog

/// For how many the writer waits before it takes a batch.
@Suite struct CallersTests {
  @Test func `A caller who comes back is not taken for another one`() {
    var callers = Callers()
    for _ in 0..<3 {
      callers.came()
      #expect(callers.takeMost() == 1)
      callers.leave(1)
    }
    // He was answered, and is back before anybody asks.
    callers.came()
    callers.leave(1)
    callers.came()
    #expect(callers.takeMost() == 1)
  }

  @Test func `Those who were just answered are expected back once`() {
    var callers = Callers()
    for _ in 0..<5 { callers.came() }
    callers.leave(5)
    callers.came()
    #expect(callers.takeMost() == 5)
    #expect(callers.takeMost() == 1)
  }
}
