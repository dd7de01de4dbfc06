import RandomTesting
import Testing

@testable import FullText

@Suite struct ScoreWindowTests {
  @Test func `a window gives what was added up, rising, and is empty behind that, however much was added`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let window = ScoreWindow()
    for round in 0..<200 {
      let count = [ScoreWindow.span, 1 + random.next(below: ScoreWindow.span)][random.next(below: 2)]
      let additions = random.next(below: [4, 40, 400, 4000][random.next(below: 4)])
      var sums: [Int: Double] = [:]
      for _ in 0..<additions {
        let offset = random.next(below: count)
        let score = Float(random.next(below: 8)) / 4
        window.add(score, at: offset)
        sums[offset, default: 0] += Double(score)
      }
      let more = Double(random.next(below: 3)) / 4
      let least: Double? = random.chance(70) ? Double(random.next(below: 8)) / 4 : nil
      var found: [(offset: Int, score: Double)] = []
      if let least {
        window.drain(count, beside: more, least: least) { found.append(($0, $1)) }
      } else {
        window.drain(count) { found.append(($0, $1)) }
      }
      let wanted = sums.filter { $0.value + more >= least ?? 0 }.sorted { $0.key < $1.key }
      #expect(found.map(\.offset) == wanted.map(\.key), "seed \(seed), round \(round)")
      #expect(found.map(\.score) == wanted.map(\.value), "seed \(seed), round \(round)")
    }
    window.drain(ScoreWindow.span) { offset, _ in Issue.record("\(offset) is left") }
  }
}
