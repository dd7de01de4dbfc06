import HTTP2

/// The code above a connection; called on the connection's loop.
public protocol ConnectionDelegate: SessionDelegate {
  /// The connection is usable: connected, and secured where TLS is wanted.
  func connectionOpened(_ connection: Connection)

  /// The connection is over and all its streams are closed; the last call. Our last word may still be on its way to the peer.
  ///
  /// - Parameter error: why; nil when both sides had finished in good order.
  func connectionClosed(_ connection: Connection, error: TransportError?)
}

extension ConnectionDelegate {
  /// Does nothing.
  public func connectionOpened(_ connection: Connection) {}
  /// Does nothing.
  public func connectionClosed(_ connection: Connection, error: TransportError?) {}
}
