/// What becomes of the response of one call; every method is called on the call's event loop.
///
/// The order is: initial metadata at most once, then messages, then `finished` exactly once.
protocol ResponseHandler: AnyObject, Sendable {
  /// Whether the metadata of a successful call is wanted.
  var keepsMetadata: Bool { get }

  /// Whether the peer may send more; asked after every chunk.
  ///
  /// After `false` the handler calls `ClientCall.resumeReading()` once it wants more.
  var wantsMore: Bool { get }

  /// The response has begun.
  func receivedInitialMetadata(_ metadata: Metadata)

  /// A message arrived; `bytes`, inflated where it came compressed, is valid during the call only.
  ///
  /// - Throws: what is wrong with the message; the call is then cancelled.
  func receivedMessage(_ bytes: UnsafeRawBufferPointer, isCompressed: Bool) throws(RPCError)

  /// The call is over; nothing else follows.
  func finished(_ status: CallStatus)
}
