/// What a session asks and tells the code above it, apart from its streams; called on the session's thread.
public protocol SessionDelegate: AnyObject {
  /// The peer opened a stream (server role); the returned handler gets its headers next and is kept until `closed`.
  func accept(_ stream: Stream) -> any StreamHandler

  /// The peer will not take streams above `lastStreamID`; those already open below it go on.
  func receivedGoAway(lastStreamID: Int32, code: HTTP2ErrorCode, debug: UnsafeRawBufferPointer)

  /// The peer's SETTINGS changed what we may do (stream limit, windows).
  func receivedSettings()

  /// The peer answered a PING of ours.
  func receivedPingAcknowledgement(_ payload: UInt64)
}

extension SessionDelegate {
  /// Does nothing.
  public func receivedGoAway(lastStreamID: Int32, code: HTTP2ErrorCode, debug: UnsafeRawBufferPointer) {}
  /// Does nothing.
  public func receivedSettings() {}
  /// Does nothing.
  public func receivedPingAcknowledgement(_ payload: UInt64) {}
}
