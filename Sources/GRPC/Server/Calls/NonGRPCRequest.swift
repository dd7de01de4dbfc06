import EventLoops
import HTTP2

/// Answers a request that is not gRPC with an HTTP status and a line of text, once it is complete, or after a second.
///
/// Waiting for the end lets HTTP/2 faults in the request's content be answered as such. CONNECT has no end to wait for
/// (RFC 9113 §8.5), and the answer to HEAD no content (RFC 9110 §9.3.2).
final class NonGRPCRequest: StreamHandler, TimerHandler {
  private static let patience: Duration = .seconds(1)

  private let stream: HTTP2.Stream
  private let status: Status
  private let loop: EventLoop
  private var timer: Timer?

  enum Status {
    case methodNotAllowed(method: [UInt8])
    case unsupportedMediaType
  }

  init(_ stream: HTTP2.Stream, _ status: Status, on loop: EventLoop) {
    self.stream = stream
    self.status = status
    self.loop = loop
    if case .methodNotAllowed(Self.connect) = status {
      answer()
    } else {
      timer = loop.schedule(after: Self.patience, self)
    }
  }

  func receivedData(_ bytes: UnsafeRawBufferPointer) { stream.consumed(bytes.count) }

  func receivedTrailers(_ trailers: HeaderBlock) {}

  func receivedEnd() {
    if stopTimer() { answer() }
  }

  func outputDrained() {}

  func closed(_ code: HTTP2ErrorCode) { _ = stopTimer() }

  func timerFired(_ timer: Timer) {
    self.timer = nil
    answer()
  }

  /// Whether there was one, that is, no answer yet.
  private func stopTimer() -> Bool {
    guard let timer = timer.take() else { return false }
    return loop.cancel(timer)
  }

  private func answer() {
    switch status {
    case .methodNotAllowed(Self.head):
      return stream.sendHeaders(Self.methodNotAllowed, endStream: true)
    case .methodNotAllowed: stream.sendHeaders(Self.methodNotAllowed)
    case .unsupportedMediaType: stream.sendHeaders(Self.unsupportedMediaType)
    }
    var text = Self.text
    text.withUTF8 { stream.send(UnsafeRawBufferPointer($0)) }
    stream.sendEnd()
  }

  private static let head = Array("HEAD".utf8)
  private static let connect = Array("CONNECT".utf8)

  private static let text = "This is a gRPC server: POST with content-type application/grpc.\n"

  private static let methodNotAllowed = PermanentHeaderFields(
    HeaderFields([
      ":status": "405", "allow": "POST", "content-type": "text/plain", "content-length": "\(text.utf8.count)",
    ]))

  private static let unsupportedMediaType = PermanentHeaderFields(
    HeaderFields([
      ":status": "415", "content-type": "text/plain", "content-length": "\(text.utf8.count)",
    ]))
}
