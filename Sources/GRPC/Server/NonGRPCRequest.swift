import HTTP2

/// Answers a request that is not gRPC with an HTTP status and a line of text, once it is complete.
///
/// Waiting for the end lets HTTP/2 faults in the request's content be answered as such.
final class NonGRPCRequest: StreamHandler {
  private let stream: HTTP2.Stream
  private let status: Status

  enum Status {
    case methodNotAllowed
    case unsupportedMediaType
  }

  init(_ stream: HTTP2.Stream, _ status: Status) {
    self.stream = stream
    self.status = status
  }

  func receivedData(_ bytes: UnsafeRawBufferPointer) { stream.consumed(bytes.count) }

  func receivedTrailers(_ trailers: HeaderBlock) {}

  func receivedEnd() {
    switch status {
    case .methodNotAllowed: stream.sendHeaders(Self.methodNotAllowed)
    case .unsupportedMediaType: stream.sendHeaders(Self.unsupportedMediaType)
    }
    var text = Self.text
    text.withUTF8 { stream.send(UnsafeRawBufferPointer($0)) }
    stream.sendEnd()
  }

  func outputDrained() {}

  func closed(_ code: HTTP2ErrorCode) {}

  private static let text = "This is a gRPC server: POST with content-type application/grpc.\n"

  private static let methodNotAllowed = PermanentHeaderFields(
    HeaderFields([":status": "405", "allow": "POST", "content-type": "text/plain"]))

  private static let unsupportedMediaType = PermanentHeaderFields(
    HeaderFields([":status": "415", "content-type": "text/plain"]))
}
