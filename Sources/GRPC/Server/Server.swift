import EventLoops
import Synchronization
import Transport

/// A gRPC server: the services that it offers, and where it listens.
///
/// Calls run on the event loop that their connection belongs to. Usable from any task. States: serving →
/// shutting down (`shutDownGracefully`) → over.
public final class Server: Sendable {
  /// The limits in force.
  public var configuration: ServerConfiguration { core.configuration }
  /// The loops that connections and handlers run on.
  public let group: EventLoopGroup

  /// What channelz calls the server.
  let channelzID = ChannelzID.next()
  /// The connections of each loop.
  let ledgers: [ConnectionLedger]

  private let core: ServerCore
  private let listeners: Mutex<Listeners>

  private struct Listeners {
    var list: [Listener] = []
    var sockets: [ListenSocket] = []
    var isShutDown = false
  }

  /// What connections have drawn of `maxBufferedBytes` for messages that wait, in bytes; rounded up to whole MiB a connection.
  public var bufferedBytes: Int { core.budget.drawn }

  /// Makes a server; it serves nobody before `listen(at:)`.
  ///
  /// - Parameters:
  ///   - interceptors: run around every handler, the first one outermost.
  ///   - observers: hear of every call and connection.
  ///   - gate: decides which calls are taken; without one all are.
  ///   - tracer: decides which calls are traced; without one none are.
  /// - Precondition: no two services have the same name.
  public init(
    _ services: [any Service], on group: EventLoopGroup, interceptors: [any ServerInterceptor] = [],
    observers: [any ServerObserver] = [], gate: (any ServerGate)? = nil, tracer: (any CallTracer)? = nil,
    configuration: ServerConfiguration = ServerConfiguration()
  ) {
    var router = Router()
    for service in services {
      service.register(on: &router)
      service.registerImmediate(on: &router)
    }
    self.group = group
    ledgers = group.loops.map { ConnectionLedger(on: $0) }
    core = ServerCore(
      router, interceptors: interceptors, observers: observers, gate: gate, tracer: tracer,
      configuration: configuration)
    listeners = Mutex(Listeners())
  }

  /// The methods of services in the order in which a server of them numbers its methods.
  public static func methods(of services: [any Service]) -> [AnyMethodDescriptor] {
    var router = Router()
    for service in services { service.register(on: &router) }
    return router.routes.map(\.method)
  }

  /// Listens at more addresses.
  ///
  /// - Returns: the addresses with the ports that the kernel has chosen where 0 was asked for.
  /// - Throws: when an address is in use or not ours; then none of these is listened at.
  @discardableResult
  public func listen(at addresses: SocketAddress...) throws(EventLoopError) -> [SocketAddress] {
    try makeListener(at: addresses).addresses
  }

  /// Listens on sockets that listen already, which the process was started with; they are the server's from now on.
  ///
  /// - Returns: where they listen.
  /// - Throws: when one is no socket.
  @discardableResult
  public func listen(inheriting descriptors: [Int32]) throws(EventLoopError) -> [SocketAddress] {
    try makeListener(at: [], inheriting: descriptors).addresses
  }

  /// Serves a client within this process over one end of a memory pipe, which has to be on a loop of `group`.
  ///
  /// - Throws: what listening throws; a memory pipe asks for none.
  public func serve(_ end: MemoryPipeEnd) throws(EventLoopError) {
    let known = listeners.withLock { $0.list.first { $0.addresses.isEmpty } }
    if let known { return known.adopt(end) }
    try makeListener(at: []).adopt(end)
  }

  /// Stops accepting, lets calls that are under way finish, and returns when all connections are closed.
  ///
  /// Idempotent.
  ///
  /// - Parameters:
  ///   - grace: when what is left is cancelled; nil waits without end.
  ///   - requestPatience: streams of requests end with `UNAVAILABLE` once the handler has waited so long for the next one; nil lets
  ///     them wait.
  public func shutDownGracefully(grace: Duration?, requestPatience: Duration? = nil) async {
    if let requestPatience {
      for ledger in ledgers { ledger.loop.execute { ledger.endIdleRequestStreams(after: requestPatience) } }
    }
    let stopping = listeners.withLock { listeners in
      listeners.isShutDown = true
      return listeners.list
    }
    await withTaskGroup(of: Void.self) { tasks in
      for listener in stopping { tasks.addTask { await listener.stop(grace: grace) } }
    }
  }

  /// Where the server listens.
  var listenSockets: [ListenSocket] { listeners.withLock { $0.sockets } }

  private func makeListener(
    at addresses: [SocketAddress], inheriting descriptors: [Int32] = []
  ) throws(EventLoopError) -> Listener {
    let core = core
    let ledgers = ledgers
    var bounds = configuration.listener
    let onMissed = bounds.onMissed
    bounds.onMissed = { peer, loop in
      onMissed(peer, loop)
      for observer in core.observers {
        observer.connectionFailed(
          on: loop, peer: peer?.description ?? "nowhere", reason: "it had gone before it was let in")
      }
    }
    let listener = try Listener(at: addresses, inheriting: descriptors, on: group, configuration: bounds) {
      connection in
      let side = ServerConnection(
        core, loop: connection.loop, peer: connection.peerAddress?.description ?? "in-process")
      side.enter(ledgers[connection.loop.index], connection)
      return side
    }
    let sockets = listener.addresses.map { ListenSocket(id: ChannelzID.next(), address: $0) }
    let isShutDown = listeners.withLock { listeners in
      listeners.list.append(listener)
      listeners.sockets += sockets
      return listeners.isShutDown
    }
    if isShutDown { Task { await listener.stop(grace: .zero) } }
    return listener
  }
}

/// A place where a server listens, as channelz names it.
struct ListenSocket: Sendable {
  let id: Int64
  let address: SocketAddress
}

extension Channel {
  /// A channel to a server within this process: the whole stack but the sockets.
  ///
  /// - Throws: as the other initialisers.
  public convenience init(
    inProcess server: Server, configuration: ChannelConfiguration = ChannelConfiguration()
  ) throws(RPCError) {
    let acceptor = InProcessAcceptor { loop in
      let pipe = MemoryPipe(from: loop, to: server.group.next())
      // A server that is shut down leaves the pipe unanswered at once.
      do { try server.serve(pipe.second) } catch { pipe.second.loop.execute { pipe.second.close() } }
      return pipe.first
    }
    try self.init(inProcess: acceptor, configuration: configuration, group: server.group)
  }
}
