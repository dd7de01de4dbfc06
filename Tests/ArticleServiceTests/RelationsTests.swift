import ArticleAPI
import GRPC
import MatianeClient
import Testing

@Suite(.timeLimit(.minutes(10)))
struct RelationsTests {
  @Test func `a typed link that has only an address does not hide the other links that have only one`()
    async throws
  {
    try await TestServer.with { client in
      for id in ["typed", "listed", "inline"] {
        var article = draft(id)
        article.url = "https://paper.example/" + id
        _ = try await client.articles.create(article)
      }
      var article = draft("one")
      article.related = [
        RelatedArticle.with {
          $0.url = "https://paper.example/typed"
          $0.type = .alsoRead
        }
      ]
      article.blocks.append(
        Block.with {
          $0.content = .linkList(
            LinkList.with { $0.links = [Link.with { $0.url = "https://paper.example/listed" }] })
        })
      article.blocks.append(
        Block.with {
          $0.content = .paragraph(
            Paragraph.with {
              $0.text = "See here."
              $0.links = [
                InlineLink.with {
                  $0.start = 4
                  $0.end = 8
                  $0.url = "https://paper.example/inline"
                }
              ]
            })
        })
      _ = try await client.articles.create(article)
      var request = GetRelatedArticlesRequest()
      request.name = "articles/one"
      request.types = [.alsoRead, .inlineLink]
      let found = try await SearchServiceClient(client.channel).getRelatedArticles(request)
      #expect(
        found.related.compactMap(\.article?.name).sorted() == [
          "articles/inline", "articles/listed", "articles/typed",
        ])
    }
  }
}
