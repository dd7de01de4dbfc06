import ArticleAPI
import Testing

@testable import Catalog

/// What is encoded with blocks that were encoded before is the same, byte for byte.
@Suite struct EncodedBlocksTests {
  private let article = Article.with { article in
    article.name = "articles/a"
    article.title = "A title"
    article.tags = ["behind the blocks"]
    article.blocks = [
      .with { $0.content = .paragraph(.with { $0.text = "A paragraph of some length, and a link." }) },
      Block(),
      .with { $0.content = .list(.with { $0.items = ["one", "", "three"] }) },
      .with { block in
        block.content = .linkList(
          .with { list in
            list.title = "More"
            list.links = [.with { $0.url = "https://example.org/" }]
          })
      },
    ]
  }

  @Test func `an article is encoded alike`() {
    for encodingBlocks in [false, true] {
      #expect(
        TextFacts(article, encodingBlocks: encodingBlocks).serialized(article) == article.serialized())
    }
  }

  @Test func `a mutation that puts or updates an article is encoded alike`() throws {
    var put = PutArticle()
    put.article = article
    put.matchSourceId = true
    var update = UpdateArticle()
    update.article = article
    update.allowMissing = true
    for change in [Mutation.Change.putArticle(put), .updateArticle(update)] {
      var mutation = Mutation()
      mutation.requestId = "r"
      mutation.change = change
      let facts = try #require(mutation.textFacts)
      #expect(facts.serialized(mutation) == mutation.serialized())
    }
  }

  @Test func `links of the blocks are found`() {
    #expect(TextFacts(article).links == ["", "https://example.org/"])
  }
}
