import EventLoops
import HTTP2

extension Connection: ByteStreamHandler {
  /// The stream is usable. A client's preface goes out at once; a server's waits for the first bytes, so that a peer
  /// that speaks something else gets an answer in its own language and the others one write less.
  public func opened() {
    guard state == .opening else { return }
    lastReceived = loop.now
    delegate?.connectionOpened(self)
    if session.role == .client { scheduleFlush() }
  }

  /// What a server takes in before it looks whether enough answers wait to be written.
  private static let inputSlice = 2048

  /// Hands bytes to the session; answers that come meanwhile are written before they leave the cache.
  public func received(_ bytes: UnsafeRawBufferPointer) {
    lastReceived = loop.now
    if standsBack, session.startedStreams > 0 { comeForward() }
    var rest = bytes[...]
    while state == .opening || state == .open, !rest.isEmpty {
      let slice = session.role == .server ? rest.prefix(Self.inputSlice) : rest
      rest = rest[slice.endIndex...]
      guard take(UnsafeRawBufferPointer(rebasing: slice)) else { break }
      if session.queuedBytes >= Self.promptOutput { flush() }
    }
    if session.isMidFrame { watchFrame() }
    if isBlocked { limitUnanswered(bytes.count) }
    finishIfOver()
  }

  /// The peer comes for more after its first streams: it is no newcomer any more.
  private func comeForward() {
    standsBack = false
    stream.comeForward()
  }

  /// Hands bytes to the session; false when it cannot go on.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    do throws(HTTP2Error) {
      try withSession { () throws(HTTP2Error) in
        try session.receive(bytes, atNanoseconds: lastReceived.nanoseconds)
      }
      return true
    } catch {
      failWithFarewell(TransportError(error))
      return false
    }
  }

  /// Ends the connection: HTTP/2 has no use for half of one.
  public func receivedEnd() {
    switch state {
    case .finishing: close(nil)
    case .closed: break
    case .opening, .open:
      let isIdle = session.openStreams == 0 && !session.isMidFrame && state == .open
      close(isIdle ? nil : TransportError(.closedByPeer, "\(peerName) closed the connection"))
    }
  }

  /// Ends the connection.
  public func failed(_ error: TransportError) { close(state == .finishing ? nil : error) }

  /// The peer's SETTINGS have come: it speaks HTTP/2.
  func receivedSettings() {
    guard state == .opening else { return }
    state = .open
    disarm(.open)
    watchLifetime()
  }

  var peerName: String { peerAddress?.description ?? "the peer" }

  /// The session cannot go on; its last word is its next output.
  func failWithFarewell(_ error: TransportError) {
    guard state != .closed else { return }
    failure = failure ?? error
    reportEnd(error)
    scheduleFlush()
    arm(.linger, after: configuration.lingerTimeout)
  }

  private func limitUnanswered(_ count: Int) {
    unansweredBytes += count
    let limit = configuration.session.connectionWindowBytes + configuration.maxUnansweredBytes
    if unansweredBytes > limit { stream.setReading(false) }
  }
}

/// Passes a session's events on to the connection's delegate; apart from the connection so that the session, which
/// keeps its delegate, does not keep the connection.
final class SessionProxy: SessionDelegate {
  // SAFETY: set by the connection's `init`; the connection owns the session, whose calls alone come here, and outlives
  // them.
  var connection: Unmanaged<Connection>!

  func accept(_ stream: HTTP2.Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler {
    connection._withUnsafeGuaranteedRef {
      $0.delegate!.accept(stream, headers: headers, endStream: endStream)
    }
  }

  func receivedGoAway(lastStreamID: Int32, code: HTTP2ErrorCode, debug: UnsafeRawBufferPointer) {
    connection._withUnsafeGuaranteedRef {
      $0.delegate?.receivedGoAway(lastStreamID: lastStreamID, code: code, debug: debug)
    }
  }

  func receivedSettings() {
    connection._withUnsafeGuaranteedRef {
      $0.receivedSettings()
      $0.delegate?.receivedSettings()
    }
  }

  func sendQueuesDrained(to queuedBytes: Int) {
    connection._withUnsafeGuaranteedRef { $0.delegate?.sendQueuesDrained(to: queuedBytes) }
  }

  func receivedPingAcknowledgement(_ payload: UInt64) {
    connection._withUnsafeGuaranteedRef {
      $0.receivedPingAcknowledgement(payload)
      $0.delegate?.receivedPingAcknowledgement(payload)
    }
  }
}
