import ArticleAPI
import MatianeClient
import Testing

private func read(_ json: String) throws -> Article {
  try ArchiveLine.article(Array(json.utf8))
}

@Test func `a flat line becomes an article with a block a paragraph`() throws {
  let article = try read(
    #"{"id":"a-1","title":"T","body":"One.\n\nTwo\nlines.","language":"en","categories":["sport"],"publish_time":"2025-01-31T08:00:00Z"}"#
  )
  #expect(article.name == "articles/a-1")
  #expect(article.source?.id == "a-1")
  #expect(article.categories == ["categories/sport"])
  let texts = article.blocks.map { block -> String in
    if case .paragraph(let paragraph)? = block.content { paragraph.text } else { "" }
  }
  #expect(texts == ["One.", "Two lines."])
}

@Test(arguments: [
  ("sport", "sport"), ("GLC", "GLC"), ("science/technology", "science-technology"),
  ("Science & Technology", "science-technology"), ("children's", "childrens"), ("Économie", "economie"),
  ("Экономика и финансы", "ekonomika-i-finansy"), ("ეკონომიკა", "ekonomika"), ("体育", "u4f53u80b2"),
  (" Sport ", "Sport"), ("C", "C"), ("C++", "cplusplus"), ("C#", "csharp"), ("Straße", "strasse"),
  ("œuvre", "oeuvre"),
  ("Yazılım", "yazilim"),
])
func `a category with any name is a category with a readable id`(name: String, id: String) throws {
  #expect(try read(#"{"id":"a","categories":["\#(name)"]}"#).categories == ["categories/" + id])
}

@Test func `categories of symbols alone are not one category`() throws {
  let names = try ["…", "!!!", "???"].map { try read(#"{"id":"a","categories":["\#($0)"]}"#).categories[0] }
  #expect(Set(names).count == 3 && names.allSatisfy { $0.hasPrefix("categories/x~") })
}

@Test func `ids that no name can hold become names of their own`() throws {
  let names = try ["2025/01/a b", "2025/01/a-b", "2025-01-a-b", "/", "//"].map {
    let article = try read(#"{"id":"\#($0)"}"#)
    #expect(article.source?.id == $0)
    return article.name
  }
  #expect(Set(names).count == names.count)
  #expect(names[0].hasPrefix("articles/2025-01-a-b~"))
  #expect(names[2] == "articles/2025-01-a-b")
  let long = try read(#"{"id":"\#(String(repeating: "é", count: 500))"}"#).name
  #expect(long.utf8.count == "articles/".utf8.count + 128)
}

@Test func `the canonical JSON of an article is read as it is`() throws {
  let article = try read(#"{"name":"articles/x","title":"T","blocks":[{"heading":{"text":"H","level":2}}]}"#)
  #expect(article.name == "articles/x")
  #expect(article.blocks.count == 1)
}

@Test(arguments: ["", "null", "{", #"{"id":"a","titel":"x"}"#, #"{"name":1}"#, "[]"])
func `a line that is neither says why`(line: String) {
  let error = #expect(throws: ArchiveLineError.self) { try read(line) }
  #expect(error?.description.isEmpty == false)
}

@Test func `a byte order mark in front is no part of the line`() throws {
  let line = #"{"id":"a","title":"T"}"#
  #expect(try ArchiveLine.article([0xEF, 0xBB, 0xBF] + Array(line.utf8)) == (try read(line)))
}

@Test func `a time that is none is told with its field, its form and what was found`() {
  let error = #expect(throws: ArchiveLineError.self) { try read(#"{"id":"d","publish_time":"2025-01-31"}"#) }
  let text = error?.description ?? ""
  #expect(text.contains("publish_time: expected a time with its zone"))
  #expect(text.contains(#"found "2025-01-31""#))
}
