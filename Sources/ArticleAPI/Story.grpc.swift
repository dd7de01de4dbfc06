// Generated from matiane/v1/story.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.v1.StoryService`.
public enum StoryServiceMethods {
  /// `GetStory`.
  public static let getStory = MethodDescriptor<GetStoryRequest, Story>(
    service: "matiane.v1.StoryService", name: "GetStory", kind: .unary, idempotency: .noSideEffects)

  /// `ListStories`.
  public static let listStories = MethodDescriptor<ListStoriesRequest, ListStoriesResponse>(
    service: "matiane.v1.StoryService", name: "ListStories", kind: .unary, idempotency: .noSideEffects)

  /// `LinkEditions`.
  public static let linkEditions = MethodDescriptor<LinkEditionsRequest, Story>(
    service: "matiane.v1.StoryService", name: "LinkEditions", kind: .unary, idempotency: .idempotent)

  /// `UnlinkEdition`.
  public static let unlinkEdition = MethodDescriptor<UnlinkEditionRequest, Story>(
    service: "matiane.v1.StoryService", name: "UnlinkEdition", kind: .unary)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "matiane.v1.StoryService", file: .matianeV1Story,
    methods: [getStory.erased, listStories.erased, linkEditions.erased, unlinkEdition.erased])
}

/// Reads stories and decides which articles are editions of the same one.
public protocol StoryServiceServer: Service {
  /// Returns one story with its editions.
  func getStory(_ request: GetStoryRequest, context: ServerContext) async throws -> Story

  /// Lists stories that have an edition which matches a filter, newest first.
  func listStories(_ request: ListStoriesRequest, context: ServerContext) async throws -> ListStoriesResponse

  /// Makes articles editions of one story.
  ///
  /// Errors: NOT_FOUND for an article that does not exist; FAILED_PRECONDITION when two of the resulting
  /// editions would have the same language.
  func linkEditions(_ request: LinkEditionsRequest, context: ServerContext) async throws -> Story

  /// Takes an article out of its story; it becomes the only edition of a new one.
  func unlinkEdition(_ request: UnlinkEditionRequest, context: ServerContext) async throws -> Story
}

extension StoryServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { StoryServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(StoryServiceMethods.getStory) {
      try await self.getStory($0, context: $1)
    }
    router.unary(StoryServiceMethods.listStories) {
      try await self.listStories($0, context: $1)
    }
    router.unary(StoryServiceMethods.linkEditions) {
      try await self.linkEditions($0, context: $1)
    }
    router.unary(StoryServiceMethods.unlinkEdition) {
      try await self.unlinkEdition($0, context: $1)
    }
  }
}

/// A `StoryServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedStoryServiceServer: StoryServiceServer {}

extension UnimplementedStoryServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func getStory(_ request: GetStoryRequest, context: ServerContext) async throws -> Story {
    throw StoryServiceMethods.getStory.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func listStories(_ request: ListStoriesRequest, context: ServerContext) async throws
    -> ListStoriesResponse
  {
    throw StoryServiceMethods.listStories.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func linkEditions(_ request: LinkEditionsRequest, context: ServerContext) async throws -> Story {
    throw StoryServiceMethods.linkEditions.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func unlinkEdition(_ request: UnlinkEditionRequest, context: ServerContext) async throws -> Story {
    throw StoryServiceMethods.unlinkEdition.unimplemented
  }
}

/// Reads stories and decides which articles are editions of the same one.
public struct StoryServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Returns one story with its editions.
  public func getStory(_ request: GetStoryRequest, options: CallOptions? = nil) async throws(RPCError)
    -> Story
  {
    try await channel.unary(StoryServiceMethods.getStory, request, options ?? self.options)
  }

  /// Lists stories that have an edition which matches a filter, newest first.
  public func listStories(_ request: ListStoriesRequest, options: CallOptions? = nil) async throws(RPCError)
    -> ListStoriesResponse
  {
    try await channel.unary(StoryServiceMethods.listStories, request, options ?? self.options)
  }

  /// Makes articles editions of one story.
  ///
  /// Errors: NOT_FOUND for an article that does not exist; FAILED_PRECONDITION when two of the resulting
  /// editions would have the same language.
  public func linkEditions(_ request: LinkEditionsRequest, options: CallOptions? = nil) async throws(RPCError)
    -> Story
  {
    try await channel.unary(StoryServiceMethods.linkEditions, request, options ?? self.options)
  }

  /// Takes an article out of its story; it becomes the only edition of a new one.
  public func unlinkEdition(_ request: UnlinkEditionRequest, options: CallOptions? = nil)
    async throws(RPCError) -> Story
  {
    try await channel.unary(StoryServiceMethods.unlinkEdition, request, options ?? self.options)
  }
}
