/// What one stream tells the code above it; all methods are called on the session's thread, from inside
/// `Session.receive(_:)`, `Session.nextOutput()` or `Session.close(_:)`.
///
/// A handler may send, reset and consume from inside any of them.
public protocol StreamHandler: AnyObject {
  /// The final response began (client role only; see `SessionDelegate.accept` for servers).
  ///
  /// `headers` is valid during the call only.
  ///
  /// - Parameter endStream: nothing else will come; `receivedEnd()` follows at once.
  func receivedHeaders(_ headers: HeaderBlock, endStream: Bool)

  /// Content arrived; `bytes` is valid during the call only.
  ///
  /// Every byte has to be given back by `Stream.consumed(_:)` once it is dealt with, or the peer stalls.
  func receivedData(_ bytes: UnsafeRawBufferPointer)

  /// The trailers arrived; `receivedEnd()` follows at once.
  func receivedTrailers(_ trailers: HeaderBlock)

  /// The peer has finished its side; called exactly once unless the stream is closed before.
  func receivedEnd()

  /// The queue fell to `Stream.drainThreshold`, which is now nil again.
  func outputDrained()

  /// The stream is over, in whatever way; always the last call. `noError` when both sides finished.
  func closed(_ code: HTTP2ErrorCode)
}

extension StreamHandler {
  /// Does nothing; for servers.
  public func receivedHeaders(_ headers: HeaderBlock, endStream: Bool) {}
}
