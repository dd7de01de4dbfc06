import RandomTesting
import Testing

@testable import FullText

@Suite struct OneEditTermsTests {
  private static let field = TextFieldID(0)

  /// A segment of random words over few letters of several scripts.
  private func segment(_ random: inout SeededGenerator, words: Int) throws -> Segment {
    let writer = IndexWriter(
      schema: Schema(textFields: [TextField("text")], keywordFields: [], integerFields: []))
    let text = (0..<words).map { _ in word(&random) }.joined(separator: " ")
    var document = IndexDocument(key: [1], payload: [])
    document.texts = [.init(Self.field, language: "und", text)]
    return try writer.apply([.put(document)], revision: 1).parts[0].segment
  }

  private func word(_ random: inout SeededGenerator) -> String {
    let letters = Array("abcdeыბგ𐐨")
    return String((0...random.next(below: 7)).map { _ in letters[random.next(below: letters.count)] })
  }

  @Test func `one edit finds the terms and distances that following every term finds`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let segment = try segment(&random, words: 3000)
    let dictionary = segment.terms(Self.field)
    let filter = try #require(segment.termFilter(Self.field))
    defer { withExtendedLifetime(segment) {} }
    for _ in 0..<300 {
      let pattern = Array((word(&random) + (random.chance(10) ? "x" : "")).utf8)
      var wanted: [[UInt8]: Int] = [:]
      FuzzyAutomaton(pattern: pattern, maxEdits: 1).forEachMatch(in: dictionary, Interruption(nil)) {
        wanted[Array($0)] = $2
      }
      var found: [[UInt8]: Int] = [:]
      OneEditTerms(pattern, dictionary, filter)?.forEachMatch { term, entry, distance in
        found[Array(term)] = min(distance ?? .max, found[Array(term)] ?? .max)
        #expect(dictionary.find(term)?.ordinal == entry.ordinal)
      }
      #expect(found == wanted, "seed \(seed), \(String(decoding: pattern, as: UTF8.self))")
    }
  }

  @Test func `the filter lets every term pass and turns most other texts away`() throws {
    var random = SeededGenerator(seed: 11)
    let segment = try segment(&random, words: 3000)
    let filter = try #require(segment.termFilter(Self.field))
    // Dictionary and filter are views of the segment.
    withExtendedLifetime(segment) {
      var terms = segment.terms(Self.field).makeIterator()
      while terms.next() { #expect(filter.mayHold(terms.termBytes)) }
      let passed = (0..<1000).count { Array("none of them \($0)".utf8).withUnsafeBytes(filter.mayHold) }
      #expect(passed < 100)
    }
  }

  @Test func `what has been hashed of a beginning goes on to the place that the whole text has`() throws {
    var random = SeededGenerator(seed: 13)
    let segment = try segment(&random, words: 3000)
    let filter = try #require(segment.termFilter(Self.field))
    defer { withExtendedLifetime(segment) {} }
    var terms = segment.terms(Self.field).makeIterator()
    while terms.next() {
      let term = terms.termBytes
      for end in 0...term.count {
        var beginning = TermFilter.Beginning(length: term.count)
        beginning.take(term, upTo: end)
        #expect(filter.mayHold(term, hashed: beginning))
        #expect(beginning.hash(term) == TermFilter.Beginning(length: term.count).hash(term))
      }
    }
  }

  /// Indexes that have been written keep their filters.
  @Test func `texts of each length keep their bits`() {
    let text = Array("abcdefghijklmnopqrst".utf8)
    let bits = (0...text.count).map { count in
      text.withUnsafeBytes {
        TermFilter.probe(UnsafeRawBufferPointer(rebasing: $0[..<count]), words: 1 << 28)
      }
    }
    let sum = bits.reduce(UInt64(0)) { ($0 &* 31 &+ UInt64($1.word)) &* 31 &+ $1.bits }
    #expect(sum == 7099556264543837970)
  }

  @Test func `a dictionary of few terms has no filter, and a cut filter is none`() throws {
    var random = SeededGenerator(seed: 12)
    #expect(try segment(&random, words: 100).termFilter(Self.field) == nil)
    let sink = ByteSink()
    let large = try segment(&random, words: 3000)
    withExtendedLifetime(large) { TermFilterWriter(large.terms(Self.field))?.encode(to: sink) }
    for count in [0, 1, 7, 8, 100, sink.count - 1] {
      let isFilter = sink.withBytes { TermFilter(UnsafeRawBufferPointer(rebasing: $0[..<count])) != nil }
      #expect(!isFilter)
    }
    #expect(sink.withBytes { TermFilter($0) != nil })
  }
}
