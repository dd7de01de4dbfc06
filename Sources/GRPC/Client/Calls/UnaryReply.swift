/// The answer to a call with one response: the message and the metadata around it.
public struct UnaryReply<Response: Sendable>: Sendable {
  /// The message.
  public var message: Response

  /// The metadata sent before the message.
  public var initialMetadata: Metadata

  /// The metadata sent after the message.
  public var trailers: Metadata

  /// Whether the message came compressed.
  public var wasCompressed: Bool
}
