import EventLoops
import TLS

/// Makes connections to servers.
public struct Connector: Sendable {
  /// The bounds of the connections.
  public var configuration = ConnectionConfiguration()
  /// Secures the connections; nil for plaintext.
  public var tls: TLSContext?

  /// The defaults.
  public init() {}

  /// Begins to connect to `address`; on the loop's thread only.
  ///
  /// The delegate hears `connectionOpened` or, when it fails, `connectionClosed` only; in any case later than this
  /// call returns. `Connection.close()` gives the attempt up. Streams may be opened at once; what they send waits.
  ///
  /// - Parameter serverName: with TLS, the name or numeric address that the server's certificate has to bear; the
  ///   address's own text by default.
  public func connect(
    to address: SocketAddress, serverName: String? = nil, on loop: EventLoop, delegate: any ConnectionDelegate
  ) -> Connection {
    connect(
      over: SocketStream(connectingTo: address, on: loop), serverName: serverName, delegate: delegate)
  }

  /// Begins a connection over a stream that exists; on its loop's thread only.
  public func connect(
    over stream: any ByteStream, serverName: String? = nil, delegate: any ConnectionDelegate
  ) -> Connection {
    let name = serverName ?? stream.peerAddress?.host ?? "localhost"
    let secured: any ByteStream =
      if let tls { TLSStream(client: tls, serverName: name, over: stream) } else { stream }
    let connection = Connection(secured, role: .client, configuration: configuration)
    connection.start(delegate)
    return connection
  }
}
