import EventLoops

/// Makes connections to servers.
public struct Connector: Sendable {
  /// The bounds of the connections.
  public var configuration = ConnectionConfiguration()

  /// The defaults.
  public init() {}

  /// Begins to connect to `address`; on the loop's thread only.
  ///
  /// The delegate hears `connectionOpened` or, when it fails, `connectionClosed` only; in any case later than this
  /// call returns. `Connection.close()` gives the attempt up. Streams may be opened at once; what they send waits.
  public func connect(
    to address: SocketAddress, on loop: EventLoop, delegate: any ConnectionDelegate
  ) -> Connection {
    connect(over: SocketStream(connectingTo: address, on: loop), delegate: delegate)
  }

  /// Begins a connection over a stream that exists; on its loop's thread only.
  public func connect(over stream: any ByteStream, delegate: any ConnectionDelegate) -> Connection {
    let connection = Connection(stream, role: .client, configuration: configuration)
    connection.start(delegate)
    return connection
  }
}
