import Testing

@testable import FullText

/// What one wide query has put down is not held for all that come after it.
@Suite struct SearcherMemoryTests {
  private func fill(_ arena: PostingArena, _ count: Int) {
    for number in 0..<count {
      let values: UnsafeMutablePointer<UInt32> = arena.allocate(5_000 + number * 31 % 20_000)
      values.update(repeating: UInt32(number), count: 5_000)
    }
  }

  @Test func `an arena gives back what is beyond a bound, and goes on`() {
    let arena = PostingArena()
    for _ in 0..<3 {
      fill(arena, 200)
      #expect(arena.memoryBytes > 4 << 20)
      arena.giveBack(beyond: 1 << 20)
      #expect(arena.memoryBytes <= 1 << 20 && arena.memoryBytes > 1 << 19)
    }
    arena.giveBack(beyond: 0)
    #expect(arena.memoryBytes == 0)
    fill(arena, 1)
    #expect(arena.memoryBytes > 0)
  }

  @Test func `a searcher keeps what most searches need`() {
    let searcher = Searcher()
    fill(searcher.scratch.arena, 20)
    let some = searcher.scratch.arena.memoryBytes
    searcher.giveBackMemory()
    #expect(searcher.scratch.arena.memoryBytes == some && searcher.memoryBytes > some)
    fill(searcher.scratch.arena, 400)
    searcher.giveBackMemory()
    #expect(searcher.scratch.arena.memoryBytes <= Searcher.keptArenaBytes)
  }
}
