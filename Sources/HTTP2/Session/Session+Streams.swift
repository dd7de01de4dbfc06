import CNghttp2

extension Session {
  /// Opens a stream (client role) and sends its request headers.
  ///
  /// - Parameter endStream: the request has no content.
  /// - Throws: `cannotOpenStream` when the session drains, is closed or has used up its ids. A stream above the
  ///   peer's limit is not refused but waits; see `availableStreams`.
  public func open(
    _ headers: HeaderFields, endStream: Bool = false, handler: any StreamHandler
  ) throws(HTTP2Error) -> Stream {
    let id = Int32(truncatingIfNeeded: nghttp2_session_get_next_stream_id(handle))
    guard !isClosed, failure == nil, id > 0, nghttp2_session_check_request_allowed(handle) != 0 else {
      throw HTTP2Error(kind: .cannotOpenStream, message: "the connection takes no new streams")
    }
    let stream = Stream(id: id, session: self)
    stream.handler = handler
    stream.sending = endStream ? .finished : .body
    let reference = Unmanaged.passUnretained(stream).toOpaque()
    let result = headers.withVector { vector, count in
      withContent(of: stream, endStream: endStream) {
        nghttp2_submit_request(handle, nil, vector, count, $0, reference)
      }
    }
    guard result == id else {
      throw HTTP2Error(kind: .cannotOpenStream, message: String(cString: nghttp2_strerror(result)))
    }
    link(Unmanaged.passRetained(stream), id)
    signalOutput()
    return stream
  }

  /// Goes on with this id (client role); for tests, which cannot open a billion streams.
  func skipStreamIDs(to id: Int32) { nghttp2_session_set_next_stream_id(handle, id) }

  /// The largest header list that the peer takes, as it said (SETTINGS_MAX_HEADER_LIST_SIZE).
  public var peerMaxHeaderListBytes: Int {
    Int(nghttp2_session_get_remote_settings(handle, NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE))
  }

  /// How many streams we may have open at once, as the peer said (client role).
  public var peerMaxConcurrentStreams: Int {
    Int(nghttp2_session_get_remote_settings(handle, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS))
  }

  /// How many more streams the peer's SETTINGS let us open now (client role).
  public var availableStreams: Int { max(0, peerMaxConcurrentStreams - openStreams) }

  /// Bytes that the peer may still send on all streams together.
  public var localWindow: Int { Int(nghttp2_session_get_local_window_size(handle)) }

  /// Bytes that we may still send on all streams together.
  public var remoteWindow: Int { Int(nghttp2_session_get_remote_window_size(handle)) }

  /// Takes in the request whose headers have just been decoded; false when the connection has to end.
  func acceptStream(_ header: nghttp2_frame_hd) -> Bool {
    guard shutdown != .final else {
      // It crossed our GOAWAY, which already names a lower last stream.
      submitReset(header.stream_id, .refusedStream)
      return true
    }
    guard openStreams < configuration.maxConcurrentStreams, let delegate else {
      submitReset(header.stream_id, .refusedStream)
      return permitsRefusal()
    }
    let endStream = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    guard isWellFormed(decoding.block), !endStream || (announcedContent ?? 0) == 0 else {
      submitReset(header.stream_id, .protocolError)
      return true
    }
    let stream = Unmanaged.passRetained(Stream(id: header.stream_id, session: self))
    nghttp2_session_set_stream_user_data(handle, header.stream_id, stream.toOpaque())
    link(stream, header.stream_id)
    stream._withUnsafeGuaranteedRef { stream in
      stream.receivedFinalHeaders = true
      stream.remoteEnded = endStream
      stream.missingContent = announcedContent
      stream.handler = delegate.accept(stream, headers: decoding.block, endStream: endStream)
      if endStream { stream.handler?.receivedEnd() }
    }
    return true
  }

  /// Whether a request's headers are well-formed; a list that repeats the last one is not read again.
  @inline(__always)
  private func isWellFormed(_ block: HeaderBlock) -> Bool {
    if block.serial == wellFormedSerial { return true }
    var rules = RequestHeaderRules()
    guard rules.admit(block) else { return false }
    wellFormedSerial = block.serial
    announcedContent = rules.contentLength
    return true
  }

  /// The open stream of an id, or nil for one that was refused or is closed.
  ///
  /// Uncounted, for counting is what a call would spend most on: the list of open streams holds a reference until
  /// `finish`, and nothing that happens within a callback of libnghttp2 finishes another stream.
  @inline(__always)
  func openStream(_ id: Int32) -> Unmanaged<Stream>? {
    if idOfLastStream == id, let lastStream { return lastStream }
    guard let pointer = nghttp2_session_get_stream_user_data(handle, id) else { return nil }
    let stream = Unmanaged<Stream>.fromOpaque(pointer)
    (lastStream, idOfLastStream) = (stream, id)
    return stream
  }

  /// Takes a stream out of the session and tells its handler that it is over; afterwards the session does not hold it.
  func finish(_ reference: Unmanaged<Stream>, _ code: HTTP2ErrorCode) {
    reference._withUnsafeGuaranteedRef { stream in
      unlink(stream)
      blocks.giveUp(stream.headerBlock)
      stream.headerBlock = .none
      if stream.unconsumed > 0, !isClosed {
        nghttp2_session_consume_connection(handle, stream.unconsumed)
        stream.unconsumed = 0
      }
      if stream.isLeaving { leavingStreams -= 1 }
      stream.session = nil
      stream.sending = .finished
      let dropped = stream.queue.count
      stream.queue.removeAll()
      if dropped > 0 { unqueue(dropped) }
      if stream.queue.hasMemory { SessionMemory.use { $0.spare.collect(from: &stream.queue) } }
      let handler = stream.handler.take()
      handler?.closed(code)
    }
    reference.release()
  }

