import MatianeClient
import Testing

// How a program that uses the archive is tested without one. As such a program does, this imports the one product; README shows
// what of it to take over.

/// Answers every search with one article, and nothing else: `UNIMPLEMENTED`.
private struct OneArticle: UnimplementedSearchServiceServer {
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
}

@Test func `a server of a test's own stands in for the archive, in the same process`() async throws {
  let loops = try EventLoopGroup(count: 1)
  let server = Server([OneArticle(title: "Night train")], on: loops)
  let client = MatianeClient(channel: try Channel(inProcess: server))

  #expect(try await client.search("train").hits.first?.article?.title == "Night train")
  let refusal = await #expect(throws: RPCError.self) { try await client.search("(") }
  #expect(refusal?.code == .invalidArgument)
  let leftOut = await #expect(throws: RPCError.self) { try await client.count("train") }
  #expect(leftOut?.code == .unimplemented && leftOut?.message.contains("SearchService/Count") == true)
  let missing = await #expect(throws: RPCError.self) { try await client.articles.get("x") }
  #expect(missing?.code == .unimplemented)

  await client.close()
  await server.shutDownGracefully(grace: .seconds(10))
  await loops.shutdown()
}
