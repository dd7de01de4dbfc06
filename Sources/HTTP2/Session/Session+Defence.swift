import CNghttp2

extension Session {
  /// Looks at a frame header before libnghttp2 acts on it; false when the connection has to end.
  @inline(__always)
  func permits(_ header: nghttp2_frame_hd) -> Bool {
    switch UInt32(header.type) {
    case NGHTTP2_HEADERS.rawValue: return permitsHeaders(header)
    case NGHTTP2_DATA.rawValue:
      let isEmpty = header.length == 0 && header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) == 0
      return !isEmpty || permitsEmptyData()
    case NGHTTP2_CONTINUATION.rawValue: return permitsContinuation(header)
    case NGHTTP2_SETTINGS.rawValue: return permitsSettings(header)
    case NGHTTP2_WINDOW_UPDATE.rawValue:
      return meters.windowUpdates.take(now: now) || calmDown("too many WINDOW_UPDATE frames")
    case NGHTTP2_RST_STREAM.rawValue:
      // Streams that we have opened ourselves cost no more than we allow ourselves.
      if role == .client, nghttp2_session_find_stream(handle, header.stream_id) != nil { return true }
      return meters.resets.take(now: now) || calmDown("too many RST_STREAM frames")
    case NGHTTP2_PING.rawValue where header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0:
      return permitsControlFrame() && permitsPing()
    default: return permitsControlFrame()
    }
  }

  /// Notes the widest window before libnghttp2 changes all of them; see `permitsWindowChange`.
  private func permitsSettings(_ header: nghttp2_frame_hd) -> Bool {
    if header.length > 0 { noteWindows() }
    return permitsControlFrame()
  }

  private func permitsControlFrame() -> Bool {
    meters.controlFrames.take(now: now) || calmDown("too many control frames")
  }

  private func permitsPing() -> Bool {
    role == .client || meters.pings.take(now: now) || calmDown("too_many_pings")
  }

  /// Counts DATA that brings nothing; false when there was too much of it.
  func permitsEmptyData() -> Bool {
    meters.emptyData.take(now: now) || calmDown("too many empty DATA frames")
  }

  /// Counts DATA that nobody is there for any more; false when there was too much of it.
  func permitsLateData() -> Bool {
    meters.lateData.take(now: now) || calmDown("too many DATA frames on streams that are over")
  }

  /// Counts a piece of a header block that nobody is there for any more; false when there was too much of it.
  private func permitsLateHeaders(_ header: nghttp2_frame_hd) -> Bool {
    !isLateBlock || meters.lateHeaders.take(1 + header.length / 1024, now: now)
      || calmDown("too many header lists on streams that are over")
  }

  /// Allows for what the server may have sent on a stream before it hears of our reset: content up to the stream's window,
  /// headers and trailers, a reset.
  func expectLateFrames(on stream: Stream) {
    meters.resets.earn(1)
    guard !stream.remoteEnded else { return }
    meters.lateHeaders.earn(2 * (1 + configuration.maxHeaderListBytes / 1024))
    lateContent.expect(Int(nghttp2_session_get_stream_local_window_size(handle, stream.id)))
  }

  /// Counts a frame of a type that we do not know; false when there were too many.
  func permitsUnknownFrame() -> Bool {
    meters.unknownFrames.take(now: now) || calmDown("too many frames of unknown types")
  }

  /// Counts an interim response (1xx), of which a server may send any number (RFC 9110 §15.2); false when there were too many.
  func permitsInterimResponse() -> Bool {
    meters.controlFrames.take(now: now) || calmDown("too many interim responses")
  }

  /// Counts a header list above the advertised size; false when there were too many.
  func permitsOversizedHeaders() -> Bool {
    meters.oversizedHeaders.take(now: now) || calmDown("too many oversized header lists")
  }

  /// Ends the connection over a header list that expands to far more than the advertised size; always false.
  func refuseExpansion() -> Bool { calmDown("a header list far over the limit") }

  /// Counts a stream above the limit; false when there were too many.
  func permitsRefusal() -> Bool {
    meters.refusedStreams.take(now: now) || calmDown("too many streams above the limit")
  }

  /// Counts a reset that the peer's fault made us send; false when there were too many.
  func permitsProvokedReset() -> Bool {
    meters.provokedResets.take(now: now) || calmDown("too many faulty streams")
  }

  /// Ends the connection with a GOAWAY of `code`, dropping everything that was not yet handed out.
  ///
  /// Streams stay open until the owner calls `close(_:)` after the flush.
  public func terminate(_ code: HTTP2ErrorCode, debug: String) {
    guard !isClosed else { return }
    fail(with: code, debug)
    signalOutput()
  }

  func fail(with code: HTTP2ErrorCode, _ message: String) {
    guard failure == nil else { return }
    failure = HTTP2Error(kind: .connection(code), message: "\(code): \(message)")
    let last = role == .server ? nghttp2_session_get_last_proc_stream_id(handle) : 0
    farewell = goAwayFrame(lastStreamID: last, code: code, debug: message)
  }

  /// Turns a fatal code of libnghttp2, which sends nothing by itself then, into a failure and a GOAWAY.
  func fail(libraryCode: Int32, firstBytes: UnsafeRawBufferPointer?) {
    guard failure == nil else { return }
    let text = String(cString: nghttp2_strerror(libraryCode))
    switch nghttp2_error(libraryCode) {
    case NGHTTP2_ERR_BAD_CLIENT_MAGIC:
      refuse(
        ForeignProtocol(
          firstBytes: receivedAnything ? UnsafeRawBufferPointer(start: nil, count: 0) : firstBytes!))
    case NGHTTP2_ERR_FLOODED, NGHTTP2_ERR_TOO_MANY_CONTINUATIONS, NGHTTP2_ERR_TOO_MANY_SETTINGS:
      fail(with: .enhanceYourCalm, text)
    case NGHTTP2_ERR_SETTINGS_EXPECTED:
      fail(with: .protocolError, "the first frame is not SETTINGS")
    default:
      fail(with: .internalError, text)
      failure = HTTP2Error(kind: .library, message: "libnghttp2: \(text)")
    }
  }

  /// Names a server that answers in another protocol: what it says would be a frame longer than any (client role).
  func refuseForeignAnswer(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 3, failure == nil else { return }
    let length = Int(bytes[0]) << 16 | Int(bytes[1]) << 8 | Int(bytes[2])
    guard length > Self.maxFrameBytes else { return }
    let foreign = ForeignProtocol(firstBytes: bytes)
    failure = HTTP2Error(
      kind: .notHTTP2(looksLike: foreign),
      message: "expected HTTP/2, found \(foreign.foundInAnswer): \(ForeignProtocol.firstLine(of: bytes))")
    farewell = []
  }

  private func refuse(_ foreign: ForeignProtocol) {
    failure = HTTP2Error(
      kind: .notHTTP2(looksLike: foreign), message: "expected the HTTP/2 preface, found \(foreign.found)")
    farewell = foreign.farewell
  }

  private func permitsHeaders(_ header: nghttp2_frame_hd) -> Bool {
    continuations = 0
    headerBlockBytes = header.length
    isLateBlock = false
    if role == .server, header.stream_id & 1 == 1 {
      let isNew = header.stream_id > usedIDs.highest
      guard usedIDs.recordUse(of: header.stream_id) else {
        fail(with: .protocolError, "stream \(header.stream_id) was skipped by a higher stream id")
        return false
      }
      if isNew { return true }
      guard permitsLate(header.stream_id) else { return false }
    }
    isLateBlock = openStream(header.stream_id)?._withUnsafeGuaranteedRef { $0.wasResetByUs } ?? true
    return permitsLateHeaders(header)
  }

  /// Bounds a header block by the number of its frames and by its bytes, decoded or not.
  private func permitsContinuation(_ header: nghttp2_frame_hd) -> Bool {
    // libnghttp2 looks at the size of every other frame.
    guard header.length <= Self.maxFrameBytes else {
      fail(with: .frameSizeError, "CONTINUATION of \(header.length) bytes")
      return false
    }
    continuations += 1
    headerBlockBytes += header.length
    guard continuations <= configuration.maxContinuations else {
      return calmDown("too many CONTINUATION frames")
    }
    guard permitsLateHeaders(header) else { return false }
    return headerBlockBytes <= configuration.maxHeaderBlockBytes || calmDown("an endless header block")
  }

  /// Always false, so that it reads as the other half of a condition.
  private func calmDown(_ message: String) -> Bool {
    fail(with: .enhanceYourCalm, message)
    return false
  }
}
