import ArticleAPI
import Catalog
import GRPC

/// The handlers of `matiane.v1.StoryService`.
public struct StoryHandlers: StoryServiceServer {
  let archive: Archive

  /// Serves the stories of an archive.
  public init(_ archive: Archive) {
    self.archive = archive
  }

  /// A story is what its editions say: it is put together from the articles that name it.
  public func getStory(_ request: GetStoryRequest, context: ServerContext) async throws -> Story {
    try checkName(request.name, .story, field: "name")
    let view = try await archive.view(request.consistency.choice, context)
    guard let story = try view.readStory(named: request.name) else { throw RPCError.notFound(request.name) }
    return story
  }

  /// Makes articles editions of one story.
  public func linkEditions(_ request: LinkEditionsRequest, context: ServerContext) async throws -> Story {
    guard (1...100).contains(request.articles.count) else {
      throw RPCError.invalid("articles", "expected 1 to 100 articles, found \(request.articles.count)")
    }
    for (index, name) in request.articles.enumerated() {
      try checkName(name, .article, field: "articles[\(index)]")
    }
    if !request.story.isEmpty { try checkName(request.story, .story, field: "story") }
    var link = LinkEditions()
    link.story = request.story
    link.articles = request.articles
    return try await story(.linkEditions(link), RequestIdentity(request), context)
  }

  /// Takes an article out of its story.
  public func unlinkEdition(_ request: UnlinkEditionRequest, context: ServerContext) async throws -> Story {
    try checkName(request.article, .article, field: "article")
    var unlink = UnlinkEdition()
    unlink.article = request.article
    return try await story(.unlinkEdition(unlink), RequestIdentity(request), context)
  }

  private func story(
    _ change: Mutation.Change, _ request: RequestIdentity, _ context: ServerContext
  ) async throws(RPCError) -> Story {
    let outcome = try await archive.write(change, as: request, context)
    guard let story = outcome.story else { throw .unexpectedAnswer }
    return story
  }
}
