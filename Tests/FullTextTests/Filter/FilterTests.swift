import RandomTesting
import Testing

@testable import FullText

@Suite struct FilterTests {
  static let schema = Schema(
    textFields: [TextField("title")],
    keywordFields: [KeywordField("category"), KeywordField("language"), KeywordField("source.id")],
    integerFields: [IntegerField("publish_time"), IntegerField("word_count")])
  static let fields = FilterFields(schema: schema, times: [TimeField("publish_time")])
  static let category = KeywordFieldID(0)
  static let language = KeywordFieldID(1)
  static let time = IntegerFieldID(0)
  static let words = IntegerFieldID(1)

  private func condition(_ text: String) throws(SyntaxError) -> Condition {
    try Self.fields.check(FilterParser().parse(text))
  }

  private func error(_ text: String) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try condition(text)
      return nil
    } catch { return error }
  }

  @Test func `an empty filter restricts nothing`() throws {
    #expect(try condition("") == .all)
    #expect(try condition("  ") == .all)
  }

  @Test func `keywords are compared for equality, absence and presence`() throws {
    #expect(try condition("category = \"politics\"") == .keyword(Self.category, "politics"))
    #expect(try condition("category=politics") == .keyword(Self.category, "politics"))
    #expect(try condition("category:'a b'") == .keyword(Self.category, "a b"))
    #expect(try condition("category != \"x\"") == .not(.keyword(Self.category, "x")))
    #expect(try condition("category:*") == .keywordPrefix(Self.category, ""))
    #expect(try condition("source.id = \"wp/*\"") == .keywordPrefix(KeywordFieldID(2), "wp/"))
    #expect(try condition(#"category = "a\"b""#) == .keyword(Self.category, "a\"b"))
    #expect(error("category < \"x\"")?.position == 0)
  }

  @Test func `times compare in the column's ticks`() throws {
    let start: Int64 = 1_704_067_200
    #expect(
      try condition("publish_time >= \"2024-01-01T00:00:00Z\"") == .integer(Self.time, start...(.max)))
    #expect(
      try condition("publish_time < 2024-01-01T00:00:00Z") == .integer(Self.time, .min...(start - 1)))
    #expect(try condition("publish_time > 2024-01-01") == .integer(Self.time, (start + 1)...(.max)))
    #expect(try condition("publish_time = 2024-01-01") == .integer(Self.time, start...start))
    #expect(
      try condition("publish_time > 2024-01-01T00:00:00.5Z")
        == .integer(Self.time, (start + 1)...(.max)))
    #expect(
      try condition("publish_time <= 2024-01-01T00:00:00.5Z") == .integer(Self.time, .min...start))
    #expect(try condition("publish_time = 2024-01-01T00:00:00.5Z") == Condition.none)
    #expect(error("publish_time > yesterday")?.position == 15)
  }

  @Test func `whole numbers may be negative`() throws {
    #expect(try condition("word_count > -5") == .integer(Self.words, -4...(.max)))
    #expect(try condition("word_count != 7") == .not(.integer(Self.words, 7...7)))
    #expect(try condition("word_count:*") == .integer(Self.words, .min...(.max)))
    #expect(try condition("word_count > 9223372036854775807") == Condition.none)
    #expect(error("word_count > 1.5")?.position == 13)
    #expect(error("word_count > 9223372036854775808")?.position == 13)
  }

  @Test func `OR binds closer than AND, as AIP-160 rules`() throws {
    let a = Condition.keyword(Self.category, "a")
    let b = Condition.keyword(Self.category, "b")
    let c = Condition.keyword(Self.category, "c")
    #expect(
      try condition("category = a AND category = b OR category = c") == .and([a, .or([b, c])]))
    #expect(try condition("category = a category = b") == .and([a, b]))
    #expect(
      try condition("(category = a AND category = b) OR category = c") == .or([.and([a, b]), c]))
    #expect(try condition("NOT category = a AND -category = b") == .and([.not(a), .not(b)]))
    #expect(try condition("NOT (category = a OR category = b)") == .not(.or([a, b])))
  }

  @Test func `a parenthesised value distributes over its members`() throws {
    let a = Condition.keyword(Self.language, "ka")
    let b = Condition.keyword(Self.language, "ru")
    #expect(try condition("language = (\"ka\" OR ru)") == .or([a, b]))
    #expect(try condition("language:(ka AND NOT ru)") == .and([a, .not(b)]))
  }

  @Test(arguments: [
    ("politics", 0), ("\"politics\"", 0), ("category =", 10), ("category = \"a", 13), ("= a", 0),
    ("category = a AND", 16), ("category = a OR OR category = b", 16), ("(category = a", 13),
    ("category = a)", 12), ("len(category) = 3", 0), ("category = len(a)", 11), ("author = x", 0),
    ("category = a author = x", 13), ("AND category = a", 0), ("category == a", 10), ("NOT", 3),
    ("category = (a OR", 16), ("category = \"a\"b", 14), ("-", 1), ("category = AND", 11),
    ("category ~ a", 0), ("კატეგორია = a", 0),
  ])
  func `a mistake is reported at its byte`(text: String, position: Int) {
    #expect((error(text)?.position ?? -1) == position, "\(text): \(String(describing: error(text)))")
  }

  @Test func `an unknown field is named with those that exist`() {
    let problem = error("author = \"x\"")
    #expect(problem?.found == "'author'")
    #expect(
      problem?.expected == "one of the fields category, language, publish_time, source.id, word_count")
  }

  @Test func `depth, comparisons and bytes are bounded`() {
    let deep = String(repeating: "(", count: 20_000) + "category = a"
    #expect(error(deep) != nil)
    #expect(error(String(repeating: "NOT ", count: 10_000) + "category = a") != nil)
    #expect(error(String(repeating: "- ", count: 10_000) + "category = a") != nil)
    #expect(error(String(repeating: "category = a ", count: 1025)) != nil)
    #expect(error(String(repeating: "a", count: 1 << 20))?.position == 65536)
  }

  @Test func `random bytes never crash the parser`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "category", "publish_time", "=", "!=", "<", ">=", ":", "(", ")", "\"", "'", "-", "AND", "OR",
      "NOT", " ", "a", "ბ", "2024-01-01", "*", "\\", ",", ".",
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
