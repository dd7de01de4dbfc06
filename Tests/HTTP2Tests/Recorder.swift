import HTTP2

/// A stream handler that writes down what it hears.
final class Recorder: StreamHandler {
  var stream: HTTP2.Stream?
  var headers: [(name: String, value: String)] = []
  var headersWereTruncated = false
  var headersSerial: UInt64 = 0
  var trailers: [(name: String, value: String)]?
  var body: [UInt8] = []
  var chunks = 0
  var ended = 0
  var drained = 0
  var closedWith: HTTP2ErrorCode?
  /// Whether received bytes are given back at once.
  var consumes = true
  /// Runs when the peer has finished its side.
  var whenEnded: ((HTTP2.Stream) -> Void)?
  /// Runs when headers arrive.
  var whenHeaders: ((HTTP2.Stream) -> Void)?

  func value(_ name: String) -> String? { headers.first { $0.name == name }?.value }
  func trailer(_ name: String) -> String? { trailers?.first { $0.name == name }?.value }

  func receivedHeaders(_ headers: HeaderBlock, endStream: Bool) {
    self.headers = headers.texts
    headersWereTruncated = headers.isTruncated
    headersSerial = headers.serial
    if let stream { whenHeaders?(stream) }
  }

  func receivedData(_ bytes: UnsafeRawBufferPointer) {
    body += bytes
    chunks += 1
    if consumes { stream?.consumed(bytes.count) }
  }

  func receivedTrailers(_ trailers: HeaderBlock) { self.trailers = trailers.texts }

  func receivedEnd() {
    ended += 1
    if let stream { whenEnded?(stream) }
  }

  func outputDrained() { drained += 1 }
  func closed(_ code: HTTP2ErrorCode) { closedWith = code }
}

/// A session delegate that accepts every stream with a `Recorder`.
final class Acceptor: SessionDelegate {
  var accepted: [Recorder] = []
  var goAways: [(last: Int32, code: HTTP2ErrorCode)] = []
  var pingAnswers: [UInt64] = []
  /// Prepares the handler of a new stream.
  var prepare: (Recorder) -> Void = { _ in }

  func accept(_ stream: HTTP2.Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler {
    let recorder = Recorder()
    recorder.stream = stream
    prepare(recorder)
    accepted.append(recorder)
    recorder.receivedHeaders(headers, endStream: endStream)
    return recorder
  }

  func receivedGoAway(lastStreamID: Int32, code: HTTP2ErrorCode, debug: UnsafeRawBufferPointer) {
    goAways.append((lastStreamID, code))
  }

  func receivedPingAcknowledgement(_ payload: UInt64) { pingAnswers.append(payload) }
}
