import Testing

@testable import Catalog

/// For how many the writer waits before it takes a batch.
@Suite struct CallersTests {
  @Test func `A caller who comes back is not taken for another one`() {
    var waiters = WaiterEstimate()
    for _ in 0..<3 {
      waiters.came()
      #expect(waiters.takeMost() == 1)
      waiters.leave(1)
    }
    // He was answered, and is back before anybody asks.
    waiters.came()
    waiters.leave(1)
    waiters.came()
    #expect(waiters.takeMost() == 1)
  }

  @Test func `Those who were just answered are expected back once`() {
    var waiters = WaiterEstimate()
    for _ in 0..<5 { waiters.came() }
    waiters.leave(5)
    waiters.came()
    #expect(waiters.takeMost() == 5)
    #expect(waiters.takeMost() == 1)
  }
}
