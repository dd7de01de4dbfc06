import HTTP2
import Protobuf
import Testing

@testable import GRPC

/// Requests that the server answers without, or against, a handler.
@Suite struct ServerRefusalTests {
  @Test(arguments: ["/matiane.test.v1.EchoService/Nope", "/no.Such/Echo", "/", "//", "/a/b/c"])
  func `an unknown method is UNIMPLEMENTED at once`(path: String) async throws {
    let harness = try await ServerHarness()
    let call = await harness.open(ServerHarness.head(path))
    await call.closed()
    #expect(call.header(":status") == "200")
    #expect(call.status == 12)
    #expect(call.code == .noError)
    #expect(await harness.serverStreams == 0)
    await harness.stop()
  }

  @Test(arguments: ["text/plain", "application/grpc-web", "application/grpcx", "application/json", ""])
  func `a foreign content type is 415 with a line of text`(type: String) async throws {
    let harness = try await ServerHarness()
    let head = HeaderFields([
      ":method": "POST", ":scheme": "http", ":path": ServerHarness.echo, ":authority": "t",
      "content-type": type,
    ])
    let call = await harness.call(head, [1, 2, 3])
    #expect(call.header(":status") == "415")
    #expect(call.header("content-type") == "text/plain")
    #expect(!call.body.isEmpty)
    await harness.stop()
  }

  @Test(arguments: ["application/grpc+proto", "application/grpc;charset=utf-8"])
  func `variants of the gRPC content type are taken`(type: String) async throws {
    let harness = try await ServerHarness()
    let head = HeaderFields([
      ":method": "POST", ":scheme": "http", ":path": ServerHarness.echo, ":authority": "t",
      "content-type": type,
      "te": "trailers",
    ])
    let call = await harness.call(head, framed("x"))
    #expect(call.status == 0)
    await harness.stop()
  }

  @Test(arguments: ["trailers", "Trailers"])
  func `te says trailers in whatever case`(te: String) async throws {
    let harness = try await ServerHarness()
    let head = HeaderFields([
      ":method": "POST", ":scheme": "http", ":path": ServerHarness.echo, ":authority": "t",
      "content-type": "application/grpc", "te": te,
    ])
    #expect(await harness.call(head, framed("x")).status == 0)
    await harness.stop()
  }

  @Test func `a method other than POST is 405`() async throws {
    let harness = try await ServerHarness()
    let head = HeaderFields([
      ":method": "GET", ":scheme": "http", ":path": ServerHarness.echo, ":authority": "t",
    ])
    let call = await harness.open(head, endStream: true)
    await call.closed()
    #expect(call.header(":status") == "405")
    #expect(call.header("allow") == "POST")
    await harness.stop()
  }

  @Test func `a request without te is 415 with a gRPC status`() async throws {
    let harness = try await ServerHarness()
    let head = HeaderFields([
      ":method": "POST", ":scheme": "http", ":path": ServerHarness.echo, ":authority": "t",
      "content-type": "application/grpc",
    ])
    let call = await harness.call(head, framed("x"))
    #expect(call.header(":status") == "415")
    #expect(call.status == 13)
    await harness.stop()
  }

  @Test func `no message where one is required is UNIMPLEMENTED`() async throws {
    let harness = try await ServerHarness()
    for path in [ServerHarness.echo, ServerHarness.repeat] {
      let call = await harness.open(ServerHarness.head(path), endStream: true)
      await call.closed()
      #expect(call.status == 12)
    }
    await harness.stop()
  }

  @Test func `two messages where one is required are UNIMPLEMENTED`() async throws {
    let harness = try await ServerHarness()
    for path in [ServerHarness.echo, ServerHarness.repeat] {
      let call = await harness.call(ServerHarness.head(path), framed("a") + framed("b"))
      #expect(call.status == 12)
    }
    await harness.stop()
  }

