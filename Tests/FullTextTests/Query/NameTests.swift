import Synchronization
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

  private func keys(
    _ view: IndexView, _ text: String, _ languages: [Language] = [.georgian, .english, .russian]
  ) throws -> [String] {
    let searcher = Searcher()
    let query = try searcher.expandNames(
      .word(text), by: NameSpellings(), in: view, languages: languages)
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

  @Test func `a name is found in every field, whatever other documents hold or held`() throws {
    let writer = IndexWriter(schema: RandomArchive.schema)
    var tagged = IndexDocument(key: Array("tagged".utf8), payload: [])
    tagged.texts = [.init(RandomArchive.tags, language: .georgian, "Kobakhidze")]
    var titled = IndexDocument(key: Array("titled".utf8), payload: [])
    titled.texts = [.init(RandomArchive.title, language: .english, "Kobakhidze")]
    #expect(try keys(writer.apply([.put(tagged)], revision: 1), "კობახიძე") == ["tagged"])
    #expect(try keys(writer.apply([.put(titled)], revision: 2), "კობახიძე") == ["titled", "tagged"])
    #expect(try keys(writer.apply([.delete(key: titled.key)], revision: 3), "კობახიძე") == ["tagged"])
    try writer.mergeAll()
    #expect(try keys(writer.view, "კობახიძე") == ["tagged"])
  }

  @Test func `spellings are kept as segments come and go`() throws {
    let writer = IndexWriter(schema: RandomArchive.schema)
    let searcher = Searcher()
    let names = NameSpellings()
    func found(_ view: IndexView) throws -> Int {
      let query = try searcher.expandNames(.word("Kobakhidze"), by: names, in: view, languages: languages)
      return try searcher.search(view, SearchPlan(query, languages: languages, limit: 100)).hits.count
    }
    for number in 0..<20 {
      var document = IndexDocument(key: Array("\(number)".utf8), payload: [])
      let name = number % 3 == 0 ? "კობახიძემ" : number % 3 == 1 ? "Кобахидзе" : "nobody"
      document.texts = [.init(RandomArchive.body, language: .undetermined, name)]
      let view = try writer.apply([.put(document)], revision: UInt64(number + 1))
      #expect(try found(view) == (0...number).count { $0 % 3 != 2 })
    }
  }

  @Test(arguments: [
    ("uk", "Кобахідзе і Кобахидзе", "კობახიძე"), ("sr", "Кобахидзе", "Kobakhidze"),
    ("fr", "Tbilisi", "თბილისი"), ("it", "Kutaisi", "ქუთაისი"), ("tr", "Kobakhidze", "Кобахидзе"),
  ])
  func `a name is found in texts of any language that the archive holds`(
    tag: String, text: String, asked: String
  ) throws {
    let languages = [.english, .georgian, .russian, Language(tag: tag)]
    let view = try view([
      ("en", .english, "Weather", "It rains"), ("ru", .russian, "Погода", "Идёт дождь"),
      ("name", Language(tag: tag), text, text),
    ])
    let searcher = Searcher()
    let query = try searcher.expandNames(.word(asked), by: NameSpellings(), in: view, languages: languages)
    let hits = try searcher.search(view, SearchPlan(query, languages: languages)).hits
    #expect(hits.map { String(decoding: view.key($0.matched), as: UTF8.self) } == ["name"])
  }

  @Test(arguments: [
    ("Lavrov", "Лавровым"), ("Lavrov", "Лаврова"), ("Kyiv", "Киеве"), ("Kharkiv", "Харькова"),
    ("Aviv", "Авиве"),
  ])
  func `a name is found in any of its forms in another script`(asked: String, text: String) throws {
    let view = try view([("ru", .russian, "Новости", "Вчера \(text) снова")])
    #expect(try keys(view, asked) == ["ru"])
  }

  @Test func `a word is not found by what is hardly left of its spelling`() throws {
    let view = try view([("ru", .russian, "Новости", "Он пошёл на работу")])
    #expect(try keys(view, "naive").isEmpty)
  }

  @Test func `names in a Ukrainian text are found from every script, as Russian and as Ukrainian write them`()
    throws
  {
    let ukrainian = Language(tag: "uk")
    let view = try view([
      ("uk", ukrainian, "Кобахідзе виступив", "Прем'єр"), ("ru-name", ukrainian, "Кобахидзе", "Цитата"),
      ("ka-name", ukrainian, "კობახიძე", "Цитата"), ("en-name", ukrainian, "Kobakhidze", "Цитата"),
      ("none", ukrainian, "Ніхто", "Нічого"),
    ])
    for name in ["Kobakhidze", "კობახიძე", "Кобахидзе", "Кобахідзе", "კობახიძემ"] {
      for languages in [[ukrainian], [.russian, ukrainian], [.english, .georgian, .russian, ukrainian]] {
        let found = try Set(keys(view, name, languages))
        #expect(found == ["uk", "ru-name", "ka-name", "en-name"], "\(name), \(languages.map(\.tag))")
      }
    }
  }

  @Test(arguments: ["Chkheidze-Orbeli", "Чхеидзе-Орбели", "ჩხეიძე-ორბელი"])
  func `a double surname is found in all scripts, with other words and without, its own script first`(
    name: String
  ) throws {
    let view = try view([
      ("en", .english, "Rusudan Chkheidze-Orbeli", "She spoke"),
      ("ka", .georgian, "რუსუდან ჩხეიძე-ორბელი", "სიტყვა"),
      ("ru", .russian, "Русудан Чхеидзе-Орбели", "Речь"),
      ("forms", .russian, "Речь Чхеидзе-Орбели", "О Русудан"),
      ("first", .english, "Rusudan Chkheidze", "She spoke"), ("apart", .russian, "Орбели и Чхеидзе", "Речь"),
    ])
    let searcher = Searcher()
    for text in [name, "Rusudan AND \(name)"] {
      let parsed = try QueryParser(fields: QueryParserTests.fields, matching: .all).parse(text)
      let query = try searcher.expandNames(
        parsed.joiningWords(), by: NameSpellings(), in: view, languages: languages)
      let hits = try searcher.search(view, SearchPlan(query, languages: languages)).hits
      let found = hits.map { String(decoding: view.key($0.matched), as: UTF8.self) }
      #expect(Set(found) == ["en", "ka", "ru", "forms"], "\(text)")
      if text == name {
        #expect(found.first == name.scriptTag || found.first == "forms" && name.scriptTag == "ru")
      }
      let all = try searcher.expandNames(
        parsed.joiningWords(), by: NameSpellings(), in: nil, languages: languages)
      let same = try searcher.search(view, SearchPlan(all, languages: languages)).hits
      #expect(Set(same.map(\.matched)) == Set(hits.map(\.matched)))
    }
  }

  @Test(arguments: [
    ("ყიფიანი", "Kipiani"), ("Kipiani", "ყიფიანი"), ("Tskaltubo", "Цхалтубо"), ("Цхалтубо", "Tskaltubo"),
    ("Гахарии", "Gakharia"), ("Мелии", "Melia"), ("Бжании", "Bzhania"), ("Мцхеты", "Mtskheta"),
    ("Мцхеты", "მცხეთა"), ("გორში", "Gori"), ("ფოთში", "Поти"), ("მცხეთის", "მცხეთა"),
    ("მცხეთის", "Mtskheta"),
    ("Kobahidze", "Kobakhidze"),
  ])
  func `a name is found from every form and in both directions`(asked: String, text: String) throws {
    let language: Language = text.scriptTag == "en" ? .english : text.scriptTag == "ka" ? .georgian : .russian
    #expect(try keys(view([("found", language, "News", text)]), asked) == ["found"])
  }

  @Test func `a search notices a word that only other scripts have`() throws {
    let view = try view([("ka", .georgian, "ივანიშვილი", "სიტყვა")])
    let searcher = Searcher()
    for (asked, misses) in [("Иванишвилли", true), ("ივანიშვილი", false)] {
      let query = try searcher.expandNames(.word(asked), by: NameSpellings(), in: view, languages: languages)
      let result = try searcher.search(view, SearchPlan(query, languages: languages))
      #expect(result.hits.count == 1 && result.missesWord == misses)
    }
  }

  @Test func `misspelt names keep their other spellings`() {
    let name = Query.name("kobakhidze", otherSpellings: ["კობახიძე"])
    #expect(name.forgivingTypos() == .or([name, .boosted(.near("kobakhidze"), 0.5)]))
  }

  @Test func `spelling is given up before a word that would take too long, and goes on where it was`() throws
  {
    let view = try view([
      ("en", .english, "Kobakhidze met Saakashvili", "In Tbilisi"), ("ru", .russian, "Кобахидзе", "Премьер"),
    ])
    let searcher = Searcher()
    let names = NameSpellings()
    let query = Query.and(["Saakashvili", "Kobakhidze"].map { .word($0) })
    final class Allowance: Sendable {
      let left: Atomic<Int>
      init(_ left: Int) { self.left = Atomic(left) }
      func goOn() -> Bool { left.wrappingSubtract(1, ordering: .relaxed).newValue >= 0 }
    }
    func expanded(questions: Int) throws -> Query {
      let allowance = Allowance(questions)
      return try searcher.expandNames(
        query, by: names, in: view, languages: languages, goOn: { allowance.goOn() })
    }
    #expect(throws: SearchError.interrupted) { try expanded(questions: 1) }
    // Enough for one word at a time, but not for both.
    var refused = 0
    while refused < 10, (try? expanded(questions: 40)) == nil { refused += 1 }
    #expect(1..<10 ~= refused)
    let all = try searcher.expandNames(query, by: NameSpellings(), in: view, languages: languages)
    #expect(try expanded(questions: 1) == all)
  }

  @Test(arguments: ["Kobakhidze", "კობახიძემ", "Кобахидзе", "Zelenskyy", "Tbilisi", "ქუთაისი", "Шевченко"])
  func `spellings that were packed are the same as before, in few bytes`(name: String) throws {
    let analyzer = TextAnalyzer()
    let languages = languages + [Language(tag: "uk")]
    let word = try #require(analyzer.queryWords(name, languages: languages).first)
    let spellings = analyzer.nameSpellings(of: word, languages: languages)
    let packed = PackedSpellings(spellings)
    #expect(packed.texts(.max) == spellings.prefix(64).map(\.text))
    #expect(packed.stemCount == spellings.prefix(64).reduce(0) { $0 + $1.stems.count })
    #expect(packed.byteCount <= 48 * spellings.count)
    for (number, spelling) in spellings.prefix(64).enumerated() {
      #expect(packed.texts(1 << UInt64(number)) == [spelling.text])
      for stem in spelling.stems {
        let view = try view([("a", .undetermined, String(decoding: stem, as: UTF8.self), "")])
        let bits = packed.bits(in: view.parts.map(\.segment), view.schema.textFieldIDs)
        let held = spellings.prefix(64).enumerated().reduce(UInt64(0)) { bits, other in
          let isHeld = other.element.stems.contains { stem in
            view.schema.textFieldIDs.contains { view.parts[0].segment.find(stem, in: $0) != nil }
          }
          return isHeld ? bits | 1 << UInt64(other.offset) : bits
        }
        #expect(bits == [held])
      }
    }
  }
}

extension String {
  /// The language of the script of a name.
  fileprivate var scriptTag: String {
    switch unicodeScalars.first.map({ Script($0.value) }) {
    case .georgian: "ka"
    case .cyrillic: "ru"
    default: "en"
    }
  }
}
