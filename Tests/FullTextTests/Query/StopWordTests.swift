import Testing

@testable import FullText

/// What words of grammar do in questions, and what is none though it looks like one.
@Suite struct StopWordTests {
  private func view(_ titles: [String], _ language: Language = .english) throws -> IndexView {
    let batch = titles.map { title in
      var document = IndexDocument(key: Array(title.utf8), payload: [])
      document.texts = [
        .init(RandomArchive.title, language: language, title),
        .init(RandomArchive.body, language: language, title + "."),
      ]
      return IndexWriter.Operation.put(document)
    }
    return try IndexWriter(schema: RandomArchive.schema).apply(batch, revision: 1)
  }

  /// The titles found, best first, with their scores.
  private func found(_ view: IndexView, _ text: String) throws -> [(title: String, score: Float)] {
    let query = Query.or(text.split(separator: " ").map { .word(String($0)) })
    return try Searcher().search(view, SearchPlan(query, languages: [.english, .georgian, .russian])).hits.map
    {
      (String(decoding: view.key($0.matched), as: UTF8.self), Float($0.score))
    }
  }

  @Test(arguments: [
    ("US sanctions Iran", "US sanctions on Iran widen"),
    ("U.S. sanctions Iran", "US sanctions on Iran widen"),
    ("us sanctions iran", "US sanctions on Iran widen"),
    ("coal mine explosion", "Coal mine explosion kills twelve"),
    ("WHO pandemic", "WHO declares end of pandemic"),
    ("Theresa May", "Theresa May resigns after three years"),
    ("IT sector Tbilisi", "The IT sector grows in Tbilisi"),
    ("Will Smith", "Will Smith slaps the host on stage"),
  ])
  func `names and acronyms that look like stop words count like any word`(_ question: String, _ best: String)
    throws
  {
    let view = try view([
      "US sanctions on Iran widen", "Iran sanctions divide Europe", "Sanctions against Iran hurt exporters",
      "Coal mine explosion kills twelve", "Explosion at coal plant", "Coal after explosion",
      "WHO declares end of pandemic", "Pandemic ends", "Pandemic losses grow",
      "Theresa May resigns after three years", "Theresa of Calcutta", "Theresa resigns",
      "The IT sector grows in Tbilisi", "Tbilisi sector", "Sector of Tbilisi",
      "Will Smith slaps the host on stage", "Smith slaps tax", "Host Smith",
    ])
    let hits = try found(view, question)
    #expect(hits.first?.title == best)
    #expect(hits.count > 1 && hits[0].score > hits[1].score)
  }

  @Test func `beside other words stop words match nothing, but what holds them comes first`() throws {
    let view = try view(["Road and sea", "Sea road", "The ship and the harbour", "By the way"])
    let hits = try found(view, "the road and the sea")
    #expect(hits.map(\.title) == ["Road and sea", "Sea road"])
    #expect(hits[0].score > hits[1].score)
    #expect(try found(view, "the and").count == 3)
  }

  @Test func `a question in capitals has no acronyms`() throws {
    let view = try view(["War in Ukraine", "Peace in Georgia", "The war"])
    #expect(try found(view, "THE WAR IN UKRAINE").map(\.title).contains("Peace in Georgia") == false)
    #expect(try found(view, "WAR IN UKRAINE").first?.title == "War in Ukraine")
    // Nor has one of which most is.
    #expect(try found(view, "THE WAR IN UKRAINE and PEACE").map(\.title).contains("Peace in Georgia"))
    #expect(
      try found(view, "THE COAL and the WAR IN UKRAINE").map(\.title).contains("Peace in Georgia") == false)
  }

  @Test func `an article in a language without known stop words changes nothing about those of others`() {
    let analyzer = TextAnalyzer()
    let question = "the coal и уголь"
    let alone = analyzer.queryWords(question, languages: [.english, .russian]).map(\.isStopWord)
    #expect(alone == [true, false, true, false])
    for other in ["de", "fr", "uk", "bg"].map({ Language(tag: $0) }) {
      for languages in [[.english, .russian, other], [other, .english, .russian]] {
        #expect(analyzer.queryWords(question, languages: languages).map(\.isStopWord) == alone)
      }
    }
  }

  @Test func `words of time and place are no stop words of Georgian`() throws {
    let view = try view(["ომის დრო", "ომის ქრონიკა", "მშვიდობა"], .georgian)
    #expect(try found(view, "ომის დროს").first?.title == "ომის დრო")
  }

  @Test func `what a stop word adds stands in the explanation`() throws {
    let view = try view(["Road and sea", "Sea road", "Harbour"])
    let plan = SearchPlan(.or([.word("and"), .word("sea")]))
    let searcher = Searcher()
    let hit = try #require(try searcher.search(view, plan).hits.first)
    let explanation = try #require(try searcher.explain(view, plan, hit.matched))
    #expect(abs(explanation.value - hit.score) < 1e-5)
    #expect(explanation.rule == .sum && explanation.parts.count == 2)
  }

  @Test func `a stop word is not taken for a misspelt word beside others`() throws {
    let view = try view(["Trade from China", "Form of the state", "China trade"])
    let query = Query.or([.word("trade"), .word("from"), .word("China")]).forgivingTypos()
    let hits = try Searcher().search(view, SearchPlan(query, languages: [.english])).hits
    #expect(
      hits.map { String(decoding: view.key($0.matched), as: UTF8.self) } == [
        "Trade from China", "China trade",
      ])
    #expect(hits[0].score > hits[1].score)
  }
}
