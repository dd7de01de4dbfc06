import ArticleAPI
import Catalog
import FullText
import GRPC

extension StoryHandlers {
  /// Walks the matching articles, newest first, one hit a story.
  public func listStories(_ request: ListStoriesRequest, context: ServerContext) async throws
    -> ListStoriesResponse
  {
    var plan = SearchPlan(.all, condition: try ArticleFilter.condition(request.filter))
    plan.order = .descending(ArticleSchema.publishTime)
    plan.collapse = FullText.Collapse(field: ArticleSchema.story)
    plan.limit = try PageSize(request.pageSize, preset: 50, most: 1000).value
    plan.wantsTotal = true
    plan.knowsLastPage = true
    plan.goOn = context.goOn
    let bound = request.withoutPaging
    let position = try archive.pageTokens.position(request.pageToken, for: bound)
    plan.after = position?.cursor
    let view = try await archive.view(request.consistency.choice, after: position, context)
    let result = try await archive.run(plan, for: context) { plan throws(RPCError) in try view.search(plan) }
    var response = ListStoriesResponse()
    var room = PageRoom()
    var turn = LoopTurn()
    var shown = 0
    for hit in result.hits {
      let id = view.index.firstValue(of: hit.document, in: ArticleSchema.story) ?? ""
      if let story = try view.readStory(named: ResourceName.story.name(id)) {
        // Its editions, which were read for it, are about as long as one another.
        try await turn.took(view.index.payload(hit.document).count * story.editions.count, context)
        guard room.takes(story.serializedSize) else { break }
        response.stories.append(story)
      }
      shown += 1
    }
    response.totalSize = Int64(result.groupTotal ?? 0)
    response.readRevision = Int64(view.revision)
    if let next = result.next(behind: shown, in: view.index) {
      response.nextPageToken = archive.pageTokens.token(
        PagePosition(next, revision: view.revision), for: bound)
    }
    return response
  }
}
