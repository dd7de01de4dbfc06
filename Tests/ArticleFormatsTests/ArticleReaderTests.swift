import ArticleAPI
import Protobuf
import Testing

@testable import ArticleFormats

@Suite struct ArticleReaderTests {
  @Test(arguments: [
    (#"{"id": "a", "title": "T"}"#, ArticleFormat.matiane),
    (#"{"name": "articles/x", "title": "T"}"#, .matiane), ("", .matiane),
    ("not json", .matiane), (#"[{"id": "a", "title": "T"}]"#, .matiane),
    (#"{"id": "a", "title": "T", "url": "@context"}"#, .matiane),
    (#"{"@context": "https://schema.org", "x": 1}"#, .schemaOrg),
    (" \n[ {\"a\": {\"b\": []}, \"@type\":", .schemaOrg),
    (#"{"uri": "x", "headlines": []}"#, .ninjs), (#"[{"id": 1, "date": "x", "date_gmt": "y""#, .wordpress),
    (#"{"id": 1, "date_gmt": "x", "title": {"@type": 1}}"#, .wordpress),
    ("\u{FEFF}<?xml version='1.0'?>", .wxr), (" <rss>", .wxr),
  ])
  func `a format is known by what no other has`(text: String, format: ArticleFormat) {
    #expect(ArticleFormat(ofTextThatBegins: Array(text.utf8)) == format)
  }

  @Test func `what has the signs of several formats is of none`() {
    let both = #"{"@type": "NewsArticle", "uri": "urn:1", "headlines": []}"#
    #expect(ArticleFormat(ofTextThatBegins: Array(both.utf8)) == nil)
  }

  @Test func `an object that breaks off spoils no other line`() throws {
    let good = #"{"uri": "urn:1", "headlines": [{"value": "T"}]}"#
    for broken in [#"{"uri": "x"#, #"{"uri": "x""#, #"{"uri": {"a": 1}"#, #"{"uri": "x}"#] {
      let text = "\(good)\n\(broken)\n\(good)\n\(good)"
      #expect(found(text, .ninjs).count { (try? $0.result.get()) != nil } == 3)
      #expect(errors(text, .ninjs).map { $0.prefix(2) } == ["2:"])
    }
    #expect(try articles("{\n\"uri\": \"urn:1\", \"headlines\": [\n{\"value\": \"T\"}]}", .ninjs).count == 1)
  }

  @Test func `an object that says nothing is no article`() throws {
    let one = #"{"id": "a", "title": "T"}"#
    let text = "\(one)\n{}\n\(one)\n"
    #expect(found(text, .matiane).count { (try? $0.result.get()) != nil } == 2)
    #expect(
      errors(text).count == 1
        && errors(text)[0].contains("2: expected an article, found an object without title"))
  }

  @Test func `articles of our own stand on lines or in an array`() throws {
    let one = #"{"id": "a", "title": "T"}"#
    #expect(try articles("\(one)\r\n\n\(one)").map(\.title) == ["T", "T"])
    #expect(
      try articles("[\(one), {\"name\": \"articles/b\", \"title\": \"U\"}]").map(\.title) == ["T", "U"])
    #expect(errors("\(one)\n{not json\n\(one)").map { $0.prefix(2) } == ["2:"])
  }

  @Test(arguments: ["[{},", "[{}", "[", "[{}, {}], [", "[[{}]"])
  func `an array that breaks off is told, wherever it does`(text: String) {
    let text = "\n" + text.replacing("{}", with: #"{"uri": "urn:1", "headlines": [{"value": "T"}]}"#)
    #expect(errors(text, .ninjs).map { $0.prefix(2) } == ["2:"])
    #expect(errors(text, .ninjs).allSatisfy { $0.contains("the end of the JSON array") })
    #expect(errors(text + "]", .ninjs).isEmpty)
  }

  @Test func `a bracket that closes nothing is told`() {
    #expect(errors(#"{"id": "a", "title": "T"}"# + "]").count == 1)
    #expect(errors(#"[{"id": "a", "title": "T"}]]"#).count == 1)
  }

  @Test func `articles that name no language have the one that was given`() throws {
    let text = #"{"id": "a", "title": "T"}"# + "\n" + #"{"id": "b", "title": "T", "language": "ka"}"#
    #expect(try articles(text, language: "en").map(\.language) == ["en", "ka"])
  }

  @Test(arguments: [Int.max, 1, 7])
  func `articles of our own may be spread over lines, as other programs write them`(pieceBytes: Int) throws {
    let one = "{\n  \"name\": \"articles/a\",\n  \"blocks\": [\n    {}\n  ]\n}"
    let two = "{\n \"name\":\n \"articles/b\"\n}"
    for text in [one + "\n" + two + "\n", one + " " + two, "\n\n" + one + two] {
      let names = try found(text, .matiane, pieceBytes: pieceBytes).map { try $0.result.get().name }
      #expect(names == ["articles/a", "articles/b"])
    }
    #expect(found("{\n  \"name\": \"articles/a\n" + one, .matiane, pieceBytes: pieceBytes).count == 2)
    #expect(found("{}\n{}\n", .matiane).map(\.line) == [1, 2])
  }

  @Test func `what is too long is told with its line, and the rest goes on`() {
    var lines = TextLines(maxBytes: 3)
    #expect(
      lines.read(Array("abc\nabcd".utf8)) + lines.read(Array("e\nf".utf8)) + lines.read([], isLast: true) == [
        .init(number: 1, text: Array("abc".utf8)), .init(number: 2, text: nil),
        .init(number: 3, text: Array("f".utf8)),
      ])
    var items = JSONItems(maxBytes: 5)
    #expect(
      items.read(Array("{1}\n{123".utf8)) + items.read(Array("456}\n{2}".utf8)) == [
        .object(Array("{1}".utf8), line: 1), .tooLong(line: 2), .object(Array("{2}".utf8), line: 3),
      ])
  }

  @Test(arguments: [
    ("2024-01-31", "2024-01-31T00:00:00Z"), ("2024-01-31 08:00:00", "2024-01-31T08:00:00Z"),
    ("2024-01-31T08:00:00", "2024-01-31T08:00:00Z"), ("2024-01-31T08:00", "2024-01-31T08:00:00Z"),
    ("2024-01-31T12:00:00+0400", "2024-01-31T08:00:00Z"), ("2024-01-31T12:00+04:00", "2024-01-31T08:00:00Z"),
    ("2024-01-31T08:00:00.250Z", "2024-01-31T08:00:00.250Z"),
  ])
  func `times are read as other systems write them`(text: String, time: String) {
    #expect(Timestamp(lenient: text)?.rfc3339 == time)
  }

  @Test(arguments: [
    "", "soon", "2024", "2024-13-01", "31.01.2024", "2024-01-31T", "2024-01-31T8", "2024-01-31 +0400",
    "ააააააააააა",
  ])
  func `what is no time is none`(text: String) {
    #expect(Timestamp(lenient: text) == nil)
  }
}
