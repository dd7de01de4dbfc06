import RandomTesting
import Testing

@testable import FullText

@Suite struct PostingArenaTests {
  @Test func `no two pieces of memory share a byte, small or larger than a chunk, also after a reset`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let arena = PostingArena()
    defer { withExtendedLifetime(arena) {} }
    for _ in 0..<20 {
      arena.reset()
      let pieces = (0..<200).map { number in
        let count = [0, 1, 7, 272, random.next(below: 40_000)][random.next(below: 5)]
        let memory: UnsafeMutablePointer<UInt32> = arena.allocate(count)
        memory.update(repeating: UInt32(number), count: count)
        return UnsafeMutableBufferPointer(start: memory, count: count)
      }
      for (number, piece) in pieces.enumerated() {
        #expect(piece.allSatisfy { $0 == UInt32(number) }, "seed \(seed)")
      }
    }
  }
}
