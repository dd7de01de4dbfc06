import Testing

@testable import GRPC

@Suite struct HealthTests {
  @Test func `a state is what was set last`() {
    let states = HealthStates()
    #expect(states.state(of: "a") == nil)
    states.set(.serving, of: "a")
    #expect(states.state(of: "a") == .serving)
    states.set(nil, of: "a")
    #expect(states.state(of: "a") == nil)
  }

  @Test func `a watcher sees the state now and after every change`() async {
    let states = HealthStates()
    var watch = states.watch("a").makeAsyncIterator()
    #expect(await watch.next() == .serviceUnknown)
    states.set(.serving, of: "a")
    #expect(await watch.next() == .serving)
    states.set(.serving, of: "a")
    states.set(.notServing, of: "a")
    #expect(await watch.next() == .notServing)
    states.set(nil, of: "a")
    #expect(await watch.next() == .serviceUnknown)
  }

  @Test func `a slow watcher sees the newest state`() async {
    let states = HealthStates()
    states.set(.serving, of: "a")
    var watch = states.watch("a").makeAsyncIterator()
    states.set(.notServing, of: "a")
    #expect(await watch.next() == .notServing)
  }

  @Test func `after a shutdown nothing serves any more`() async {
    let states = HealthStates()
    states.set(.serving, of: "")
    states.set(.serving, of: "a")
    states.shutDown()
    states.set(.serving, of: "a")
    #expect(states.all == ["": .notServing, "a": .notServing])
  }

  @Test func `when watches end, those under way and those that come late hear the last state first`() async {
    let states = HealthStates()
    states.set(.serving, of: "")
    var watch = states.watch("").makeAsyncIterator()
    #expect(await watch.next() == .serving)
    states.shutDown()
    states.endWatches()
    #expect(await watch.next() == .notServing)
    #expect(await watch.next() == nil)
    #expect(states.watcherCount == 0)
    var late = states.watch("").makeAsyncIterator()
    #expect(await late.next() == .notServing)
    #expect(await late.next() == nil)
    #expect(states.watcherCount == 0)
  }

  @Test func `a watch that is dropped is forgotten`() async {
    let states = HealthStates()
    do {
      let watch = states.watch("a")
      #expect(states.watcherCount == 1)
      _ = watch
    }
    #expect(states.watcherCount == 0)
  }
}
