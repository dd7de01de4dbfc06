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
