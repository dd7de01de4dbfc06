/// What generated clients have in common: a channel, and what their calls get by default.
public protocol ServiceClient: Sendable {
  /// The channel that carries the calls.
  var channel: Channel { get }

  /// What calls get that bring no options of their own.
  var options: CallOptions { get }

  /// A client on a channel.
  init(_ channel: Channel, options: CallOptions)
}
