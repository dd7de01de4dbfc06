import ArticleAPI
import GRPC
import MatianeClient
import Protobuf
import Testing

/// An article that cannot be meant is refused where it comes in, by the name of the field.
@Suite(.timeLimit(.minutes(10)))
struct RefusedArticlesTests {
  /// The field that an article is refused for by each of the ways to store one: creating, changing, importing; empty where it is
  /// stored.
  private func refusals(_ client: MatianeClient, _ change: (inout Article) -> Void) async throws -> [String] {
    var article = draft("refused")
    change(&article)
    var fields: [String] = []
    for isUpdate in [false, true] {
      do throws(RPCError) {
        if isUpdate {
          _ = try await client.articles.update(article, allowMissing: true)
        } else {
          _ = try await client.articles.create(article)
        }
        fields.append("")
      } catch {
        fields.append(error.detail(of: BadRequest.self)?.fieldViolations.first?.field ?? "\(error)")
      }
    }
    let sent = article
    try await client.articles.importArticles(
      AsyncStream<Article> {
        $0.yield(sent)
        $0.finish()
      }
    ) { result in
      guard case .error(let error) = result.outcome else { return fields.append("") }
      fields.append(String(error.message.prefix { $0 != ":" }))
    }
    return fields
  }

  private func paragraph(_ start: Int32, _ end: Int32) -> Block {
    Block.with {
      $0.content = .paragraph(
        .with {
          $0.text = "A harbour"
          $0.links = [
            .with {
              $0.start = start
              $0.end = end
            }
          ]
        })
    }
  }

  @Test func `numbers that no value of an enumeration has are refused`() async throws {
    try await TestServer.with { client in
      let cases: [(field: String, change: (inout Article) -> Void)] = [
        ("article.status", { $0.status = .unrecognized(99) }),
        ("article.kind", { $0.kind = .unrecognized(-3) }),
        (
          "article.related[1].type",
          { $0.related = [.with { $0.type = .followUp }, .with { $0.type = .unrecognized(8) }] }
        ),
      ]
      for (field, change) in cases {
        let found = try await refusals(client, change)
        #expect(found == [field, field, field])
      }
    }
  }

  @Test
  func `offsets, sizes and block numbers below zero, and passages that end before they begin are refused`()
    async throws
  {
    try await TestServer.with { client in
      let cases: [(field: String, change: (inout Article) -> Void)] = [
        ("article.quotes[0].block", { $0.quotes = [.with { $0.block = -1 }] }),
        ("article.quotes[0].start", { $0.quotes = [.with { $0.start = .min }] }),
        ("article.quotes[0].end", { $0.quotes = [.with { $0.start = 2 }] }),
        ("article.images[0].width", { $0.images = [.with { $0.width = -1 }] }),
        (
          "article.blocks[0].image.height",
          { $0.blocks = [.with { $0.content = .image(.with { $0.height = -1 }) }] }
        ),
        (
          "article.blocks[0].heading.level",
          { $0.blocks = [.with { $0.content = .heading(.with { $0.level = -1 }) }] }
        ),
        ("article.blocks[1].paragraph.links[0].start", { $0.blocks.append(paragraph(-1, 3)) }),
        ("article.blocks[1].paragraph.links[0].end", { $0.blocks.append(paragraph(3, 2)) }),
      ]
      for (field, change) in cases {
        let found = try await refusals(client, change)
        #expect(found == [field, field, field])
      }
    }
  }

  @Test
  func `every value of an enumeration, and passages at the borders of a text, are stored as they were sent`()
    async throws
  {
    try await TestServer.with { client in
      for number in Int32(0)...10 {
        var article = draft("stored\(number)")
        article.kind = ArticleKind(rawValue: number)
        article.status = ArticleStatus(rawValue: number % 5)
        article.related = [.with { $0.type = RelationType(rawValue: number % 8) }]
        article.blocks = [paragraph(0, 0), paragraph(9, 9)]
        article.quotes = [.with { $0.end = 4 }]
        let stored = try await client.articles.create(article)
        #expect(
          stored.kind.rawValue == number && stored.blocks == article.blocks && stored.quotes == article.quotes
        )
        #expect(stored.status.rawValue == (number % 5 == 0 ? ArticleStatus.published.rawValue : number % 5))
        #expect(stored.related == article.related)
      }
    }
  }
}
