import Testing

@testable import FullText

@Suite struct SuggestTests {
  private func view(_ texts: [String], batches: Int = 3) throws -> IndexView {
    let writer = IndexWriter(schema: RandomArchive.schema)
    var documents = texts.enumerated().map { number, text in
      var document = IndexDocument(key: Array("k\(number)".utf8), payload: [])
      document.texts = [.init(RandomArchive.title, language: "en", text)]
      document.keywords = [.init(RandomArchive.category, text.hasPrefix("war") ? "Conflict" : "culture")]
      return IndexWriter.Operation.put(document)
    }
    for batch in 1...batches {
      let count = documents.count / (batches - batch + 1)
      try writer.apply(Array(documents.prefix(count)), revision: UInt64(batch))
      documents.removeFirst(count)
    }
    return writer.view
  }

  private static let texts = [
    "war in the parliament", "parliament votes", "the parliamentary group", "a park", "parliaments",
    "war and parks", "paris",
  ]

  @Test func `words come by the number of their documents, in the form most often written`() throws {
    var plan = SuggestPlan("par", textFields: [RandomArchive.title])
    plan.languages = [.english]
    let found = Searcher().suggest(try view(Self.texts), plan)
    #expect(found.map(\.text).first == "parliament")
    #expect(found.map(\.documentFrequency) == found.map(\.documentFrequency).sorted(by: >))
    #expect(Set(found.map(\.text)).isSuperset(of: ["parliament", "paris"]))
    plan.limit = 1
    #expect(Searcher().suggest(try view(Self.texts), plan).map(\.text) == ["parliament"])
  }

  @Test func `one segment completes with the same forms as several`() throws {
    let texts = Self.texts + ["children write", "written", "child", "he wrote, written", "brought", "bring"]
    let (one, several) = (try view(texts, batches: 1), try view(texts))
    for typed in ["p", "par", "parliaments", "child", "childre", "wr", "writt", "wrot", "brough", "none"] {
      var plan = SuggestPlan(typed, textFields: [RandomArchive.title])
      plan.languages = [.english]
      let found = Searcher().suggest(one, plan)
      #expect(found == Searcher().suggest(several, plan), "\(typed)")
      if typed == "brough" { #expect(found.map(\.text).contains("brought")) }
    }
  }

  @Test func `one typing error is forgiven when too little starts so`() throws {
    let plan = SuggestPlan("palriam", textFields: [RandomArchive.title])
    let found = Searcher().suggest(try view(Self.texts), plan)
    #expect(found.map(\.text).contains("parliament"))
    var strict = plan
    strict.allowsTypo = false
    #expect(Searcher().suggest(try view(Self.texts), strict).isEmpty)
  }

  @Test(arguments: [
    ("brigde", "bridges"), ("electoin", "election"), ("electoi", "election"), ("ministrs", "ministers"),
    ("runnign", "running"),
    ("hapyp", "happy"), ("brougth", "brought"),
  ])
  func `a typing error is forgiven behind the stem of a word, and in one that is not written like its stem`(
    typed: String, meant: String
  ) throws {
    let texts = ["bridges", "election", "ministers", "running", "happy", "brought"]
    var plan = SuggestPlan(typed, textFields: [RandomArchive.title])
    plan.languages = [.english]
    let found = Searcher().suggest(try view(texts), plan)
    #expect(found.map(\.text) == [meant])
    #expect(found == Searcher().suggest(try view(texts, batches: 1), plan))
  }

  @Test func `completions are those of a count over all terms, whatever the segments`() throws {
    for _ in 0..<20 {
      let seed = UInt64.random(in: 0...UInt64.max)
      var archive = RandomArchive(seed: seed)
      for _ in 0..<4 { _ = try archive.writeBatch(of: 40, keys: 400) }
      let view = archive.writer.view
      let oracle = Oracle(view: view, versions: archive.versions)
      let prefix = String(archive.anyWord().prefix(1 + archive.random.next(below: 3)))
      var plan = SuggestPlan(prefix, textFields: [RandomArchive.body], limit: 4)
      plan.givesStems = true
      plan.allowsTypo = false
      let starts = oracle.analyzer.queryWords(prefix, languages: plan.languages).last?.exacts ?? []
      let stems = oracle.stems(inFields: [RandomArchive.body]) { form in
        starts.contains { form.starts(with: $0) }
      }
      let expected = oracle.allTerms(RandomArchive.body).filter { term in
        stems.contains(term) || starts.contains { term.starts(with: $0) }
      }.map { (oracle.documentFrequency(RandomArchive.body, $0), $0) }.sorted {
        $0.0 != $1.0 ? $0.0 > $1.0 : $0.1.lexicographicallyPrecedes($1.1)
      }
      let found = Searcher().suggest(view, plan)
      for (found, expected) in zip(found, expected)
      where starts.contains(where: { expected.1.starts(with: $0) }) {
        #expect(Array(found.text.utf8) == expected.1, "seed \(seed)")
      }
      #expect(found.map(\.documentFrequency) == expected.prefix(4).map(\.0), "seed \(seed)")
    }
  }

  @Test func `titles complete by all words typed, the last one open`() throws {
    let view = try view(Self.texts)
    let plan = SearchPlan(.within(fields: ["title"], .completing("war par")))
    let keys = try Searcher().search(view, plan).hits.map {
      String(decoding: view.key($0.document), as: UTF8.self)
    }
    #expect(Set(keys) == ["k0", "k5"])
  }

  @Test func `a word that no document holds is corrected, the rest stays as it was typed`() throws {
    let view = try view(Self.texts)
    func corrected(_ text: String) throws -> String? {
      try Searcher().correctedQuery(
        view, text, languages: [.english], fields: view.schema.textFieldIDs)
    }
    #expect(
      try corrected("title:parlaiment AND (war OR \"prais\"~2)")
        == "title:parliament AND (war OR \"paris\"~2)")
    #expect(try corrected("war parliament") == nil)
    #expect(try corrected("xyz") == nil)
    #expect(try corrected("parlaiment~ parlaim*") == nil)
  }

