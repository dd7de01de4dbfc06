import RandomTesting
import Testing

@testable import FullText

@Suite struct RecentTableTests {
  @Test func `an entry that is asked for in time is never forgotten, and there are never more than fit`() {
    var table = RecentTable<Int, String>(capacity: 100)
    table.keep("often", for: -1)
    for number in 0..<10_000 {
      table.keep("\(number)", for: number)
      #expect(table.find(number) == "\(number)")
      if number % 40 == 0 { #expect(table.find(-1) == "often", "behind \(number)") }
      #expect(table.count <= 100)
    }
    #expect(table.find(0) == nil)
    #expect((9_960..<10_000).allSatisfy { table.find($0) == "\($0)" })
  }

  @Test func `what is kept last is found, whichever generation held what it replaces`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var table = RecentTable<Int, Int>(capacity: 16)
    var last: [Int: Int] = [:]
    for step in 0..<5_000 {
      let key = random.next(below: 20)
      if random.chance(50) {
        table.keep(step, for: key)
        last[key] = step
      } else if let found = table.find(key) {
        #expect(found == last[key], "seed \(seed), step \(step)")
      }
      #expect(table.count <= 16)
    }
  }
}
