import HTTP2

/// One attempt of a call: one HTTP/2 stream, from its request headers to its end.
///
/// Turns stream events into messages and one status. Belongs to the channel's event loop; keeps its
/// call alive until the stream is closed.
///
/// The window of the connection gets back what arrives at once, so that a reader who is behind holds up nobody else; that of
/// the stream gets it back when the reader has got it. So a stream whose messages nobody reads holds no more than its own
/// window, as bytes (see `ResponseQueue` for the few that are messages already), and a connection no more than the windows
/// of its streams together.
final class CallAttempt: StreamHandler {
  private enum Phase {
    case beforeHeaders
    case receiving
    case ended
  }

  /// So much is inflated before others of the loop have their turn.
  private static let inflatedBytesPerTurn = 256 * 1024

  private let call: ClientCall
  let connection: ClientConnection
  private var stream: HTTP2.Stream?
  private var phase = Phase.beforeHeaders
  private var decoder: MessageDecoder
  private var encoding = MessageEncoding.identity
  private var status: CallStatus?
  /// What the stream's window has not got back yet.
  private var uncredited = 0
  /// What has come and is no message yet, for the reader is behind.
  private var held = HeldBytes()
  /// Whether the reader wants nothing more until `resumeReading`.
  private var isBehind = false
  /// Whether nothing more comes, and the status waits behind what is held.
  private var isComplete = false
  private var fate = AttemptFate.processed

  init(_ call: ClientCall, _ connection: ClientConnection) {
    self.call = call
    self.connection = connection
    decoder = MessageDecoder(maxMessageBytes: call.head.maxResponseBytes)
  }

  // MARK: - Sending

  /// Opens the stream.
  ///
  /// - Throws: where the connection takes no new streams.
  func open(_ fields: HeaderFields) throws(HTTP2Error) {
    stream = try connection.open(fields, handler: self)
    connection.tally.attemptBegan(at: call.core.loop.now)
  }

  /// Bytes that the stream holds because the peer does not take them yet.
  var queuedBytes: Int { stream?.queuedBytes ?? 0 }

  /// Sends a message.
  func send(_ message: FramedMessage) {
    message.withBytes { stream?.send($0) }
    connection.tally.sentMessage()
  }

  /// Ends the requests; idempotent.
  func end() { stream?.sendEnd() }

  /// Asks to hear when the stream holds no more than `bytes`.
  func notifyWhenDrained(to bytes: Int) {
    if queuedBytes > bytes { stream?.drainThreshold = bytes }
  }

  /// Gives the stream up; the call hears nothing more of it.
  func abandon() {
    leave(isSuccess: false)
    stream?.reset(.cancel)
  }

  // MARK: - Receiving

  /// Gives the peer room again, and hands out what was held while the reader was behind.
  func resumeReading() {
    if !held.isEmpty, !deliverHeld() { return }
    isBehind = !call.response.wantsMore
    if !held.isEmpty || !isBehind { credit() }
    if isComplete, held.isEmpty, let status { conclude(status) }
  }

  private func credit() {
    stream?.consumedOnStream(uncredited - held.count)
    uncredited = held.count
  }

  func receivedHeaders(_ headers: HeaderBlock, endStream: Bool) {
    call.heard(by: self)
    guard phase == .beforeHeaders else { return }
    guard let fields = parsed(headers, keepsMetadata: call.response.keepsMetadata) else { return }
    // A status ahead of more to come says nothing.
    if endStream {
      status = fields.status
      return
    }
    guard fields.isGRPC, fields.httpStatus == 200 else { return finish(notGRPC(fields)) }
    encoding = fields.encoding ?? .identity
    if let unknown = fields.unknownEncoding {
      return finish(CallStatus(.internal, "the server compresses with \(unknown), which was not offered"))
    }
    guard fields.unreadable.isEmpty else { return finish(CallStatus(.internal, fields.unreadableText)) }
    phase = .receiving
    call.commit(self)
    call.response.receivedInitialMetadata(fields.metadata)
  }

  func receivedData(_ bytes: UnsafeRawBufferPointer) {
    call.heard(by: self)
    guard phase == .receiving else {
      stream?.consumed(bytes.count)
      return
    }
    stream?.consumedOnConnection(bytes.count)
    uncredited += bytes.count
    guard held.isEmpty, !isBehind else { return held.append(bytes) }
    guard let rest = deliver(bytes, isWanted: encoding == .identity) else { return }
    if !rest.isEmpty { return held.append(rest) }
    isBehind = !call.response.wantsMore
    if !isBehind { credit() }
  }

  func receivedTrailers(_ trailers: HeaderBlock) {
    guard phase == .receiving else { return }
    guard let fields = parsed(trailers, keepsMetadata: call.response.keepsMetadata) else { return }
    status = fields.status
  }

  func receivedEnd() {
    connection.tally.completedStream()
    if phase == .ended { return }
    guard let status else {
      return finish(CallStatus(.internal, "the server ended the stream without trailers"))
    }
    guard held.isEmpty else {
      isComplete = true
      return call.responseArrived()
    }
    conclude(status)
  }

  func outputDrained() {
    call.requestsDrained(self)
  }

