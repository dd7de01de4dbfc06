import EventLoops
import TLS

/// A client's route to a service: made once, held for the life of a process, used from any task.
///
/// A channel connects on first use, reconnects with backoff, and carries any number of calls at
/// once. Its connections and calls live on one event loop; a task that runs on that loop calls
/// without a thread switch. Dropping the last reference closes it as `close()` does.
public final class Channel: Sendable {
  let core: ChannelCore

  /// A channel to `target`; nothing is connected yet.
  ///
  /// - Parameters:
  ///   - target: `host:port`, `dns:///host:port`, `ipv4:address:port,…`, `ipv6:[address]:port,…` or `unix:path`; without a port
  ///     it is `ChannelConfiguration.defaultPort`.
  ///   - group: whose loops carry the connections; without it one loop that such channels share.
  /// - Throws: `INVALID_ARGUMENT` where the target is none of these forms or the certificates for TLS are
  ///   unusable, `RESOURCE_EXHAUSTED` where the process has no descriptors left for a loop.
  public convenience init(
    _ target: String, configuration: ChannelConfiguration = ChannelConfiguration(),
    group: EventLoopGroup? = nil
  ) throws(RPCError) {
    let parsed = try Target(
      target, defaultPort: configuration.defaultPort ?? (configuration.tls == nil ? 80 : 443))
    let endpoints: EndpointSource =
      switch parsed.kind {
      case .name(let host, let port): .name(host, port: port)
      case .addresses(let addresses): .fixed(addresses.map(Endpoint.socket))
      }
    try self.init(
      target: target, endpoints: endpoints, authority: parsed.authority,
      serverName: parsed.hostName, configuration, group)
  }

  /// A channel to a server within this process, over a pipe in memory.
  convenience init(
    inProcess acceptor: InProcessAcceptor,
    configuration: ChannelConfiguration = ChannelConfiguration(), group: EventLoopGroup? = nil
  ) throws(RPCError) {
    try self.init(
      target: "in-process", endpoints: .fixed([.inProcess(acceptor)]), authority: "localhost",
      serverName: "localhost", configuration, group)
  }

  init(
    target: String, endpoints: EndpointSource, authority: String, serverName: String,
    _ configuration: ChannelConfiguration, _ group: EventLoopGroup?
  ) throws(RPCError) {
    let loop = if let group { group.next() } else { try Self.sharedLoop() }
    let head = RequestTemplate(
      isSecure: configuration.tls != nil, authority: configuration.authority ?? authority,
      userAgent: configuration.userAgent)
    let name = configuration.authority.map { Target.hostName(of: $0) } ?? serverName
    core = ChannelCore(
      loop: loop, target: target, endpoints: endpoints, requestTemplate: head,
      security: try Self.security(configuration, name), configuration: configuration)
  }

  deinit {
    let core = core
    core.loop.execute { core.shutDown(nil, grace: nil) }
  }

  /// The event loop of the channel's connections.
  public var loop: EventLoop { core.loop }

  /// What the channel is doing about its connection.
  public var state: ConnectivityState {
    get async {
      let core = core
      return await withUnsafeContinuation { waiter in
        core.loop.execute { waiter.resume(returning: core.state) }
      }
    }
  }

  /// Begins to connect without waiting for a call; does nothing unless the channel is idle.
  public func connect() {
    let core = core
    core.loop.execute { core.wake() }
  }

  /// Takes no more calls, ends those in flight, and closes the connections.
  ///
  /// Idempotent; calls that come later, wait for a connection, or are in flight when the time is up fail with `UNAVAILABLE`. Who
  /// lets go of a channel without closing it lets them run to their end.
  /// - Parameter grace: what those in flight have to end by themselves. With none a stream without end, a watch for example, keeps
  ///   nobody from closing.
  public func close(grace: Duration = .zero) async {
    let core = core
    await withUnsafeContinuation { closer in
      core.loop.execute { core.shutDown(closer, grace: grace) }
    }
  }

  private static func security(
    _ configuration: ChannelConfiguration, _ serverName: String
  ) throws(RPCError) -> ChannelSecurity? {
    guard let tls = configuration.tls else { return nil }
    do throws(TLSError) {
      return ChannelSecurity(context: try TLSContext(client: tls), serverName: serverName)
    } catch {
      throw RPCError(.invalidArgument, "TLS: \(error)", cause: error)
    }
  }

  private static let sharedGroup = Result { () throws(EventLoopError) in
    try EventLoopGroup(count: 1)
  }

  private static func sharedLoop() throws(RPCError) -> EventLoop {
    do throws(EventLoopError) {
      return try sharedGroup.get().next()
    } catch {
      throw RPCError(.resourceExhausted, error.message, cause: error)
    }
  }
}
