import Testing

@testable import FullText

/// Names across scripts: found in all of them, the asked one first.
@Suite struct NameTests {
  private let languages: [Language] = [.georgian, .english, .russian]

  private func view(_ texts: [(key: String, language: Language, title: String, body: String)]) throws
    -> IndexView
  {
    let batch = texts.map { key, language, title, body in
      var document = IndexDocument(key: Array(key.utf8), payload: [])
      document.texts = [
        .init(RandomArchive.title, language: language, title),
        .init(RandomArchive.body, language: language, body),
      ]
      return IndexWriter.Operation.put(document)
    }
    return try IndexWriter(schema: RandomArchive.schema).apply(batch, revision: 1)
  }

  private func keys(_ view: IndexView, _ text: String) throws -> [String] {
    let searcher = Searcher()
    let query = searcher.expandNames(
      .word(text), by: NameSpellings(), in: view, fields: [RandomArchive.title, RandomArchive.body],
      languages: languages)
    return try searcher.search(view, SearchPlan(query, languages: languages)).hits.map {
      String(decoding: view.key($0.matched), as: UTF8.self)
    }
  }

  @Test func `a word in its own script comes before a rarer spelling in another, even one in a title`() throws
  {
    let filler = "ქვეყნის მთავრობამ დღეს ახალი გეგმა წარადგინა და მინისტრმა ამის შესახებ ისაუბრა "
    var texts = (0..<9).map { number in
      (
        key: "ka\(number)", language: Language.georgian, title: "ახალი ამბავი",
        body: filler + "კულტურის სამინისტრო"
      )
    }
    texts.append(("en", .english, "Culture, culture", "Culture makes culture out of culture"))
    texts += (0..<30).map { ("other\($0)", .english, "Weather", "It rains on plain number \($0)") }
    let found = try keys(view(texts), "კულტურის")
    #expect(found.count == 10)
    #expect(found.last == "en")
  }

  @Test func `a rare word stays rare though another script spells a common word like it`() throws {
    var texts = (0..<30).map {
      (
        key: "ru\($0)", language: Language.russian, title: "Новости",
        body: "Это новости дня номер \($0), и это все"
      )
    }
    texts += [
      ("eth", .english, "ETH rises", "Owners of wallets are glad"),
      ("wallets", .english, "Wallets of leather", "Wallets, wallets and bags"),
    ]
    texts += (0..<3).map { ("bag\($0)", .english, "Bags", "Wallets and bags number \($0)") }
    let view = try view(texts)
    let languages: [Language] = [.english, .russian]
    let searcher = Searcher()
    let name = Query.name("eth", otherSpellings: ["это"])
    let plain = try searcher.search(view, SearchPlan(.word("eth"), languages: languages, limit: 100)).hits
    let named = try searcher.search(view, SearchPlan(name, languages: languages, limit: 100)).hits
    #expect(plain.count == 1 && named.count == 31 && named.first == plain.first)
  }

  @Test func `a name that its own script never has is found in the others`() throws {
    let view = try view([
      ("en", .english, "Kobakhidze spoke", "The prime minister"),
      ("ru", .russian, "Кобахидзе выступил", "Премьер"),
      ("none", .english, "Nobody spoke", "At all"),
    ])
    #expect(try Set(keys(view, "კობახიძემ")) == ["en", "ru"])
  }

  @Test func `misspelt names keep their other spellings`() {
    let name = Query.name("kobakhidze", otherSpellings: ["კობახიძე"])
    #expect(name.forgivingTypos() == .or([name, .boosted(.near("kobakhidze"), 0.5)]))
  }
}
