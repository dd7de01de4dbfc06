import HTTP2

/// How the stream of an attempt ended, of which the server has told no status.
struct StreamEnding {
  /// Who ended it.
  enum Cause {
    /// The server, by RST_STREAM.
    case reset
    /// This side, because what the server sent breaks HTTP/2.
    case fault
    /// The server, which left the connection before it looked at the call.
    case departure
    /// Nobody: its request could not be sent.
    case unsent
  }

  let cause: Cause
  let code: HTTP2ErrorCode
  /// Whether the call's deadline has passed.
  let isLate: Bool
  /// What the server's GOAWAY said, if there was one.
  var farewell = ""

  /// What it means for the call.
  var status: CallStatus {
    let status = StatusCode(http2ErrorCode: code.rawValue)
    switch cause {
    // The server goes by the same deadline, and may have been the first to notice that it passed.
    case .reset where code == .cancel && isLate:
      return CallStatus(.deadlineExceeded, "the deadline passed")
    case .reset: return CallStatus(status, "the server reset the stream with \(code)")
    case .fault:
      return CallStatus(status, "what the server sent breaks HTTP/2, so the stream was reset with \(code)")
    case .unsent: return CallStatus(.internal, "the request could not be sent (\(code))")
    case .departure:
      return CallStatus(status, "the server said GOAWAY\(farewell) before it looked at the call")
    }
  }
}
