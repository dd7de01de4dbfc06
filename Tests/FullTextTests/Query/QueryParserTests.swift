import RandomTesting
import Testing

@testable import FullText

@Suite struct QueryParserTests {
  static let fields = QueryFields(
    text: ["title": ["title"], "body": ["body", "summary"]],
    keyword: ["tag": "tag", "language": "language"], time: TimeField("publish_time"))

  private func parse(
    _ text: String, _ matching: QueryParser.WordMatching = .any
  ) throws(SyntaxError) -> Query {
    try QueryParser(fields: Self.fields, matching: matching).parse(text)
  }

  private func error(_ text: String) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try parse(text)
      return nil
    } catch { return error }
  }

  @Test func `an empty text asks for everything`() throws {
    #expect(try parse("") == .all)
    #expect(try parse(" \u{00A0}\n") == .all)
    #expect(try parse("*") == .all)
  }

  @Test func `words side by side are alternatives unless all are required`() throws {
    #expect(try parse("georgia election") == .or([.word("georgia"), .word("election")]))
    #expect(try parse("georgia election", .all) == .and([.word("georgia"), .word("election")]))
  }

  @Test func `words bind closest, then AND, then OR`() throws {
    #expect(
      try parse("a b AND c OR d")
        == .or([.and([.or([.word("a"), .word("b")]), .word("c")]), .word("d")]))
    #expect(try parse("a AND (b OR c)") == .and([.word("a"), .or([.word("b"), .word("c")])]))
  }

  @Test func `operators are upper-case words only`() throws {
    #expect(try parse("and or") == .or([.word("and"), .word("or")]))
    #expect(try parse("ORANGE ANDES") == .or([.word("ORANGE"), .word("ANDES")]))
    #expect(try parse("a AND(b)") == .and([.word("a"), .word("b")]))
  }

  @Test func `a minus that touches a word takes it away`() throws {
    #expect(try parse("georgia -usa") == .and([.word("georgia"), .not(.word("usa"))]))
    #expect(
      try parse("a b -c -\"d e\"")
        == .and([.or([.word("a"), .word("b")]), .not(.word("c")), .not(.phrase("d e"))]))
    #expect(try parse("-usa") == .not(.word("usa")))
    #expect(try parse("NOT usa") == .not(.word("usa")))
    #expect(try parse("NOT -usa") == .word("usa"))
  }

  @Test func `hyphens within words and dashes alone are text`() throws {
    #expect(try parse("e-mail") == .word("e-mail"))
    #expect(try parse("Georgia - Russia") == .or([.word("Georgia"), .word("Russia")]))
    #expect(try parse("Georgia – Russia ?") == .or([.word("Georgia"), .word("Russia")]))
    #expect(try parse("?!") == .none)
  }

  @Test func `hyphenated words among alternatives are alternatives themselves`() throws {
    #expect(
      try parse("two-dimensional flow")
        == .or([.word("two"), .word("dimensional"), .word("twodimensional"), .word("flow")]))
    #expect(
      try parse("NATO-ს სამიტი") == .or([.word("NATO"), .word("ს"), .word("NATOს"), .word("სამიტი")]))
    #expect(
      try parse("mother-in-law a") == .or([.word("mother"), .word("in"), .word("law"), .word("a")]))
    #expect(
      try parse("title:(e-mail a)")
        == .within(fields: ["title"], .or([.word("e"), .word("mail"), .word("email"), .word("a")])))
    #expect(try parse("e-mail tag:x") == .and([.word("e-mail"), .keyword(field: "tag", value: "x")]))
    #expect(try parse("e-mail AND a") == .and([.word("e-mail"), .word("a")]))
    #expect(try parse("e-mail a", .all) == .and([.word("e-mail"), .word("a")]))
    for whole in ["F-16", "civil.ge", "a--b", "a-", "\\-a-b", "a-b-c-d-e-f-g-h-i"] {
      let word = whole.replacing("\\", with: "")
      #expect(try parse(whole + " x") == .or([.word(word), .word("x")]))
    }
  }

  @Test func `hyphenated words are taken apart only within the bound on clauses`() throws {
    let limits = QueryLimits(maxClauses: 4)
    let query = try QueryParser(fields: Self.fields, limits: limits).parse("a-b c-d e")
    #expect(query == .or([.word("a"), .word("b"), .word("c-d"), .word("e")]))
  }

  @Test(arguments: ["\"a b\"", "“a b”", "„a b“", "„a b”", "«a b»", "”a b”", "»a b«"])
  func `every kind of quotation mark makes a phrase`(text: String) throws {
    #expect(try parse(text) == .phrase("a b"))
  }

  @Test func `phrases take a distance and words an edit count`() throws {
    #expect(try parse("\"a b\"~3") == .phrase("a b", slop: 3))
    #expect(try parse("wrod~") == .fuzzy("wrod", edits: 1))
    #expect(try parse("wrod~2") == .fuzzy("wrod", edits: 2))
    #expect(try parse("geor*") == .prefix("geor"))
  }

  @Test func `a caret weighs words, phrases, prefixes and groups`() throws {
    #expect(
      try parse("a^2 \"b c\"~1^0.5 d*^3 (e f)^4")
        == .or([
          .boosted(.word("a"), 2), .boosted(.phrase("b c", slop: 1), 0.5), .boosted(.prefix("d"), 3),
          .boosted(.or([.word("e"), .word("f")]), 4),
        ]))
  }

  @Test func `a field takes a word, a phrase, a prefix or a group`() throws {
    #expect(try parse("title:war") == .within(fields: ["title"], .word("war")))
    #expect(try parse("body:\"a b\"") == .within(fields: ["body", "summary"], .phrase("a b")))
    #expect(try parse("title:geo*^2") == .boosted(.within(fields: ["title"], .prefix("geo")), 2))
    #expect(
      try parse("title:(a -b)") == .within(fields: ["title"], .and([.word("a"), .not(.word("b"))])))
  }

  @Test func `a keyword field takes whole values`() throws {
    #expect(try parse("tag:\"foreign policy\"") == .keyword(field: "tag", value: "foreign policy"))
    #expect(try parse("tag:eu-enlargement") == .keyword(field: "tag", value: "eu-enlargement"))
    #expect(try parse("tag:eu*") == .keywordPrefix(field: "tag", prefix: "eu"))
    #expect(
      try parse("language:(ka OR ru)")
        == .or([.keyword(field: "language", value: "ka"), .keyword(field: "language", value: "ru")]))
    #expect(error("tag:eu~")?.position == 6)
    #expect(error("tag:\"eu\"~2")?.position == 4)
  }

  @Test func `values in capitals are found by small letters, other values as they are written`() throws {
    let fields = QueryFields(
      keyword: ["kind": "kind", "tag": "tag"], spellings: ["kind": .names(["NEWS", "OPINION", "ANALYSIS"])])
    for (text, query) in [
      ("kind:news", Query.keyword(field: "kind", value: "NEWS")),
      ("kind:News", .keyword(field: "kind", value: "NEWS")),
      ("kind:\"opinion\"", .keyword(field: "kind", value: "OPINION")),
      ("kind:an*", .keywordPrefix(field: "kind", prefix: "AN")),
      ("kind:17", .keyword(field: "kind", value: "17")),
      ("tag:Eu", .keyword(field: "tag", value: "Eu")),
    ] {
      #expect(try QueryParser(fields: fields).parse(text) == query, "\(text)")
    }
  }

  @Test func `tags of languages mean the same in any case`() throws {
    let fields = QueryFields(keyword: ["language": "language"], spellings: ["language": .languageTag])
    for (text, query) in [
      ("language:EN", Query.keyword(field: "language", value: "en")),
      ("language:ka-ge", .keyword(field: "language", value: "ka-GE")),
      ("language:\"UZ-latn\"", .keyword(field: "language", value: "uz-Latn")),
      ("language:KA*", .keywordPrefix(field: "language", prefix: "ka")),
    ] {
      #expect(try QueryParser(fields: fields).parse(text) == query, "\(text)")
    }
  }

  @Test func `resources are named by id or by full name`() throws {
    let fields = QueryFields(
      keyword: ["story": "story"], spellings: ["story": .identifier(collection: "stories")])
    let hail = Query.keyword(field: "story", value: "hail")
    #expect(try QueryParser(fields: fields).parse("story:hail") == hail)
    #expect(try QueryParser(fields: fields).parse("story:stories/hail") == hail)
    #expect(try QueryParser(fields: fields).parse("story:\"stories/hail\"") == hail)
    #expect(
      try QueryParser(fields: fields).parse("story:stories/h*") == .keywordPrefix(field: "story", prefix: "h")
    )
  }

  @Test func `values that no document can have are named where they begin`() throws {
    let fields = QueryFields(
      keyword: ["language": "language", "kind": "kind"],
      spellings: ["language": .languageTag, "kind": .names(["NEWS"])])
    for (text, position) in [("language:not_a_tag", 9), ("rain kind:bogus", 10), ("kind:\"bogus\"", 5)] {
      let error = #expect(throws: SyntaxError.self) { try QueryParser(fields: fields).parse(text) }
      #expect(error?.position == position, "\(text)")
    }
  }

  @Test func `before ends at the start of a date and after begins there`() throws {
    #expect(
      try parse("before:2022-03-01")
        == .range(field: "publish_time", from: nil, until: 1_646_092_800))
    #expect(
      try parse("after:1970") == .range(field: "publish_time", from: 0, until: nil))
    #expect(
      try parse("(after:1970-01-02T00:00:00+04:00)")
        == .range(field: "publish_time", from: 72_000, until: nil))
    #expect(error("war before:2022-13-01")?.position == 11)
    #expect(error("before:")?.position == 7)
    #expect(error("after:2023-02-29")?.position == 6)
  }

  @Test func `colons of times, addresses and headlines are text`() throws {
    #expect(try parse("12:30") == .word("12:30"))
    #expect(try parse("https://civil.ge/a") == .word("https://civil.ge/a"))
    #expect(try parse("Georgia: history") == .or([.word("Georgia:"), .word("history")]))
    #expect(try parse("ქართული:ენა") == .word("ქართული:ენა"))
  }

  @Test func `a backslash takes a character as it is`() throws {
    #expect(try parse("\\-a") == .word("-a"))
    #expect(try parse("a\\*b") == .word("a*b"))
    #expect(try parse("\"a \\\" b\"") == .phrase("a \" b"))
    #expect(error("a\\")?.position == 2)
  }

  @Test(arguments: [
    ("\"open", 5), ("(a b", 4), ("a)", 1), ("a AND", 5), ("AND a", 0), ("a OR OR b", 5), ("()", 1),
    ("a^", 2), ("a~99999999999999999999", 2), ("a^x", 2), ("a^0", 2), ("a~3", 2), ("a*b", 2), ("\"a\"~x", 4),
    ("~a", 0), ("^2", 0),
    ("*a", 0), ("a AND -", 6), ("NOT", 3), ("title:", 6), ("title: war", 6), ("titel:war", 0),
    ("title:(body:a)", 7), ("\"a\"*", 3), ("a^2^3", 3), ("a~*", 2), ("„a\"", 5), ("აბ AND", 10),
    ("title:?", 0), ("-(a", 3),
  ])
  func `a mistake is reported at its byte`(text: String, position: Int) {
    #expect(error(text)?.position == position, "\(text): \(String(describing: error(text)))")
  }

  @Test func `an unknown field is named with those that exist`() {
    let problem = error("war titel:x")
    #expect(problem?.position == 4)
    #expect(problem?.expected.contains("body:, title:, language:, tag:, after:, before:") == true)
    #expect(problem?.found == "'titel:x'")
  }

  @Test func `depth, clauses and bytes are bounded`() throws {
    let deep = String(repeating: "(", count: 100_000) + "a" + String(repeating: ")", count: 100_000)
    let parser = QueryParser(fields: Self.fields, limits: QueryLimits(maxBytes: 1 << 20))
    #expect(throws: SyntaxError.self) { try parser.parse(deep) }
    let negated = String(repeating: "NOT ", count: 100_000) + "a"
    #expect(throws: SyntaxError.self) { try parser.parse(negated) }
    let many = String(repeating: "a ", count: 1025)
    #expect(error(many)?.position == 2048)
    let long = String(repeating: "a ", count: 1023)
    #expect(try parse("\"\(long)a\"") == .phrase(long + "a"))
    #expect(error("\"\(long)a b\"")?.expected == "at most 1024 words and phrases")
    #expect(error(String(repeating: "a", count: 1 << 20))?.position == 65536)
    let allowed = String(repeating: "(", count: 64) + "a" + String(repeating: ")", count: 64)
    #expect(try parse(allowed) == .word("a"))
  }

  @Test func `random bytes never crash the parser`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "ბ", "\"", "“", "”", "(", ")", "-", "*", "~", "^", ":", " ", "AND", "OR", "NOT", "title:",
      "tag:", "before:", "2022-01-01", "\\", "2", ".", "\u{0301}", "🇬🇪", "\u{0}",
    ]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<random.next(below: 12) { text += pieces[random.next(below: pieces.count)] }
      if let problem = error(text) {
        #expect(problem.position <= text.utf8.count, "seed \(seed): \(text)")
      }
    }
  }
}