  @Test(arguments: [
    ("destory", "destroy"), ("publishign", "publishing"), ("requiremevnts", "requirements"),
    ("recognitino", "recognition"), ("wantng", "wanting"), ("browsign", "browsing"),
    ("relatinoal", "relational"), ("devcies", "devices"), ("performnace", "performance"),
    ("fillikng", "filling"), ("entrpoy", "entropy"), ("romnaization", "romanization"),
    ("brougth", "brought"), ("brxught", "brought"),
    ("მთავროობის", "მთავრობის"), ("правитльства", "правительства"),
  ])
  func `a misspelt form is corrected to the form that is nearest as it is written`(
    _ typed: String, _ meant: String
  )
    throws
  {
    let words = """
      destroy destroyed publishing published publisher requirements require recognition recognise wanting want
      browsing biosignal relational palatial related devices vice device performance performed filling willingness fill
      entropy romanization roman brought bring
      """
    let view = try view([words, "მთავრობის მთავრობამ მთავარი", "правительства правительство правление"])
    let corrected = try Searcher().correctedQuery(
      view, typed, languages: [.english, .georgian, .russian], fields: view.schema.textFieldIDs)
    #expect(corrected == meant)
  }

  @Test func `of forms as near the one that begins alike is meant, then the most frequent`() throws {
    let view = try view(["house mouse moose", "moose", "bread broad", "bread"])
    func corrected(_ text: String) throws -> String? {
      try Searcher().correctedQuery(
        view, text, languages: [.english], fields: view.schema.textFieldIDs)
    }
    #expect(try corrected("hoose") == "house")
    #expect(try corrected("brxad") == "bread")
  }

  @Test func `a sign that stands for words stays as it is`() throws {
    let view = try view(["وسام عليا", "parliament"])
    let corrected = try Searcher().correctedQuery(
      view, "ﷺ parlaiment", languages: [.english], fields: view.schema.textFieldIDs)
    #expect(corrected == "ﷺ parliament")
  }

  @Test(arguments: [
    ("Иванишвилли", "иванишвили"), ("Kaheti", "kakheti"), ("Kobahidze", "kobakhidze"),
    ("vinyard", "vineyard"),
  ])
  func `a name that only other scripts have is corrected to one near by that they spell alike`(
    _ typed: String, _ meant: String
  ) throws {
    let view = try view([
      "ივანიშვილი კახეთი კობახიძე", "Иванишвили Кахетия Кобахидзе", "Kakheti Kobakhidze vineyard",
    ])
    let corrected = try Searcher().correctedQuery(
      view, typed, languages: [.english, .georgian, .russian], fields: view.schema.textFieldIDs)
    #expect(corrected == meant)
  }

  @Test func `a name that documents spell in another script is not misspelt`() throws {
    let view = try view(["კობახიძე", "Kobakhidzes"])
    let corrected = try Searcher().correctedQuery(
      view, "Кобахидзе", languages: [.english, .georgian, .russian], fields: view.schema.textFieldIDs)
    #expect(corrected == nil)
  }
}