  func closed(_ code: HTTP2ErrorCode) {
    if phase == .beforeHeaders {
      if stream?.wasSent == false { fate = .unsent } else if code == .refusedStream { fate = .refused }
    }
    let ending = StreamEnding(
      cause: stream.map(cause(of:)) ?? .reset, code: code,
      isLate: call.head.deadline.map { $0 <= call.core.loop.now } ?? false, farewell: connection.farewell)
    stream = nil
    guard !connection.streamClosed(self), !isComplete else { return }
    breakOff(ending.status)
  }

  private func cause(of stream: HTTP2.Stream) -> StreamEnding.Cause {
    if stream.wasResetByUs { return .fault }
    if !stream.wasSent, stream.id <= connection.lastServedStream { return .unsent }
    return stream.id > connection.lastServedStream ? .departure : .reset
  }

  /// The connection was lost, and the stream with it.
  func lost(_ status: CallStatus) {
    if !isComplete { breakOff(status) }
  }

  // MARK: - Deciding

  /// Ends the attempt over a stream that is gone, behind what has come of it.
  private func breakOff(_ status: CallStatus) {
    guard phase == .receiving, !held.isEmpty else { return end(status) }
    self.status = status
    isComplete = true
    call.responseArrived()
  }

  /// Hands out the messages of a chunk as long as the reader wants more: bytes are smaller than what they come to, above all
  /// compressed ones, and the peer is held back by what it has sent. The rest is returned; nil where the call has ended over
  /// an error.
  ///
  /// - Parameter isWanted: the reader wants all of it, which need not be asked again for every message.
  private func deliver(_ chunk: UnsafeRawBufferPointer, isWanted: Bool) -> UnsafeRawBufferPointer? {
    var rest = chunk
    var inflated = 0
    do throws(RPCError) {
      while !rest.isEmpty, isWanted || mayDeliver(after: inflated) {
        let delivered: Void? = try decoder.next(in: &rest) { (message, isCompressed) throws(RPCError) in
          connection.tally.receivedMessage()
          if isCompressed {
            inflated += try deliverInflated(message)
          } else {
            try call.response.receivedMessage(message, isCompressed: false)
          }
        }
        if delivered == nil { break }
      }
      return rest
    } catch {
      credit()
      finish(CallStatus(error))
      return nil
    }
  }

  /// Hands out a compressed message and returns the bytes that it comes to.
  private func deliverInflated(_ message: UnsafeRawBufferPointer) throws(RPCError) -> Int {
    let plain = try encoding.decompress(message, limit: call.head.maxResponseBytes)
    try plain.span.bytes.withUnsafeBytes { (bytes) throws(RPCError) in
      try call.response.receivedMessage(bytes, isCompressed: true)
    }
    return plain.count
  }

  /// Hands out what is held, as far as the reader wants it; false where the call has ended over an error.
  private func deliverHeld() -> Bool {
    let chunk = held.bytes
    return chunk.withUnsafeBytes { (bytes) -> Bool in
      let rest = deliver(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(held.taken)), isWanted: false)
      guard let rest, phase == .receiving else { return false }
      held.drop(held.count - rest.count)
      return true
    }
  }

  /// Whether the reader wants more, and this turn of the loop has room for it; if it has none, a later one goes on.
  private func mayDeliver(after inflated: Int) -> Bool {
    guard call.response.wantsMore else { return false }
    guard inflated >= Self.inflatedBytesPerTurn else { return true }
    call.resumeLater()
    return false
  }

  private func parsed(_ block: HeaderBlock, keepsMetadata: Bool) -> ResponseFields? {
    guard !block.isTruncated else {
      finish(CallStatus(.resourceExhausted, "the server's header list is over the limit"))
      return nil
    }
    return ResponseFields(block, keepsMetadata: keepsMetadata)
  }

  /// Ends the attempt as the server has told.
  private func conclude(_ status: CallStatus) {
    guard status.code != .ok || !decoder.isInsideMessage else {
      return finish(CallStatus(.internal, "the server ended the stream in the middle of a message"))
    }
    finish(status)
  }

  /// Ends the attempt from this side, and the stream with it unless both sides are done.
  ///
  /// A server that has answered need not take the rest of the request, so that would wait for its window for ever
  /// (RFC 9113 §8.1).
  private func finish(_ status: CallStatus) {
    if let stream, !(stream.peerHasEnded && stream.hasEnded) {
      stream.reset(stream.peerHasEnded ? .noError : .cancel)
    }
    end(status)
  }

  private func notGRPC(_ fields: ResponseFields) -> CallStatus {
    if let httpStatus = fields.httpStatus, httpStatus != 200 { return fields.status }
    let found = fields.foreignContentType.map { "content-type \"\($0)\"" } ?? "no content-type"
    return CallStatus(.unknown, "the server does not answer with gRPC but with \(found)")
  }

  private func end(_ status: CallStatus) {
    guard phase != .ended else { return }
    leave(isSuccess: status.code == .ok)
    call.attemptFinished(self, status, fate)
  }

  private func leave(isSuccess: Bool) {
    guard phase != .ended else { return }
    phase = .ended
    if !held.isEmpty { held = HeldBytes() }
    connection.tally.attemptEnded(isSuccess)
  }
}

/// What the server has made of an attempt that failed.
enum AttemptFate {
  /// It may have begun to work on it.
  case processed
  /// It has refused it without a look.
  case refused
  /// It has never heard of it.
  case unsent
}
