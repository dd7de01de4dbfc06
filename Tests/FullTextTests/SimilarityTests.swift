import Testing

@testable import FullText

private func text(_ generator: inout SplitMix, words: Int) -> [String] {
  (0..<words).map { _ in "w\(Int.random(in: 0..<5000, using: &generator))" }
}

/// A text with some words replaced.
private func changed(_ words: [String], _ part: Double, _ generator: inout SplitMix) -> [String] {
  words.map { Double.random(in: 0..<1, using: &generator) < part ? "x\($0)" : $0 }
}

@Suite struct SimilarityTests {
  @Test(arguments: 0..<6)
  func `signatures estimate how much two texts have in common`(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed) + 5)
    var error = 0.0
    let rounds = 60
    for _ in 0..<rounds {
      let one = text(&generator, words: 300)
      let two = changed(one, Double.random(in: 0...0.15, using: &generator), &generator)
      let (a, b) = (Shingles([one.joined(separator: " ")]), Shingles([two.joined(separator: " ")]))
      let (x, y) = (try #require(MinHash(a)), try #require(MinHash(b)))
      error += x.similarity(to: y) - a.similarity(to: b)
    }
    // Twenty values: the mean of sixty pairs is off by 0.015 in one of three runs; five times that never happens.
    #expect(abs(error / Double(rounds)) < 0.075, "seed \(seed)")
  }

  @Test func `case, punctuation and spaces make no difference, a changed word does`() {
    let one = Shingles(["The ferry — “Star” of the Sea - left at dawn."])
    #expect(one.hashes == Shingles(["the FERRY star of the sea, left at dawn"]).hashes)
    #expect(Shingles(["ბორანი დილით გავიდა ბათუმიდან"]).hashes.count == 2)
    #expect(one.similarity(to: Shingles(["the ferry star of the sea left at noon"])) < 1)
    #expect(one.similarity(to: one) == 1)
  }

  @Test func `texts that are too short have no signature`() {
    #expect(MinHash(Shingles(["one two three four five"])) == nil)
    #expect(MinHash(Shingles([])) == nil)
  }

  @Test(arguments: 0..<6)
  func `groups do not depend on the order of documents`(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed) + 900)
    var members: [DuplicateGroups.Member] = []
    for family in 0..<12 {
      let base = text(&generator, words: 250)
      for copy in 0..<Int.random(in: 1...4, using: &generator) {
        let words = copy == 0 ? base : changed(base, 0.004, &generator)
        members.append(
          DuplicateGroups.Member(
            document: IndexView.Document(part: family, document: DocID(copy)),
            signature: try #require(MinHash(Shingles([words.joined(separator: " ")]))),
            time: Int64.random(in: 0..<3, using: &generator)))
      }
    }
    func key(_ document: IndexView.Document) -> [UInt8] { [UInt8(document.part), UInt8(document.document)] }
    let groups = DuplicateGroups(members, key: key)
    for _ in 0..<5 {
      let shuffled = members.shuffled(using: &generator)
      #expect(DuplicateGroups(shuffled, key: key).others == groups.others)
    }
    for (first, others) in groups.others {
      #expect(others.allSatisfy { $0.part == first.part }, "seed \(seed): unrelated texts in one group")
    }
  }
}
