// Generated from matiane/v1/watch.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.v1.WatchService`.
public enum WatchServiceMethods {
  /// `Watch`.
  public static let watch = MethodDescriptor<WatchRequest, WatchResponse>(
    service: "matiane.v1.WatchService", name: "Watch", kind: .bidirectional)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "matiane.v1.WatchService", file: .matianeV1Watch,
    methods: [watch.erased])
}

/// Tells what becomes of articles.
public protocol WatchServiceServer: Service {
  /// Opens any number of watches on one stream and tells the changes in the scope of each, in the order of
  /// their revisions.
  ///
  /// Every change is told once, and none is left out: whoever loses the stream opens the watch again with the
  /// last resume token that it got, and hears of everything since, also after a restart of the server. Only
  /// so much of the past is kept; a token from before that ends its watch with OUT_OF_RANGE
  /// (REVISION_COMPACTED, with `oldest_revision`). So does one of a change that the archive has lost, or
  /// never had (REVISION_UNKNOWN): after a repair or from an older snapshot later changes have the revisions
  /// of lost ones, but not their tokens. Either way, read the archive anew and watch from the revision read.
  ///
  /// A query is understood as Search understands it at the time, but for `word~`: which words are near, and
  /// which of their forms, is asked of the article alone, for no change tells that another one brought a word
  /// in. When synonyms or the languages of the archive change, and with them what the query means, the watch
  /// goes on if that makes no difference to articles that have not changed (of which at most 10,000 match);
  /// otherwise there is no change that could tell who entered or left the scope, and the watch ends with
  /// OUT_OF_RANGE (QUERY_CHANGED). So does one that is opened with a token from before such a change of
  /// synonyms. Read the archive anew then, too.
  ///
  /// What is wrong with one watch ends that watch and leaves the others alone. A client that has sent its
  /// last request keeps its watches; the call ends when the last of them has.
  ///
  /// Errors: UNAVAILABLE (DRAINING) when the server stops; every watch was ended with a token before.
  /// INVALID_ARGUMENT for a request without content, or a `watch_id` that is in use.
  func watch(
    _ requests: RequestStream<WatchRequest>, responses: ResponseWriter<WatchResponse>, context: ServerContext)
    async throws
}

extension WatchServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { WatchServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.bidirectional(WatchServiceMethods.watch) {
      try await self.watch($0, responses: $1, context: $2)
    }
  }
}

/// A `WatchServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedWatchServiceServer: WatchServiceServer {}

extension UnimplementedWatchServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func watch(
    _ requests: RequestStream<WatchRequest>, responses: ResponseWriter<WatchResponse>, context: ServerContext
  ) async throws {
    throw WatchServiceMethods.watch.unimplemented
  }
}

/// Tells what becomes of articles.
public struct WatchServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Opens any number of watches on one stream and tells the changes in the scope of each, in the order of
  /// their revisions.
  ///
  /// Every change is told once, and none is left out: whoever loses the stream opens the watch again with the
  /// last resume token that it got, and hears of everything since, also after a restart of the server. Only
  /// so much of the past is kept; a token from before that ends its watch with OUT_OF_RANGE
  /// (REVISION_COMPACTED, with `oldest_revision`). So does one of a change that the archive has lost, or
  /// never had (REVISION_UNKNOWN): after a repair or from an older snapshot later changes have the revisions
  /// of lost ones, but not their tokens. Either way, read the archive anew and watch from the revision read.
  ///
  /// A query is understood as Search understands it at the time, but for `word~`: which words are near, and
  /// which of their forms, is asked of the article alone, for no change tells that another one brought a word
  /// in. When synonyms or the languages of the archive change, and with them what the query means, the watch
  /// goes on if that makes no difference to articles that have not changed (of which at most 10,000 match);
  /// otherwise there is no change that could tell who entered or left the scope, and the watch ends with
  /// OUT_OF_RANGE (QUERY_CHANGED). So does one that is opened with a token from before such a change of
  /// synonyms. Read the archive anew then, too.
  ///
  /// What is wrong with one watch ends that watch and leaves the others alone. A client that has sent its
  /// last request keeps its watches; the call ends when the last of them has.
  ///
  /// Errors: UNAVAILABLE (DRAINING) when the server stops; every watch was ended with a token before.
  /// INVALID_ARGUMENT for a request without content, or a `watch_id` that is in use.
  public func watch(options: CallOptions? = nil) -> BidirectionalCall<WatchRequest, WatchResponse> {
    channel.bidirectional(WatchServiceMethods.watch, options ?? self.options)
  }
}
