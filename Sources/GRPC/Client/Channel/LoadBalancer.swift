/// Decides which connection of a channel gets the next call.
///
/// Belongs to the channel's event loop. It tells subchannels to connect, hears what becomes of them, and answers `pick`, which
/// the channel asks again after everything that it tells the balancer.
protocol LoadBalancer: AnyObject {
  /// What the channel as a whole is doing.
  var state: ConnectivityState { get }

  /// Takes over the subchannels of a new list of addresses; those it does not find there are gone.
  func adopt(_ subchannels: [Subchannel])

  /// Begins to connect, where it has not.
  func wake()

  /// The state of a subchannel has changed.
  func changed(_ subchannel: Subchannel)

  /// Where a call goes now; not on the connection on which it has failed before, where there is another.
  func pick(avoiding failed: ClientConnection?) -> Pick
}

/// The answer of a load balancer.
enum Pick {
  /// The call goes out on this connection.
  case connection(ClientConnection)
  /// The call waits until the balancer has changed.
  case wait
  /// No connection can be made at present, for this reason.
  case fail(RPCError)
}
