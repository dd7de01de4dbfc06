import RandomTesting
import Testing

@testable import FullText

private func text(_ generator: inout SeededGenerator, words: Int) -> [String] {
  (0..<words).map { _ in "w\(Int.random(in: 0..<5000, using: &generator))" }
}

/// A text with some words replaced.
private func changed(_ words: [String], _ part: Double, _ generator: inout SeededGenerator) -> [String] {
  words.map { Double.random(in: 0..<1, using: &generator) < part ? "x\($0)" : $0 }
}

/// The numbers of the runs of three words of a text, said as plainly as can be: characters to words, words to numbers, three
/// of them to one.
private func plainRuns(_ text: String) -> [UInt64] {
  let words = text.unicodeScalars.split { character in
    character.isASCII
      ? !character.properties.isAlphabetic && character.properties.numericType == nil
      : (0x2000...0x203F).contains(character.value)
  }
  let numbers = words.map { word -> UInt64 in
    let folded = String(
      String.UnicodeScalarView(
        word.map { $0.isASCII ? $0.properties.lowercaseMapping.unicodeScalars.first! : $0 }))
    return folded.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
  return zip(numbers, zip(numbers.dropFirst(), numbers.dropFirst(2))).map { first, others in
    let (second, third) = others
    var run = first &* 0x9E37_79B9_7F4A_7C15
    run ^= second << 17 | second >> 47
    run ^= third &* 31
    run = (run ^ run >> 33) &* 0xFF51_AFD7_ED55_8CCD
    run = (run ^ run >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return run ^ run >> 33
  }
}

/// The words of the signature of runs: of each twentieth of all numbers the smallest, of an empty one that of the next.
private func plainSignature(_ runs: [UInt64]) -> [Int64] {
  let bins = (0..<20).map { bin in
    runs.filter { ($0 >> 32) * 20 / (1 << 32) == bin }.map { $0 & 0xFFFF_FFFF }.min()
  }
  let values = (0..<20).map { bin -> UInt64 in
    let distance = (0..<20).first { bins[(bin + $0) % 20] != nil }!
    let value = bins[(bin + distance) % 20]!
    return (value ^ value / 8192 ^ UInt64(distance) * 0x9E5) % 4096
  }
  return stride(from: 0, to: 20, by: 5).map { first in
    values[first..<first + 5].reduce(0) { $0 * 4096 + Int64($1) }
  }
}

@Suite struct SimilarityTests {
  @Test(arguments: 0..<6)
  func `signatures estimate how much two texts have in common`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 5)
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

  @Test(arguments: 0..<4)
  func `runs of words have the numbers that their definition gives them`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 77)
    // Separators of every kind and their neighbours in code order, letters of one to four bytes, E2 with and without 80 behind.
    let parts = [
      "a", "Z", "z", "09", "word", "É", "ж", "ქართული", "日本", "𐌰", "€", "⁰", "℮", " ", "  ", "\n", "-", "_",
      "@", "[", "`",
      "{", "\u{7F}", "\u{2000}", "—", "“", "\u{203F}", "\u{2040}", "\u{1FFF}", "\u{A0}", "",
    ]
    for _ in 0..<1500 {
      let texts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        (0..<Int.random(in: 0...24, using: &generator)).map { _ in parts.randomElement(using: &generator)! }
          .joined()
      }
      #expect(
        Shingles(texts).hashes == texts.flatMap(plainRuns), "seed \(seed): \(texts.map { Array($0.utf8) })")
    }
  }

  @Test(arguments: 0..<4)
  func `a signature holds the smallest number of each bin`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 78)
    for _ in 0..<150 {
      let words = text(&generator, words: Int.random(in: 10...120, using: &generator))
      let shingles = Shingles([words.joined(separator: " ")])
      #expect(try #require(MinHash(shingles)).words == plainSignature(shingles.hashes), "seed \(seed)")
    }
  }

  @Test func `texts that are too short have no signature`() {
    #expect(MinHash(Shingles(["one two three four five"])) == nil)
    #expect(MinHash(Shingles([])) == nil)
  }

  @Test(arguments: 0..<6)
  func `groups do not depend on the order of documents`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 900)
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
    let groups = DuplicateGroups(members, Interruption(nil), key: key)
    for _ in 0..<5 {
      let shuffled = members.shuffled(using: &generator)
      #expect(DuplicateGroups(shuffled, Interruption(nil), key: key).others == groups.others)
    }
    for (first, others) in groups.others {
      #expect(others.allSatisfy { $0.part == first.part }, "seed \(seed): unrelated texts in one group")
    }
  }
}