  @Test func `garbage in place of a message is INTERNAL and harms nobody else`() async throws {
    let harness = try await ServerHarness()
    let other = await harness.open(ServerHarness.head(ServerHarness.chat))
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed([0xff, 0xff, 0xff]))
    #expect(call.status == 13)
    let stream = await harness.call(ServerHarness.head(ServerHarness.join), framed([0xff, 0xff, 0xff]))
    #expect(stream.status == 13)
    await other.send(framed("still here"))
    await other.end()
    await other.closed()
    #expect(other.status == 0)
    await harness.stop()
  }

  @Test(arguments: [[0], [0, 0, 0], [0, 0, 0, 0, 9], [0, 0, 0, 0, 9, 1, 2]] as [[UInt8]])
  func `a request cut off in a message is INTERNAL`(bytes: [UInt8]) async throws {
    let harness = try await ServerHarness()
    for path in [ServerHarness.echo, ServerHarness.join] {
      let call = await harness.call(ServerHarness.head(path), bytes)
      #expect(call.status == 13)
    }
    await harness.stop()
  }

  @Test func `a message over the limit is refused from its prefix alone`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.open(ServerHarness.head(ServerHarness.echo))
    await call.send([0, 0xff, 0xff, 0xff, 0xff])
    await call.closed()
    #expect(call.status == 8)
    #expect(call.code == .noError)
    await harness.stop()
  }

  @Test func `exactly the limit passes, one byte more does not`() async throws {
    let harness = try await ServerHarness()
    var note = Note()
    note.payload = Array(repeating: 7, count: 4 * 1024 * 1024)
    note.payload.removeLast(note.serialized().count - 4 * 1024 * 1024)
    #expect(note.serialized().count == 4 * 1024 * 1024)
    let fits = await harness.call(ServerHarness.head(ServerHarness.echo), framed(note.serialized()))
    #expect(fits.status == 0)
    note.payload.append(7)
    let over = await harness.call(ServerHarness.head(ServerHarness.echo), framed(note.serialized()))
    #expect(over.status == 8)
    await harness.stop()
  }

  @Test func `a flag other than 0 and 1 is INTERNAL`() async throws {
    let harness = try await ServerHarness()
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed([], flag: 2))
    #expect(call.status == 13)
    await harness.stop()
  }

  @Test(arguments: [nil, "identity"] as [String?])
  func `a compressed message without an encoding is INTERNAL`(encoding: String?) async throws {
    let harness = try await ServerHarness()
    let head = encoding.map { ServerHarness.head(ServerHarness.echo, ["grpc-encoding": $0]) }
    let call = await harness.call(head ?? ServerHarness.head(ServerHarness.echo), framed([], flag: 1))
    #expect(call.status == 13)
    await harness.stop()
  }

  @Test func `an unknown encoding is UNIMPLEMENTED and told which are known`() async throws {
    let harness = try await ServerHarness()
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "snappy"])
    let call = await harness.call(head, framed("x"))
    #expect(call.status == 12)
    #expect(call.trailer("grpc-accept-encoding") == "identity,deflate,gzip")
    await harness.stop()
  }

  @Test(arguments: MessageEncoding.allCases)
  func `compressed requests are read and compressed responses written`(encoding: MessageEncoding) async throws
  {
    var service = EchoHandlers()
    service.onEcho = { note, context in
      context.compressResponses(with: encoding)
      return note
    }
    let harness = try await ServerHarness(service)
    var note = Note()
    note.text = String(repeating: "compress me ", count: 100)
    let plain = note.serialized()
    let compressed = plain.withUnsafeBytes { encoding.compress($0) }
    let head = ServerHarness.head(
      ServerHarness.echo, ["grpc-encoding": encoding.rawValue, "grpc-accept-encoding": "gzip, deflate"])
    let call = await harness.call(head, compressed.map { framed($0, flag: 1) } ?? framed(plain))
    #expect(call.status == 0)
    if encoding != .identity {
      #expect(call.header("grpc-encoding") == encoding.rawValue)
      #expect(call.body.first == 1)
      #expect(call.body.count < plain.count)
      let inflated = try call.messages[0].withUnsafeBytes { try encoding.decompress($0, limit: 10_000) }
      #expect(inflated == plain)
    }
    await harness.stop()
  }

  @Test func `a compressed bomb is RESOURCE_EXHAUSTED`() async throws {
    let harness = try await ServerHarness()
    let zeros = [UInt8](repeating: 0, count: 5_000_000)
    let bomb = zeros.withUnsafeBytes { MessageEncoding.gzip.compress($0) } ?? []
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "gzip"])
    let call = await harness.call(head, framed(bomb, flag: 1))
    #expect(call.status == 8)
    await harness.stop()
  }

  @Test func `responses are compressed only for clients that read it`() async throws {
    var service = EchoHandlers()
    service.onEcho = { note, context in
      context.compressResponses(with: .gzip)
      return note
    }
    let harness = try await ServerHarness(service)
    let text = String(repeating: "a", count: 1000)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed(text))
    #expect(call.header("grpc-encoding") == nil)
    #expect(call.body.first == 0)
    await harness.stop()
  }

  @Test(arguments: [
    ["gzip"]: "gzip", ["deflate"]: "deflate", ["identity", "deflate"]: "deflate",
    ["deflate", "identity,gzip"]: "gzip",
    ["br"]: nil,
  ])
  func `responses are compressed as the client reads it, in one field or in several`(
    offered: [String], chosen: String?
  ) async throws {
    var service = EchoHandlers()
    service.onEcho = { note, context in
      context.compressResponses()
      return note
    }
    let harness = try await ServerHarness(service)
    var head = ServerHarness.head(ServerHarness.echo)
    for encodings in offered { head.append("grpc-accept-encoding", encodings) }
    let call = await harness.call(head, framed(String(repeating: "a", count: 1000)))
    #expect(call.header("grpc-encoding") == chosen)
    await harness.stop()
  }

  @Test(arguments: ["", "1", "S", "123456789S", "-1S", "1x", "1 S", "1.5S"])
  func `a malformed timeout is INTERNAL`(timeout: String) async throws {
    let harness = try await ServerHarness()
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-timeout": timeout])
    let call = await harness.call(head, framed("x"))
    #expect(call.status == 13)
    await harness.stop()
  }

  @Test func `binary metadata that is no base64 is INTERNAL`() async throws {
    let harness = try await ServerHarness()
    let head = ServerHarness.head(ServerHarness.echo, ["x-bad-bin": "!!!"])
    let call = await harness.call(head, framed("x"))
    #expect(call.status == 13)
    await harness.stop()
  }

  @Test func `headers over the limit are RESOURCE_EXHAUSTED and the next call is well`() async throws {
    let harness = try await ServerHarness()
    let big = ServerHarness.head(ServerHarness.echo, ["x-big": String(repeating: "b", count: 20_000)])
    let call = await harness.call(big, framed("x"))
    #expect(call.status == 8)
    let next = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    #expect(next.status == 0)
    await harness.stop()
  }

  @Test func `a response over the limit is RESOURCE_EXHAUSTED`() async throws {
    var configuration = ServerConfiguration()
    configuration.maxResponseBytes = 100
    let harness = try await ServerHarness(configuration: configuration)
    let call = await harness.call(
      ServerHarness.head(ServerHarness.echo), framed(String(repeating: "x", count: 200)))
    #expect(call.status == 8)
    await harness.stop()
  }

  @Test func `a server with a domain says to programs what its stack refuses`() async throws {
    var configuration = ServerConfiguration()
    configuration.errorDomain = "test.example"
    configuration.maxRequestBytes = 1000
    var service = EchoHandlers()
    service.onEcho = { _, _ in throw RPCError(.notFound, String(repeating: "long ", count: 1_000_000)) }
    let harness = try await ServerHarness(service, configuration: configuration)
    for (head, body, code, reason) in [
      (
        ServerHarness.head(ServerHarness.echo), framed(String(repeating: "x", count: 2000)), 8,
        "MESSAGE_TOO_LARGE"
      ),
      (
        ServerHarness.head(ServerHarness.echo, ["x-big": String(repeating: "b", count: 20_000)]), framed("x"),
        8,
        "HEADERS_TOO_LARGE"
      ),
      (ServerHarness.head("/no.such.Service/Method"), framed("x"), 12, "UNIMPLEMENTED"),
      // However much a handler says, the status arrives.
      (ServerHarness.head(ServerHarness.echo), framed("x"), 5, "NOT_FOUND"),
    ] {
      let call = await harness.call(head, body)
      #expect(call.status == code, "\(reason)")
      let encoded = try #require(call.trailer("grpc-status-details-bin"), "\(reason)")
      var error = RPCError(.unknown, "")
      error.encodedStatus = try #require(Array(encoded.utf8).withUnsafeBytes { Base64.decode($0) })
      let info = try #require(error.detail(of: ErrorInfo.self))
      #expect(info.reason == reason && info.domain == "test.example")
    }
    await harness.stop()
  }

  @Test func `details that no client would take are left out`() async throws {
    var service = EchoHandlers()
    service.onEcho = { _, _ in
      var info = ErrorInfo()
      info.reason = String(repeating: "R", count: 1_000_000)
      throw RPCError(.aborted, "too much", details: [info])
    }
    let harness = try await ServerHarness(service)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    #expect(call.status == 10 && call.message == "too much")
    #expect(call.trailer("grpc-status-details-bin") == nil)
    await harness.stop()
  }

  @Test func `incomplete messages of one connection are bounded together`() async throws {
    var configuration = ServerConfiguration()
    configuration.maxBufferedRequestBytes = 10_000
    let harness = try await ServerHarness(configuration: configuration)
    let first = await harness.open(ServerHarness.head(ServerHarness.echo))
    await first.send([0, 0, 1, 0, 0] + [UInt8](repeating: 0, count: 6000))
    let second = await harness.open(ServerHarness.head(ServerHarness.echo))
    await second.send([0, 0, 1, 0, 0] + [UInt8](repeating: 0, count: 6000))
    await second.closed()
    #expect(second.status == 8)
    let third = await harness.call(ServerHarness.head(ServerHarness.echo), framed("x"))
    #expect(third.status == 0)
    await first.reset(.cancel)
    let fourth = await harness.open(ServerHarness.head(ServerHarness.echo))
    await fourth.send(Array(framed(String(repeating: "y", count: 9000)).prefix(8000)))
    await fourth.send(Array(framed(String(repeating: "y", count: 9000)).dropFirst(8000)))
    await fourth.end()
    await fourth.closed()
    #expect(fourth.status == 0)
    await harness.stop()
  }
}
