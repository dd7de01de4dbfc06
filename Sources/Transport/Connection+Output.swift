import EventLoops
import HTTP2

extension Connection: EndOfTurnHandler {
  /// Chunks that one connection writes before the others have their turn.
  private static let chunksPerTurn = 4
  /// Answers of so many bytes are not left for the end of the turn.
  static let promptOutput = 16 * 1024

  /// Writes what the session has gathered during the turn.
  public func endOfTurn() {
    flushScheduled = false
    flush()
  }

  /// The peer has read: goes on writing.
  public func becameWritable() {
    guard state != .closed, isBlocked else { return }
    sentSinceCheck = true
    isBlocked = false
    guard writeUnsent() else { return }
    disarm(.write)
    if unansweredBytes > 0 {
      unansweredBytes = 0
      stream.setReading(true)
    }
    flush()
  }

  func scheduleFlush() {
    guard !flushScheduled, state != .closed else { return }
    flushScheduled = true
    loop.atEndOfTurn(self)
  }

  func flush() {
    guard state == .opening || state == .open, !isBlocked, !outputFailed else { return }
    do throws(TransportError) {
      try pump()
    } catch {
      failOutput(error)
    }
    finishIfOver()
  }

  private func pump() throws(TransportError) {
    for _ in 0..<Self.chunksPerTurn {
      guard let chunk = nextChunk() else { return }
      guard case .blocked(let taken) = try stream.write(chunk) else { continue }
      unsent.append(contentsOf: chunk[taken...])
      return block()
    }
    scheduleFlush()
  }

  /// The session's next bytes; nil also when a callback has closed the connection.
  private func nextChunk() -> UnsafeRawBufferPointer? {
    var chunk: UnsafeRawBufferPointer?
    withSession { chunk = session.nextOutput() }
    return state == .closed ? nil : chunk
  }

  /// Writes what was left over; false when the stream has not taken all of it.
  private func writeUnsent() -> Bool {
    guard !unsent.isEmpty else { return true }
    do throws(TransportError) {
      let result = try unsent.withUnsafeBufferPointer { bytes throws(TransportError) in
        try stream.write(UnsafeRawBufferPointer(bytes))
      }
      guard case .blocked(let taken) = result else {
        unsent = []
        return true
      }
      unsent.removeFirst(taken)
      block()
    } catch {
      failOutput(error)
    }
    return false
  }

  private func block() {
    isBlocked = true
    arm(.write, after: configuration.writeTimeout)
  }

  /// Nothing can be written any more; what the peer sent before is still read, up to its end or error.
  private func failOutput(_ error: TransportError) {
    failure = failure ?? error
    outputFailed = true
    unsent = []
    isBlocked = false
    disarm(.write)
    stream.setReading(true)
    arm(.linger, after: configuration.lingerTimeout)
  }

  /// Once both sides have nothing more to say: ends our direction and waits a moment for the peer's end.
  func finishIfOver() {
    guard state == .opening || state == .open, sessionDepth == 0, !isBlocked else { return }
    guard !session.wantsRead, !session.wantsWrite || outputFailed else { return }
    if failure == nil, let error = session.error { failure = TransportError(error) }
    state = .finishing
    disarmAll()
    stream.finishOutput()
    stream.setReading(true)
    reportEnd(nil)
    arm(.linger, after: configuration.lingerTimeout)
  }
}
