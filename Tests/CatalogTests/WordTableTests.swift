import ArticleAPI
import FullText
import Testing

@testable import Catalog

/// The words of what was written, of which as many are kept as need not be stemmed again.
@Suite struct WordTableTests {
  private func article(words: Int, from first: Int = 0) -> Article {
    var article = Article()
    article.name = "articles/long"
    article.title = "Long"
    article.blocks = [
      .with {
        $0.content = .paragraph(
          .with { $0.text = (first..<first + words).map { "word\($0)" }.joined(separator: " ") })
      }
    ]
    return article
  }

  @Test(.timeLimit(.minutes(5)))
  func `they are given back when nobody writes, and found anew`() async throws {
    let archive = try TestArchive {
      $0.forgetsWordsAfter = .milliseconds(20)
      $0.restsAfter = .seconds(3600)
    }
    try await archive.put(article(words: 30_000))
    while archive.catalog.memory.writer.wordTableBytes > 4 << 20 {
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(archive.catalog.memory.writer.wordTableBytes > 0)
    try await archive.put(article(words: 30_000, from: 15_000))
    let found = try Searcher().search(
      archive.catalog.view.index, SearchPlan(.and([.word("word15000"), .word("word44999")])))
    #expect(found.hits.count == 1)
    try archive.catalog.stop()
  }

  @Test func `their bytes are measured while they are kept`() async throws {
    let archive = try TestArchive { $0.forgetsWordsAfter = .seconds(3600) }
    try await archive.put(article(words: 10))
    let few = archive.catalog.memory.writer.wordTableBytes
    try await archive.put(article(words: 30_000))
    // The second of the looks at them follows the answer to the first writer.
    try await archive.put(article(words: 10))
    #expect(archive.catalog.memory.writer.wordTableBytes > few + 30_000 * 50)
    try archive.catalog.stop()
  }

  @Test func `a writer that is to remember few gives back what a long article has taken`() throws {
    let (few, many) = (
      IndexWriter(schema: ArticleSchema.schema, rememberedWords: 1000),
      IndexWriter(schema: ArticleSchema.schema)
    )
    let fresh = few.wordTableBytes
    for writer in [few, many] {
      var document = article(words: 20_000).document(categories: [], payload: [])
      document.key = [1]
      try writer.apply([.put(document)], revision: 1)
    }
    #expect(few.wordTableBytes < 2 * fresh + 20_000 * 60 && many.wordTableBytes > 20_000 * 100)
    #expect(
      few.view.parts[0].segment.indexImage.bytes.count == many.view.parts[0].segment.indexImage.bytes.count)
  }
}
