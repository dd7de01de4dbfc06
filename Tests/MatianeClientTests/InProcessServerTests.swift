import MatianeClient
import Testing

// How a program that uses the archive is tested without one. As such a program does, this imports the one product; README shows
// what of it to take over.

/// Answers every search with one article, and nothing else.
private struct OneArticle: SearchServiceServer {
  let title: String

  func search(_ request: SearchRequest, context: ServerContext) async throws -> SearchResponse {
    if request.query == "(" { throw RPCError(.invalidArgument, "a parenthesis is open") }
    var article = Article()
    article.title = title
    var hit = SearchHit()
    hit.article = article
    var response = SearchResponse()
    response.hits = [hit]
    response.totalArticles = 1
    return response
  }

  func count(_ request: CountRequest, context: ServerContext) async throws -> CountResponse {
    throw RPCError(.unimplemented, "not in this test")
  }

  func suggest(_ request: SuggestRequest, context: ServerContext) async throws -> SuggestResponse {
    throw RPCError(.unimplemented, "not in this test")
  }

  func getRelatedArticles(
    _ request: GetRelatedArticlesRequest, context: ServerContext
  ) async throws -> GetRelatedArticlesResponse {
    throw RPCError(.unimplemented, "not in this test")
  }

  func explainHit(_ request: ExplainHitRequest, context: ServerContext) async throws -> ExplainHitResponse {
    throw RPCError(.unimplemented, "not in this test")
  }
}

@Test func `a server of a test's own stands in for the archive, in the same process`() async throws {
  let loops = try EventLoopGroup(count: 1)
  let server = Server([OneArticle(title: "Night train")], on: loops)
  let client = MatianeClient(channel: try Channel(inProcess: server))

  #expect(try await client.search("train").hits.first?.article?.title == "Night train")
  let refusal = await #expect(throws: RPCError.self) { try await client.search("(") }
  #expect(refusal?.code == .invalidArgument)
  let missing = await #expect(throws: RPCError.self) { try await client.articles.get("x") }
  #expect(missing?.code == .unimplemented)

  await client.close()
  await server.shutDownGracefully(grace: .seconds(10))
  await loops.shutdown()
}
