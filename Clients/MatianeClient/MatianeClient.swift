import ArticleAPI
import GRPC

/// A connection to a Matiane server, held for the life of a process.
///
/// ```swift
/// let client = try MatianeClient("127.0.0.1:50051")
/// let found = try await client.search("bridge tbilisi")
/// for hit in found.hits { print(hit.article?.title ?? "") }
/// ```
///
/// It connects on first use and again after a loss. Safe to use from any number of tasks.
public struct MatianeClient: Sendable {
  /// The route to the server; shared by all services.
  public let channel: Channel
  /// Articles: get, list, create, update, delete, look up, import, export.
  public let articles: Articles
  /// The category tree.
  public let categories: Categories
  /// Stories and their editions.
  public let stories: Stories
  /// Saved queries, and which of them an article matches.
  public let savedQueries: SavedQueries
  /// Words that mean the same in a query.
  public let synonymSets: SynonymSets
  /// Snapshots, facts and figures.
  public let admin: Admin
  let searches: SearchServiceClient
  let watches: WatchServiceClient

  /// The port that a Matiane server listens at unless it is told otherwise.
  public static let defaultPort: UInt16 = 50_051

  /// Makes a client for a target such as `127.0.0.1:50051`, `dns:///archive.example:443` or `unix:/run/matiane.sock`. Without a
  /// port it is `defaultPort`, with TLS, too, unless the configuration names another.
  ///
  /// Calls carry the trace of the task that makes them, where `TraceContext.current` is set.
  ///
  /// A connection on which nothing comes while calls wait is asked for a sign of life, after half a minute unless the configuration
  /// says otherwise.
  ///
  /// - Parameter apiKey: what the server knows the caller by; only TLS keeps it secret on the way.
  /// - Throws: `RPCError` (INVALID_ARGUMENT) when target or key cannot be read. Nothing is connected yet.
  public init(
    _ target: String, apiKey: String? = nil, configuration: ChannelConfiguration = ChannelConfiguration(),
    options: CallOptions = CallOptions()
  ) throws(RPCError) {
    var configuration = configuration
    configuration.keepalive = configuration.keepalive ?? Keepalive(time: .seconds(30))
    configuration.defaultPort = configuration.defaultPort ?? Self.defaultPort
    configuration.interceptors.append(TracePropagation())
    if let apiKey { configuration.interceptors.append(try KeyCredentials(apiKey: apiKey)) }
    self.init(channel: try Channel(target, configuration: configuration), options: options)
  }

  /// Makes a client over a channel that already exists, for example one to a server in the same process, which answers as a test
  /// says:
  ///
  /// ```swift
  /// let loops = try EventLoopGroup(count: 1)
  /// let server = Server([FoundNothing()], on: loops)  // an UnimplementedSearchServiceServer of your own
  /// let client = MatianeClient(channel: try Channel(inProcess: server))
  /// ```
  ///
  /// - Parameter options: what every call begins with, such as a timeout or metadata.
  public init(channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    articles = Articles(service: ArticleServiceClient(channel, options: options))
    categories = Categories(service: CategoryServiceClient(channel, options: options))
    stories = Stories(service: StoryServiceClient(channel, options: options))
    savedQueries = SavedQueries(service: SavedQueryServiceClient(channel, options: options))
    synonymSets = SynonymSets(service: SynonymServiceClient(channel, options: options))
    admin = Admin(service: AdminServiceClient(channel, options: options))
    searches = SearchServiceClient(channel, options: options)
    watches = WatchServiceClient(channel, options: options)
  }

  /// Ends calls in flight, watches among them, and closes the connections. The client cannot be used afterwards.
  ///
  /// - Parameter grace: what calls have to end by themselves; those that have not fail with `UNAVAILABLE`.
  public func close(grace: Duration = .zero) async {
    await channel.close(grace: grace)
  }
}
