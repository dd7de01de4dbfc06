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

  @Test func `a window gives all documents that score enough at once, and is empty behind that`() {
    let window = ScoreWindow()
    let memory = CandidateMemory()
    defer { withExtendedLifetime(memory) {} }
    var candidates = WindowCandidates(memory)
    for _ in 0..<2 {
      for offset in 0..<1000 {
        window.addUnnoted(Float(offset % 3), at: offset)
        if offset % 5 == 0 { window.add(1, at: offset) }
      }
      candidates.count = 0
      window.drainAll(1000, from: 70, 2, to: &candidates)
      let wanted = (0..<1000).filter { $0 % 3 == 2 || $0 % 3 == 1 && $0 % 5 == 0 }
      #expect((0..<candidates.count).map { Int(candidates.documents[$0]) } == wanted.map { $0 + 70 })
    }
    window.drain(ScoreWindow.span) { offset, _ in Issue.record("\(offset) is left") }
  }
}
