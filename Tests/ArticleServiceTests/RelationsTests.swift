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

  private func related(_ client: MatianeClient, _ name: String) async throws -> [RelatedHit] {
    var request = GetRelatedArticlesRequest()
    request.name = name
    return try await SearchServiceClient(client.channel).getRelatedArticles(request).related
  }

  @Test func `articles that link to an earlier address of an article are its backlinks, once each`()
    async throws
  {
    try await TestServer.with { client in
      var target = draft("target", "Bridge reopens")
      target.url = "https://paper.example/new"
      target.aliases = ["https://paper.example/old", "https://paper.example/older"]
      _ = try await client.articles.create(target)
      var source = draft("source", "A week in the city")
      source.blocks = ["old", "older", "new"].map { address in
        Block.with {
          $0.content = .linkList(
            LinkList.with { $0.links = [Link.with { $0.url = "https://paper.example/" + address }] })
        }
      }
      _ = try await client.articles.create(source)
      let hits = try await related(client, "articles/target").filter { $0.article?.name == "articles/source" }
      let backlinks = hits.flatMap(\.evidence).filter { $0.type == .backlink }
      #expect(backlinks.map(\.details) == [["A week in the city"]])
    }
  }

  @Test func `an article of nothing but links is answered for like any other`() async throws {
    var article = draft("one")
    article.related = [RelatedArticle](repeating: RelatedArticle(), count: 20_000)
    let title = String(repeating: "long ", count: 1000)
    let links = [Link](repeating: Link.with { $0.url = "https://paper.example/two" }, count: 1000)
    article.blocks = [
      Block.with {
        $0.content = .paragraph(
          Paragraph.with { paragraph in
            paragraph.text = title
            paragraph.links = [InlineLink](
              repeating: InlineLink.with { ($0.end, $0.url) = (5000, "https://paper.example/two") },
              count: 20_000)
          })
      },
      Block.with { $0.content = .linkList(LinkList.with { ($0.title, $0.links) = ("Also read", links) }) },
    ]
    let hostile = article
    try await TestServer.with { client in
      var other = draft("two")
      other.url = "https://paper.example/two"
      _ = try await client.articles.create(other)
      _ = try await client.articles.create(hostile)
      let hits = try await related(client, "articles/one")
      let evidence = hits.first { $0.article?.name == "articles/two" }?.evidence ?? []
      let inline = evidence.filter { $0.type == .inlineLink }
      #expect(inline.count == 16 && evidence.filter { $0.type == .alsoRead }.count == 16)
      #expect(inline.allSatisfy { $0.block == 0 && $0.details == [String(title.prefix(1000)) + "…"] })
    }
  }

  @Test func `similar texts say which words they share, and nearly equal ones how many runs of words`()
    async throws
  {
    let text = (0..<60).map { "word\($0) of" }.joined(separator: " ")
    func article(_ id: String, _ title: String, _ text: String) -> Article {
      var article = draft(id, title)
      article.blocks = [Block.with { $0.content = .paragraph(Paragraph.with { $0.text = text }) }]
      return article
    }
    try await TestServer.with { client in
      _ = try await client.articles.create(
        article("one", "Ferry sinks off Batumi", "The ferry sank. " + text))
      _ = try await client.articles.create(
        article("copy", "Ferry sinks off Batumi", "The ferry sank. " + text))
      _ = try await client.articles.create(
        article("like", "Ferry timetable", "When the ferry leaves Batumi."))
      for number in 0..<6 {
        _ = try await client.articles.create(draft("other\(number)", "Harvest \(number)"))
      }
      let hits = try await related(client, "articles/one")
      let evidence = Dictionary(uniqueKeysWithValues: hits.map { ($0.article?.name ?? "", $0.evidence) })
      #expect(evidence["articles/other1"] == nil && evidence["articles/one"] == nil)
      let copy = try #require(evidence["articles/copy"])
      #expect(copy.first?.type == .nearDuplicate)
      #expect(copy.first?.details == ["100% of the runs of three words are the same"])
      let like = try #require(evidence["articles/like"])
      #expect(like.map(\.type) == [.similarText])
      #expect(Set(like[0].details) == ["ferry", "batumi"])
    }
  }
}
