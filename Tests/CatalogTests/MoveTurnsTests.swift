import Testing

@testable import Catalog

/// Whose turn it is where more moves of categories are followed than can be kept.
@Suite struct MoveTurnsTests {
  private struct Content: MoveContent {
    let move: CategoryMove
    let byteCount: Int
  }

  /// A thread that answers those who ask, each of whom then asks again, with a clock of its own.
  private struct Model {
    var turns = MoveTurns<Int, Content>()
    let contents: [Content]
    var now = ContinuousClock.now
    var finding = Duration.zero
    var pages: [Int]

    init(bytes: [Int]) {
      contents = bytes.enumerated().map { number, bytes in
        Content(
          move: CategoryMove(revision: UInt64(number + 1), id: "c\(number)", before: [], after: ["p"]),
          byteCount: bytes)
      }
      pages = bytes.map { _ in 0 }
      for number in contents.indices { ask(number) }
    }

    mutating func ask(_ number: Int) {
      turns.add(number, about: contents[number].move, byteCount: contents[number].byteCount)
    }

    /// Answers those who ask for some time, each of whom asks again; the part of it that went into finding.
    mutating func answer(for time: Duration) -> Double {
      let end = now + time
      while now < end, let number = answer() { ask(number) }
      return finding / time
    }

    /// Answers one who asks, which takes 1 ms, and 250 ms more where his move has to be found; who it was.
    mutating func answer() -> Int? {
      guard let number = turns.next(at: now) else { return nil }
      if turns.find(contents[number].move, at: now) == nil {
        let time = Duration.milliseconds(contents[number].byteCount <= 1 << 20 ? 1 : 250)
        now += time
        finding += time
        turns.keep(contents[number], took: time, at: now)
      }
      now += .milliseconds(1)
      pages[number] += 1
      return number
    }
  }

  @Test func `Of more large moves than are kept each is told of, mostly without being found`() {
    var model = Model(bytes: [Int](repeating: 10 << 20, count: 8))
    let finding = model.answer(for: .seconds(60))
    #expect(finding < 0.25)
    #expect(model.pages.allSatisfy { $0 > 1000 })
  }

  @Test func `A small move waits for no large one that has to be found`() {
    var model = Model(bytes: [Int](repeating: 10 << 20, count: 8) + [1000])
    let small = model.contents.count - 1
    let finding = model.answer(for: .seconds(30))
    #expect(model.pages[small] > 1000)
    #expect(finding < 0.25)
  }

  @Test func `What nobody asks for is let go`() throws {
    var model = Model(bytes: [10 << 20, 1000])
    while model.answer() != nil {}
    model.turns.letGo(at: model.now + .seconds(5))
    let held = model.contents.filter { model.turns.find($0.move, at: model.now) != nil }
    #expect(held.count == 2)
    model.turns.letGo(at: model.now + .seconds(60))
    let left = model.contents.filter { model.turns.find($0.move, at: model.now) != nil }
    #expect(left.isEmpty)
  }
}
