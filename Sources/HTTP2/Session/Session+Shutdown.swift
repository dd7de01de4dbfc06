import CNghttp2

extension Session {
  /// How far an orderly shutdown has come.
  enum Shutdown {
    case none, announced, final
  }

  static let shutdownPingPayload: UInt64 = 0x6d61_7469_616e_6521

  /// Begins an orderly shutdown: streams that are open go on, new ones are refused a round trip later.
  ///
  /// Two phases (RFC 9113 §6.8): a server first announces GOAWAY with the highest id and a PING, and names the last
  /// stream it takes when the PING comes back, so that no request that is already under way is lost. Should the
  /// peer not answer, the owner calls `finishShutdown()` after a while. Idempotent.
  public func shutDownGracefully() {
    guard shutdown == .none, !isClosed, failure == nil else { return }
    guard role == .server else { return finishShutdown() }
    shutdown = .announced
    nghttp2_submit_shutdown_notice(handle)
    ping(Self.shutdownPingPayload)
  }

  /// Second phase: from now on no new stream is taken. Idempotent.
  public func finishShutdown() {
    guard shutdown != .final, !isClosed, failure == nil else { return }
    shutdown = .final
    let last = role == .server ? nghttp2_session_get_last_proc_stream_id(handle) : 0
    nghttp2_submit_goaway(
      handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), last, HTTP2ErrorCode.noError.rawValue, nil, 0)
    signalOutput()
  }

  /// Sends a PING; its answer comes to `SessionDelegate.receivedPingAcknowledgement(_:)`.
  public func ping(_ payload: UInt64) {
    guard !isClosed, failure == nil else { return }
    withUnsafeBytes(of: payload.bigEndian) {
      _ = nghttp2_submit_ping(
        handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), $0.baseAddress!.assumingMemoryBound(to: UInt8.self))
    }
    signalOutput()
  }
}
