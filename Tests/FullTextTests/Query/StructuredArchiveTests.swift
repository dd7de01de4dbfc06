import Testing

@testable import FullText

/// What is read beside searches from archives with the structure random texts never have.
@Suite struct StructuredArchiveTests {
  private func forEachRevision(_ body: (inout RandomArchive, Oracle, Comment) throws -> Void) throws {
    // The first one: numbers held by two documents each, of which one is deleted, before those of one document.
    for seed in [9_587_346_714_702_022_706] + (0..<3).map({ _ in UInt64.random(in: 0...UInt64.max) }) {
      var structured = StructuredArchive(seed: seed)
      try structured.fill()
      for change in 0...3 {
        let oracle = Oracle(view: structured.archive.writer.view, versions: structured.archive.versions)
        try body(&structured.archive, oracle, "seed \(seed), after \(change) changes")
        try structured.change()
      }
    }
  }

  @Test func `segments are whole, and values are counted in the documents that are left`() throws {
    try forEachRevision { _, oracle, note in
      for part in oracle.view.parts { try part.segment.verify() }
      for field in [RandomArchive.category, RandomArchive.language, RandomArchive.story, RandomArchive.url] {
        var expected: [String: Int] = [:]
        for entry in oracle.entries where entry.isLive {
          for value in oracle.values(entry, field) { expected[value, default: 0] += 1 }
        }
        #expect(oracle.view.values(in: field) == expected, note)
        for entry in oracle.entries {
          let own = oracle.values(entry, field)
          guard let column = oracle.view.parts[entry.document.part].segment.column(field) else { continue }
          var found: Set<String> = []
          column.forEachOrdinal(entry.document.document) { ordinal in
            let index = oracle.view.parts[entry.document.part].segment.keywords(field)
            found.insert(String(decoding: index.value(at: ordinal), as: UTF8.self))
          }
          #expect(found == own, note)
        }
      }
      for entry in oracle.entries {
        for field in [RandomArchive.time, RandomArchive.words] {
          #expect(oracle.view.integer(of: entry.document, in: field) == oracle.integer(entry, field), note)
        }
      }
    }
  }

  @Test func `completions are those of a count over all terms`() throws {
    let searcher = Searcher()
    try forEachRevision { archive, oracle, note in
      for field in RandomArchive.schema.textFieldIDs {
        for prefix in ["b", "brk", "brkt", "g", "p", "s", "1"] {
          var plan = SuggestPlan(prefix, textFields: [field], limit: 1 + archive.random.next(below: 4))
          plan.givesStems = true
          plan.allowsTypo = false
          let starts = oracle.analyzer.queryWords(prefix, languages: plan.languages).last?.exacts ?? []
          let expected = oracle.allTerms(field).filter { term in starts.contains { term.starts(with: $0) } }
            .map { (count: oracle.documentFrequency(field, $0), term: $0) }
            .sorted {
              $0.count != $1.count ? $0.count > $1.count : $0.term.lexicographicallyPrecedes($1.term)
            }
          let found = searcher.suggest(oracle.view, plan)
          #expect(found.map { Array($0.text.utf8) } == expected.prefix(plan.limit).map(\.term), note)
          #expect(found.map(\.documentFrequency) == expected.prefix(plan.limit).map(\.count), note)
        }
      }
    }
  }

  @Test func `every occurrence of a word is marked, and nothing else`() throws {
    let searcher = Searcher()
    try forEachRevision { archive, oracle, note in
      for _ in 0..<20 where !oracle.entries.isEmpty {
        let word = archive.anyWord()
        let plan = SearchPlan(.word(word))
        let stems = oracle.analyzer.queryWords(word, languages: plan.languages).flatMap(\.stems)
        let entry = oracle.entries[archive.random.next(below: oracle.entries.count)]
        for text in entry.source.texts {
          let marked = HighlightText(text.field, language: "en", text.text)
          let count = entry.fields[text.field.index].count { stems.contains($0.stem) }
          let spans = try searcher.spans(oracle.view, plan, in: marked)
          #expect(spans.count == count, note)
          #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, note)
        }
      }
    }
  }

  @Test func `the words by which similar texts are sought are those that weigh most by definition`() throws {
    let searcher = Searcher()
    try forEachRevision { archive, oracle, note in
      for _ in 0..<10 where !oracle.entries.isEmpty {
        let entry = oracle.entries[archive.random.next(below: oracle.entries.count)]
        let text = entry.source.texts.first { $0.field == RandomArchive.body }?.text ?? ""
        let found = try searcher.tellingWords(
          oracle.view, [(text: text, weight: 2)], language: .english, in: [RandomArchive.body], limit: 3)
        var counts: [[UInt8]: Int] = [:]
        for word in entry.fields[RandomArchive.body.index] where word.stem.first.map({ $0 > 57 }) ?? false {
          counts[word.stem, default: 0] += 1
        }
        let live = oracle.entries.count(where: \.isLive)
        let ranked = counts.compactMap { stem, count -> (word: String, value: Double)? in
          let frequency = oracle.documentFrequency(RandomArchive.body, stem)
          guard frequency > 1 else { return nil }
          let idf = Double(BM25.idf(documentFrequency: frequency, documentCount: live))
          return (String(decoding: stem, as: UTF8.self), Double(2 * count) / (Double(2 * count) + 1.5) * idf)
        }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.word < $1.word }
        let best = ranked.prefix(3).map(\.word)
        #expect(found.count == best.count, note)
        for (word, value) in zip(found, ranked.map(\.value)) {
          let stems = oracle.analyzer.queryWords(word, languages: [.english]).flatMap(\.stems)
          #expect(ranked.first { stems.contains(Array($0.word.utf8)) }?.value == value, note)
        }
      }
    }
  }
}
