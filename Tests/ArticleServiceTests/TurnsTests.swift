import Synchronization
import Testing

@testable import ArticleService

@Suite struct TurnsTests {
  private final class Counts: Sendable {
    private struct State {
      var now = 0
      var most = 0
      var ended = 0
    }

    private let state = Mutex(State())
    var most: Int { state.withLock { $0.most } }
    var ended: Int { state.withLock { $0.ended } }

    func begin() {
      state.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
    }

    func end() {
      state.withLock {
        $0.now -= 1
        $0.ended += 1
      }
    }
  }

  @Test(arguments: [1, 3])
  func `no more than so many have their turn at once, and everybody has one`(atOnce: Int) async {
    let turns = Turns(atOnce: atOnce)
    let counts = Counts()
    await withTaskGroup { group in
      for _ in 0..<50 {
        group.addTask {
          await turns.run(ifNeeded: true) {
            counts.begin()
            for _ in 0..<5 { await Task.yield() }
            counts.end()
          }
        }
      }
    }
    #expect(counts.most <= atOnce)
    #expect(counts.ended == 50)
  }

  @Test func `who needs none waits for nobody, and a turn ends with an error, too`() async {
    struct Failed: Error {}
    let turns = Turns(atOnce: 1)
    await turns.run(ifNeeded: true) {
      #expect(await turns.run(ifNeeded: false) { 1 } == 1)
    }
    await #expect(throws: Failed.self) { try await turns.run(ifNeeded: true) { throw Failed() } }
    #expect(await turns.run(ifNeeded: true) { 2 } == 2)
  }
}
