import EventLoops
import HTTP2

/// The part of a listener that lives on one loop: its listening sockets and its connections.
final class Acceptor {
  let loop: EventLoop
  private let configuration: ListenerConfiguration
  private let census: ConnectionCensus
  private let makeDelegate: @Sendable (Connection) -> any ConnectionDelegate
  private let handshakes: HandshakeQueue
  private var sockets: [ListenerSocket] = []
  private var connections: [Connection] = []
  private var isStopping = false
  private var stopped: [CheckedContinuation<Void, Never>] = []

  init(
    on loop: EventLoop, configuration: ListenerConfiguration, census: ConnectionCensus,
    makeDelegate: @escaping @Sendable (Connection) -> any ConnectionDelegate
  ) {
    self.loop = loop
    self.configuration = configuration
    self.census = census
    self.makeDelegate = makeDelegate
    handshakes = HandshakeQueue(on: loop)
  }

  /// Begins to accept at a socket.
  func open(_ socket: consuming ListeningSocket, spreadingOver others: [Acceptor]) {
    guard !isStopping else { return }
    let listening = ListenerSocket(socket, of: self, spreadingOver: others, configuration)
    sockets.append(listening)
    listening.open()
  }

  /// Makes a connection of an accepted stream; refuses it when there are too many.
  func welcome(_ stream: any ByteStream) {
    guard !isStopping else { return stream.close() }
    do throws(TransportError) {
      try census.admit(stream.peerAddress)
    } catch {
      stream.close()
      return configuration.onEvent(.refused(stream.peerAddress, error))
    }
    let secured: any ByteStream =
      if let context = configuration.tls?() {
        TLSStream(server: context, over: stream, queue: handshakes)
      } else {
        stream
      }
    let connection = Connection(secured, role: .server, configuration: configuration.connection)
    connection.registry = self
    connection.registryIndex = connections.count
    connections.append(connection)
    connection.start(makeDelegate(connection))
  }

  /// Stops accepting and lets every connection end in order; waits until the last one has.
  func stop() async {
    await withCheckedContinuation { waiter in
      loop.execute { [self] in
        beginStopping()
        stopped.append(waiter)
        reportIfStopped()
      }
    }
  }

  /// Ends what connections are left.
  func closeConnections() {
    for connection in connections { connection.close() }
  }

  private func beginStopping() {
    guard !isStopping else { return }
    // Whoever has connected already is in the kernel's queue and gets a GOAWAY instead of a reset.
    for socket in sockets { socket.close() }
    sockets = []
    isStopping = true
    for connection in connections { connection.shutDownGracefully() }
  }

  private func reportIfStopped() {
    guard isStopping, connections.isEmpty else { return }
    for waiter in stopped { waiter.resume() }
    stopped = []
  }
}

extension Acceptor: ConnectionRegistry {
  func remove(_ connection: Connection) {
    let index = connection.registryIndex
    connections.swapAt(index, connections.count - 1)
    connections[index].registryIndex = index
    connections.removeLast()
    census.discharge(connection.peerAddress)
    for socket in sockets { socket.resume() }
    reportIfStopped()
  }
}

// SAFETY: owner: `loop`; every mutable member is touched on its thread only.
extension Acceptor: @unchecked Sendable {}
