import ArticleAPI
import GRPC

/// Operations on stories. Names may be given in full (`stories/x`) or by their id (`x`).
public struct Stories: Sendable {
  /// The generated client, for everything that the short forms here leave out.
  public let service: StoryServiceClient

  /// Returns a story with its editions.
  ///
  /// - Throws: `RPCError`; NOT_FOUND when no article belongs to it.
  public func get(_ name: String) async throws(RPCError) -> Story {
    var request = GetStoryRequest()
    request.name = resourceName(name, in: "stories")
    return try await service.getStory(request)
  }

  /// Every story with an edition that matches a filter, newest first.
  public func list(filter: String = "") -> PagedSequence<Story> {
    let service = service
    return PagedSequence { token throws(RPCError) in
      var request = ListStoriesRequest()
      request.filter = filter
      request.pageToken = token
      let response = try await service.listStories(request)
      return (response.stories, response.nextPageToken)
    }
  }

  /// Makes articles editions of one story: the one named, or that of the first article.
  ///
  /// - Throws: `RPCError`; FAILED_PRECONDITION when two editions would have the same language.
  public func link(_ articles: [String], to story: String = "") async throws(RPCError) -> Story {
    var request = LinkEditionsRequest()
    request.story = story.isEmpty ? "" : resourceName(story, in: "stories")
    request.articles = articles.map { resourceName($0, in: "articles") }
    return try await service.linkEditions(request)
  }

  /// Takes an article out of its story and returns the new story it is alone in.
  ///
  /// - Throws: `RPCError`.
  public func unlink(_ article: String) async throws(RPCError) -> Story {
    var request = UnlinkEditionRequest()
    request.article = resourceName(article, in: "articles")
    return try await service.unlinkEdition(request)
  }
}
