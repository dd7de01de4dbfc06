import EventLoops
import Synchronization

/// Accepts connections, on every loop of a group with a listening socket of its own.
///
/// The kernel spreads TCP connections over the loops (SO_REUSEPORT), so that the loops share nothing. Unix sockets
/// have no such thing: one loop accepts for all.
public final class Listener: Sendable {
  /// Where it listens, with the port that the kernel has chosen if none was asked for; may be empty.
  public let addresses: [SocketAddress]
  private let acceptors: [Acceptor]

  /// Listens at `addresses` and on `descriptors`, sockets that listen already; with none it serves what `adopt(_:)` brings.
  ///
  /// - Parameter makeDelegate: makes the code above a connection, on the connection's loop, before it starts.
  /// - Throws: when an address is in use or not ours; then none is listened at.
  public init(
    at addresses: [SocketAddress], inheriting descriptors: [Int32] = [], on group: EventLoopGroup,
    configuration: ListenerConfiguration,
    makeDelegate: @escaping @Sendable (Connection) -> any ConnectionDelegate
  ) throws(EventLoopError) {
    let census = ConnectionCensus(
      limit: configuration.maxConnections, perAddress: configuration.maxConnectionsPerAddress)
    acceptors = group.loops.map {
      Acceptor(on: $0, configuration: configuration, census: census, makeDelegate: makeDelegate)
    }
    var bound: [SocketAddress] = []
    var sockets: [HeldSocket] = []
    for address in addresses {
      let opened = try Self.bind(address, count: group.loops.count)
      bound.append(opened[0].address)
      sockets += opened
    }
    for descriptor in descriptors {
      let held = HeldSocket(try ListeningSocket(inheriting: descriptor), index: 0, spreads: true)
      bound.append(held.address)
      sockets.append(held)
    }
    self.addresses = bound
    for held in sockets { open(held) }
  }

  /// Takes a stream on a loop of the group as if it had been accepted: one end of a memory pipe.
  public func adopt(_ stream: any ByteStream & Sendable) {
    let loop = stream.loop
    precondition(
      acceptors.indices.contains(loop.index) && acceptors[loop.index].loop === loop, "a foreign loop")
    let acceptor = acceptors[loop.index]
    loop.execute { acceptor.welcome(stream) }
  }

  /// Stops accepting, lets open streams finish, and returns when all connections are closed. Idempotent.
  ///
  /// - Parameter grace: when connections are closed whatever their streams do; nil waits without end.
  public func stop(grace: Duration?) async {
    let timeout = Task { [acceptors] in
      guard let grace else { return }
      try await Task.sleep(for: grace)
      for acceptor in acceptors { acceptor.loop.execute { acceptor.closeConnections() } }
    }
    await withTaskGroup(of: Void.self) { group in
      for acceptor in acceptors { group.addTask { await acceptor.stop() } }
    }
    timeout.cancel()
  }

  /// A listening socket on its way to its loop.
  private final class HeldSocket: Sendable {
    let index: Int
    let address: SocketAddress
    /// Whether its connections go to all loops in turn, because none of the others has a socket of its own.
    let spreads: Bool
    private let socket: Mutex<ListeningSocket?>

    init(_ socket: consuming ListeningSocket, index: Int, spreads: Bool = false) {
      self.index = index
      self.spreads = spreads
      address = socket.address
      self.socket = Mutex(consume socket)
    }

    func take() -> ListeningSocket? { socket.withLock { $0.take() } }
  }

  private static func bind(_ address: SocketAddress, count: Int) throws(EventLoopError) -> [HeldSocket] {
    if case .unix = address { return [HeldSocket(try ListeningSocket(at: address), index: 0, spreads: true)] }
    if address.port != 0 { try ListeningSocket.checkFree(address) }
    var held = [HeldSocket(try ListeningSocket(at: address, sharedPort: true), index: 0)]
    for index in 1..<max(1, count) {
      held.append(HeldSocket(try ListeningSocket(at: held[0].address, sharedPort: true), index: index))
    }
    return held
  }

  private func open(_ held: HeldSocket) {
    let acceptor = acceptors[held.index]
    let others = held.spreads ? acceptors : []
    acceptor.loop.execute {
      if let socket = held.take() { acceptor.open(socket, spreadingOver: others) }
    }
  }
}
