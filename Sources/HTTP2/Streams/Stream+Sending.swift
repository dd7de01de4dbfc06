import CNghttp2

extension Stream {
  /// Sends the response headers (server role) from a permanent list, without copying it.
  ///
  /// - Parameter endStream: nothing else follows (gRPC's Trailers-Only).
  public func sendHeaders(_ fields: PermanentHeaderFields, endStream: Bool = false) {
    sendHeaders(fields.list, endStream: endStream)
  }

  /// Sends the response headers (server role) from a list that was laid out before.
  ///
  /// - Parameter endStream: nothing else follows (gRPC's Trailers-Only).
  public func sendHeaders(_ fields: PreparedHeaderFields, endStream: Bool = false) {
    sendHeaders(fields.list, endStream: endStream)
  }

  /// Sends the response headers (server role).
  ///
  /// - Parameter endStream: nothing else follows (gRPC's Trailers-Only).
  public func sendHeaders(_ fields: HeaderFields, endStream: Bool = false) {
    fields.withVector { sendHeaders($0, $1, endStream: endStream) }
  }

  /// Queues content; the caller bounds the queue by `queuedBytes` and `drainThreshold`.
  public func send(_ bytes: UnsafeRawBufferPointer) {
    guard let session, sending == .body else { return }
    if !queue.hasMemory { SessionMemory.use { $0.spare.supply(&queue) } }
    queue.append(bytes)
    session._withUnsafeGuaranteedRef { $0.queuedBytes += bytes.count }
    wakeOutput()
  }

  /// Makes room for `count` bytes of content in the queue, to be filled at once; then call `sendReserved`.
  ///
  /// Nothing else may be done with the session in between. Nil when the stream can send no more.
  public func reserve(_ count: Int) -> UnsafeMutableRawBufferPointer? {
    guard session != nil, sending == .body else { return nil }
    if !queue.hasMemory { SessionMemory.use { $0.spare.supply(&queue) } }
    return queue.extend(by: count)
  }

  /// Sends what was written to the front of reserved room, and gives the rest of it back.
  public func sendReserved(_ count: Int, of reserved: Int) {
    queue.retract(by: reserved - count)
    session?._withUnsafeGuaranteedRef { $0.queuedBytes += count }
    if count > 0 { wakeOutput() }
  }

  /// Ends our side with trailers from a permanent list, after everything queued.
  public func sendTrailers(_ fields: PermanentHeaderFields) { end(with: .permanent(fields)) }

  /// Ends our side with trailers, after everything queued.
  public func sendTrailers(_ fields: HeaderFields) { end(with: .fields(fields)) }

  /// Ends our side without trailers, after everything queued.
  public func sendEnd() { end(with: .none) }

  /// Closes the stream in both directions at once, dropping what is queued.
  public func reset(_ code: HTTP2ErrorCode) {
    guard let session, sending != .finished || !remoteEnded else { return }
    sending = .finished
    session._withUnsafeGuaranteedRef { $0.submitReset(of: self, code) }
  }

  @inline(__always)
  private func sendHeaders(_ list: HeaderList, endStream: Bool) {
    guard let session, sending == .nothing else { return }
    sending = endStream ? .finished : .body
    session._withUnsafeGuaranteedRef { $0.submitResponse(on: self, list, endStream: endStream) }
  }

  private func sendHeaders(_ vector: UnsafePointer<nghttp2_nv>, _ count: Int, endStream: Bool) {
    guard let session, sending == .nothing else { return }
    sending = endStream ? .finished : .body
    session._withUnsafeGuaranteedRef { $0.submitResponse(on: self, vector, count, endStream: endStream) }
  }

  private func end(with trailers: Trailers) {
    guard let session, sending == .body else { return }
    sending = .ending
    self.trailers = trailers
    let isSent = session._withUnsafeGuaranteedRef { $0.sendTrailersAlone(of: self) }
    if isSent { session._withUnsafeGuaranteedRef { $0.signalOutput() } } else { wakeOutput() }
  }

  /// Lets libnghttp2 ask for data again after it was told that there is none.
  private func wakeOutput() {
    session?._withUnsafeGuaranteedRef { session in
      if isDeferred {
        isDeferred = false
        nghttp2_session_resume_data(session.handle, id)
      }
      if queue.count > Session.dataFrameBytes, !isIncremental { session.shareBandwidth(with: self) }
      session.signalOutput()
    }
  }
}
