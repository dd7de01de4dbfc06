import RandomTesting
import Testing

@testable import FullText

@Suite struct WindowCandidatesTests {
  /// A view of one segment with a term "t", once or more often, in some documents.
  private func view(_ frequencies: [Int]) throws -> IndexView {
    let schema = Schema(textFields: [TextField("t")], keywordFields: [], integerFields: [])
    let batch = frequencies.enumerated().map { number, frequency in
      let text = "x " + [String](repeating: "t", count: frequency).joined(separator: " ")
      return IndexWriter.Operation.put(
        IndexDocument(
          key: Array("\(number)".utf8), payload: [], texts: [.init(TextFieldID(0), language: "en", text)]))
    }
    return try IndexWriter(schema: schema).apply(batch, revision: 1)
  }

  private func withRun(_ view: IndexView, _ body: (inout TermRun) -> Void) {
    let (arena, segment, field) = (PostingArena(), view.parts[0].segment, TextFieldID(0))
    let tables = ScoreTables(view: view, bm25: BM25(), boosts: [1])
    withExtendedLifetime((arena, segment, tables)) {
      let entry = segment.terms(field).find(Array("t".utf8))!
      var run = TermRun(
        cursor: segment.postings(entry, field, arena: arena), from: 0, weight: 1, place: TermRun.Place(),
        norms: segment.norms(field), field: field, tables: tables, tabulated: nil)
      body(&run)
    }
  }

  @Test func `candidates are found in a list, however dense either is`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<12 {
      let share = [2, 30, 95][random.next(below: 3)]
      var frequencies = (0..<9000).map { _ in random.chance(share) ? 1 + random.next(below: 4) : 0 }
      frequencies[random.next(below: 9000)] = 2
      let view = try view(frequencies)
      let memory = CandidateMemory()
      defer { withExtendedLifetime(memory) {} }
      withRun(view) { run in
        var candidates = WindowCandidates(memory)
        var low = 0
        while low < frequencies.count {
          let span = [100, 4000, 9000][random.next(below: 3)]
          let asked = [1, 20, 95][random.next(below: 3)]
          candidates.count = 0
          var wanted: [Int: UInt32] = [:]
          for document in low..<min(low + span, frequencies.count)
          where random.chance(asked) && candidates.count < ScoreWindow.span {
            if frequencies[document] > 0 { wanted[candidates.count] = UInt32(frequencies[document]) }
            candidates.append(DocID(document), 0)
          }
          var found: [Int: UInt32] = [:]
          candidates.lookUp(&run) { number, document, frequency in
            #expect(candidates.documents[number] == document, "seed \(seed)")
            found[number] = frequency
          }
          #expect(found == wanted, "seed \(seed), from \(low)")
          low += span
        }
      }
    }
  }

  @Test func `candidates are kept whose score may suffice`() {
    let memory = CandidateMemory()
    defer { withExtendedLifetime(memory) {} }
    var candidates = WindowCandidates(memory)
    for number in 0..<8 {
      candidates.leading[candidates.count] = Double(number)
      candidates.append(DocID(number), Double(number) / 4)
    }
    candidates.keep(beside: 0.5, 1.5, withLeading: true)
    #expect((0..<candidates.count).map { candidates.documents[$0] } == [4, 5, 6, 7])
    #expect((0..<candidates.count).map { candidates.leading[$0] } == [4, 5, 6, 7])
    candidates.keep(beside: 0, .infinity, withLeading: false)
    #expect(candidates.count == 0)
  }

  /// The rare word, without which nothing can be a hit, makes a window of all documents of its second block; there, in long texts only,
  /// it is worth less than the common word, whose documents all come within reach of the best hit.
  @Test
  func `a window is no longer than there is room for, whichever list is the only one that matters in it`()
    throws
  {
    func document(_ number: Int, title: String, body: String) -> IndexWriter.Operation {
      var document = IndexDocument(key: Array("k\(number)".utf8), payload: [])
      document.texts = [
        .init(RandomArchive.title, language: "en", title), .init(RandomArchive.body, language: "en", body),
      ]
      return .put(document)
    }
    let common = Array(repeating: "harbour", count: 40).joined(separator: " ")
    func long(_ words: Int) -> String { "meteor" + String(repeating: " vote", count: words) }
    var batch = [document(0, title: common, body: long(2200))]
    batch += (1..<128).map { document($0, title: "vote", body: "meteor") }
    batch.append(document(128, title: "vote", body: long(1000)))
    batch += (129..<7128).map { document($0, title: common, body: "vote") }
    batch += (7128..<7140).map { document($0, title: "vote", body: long(1000)) }
    batch += (7140..<14_000).map { document($0, title: "vote", body: "vote") }
    let view = try IndexWriter(schema: RandomArchive.schema).apply(batch, revision: 1)
    #expect(view.parts.count == 1)
    var plan = SearchPlan(.or([.word("meteor"), .word("harbour")]), limit: 1)
    plan.bm25 = BM25(k1: 100)
    let hits = try Searcher().search(view, plan).hits
    #expect(hits.map { String(decoding: view.key($0.matched), as: UTF8.self) } == ["k0"])
  }
}