  /// Sends response headers from a list that stays where it is, as they were encoded before if they were.
  @inline(__always)
  func submitResponse(on stream: Stream, _ list: HeaderList, endStream: Bool) {
    let count = encodedCount(of: list, on: stream)
    submitResponse(on: stream, list.fields, count, endStream: endStream)
  }

  /// How many fields of a list libnghttp2 is to encode: all or none.
  @inline(__always)
  func encodedCount(of list: HeaderList, on stream: Stream) -> Int {
    if let known = blocks.owe(list.fields) {
      stream.headerBlock = .owed(known)
      return 0
    }
    stream.headerBlock = .taught
    stream.taughtList = list
    return list.count
  }

  func submitResponse(
    on stream: Stream, _ vector: UnsafePointer<nghttp2_nv>, _ count: Int, endStream: Bool
  ) {
    _ = withContent(of: stream, endStream: endStream) {
      nghttp2_submit_response(handle, stream.id, vector, count, $0)
    }
    signalOutput()
  }

  func submitReset(of stream: Stream, _ code: HTTP2ErrorCode) {
    stream.wasResetByUs = true
    if !stream.isLeaving {
      stream.isLeaving = true
      leavingStreams += 1
    }
    if role == .client { expectLateFrames(on: stream) }
    dropRest(of: stream)
    submitReset(stream.id, code)
  }

  /// Frees what a stream that was reset has queued (client role), for the RST_STREAM may have to wait for the peer.
  ///
  /// Not before a frame of it that libnghttp2 has begun is out.
  func dropRest(of stream: Stream) {
    guard role == .client, stream.wasResetByUs, !stream.owesFrame else { return }
    let dropped = stream.queue.count
    stream.queue.release()
    if dropped > 0 { unqueue(dropped) }
  }

  func submitReset(_ id: Int32, _ code: HTTP2ErrorCode) {
    if code == .refusedStream { unsentRefusals += 1 }
    nghttp2_submit_rst_stream(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, code.rawValue)
    signalOutput()
  }

  /// Credits both flow-control windows; libnghttp2 sends WINDOW_UPDATE when half a window is reached.
  func credit(_ count: Int, on id: Int32) {
    guard !isClosed else { return }
    nghttp2_session_consume(handle, id, count)
    if nghttp2_session_want_write(handle) != 0 { signalOutput() }
  }

  /// Credits one of the two windows only: a stream's or, without an id, the connection's.
  func creditOnly(_ count: Int, on id: Int32?) {
    guard !isClosed, count > 0 else { return }
    if let id {
      nghttp2_session_consume_stream(handle, id, count)
    } else {
      nghttp2_session_consume_connection(handle, count)
    }
    if nghttp2_session_want_write(handle) != 0 { signalOutput() }
  }

  /// Enlarges the window in which the peer sends on a stream; it hears of it at once.
  func widenWindow(of id: Int32, to bytes: Int) {
    guard !isClosed else { return }
    nghttp2_session_set_local_window_size(
      handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, Int32(clamping: bytes))
    signalOutput()
  }

  /// Lets a stream with much to send take turns with the others frame by frame.
  ///
  /// Without it libnghttp2 serves the streams of one urgency one after the other (RFC 9218 §10), which suits short
  /// responses; a long one would hold up all that come after it.
  func shareBandwidth(with stream: Stream) {
    guard role == .server else { return }
    stream.isIncremental = true
    var priority = nghttp2_extpri(urgency: UInt32(NGHTTP2_EXTPRI_DEFAULT_URGENCY), inc: 1)
    nghttp2_session_change_extpri_stream_priority(handle, stream.id, &priority, 1)
  }

  /// Calls `body` with the source of a stream's content, or nil when it has none.
  private func withContent(
    of stream: Stream, endStream: Bool, _ body: (UnsafePointer<nghttp2_data_provider>?) -> Int32
  ) -> Int32 {
    guard !endStream else { return body(nil) }
    var source = nghttp2_data_source()
    source.ptr = Unmanaged.passUnretained(stream).toOpaque()
    let provider = nghttp2_data_provider(source: source, read_callback: SessionCallbacks.readData)
    return withUnsafePointer(to: provider) { body($0) }
  }

  /// The handlers of the open streams.
  ///
  /// - Complexity: O(open streams).
  public var openHandlers: [any StreamHandler] {
    var handlers: [any StreamHandler] = []
    var next = firstOpen
    while let stream = next?.takeUnretainedValue() {
      if let handler = stream.handler { handlers.append(handler) }
      next = stream.next
    }
    return handlers
  }

  /// Enters a stream, with the reference that is handed over, into the list of open ones.
  private func link(_ reference: Unmanaged<Stream>, _ id: Int32) {
    reference._withUnsafeGuaranteedRef { $0.next = firstOpen }
    firstOpen?._withUnsafeGuaranteedRef { $0.previous = reference }
    firstOpen = reference
    openStreams += 1
    startedStreams += 1
    lastStreamStart = now
    (lastStream, idOfLastStream) = (reference, id)
  }

  private func unlink(_ stream: Stream) {
    if let previous = stream.previous {
      previous._withUnsafeGuaranteedRef { $0.next = stream.next }
    } else {
      firstOpen = stream.next
    }
    stream.next?._withUnsafeGuaranteedRef { $0.previous = stream.previous }
    stream.next = nil
    stream.previous = nil
    openStreams -= 1
    if idOfLastStream == stream.id { lastStream = nil }
  }
}
