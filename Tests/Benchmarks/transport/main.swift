// A server of 2 KB answers on the transport alone, without gRPC: what the layers below a call cost.
//
//   transport-bench PORT [async|direct]
//   h2load -c 8 -m 10 -n 1000000 -d BODY http://127.0.0.1:PORT/
import EventLoops
import Glibc
import HTTP2
import Transport

/// Answers every stream with the same bytes, from a task of its own or directly.
final class Answerer: ConnectionDelegate {
  static let headers = PermanentHeaderFields(
    HeaderFields([":status": "200", "content-type": "application/grpc"]))
  static let trailers = PermanentHeaderFields(HeaderFields(["grpc-status": "0"]))
  static let body = [UInt8](repeating: 42, count: 2048)

  private let loop: EventLoop
  private let usesTasks: Bool

  init(_ loop: EventLoop, usesTasks: Bool) {
    self.loop = loop
    self.usesTasks = usesTasks
  }

  func accept(_ stream: HTTP2.Stream, headers: HeaderBlock, endStream: Bool) -> any StreamHandler {
    Answer(stream, loop, usesTasks: usesTasks)
  }
}

// SAFETY: touched on `loop` only.
final class Answer: StreamHandler, @unchecked Sendable {
  private let stream: HTTP2.Stream
  private let loop: EventLoop
  private let usesTasks: Bool

  init(_ stream: HTTP2.Stream, _ loop: EventLoop, usesTasks: Bool) {
    self.stream = stream
    self.loop = loop
    self.usesTasks = usesTasks
  }

  func receivedData(_ bytes: UnsafeRawBufferPointer) { stream.consumed(bytes.count) }
  func receivedTrailers(_ trailers: HeaderBlock) {}
  func outputDrained() {}
  func closed(_ code: HTTP2ErrorCode) {}

  func receivedEnd() {
    if usesTasks { Task(executorPreference: loop) { self.answer() } } else { answer() }
  }

  private func answer() {
    stream.sendHeaders(Answerer.headers)
    Answerer.body.withUnsafeBytes { stream.send($0) }
    stream.sendTrailers(Answerer.trailers)
  }
}

guard CommandLine.arguments.count > 1, let port = UInt16(CommandLine.arguments[1]) else {
  print("usage: transport-bench PORT [async|direct]")
  exit(2)
}
let usesTasks = CommandLine.arguments.dropFirst(2).first != "direct"
let group = try EventLoopGroup(count: 1)
let address = try SocketAddress(numeric: "127.0.0.1", port: port)
let listener = try Listener(at: [address], on: group, configuration: ListenerConfiguration()) {
  Answerer($0.loop, usesTasks: usesTasks)
}
print("listening at \(listener.addresses[0])")
while true { pause() }
