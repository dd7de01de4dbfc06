import HTTP2
import RandomTesting
import Testing

@testable import GRPC

/// What the client makes of every kind of answer, right or wrong.
@Suite(.timeLimit(.minutes(10))) struct ClientAnswerTests {
  private func call(
    _ options: CallOptions = CallOptions(), _ script: @escaping @Sendable (ScriptedStream) -> Void
  ) async throws -> Result<Note, RPCError> {
    let server = try ScriptedServer(script)
    let channel = try server.channel()
    let result: Result<Note, RPCError>
    do throws(RPCError) {
      result = .success(try await EchoServiceClient(channel).echo(Note("x"), options: options))
    } catch {
      result = .failure(error)
    }
    await channel.close()
    await server.loops.shutdown()
    return result
  }

  private func error(
    _ script: @escaping @Sendable (ScriptedStream) -> Void
  ) async throws -> RPCError? {
    switch try await call(CallOptions(), script) {
    case .success: return nil
    case .failure(let error): return error
    }
  }

  @Test func `a request says what gRPC asks for`() async throws {
    let server = try ScriptedServer { $0.succeed() }
    var configuration = ChannelConfiguration()
    configuration.userAgent = "tests/1"
    configuration.authority = "news.example"
    let channel = try server.channel(configuration)
    var options = CallOptions(timeout: .seconds(30))
    try options.metadata.append("x-text", "hello")
    try options.metadata.append("x-bytes-bin", binary: [1])
    _ = try await EchoServiceClient(channel).echo(Note("x"), options: options)
    let fields = Dictionary(
      uniqueKeysWithValues: server.seen.requests[0].map { ($0.name, $0.value) })
    #expect(fields[":method"] == "POST")
    #expect(fields[":scheme"] == "http")
    #expect(fields[":path"] == "/matiane.test.v1.EchoService/Echo")
    #expect(fields[":authority"] == "news.example")
    #expect(fields["te"] == "trailers")
    #expect(fields["content-type"] == "application/grpc")
    #expect(fields["user-agent"]?.hasPrefix("tests/1 ") == true)
    #expect(fields["grpc-accept-encoding"] == "identity,deflate,gzip")
    #expect(fields["grpc-timeout"] != nil)
    #expect(fields["x-text"] == "hello")
    #expect(fields["x-bytes-bin"] == "AQ")
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a status counts only where the answer ends`() async throws {
    let result = try await call { stream in
      stream.headers([":status": "200", "content-type": "application/grpc", "grpc-status": "5"])
      stream.message(Note("still here"))
      stream.trailers()
    }
    #expect(try result.get().text == "still here")
  }

  @Test func `an answer of trailers only is a status`() async throws {
    let error = try await error {
      $0.headers(
        [
          ":status": "200", "content-type": "application/grpc", "grpc-status": "5",
          "grpc-message": "no%20such", "x-why": "gone",
        ], endStream: true)
    }
    #expect(error?.code == .notFound)
    #expect(error?.message == "no such")
    #expect(error?.metadata["x-why"] == "gone")
  }

  @Test(arguments: [
    ("503", StatusCode.unavailable), ("404", .unimplemented), ("401", .unauthenticated),
    ("400", .internal), ("429", .unavailable), ("500", .unknown),
  ])
  func `an HTTP error without a gRPC status has a code`(status: String, code: StatusCode) async throws {
    let early = try await error {
      $0.headers([":status": status, "content-type": "text/html"])
      $0.bytes(Array("<html>busy</html>".utf8))
      $0.stream.sendEnd()
    }
    #expect(early?.code == code)
    let only = try await error { $0.headers([":status": status], endStream: true) }
    #expect(only?.code == code)
  }

  @Test func `spaces at the ends of a server's texts do not hide its status`() async throws {
    let error = try await error { stream in
      stream.headers()
      stream.trailers(["grpc-status": "5", "grpc-message": " no article ", "x-text": " two words "])
    }
    #expect(error?.code == .notFound)
    #expect(error?.message == " no article ")
    #expect(error?.metadata["x-text"] == "two words")
  }

  @Test func `a web page with status 200 is no answer`() async throws {
    let error = try await error {
      $0.headers([":status": "200", "content-type": "text/html"])
      $0.bytes(Array("<html>".utf8))
      $0.stream.sendEnd()
    }
    #expect(error?.code == .unknown)
    #expect(error?.message.contains("text/html") == true)
  }

  @Test func `an end without trailers is INTERNAL`() async throws {
    let error = try await error {
      $0.headers()
      $0.message(Note("x"))
      $0.stream.sendEnd()
    }
    #expect(error?.code == .internal)
  }

  @Test func `trailers without a status are UNKNOWN`() async throws {
    let error = try await error {
      $0.headers()
      $0.message(Note("x"))
      $0.trailers(["x-nothing": "here"])
    }
    #expect(error?.code == .unknown)
  }

  @Test func `a message cut short is INTERNAL although the status is OK`() async throws {
    let error = try await error {
      $0.headers()
      $0.bytes(Array(framed(Note("cut short").serialized()).dropLast()))
      $0.trailers()
    }
    #expect(error?.code == .internal)
  }

  @Test func `no response and two responses to a unary call are UNIMPLEMENTED`() async throws {
    let none = try await error {
      $0.headers()
      $0.trailers()
    }
    #expect(none?.code == .unimplemented)
    let two = try await error {
      $0.headers()
      $0.message(Note("x"))
      $0.message(Note("y"))
      $0.trailers()
    }
    #expect(two?.code == .unimplemented)
  }

  @Test func `an error after a response is the result`() async throws {
    let error = try await error {
      $0.headers()
      $0.message(Note("x"))
      $0.trailers(["grpc-status": "15", "grpc-message": "lost after all"])
    }
    #expect(error?.code == .dataLoss)
  }

  @Test func `a prefix that claims too much is refused and the stream cancelled`() async throws {
    let server = try ScriptedServer {
      $0.headers()
      $0.bytes([0, 0xff, 0xff, 0xff, 0xff])
    }
    let channel = try server.channel()
    let error = await #expect(throws: RPCError.self) {
      try await EchoServiceClient(channel).echo(Note("x"))
    }
    #expect(error?.code == .resourceExhausted)
    await server.wait { $0.closeCodes == [.cancel] }
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `bytes that are no message are INTERNAL`() async throws {
    let error = try await error {
      $0.headers()
      $0.bytes(framed([0xff, 0xff]))
      $0.trailers()
    }
    #expect(error?.code == .internal)
  }

  @Test func `compression that was not offered or not announced is INTERNAL`() async throws {
    let foreign = try await error {
      $0.headers([
        ":status": "200", "content-type": "application/grpc", "grpc-encoding": "snappy",
      ])
      $0.message(Note("x"), flag: 1)
      $0.trailers()
    }
    #expect(foreign?.code == .internal)
    let unannounced = try await error {
      $0.headers()
      $0.message(Note("x"), flag: 1)
      $0.trailers()
    }
    #expect(unannounced?.code == .internal)
    let unknownFlag = try await error {
      $0.headers()
      $0.message(Note("x"), flag: 7)
      $0.trailers()
    }
    #expect(unknownFlag?.code == .internal)
  }

  @Test func `metadata that is no base64 does not hide a server's status`() async throws {
    let error = try await error {
      $0.headers([
        ":status": "200", "content-type": "application/grpc", "x-bytes-bin": "!!!",
      ])
      $0.message(Note("x"))
      $0.trailers(["grpc-status": "3", "x-other-bin": "!!!"])
    }
    #expect(error?.code == .invalidArgument && error?.message.contains("x-other-bin") == true)
  }

  @Test func `initial metadata that is no base64 is INTERNAL to who asks for it`() async throws {
    let server = try ScriptedServer { stream in
      stream.headers([":status": "200", "content-type": "application/grpc", "x-bytes-bin": "!!!"])
      stream.message(Note("x"))
      stream.trailers()
    }
    let channel = try server.channel()
    let responses = EchoServiceClient(channel).repeat(Note("x"))
    let error = await #expect(throws: RPCError.self) { try await responses.initialMetadata }
    #expect(error?.code == .internal && error?.message.contains("x-bytes-bin") == true)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `headers over the limit are RESOURCE_EXHAUSTED`() async throws {
    let error = try await error { stream in
      var fields = HeaderFields([":status": "200", "content-type": "application/grpc"])
      for index in 0..<20 { fields.append("x-\(index)", String(repeating: "v", count: 1000)) }
      stream.stream.sendHeaders(fields)
      stream.message(Note("x"))
      stream.trailers()
    }
    #expect(error?.code == .resourceExhausted)
  }

  @Test(arguments: [
    (HTTP2ErrorCode.noError, StatusCode.internal), (.protocolError, .internal),
    (.internalError, .internal), (.cancel, .cancelled), (.enhanceYourCalm, .resourceExhausted),
    (.inadequateSecurity, .permissionDenied),
  ])
  func `a reset has a code`(reset: HTTP2ErrorCode, code: StatusCode) async throws {
    #expect(try await error { $0.stream.reset(reset) }?.code == code)
    let afterHeaders = try await error { stream in
      stream.headers()
      stream.onEnd = { stream.stream.reset(reset) }
    }
    #expect(afterHeaders?.code == code)
  }

  @Test func `a status says who ended the stream, and why`() async throws {
    #expect(
      try await error { $0.stream.reset(.internalError) }?.message
        == "the server reset the stream with INTERNAL_ERROR")
    // This field belongs to a connection, so it makes the message malformed (RFC 9113 §8.2.2).
    let faulty = try await error { stream in
      stream.headers([":status": "200", "content-type": "application/grpc", "connection": "close"])
    }
    #expect(faulty?.code == .internal)
    #expect(
      faulty?.message.hasPrefix("what the server sent breaks HTTP/2, so the stream was reset with ") == true)
    let late = StreamEnding(cause: .reset, code: .cancel, isLate: true).status
    #expect(late.code == .deadlineExceeded && late.message == "the deadline passed")
    #expect(StreamEnding(cause: .reset, code: .cancel, isLate: false).status.code == .cancelled)
    let departed = StreamEnding(cause: .departure, code: .refusedStream, isLate: false).status
    #expect(
      departed.code == .unavailable
        && departed.message == "the server said GOAWAY before it looked at the call")
  }

  @Test func `a status that came before a reset counts`() async throws {
    let server = try ScriptedServer { stream in
      stream.headers()
      stream.trailers(["grpc-status": "7"])
      // A timer fires in a later turn than this one, at whose end the trailers go out.
      _ = stream.connection.loop.schedule(after: .milliseconds(1)) { stream.stream.reset(.noError) }
    }
    let channel = try server.channel()
    let call = EchoServiceClient(channel).join()
    let error = await #expect(throws: RPCError.self) {
      while true { try await call.send(Note("x")) }
    }
    #expect(error?.code == .permissionDenied)
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a stream that is refused once is sent again`() async throws {
    let result = try await call { stream in
      if stream.number == 1 { stream.stream.reset(.refusedStream) } else { stream.succeed() }
    }
    #expect(try result.get().text == "scripted")
  }

  @Test func `a stream that is refused twice is UNAVAILABLE`() async throws {
    let error = try await error { $0.stream.reset(.refusedStream) }
    #expect(error?.code == .unavailable)
  }

  @Test func `a stream that is refused after its headers is not sent again`() async throws {
    let error = try await error { stream in
      stream.headers()
      stream.onEnd = { stream.stream.reset(.refusedStream) }
    }
    #expect(error?.code == .unavailable)
  }

  @Test func `cancellation and deadlines reset the stream with CANCEL`() async throws {
    let server = try ScriptedServer { _ in }
    let channel = try server.channel()
    let echo = EchoServiceClient(channel)
    let task = Task { try await echo.echo(Note("x")) }
    await server.wait { $0.requests.count == 1 }
    task.cancel()
    await server.wait { $0.closeCodes == [.cancel] }
    let stream = echo.repeat(Note("x"))
    await server.wait { $0.requests.count == 2 }
    stream.cancel()
    await server.wait { $0.closeCodes == [.cancel, .cancel] }
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a response damaged anywhere ends in a status`() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let whole = framed(Note("damaged", count: 3, payload: [1, 2, 3, 4]).serialized())
    let server = try ScriptedServer { stream in
      var random = SeededGenerator(seed: seed &+ UInt64(stream.number))
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      stream.headers()
      stream.bytes(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
      if Bool.random(using: &random) { stream.trailers() } else { stream.stream.sendEnd() }
    }
    let channel = try server.channel()
    let echo = EchoServiceClient(channel)
    for _ in 0..<300 {
      do throws(RPCError) {
        _ = try await echo.echo(Note("x"))
      } catch {
        let expected: [StatusCode] = [.internal, .unimplemented, .resourceExhausted]
        #expect(expected.contains(error.code), "seed \(seed): \(error)")
      }
    }
    #expect(server.seen.connections == 1, "seed \(seed)")
    await channel.close()
    await server.loops.shutdown()
  }
}
