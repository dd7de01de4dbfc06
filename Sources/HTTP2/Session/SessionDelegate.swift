/// What a session asks and tells the code above it, apart from its streams; called on the session's thread.
public protocol SessionDelegate: AnyObject {
  /// The peer opened a stream (server role) with these headers, which are valid during the call only.
  ///
  /// The returned handler is kept until `closed`; its `receivedHeaders` is not called. It may already have sent.
  ///
  /// - Parameter endStream: nothing else will come; `StreamHandler.receivedEnd()` follows at once.
  func accept(_ stream: Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler

  /// The peer will not take streams above `lastStreamID`; those already open below it go on.
  func receivedGoAway(lastStreamID: Int32, code: HTTP2ErrorCode, debug: UnsafeRawBufferPointer)

  /// The peer's SETTINGS changed what we may do (stream limit, windows).
  func receivedSettings()

  /// What all streams together have to send fell below what `Stream.reportConnectionDrain(below:)` was told.
  func sendQueuesDrained(to queuedBytes: Int)

  /// The peer answered a PING of ours.
  func receivedPingAcknowledgement(_ payload: UInt64)
}

extension SessionDelegate {
  /// For clients, to whom no stream is opened: traps.
  public func accept(_ stream: Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler {
    preconditionFailure("a server's session delegate has to implement accept")
  }
  /// Does nothing.
  public func receivedGoAway(lastStreamID: Int32, code: HTTP2ErrorCode, debug: UnsafeRawBufferPointer) {}
  /// Does nothing.
  public func receivedSettings() {}
  /// Does nothing.
  public func sendQueuesDrained(to queuedBytes: Int) {}
  /// Does nothing.
  public func receivedPingAcknowledgement(_ payload: UInt64) {}
}
