import HTTP2
import Testing

@testable import GRPC

/// Responses that are compressed because the server is set to, and what handlers say to that.
@Suite(.timeLimit(.minutes(10))) struct ResponseCompressionTests {
  private static let accepting: KeyValuePairs = ["grpc-accept-encoding": "identity, deflate, gzip"]

  /// A note whose encoding has so many bytes, and is shorter when it is compressed.
  private static func note(bytes: Int) -> Note {
    var note = Note(String(repeating: "again and ", count: bytes / 10 + 1))
    while note.serialized().count > bytes { note.text.removeLast() }
    return note
  }

  private static func configuration(from bytes: Int) -> ServerConfiguration {
    var configuration = ServerConfiguration()
    configuration.compressedResponseBytes = bytes
    return configuration
  }

  private func plain(_ message: [UInt8]) throws -> [UInt8] {
    try message.withUnsafeBytes { try MessageEncoding.gzip.decompress($0, limit: 1 << 26) }
  }

  @Test(arguments: [(99, false), (100, true), (101, true)])
  func `a response of the size is compressed, and its headers name the encoding only then`(
    size: Int, isCompressed: Bool
  ) async throws {
    let harness = try await ServerHarness(configuration: Self.configuration(from: 100))
    let note = Self.note(bytes: size).serialized()
    #expect(note.count == size)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo, Self.accepting), framed(note))
    #expect(call.status == 0)
    #expect(call.header("grpc-encoding") == (isCompressed ? "gzip" : nil))
    #expect(call.body.first == (isCompressed ? 1 : 0))
    #expect(try isCompressed ? plain(call.messages[0]) == note : call.messages[0] == note)
    await harness.stop()
  }

  @Test(arguments: ["identity": nil, "identity,deflate": "deflate", "snappy": nil, "gzip": "gzip"])
  func `only what the client reads is used`(offered: String, chosen: String?) async throws {
    let harness = try await ServerHarness(configuration: Self.configuration(from: 100))
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-accept-encoding": offered])
    let call = await harness.call(head, framed(Self.note(bytes: 1000).serialized()))
    #expect(call.header("grpc-encoding") == chosen)
    #expect(call.body.first == (chosen == nil ? 0 : 1))
    await harness.stop()
  }

  @Test func `what would not be shorter goes out as it is`() async throws {
    let harness = try await ServerHarness(configuration: Self.configuration(from: 0))
    let call = await harness.call(ServerHarness.head(ServerHarness.echo, Self.accepting), framed("x"))
    #expect(call.status == 0)
    #expect(call.body.first == 0)
    #expect(call.notes.map(\.text) == ["x"])
    await harness.stop()
  }

  @Test func `a stream names its encoding at once and compresses what is large, in order`() async throws {
    let sizes = [10, 1000, 50, 300_000, 20, 100_000]
    var service = EchoHandlers()
    service.onRepeat = { _, responses, _ in
      for size in sizes { try await responses.send(Self.note(bytes: size)) }
    }
    let harness = try await ServerHarness(service, configuration: Self.configuration(from: 100))
    let head = ServerHarness.head(ServerHarness.repeat, Self.accepting)
    let call = await harness.call(head, framed("go"))
    #expect(call.status == 0)
    #expect(call.header("grpc-encoding") == "gzip")
    #expect(call.flags == [0, 1, 0, 1, 0, 1])
    for (size, (message, flag)) in zip(sizes, zip(call.messages, call.flags)) {
      #expect(try (flag == 1 ? plain(message) : message) == Self.note(bytes: size).serialized())
    }
    await harness.stop()
  }

  @Test(arguments: Depth.allCases)
  func `large responses of every kind of method arrive`(depth: Depth) async throws {
    let harness = try CallHarness(depth: depth, server: Self.configuration(from: 1000))
    var note = Self.note(bytes: 1_000_000)
    note.count = 2
    let reply = try await harness.channel.unaryReply(EchoServiceMethods.echo, note)
    #expect(reply.message == note)
    #expect(reply.wasCompressed)
    var counts: [Int32] = []
    for try await response in harness.echo.repeat(note) {
      #expect(response.text == note.text)
      counts.append(response.count)
    }
    #expect(counts == [0, 1])
    let join = harness.echo.join()
    for _ in 0..<2 { try await join.send(note) }
    join.finish()
    #expect(try await join.response().text == note.text + note.text)
    let chat = harness.echo.chat()
    var answers = chat.responses.makeAsyncIterator()
    for _ in 0..<2 {
      try await chat.send(note)
      #expect(try await answers.next() == note)
    }
    chat.finish()
    #expect(try await answers.next() == nil)
    await harness.stop()
  }

  @Test(arguments: [1000, 100_000])
  func `an answer on the spot is compressed, too, and its metadata sent once`(size: Int) async throws {
    var service = EchoHandlers()
    service.onEcho = { _, _ in Note("the handler was asked") }
    service.onEchoImmediately = { note, context in
      context.addInitialMetadata("x-revision", 7)
      return note
    }
    let harness = try await ServerHarness(service, configuration: Self.configuration(from: 100))
    let note = Self.note(bytes: size).serialized()
    let call = await harness.call(ServerHarness.head(ServerHarness.echo, Self.accepting), framed(note))
    #expect(call.status == 0)
    #expect(call.headers.filter { $0.name == "x-revision" }.map(\.value) == ["7"])
    #expect(call.flags == [1])
    #expect(try plain(call.messages[0]) == note)
    await harness.stop()
  }

  @Test func `a second answer on the spot is INTERNAL, also behind one that waits to be compressed`()
    async throws
  {
    var service = EchoHandlers()
    service.onEchoTwice = true
    let harness = try await ServerHarness(service, configuration: Self.configuration(from: 100))
    let note = Self.note(bytes: 100_000).serialized()
    let call = await harness.call(ServerHarness.head(ServerHarness.echo, Self.accepting), framed(note))
    #expect(call.status == 13)
    await harness.stop()
  }

  @Test func `a handler may forbid what the server is set to`() async throws {
    var service = EchoHandlers()
    service.onEcho = { note, context in
      context.compressResponses(with: .identity)
      return note
    }
    let harness = try await ServerHarness(service, configuration: Self.configuration(from: 100))
    let head = ServerHarness.head(ServerHarness.echo, Self.accepting)
    let call = await harness.call(head, framed(Self.note(bytes: 100_000).serialized()))
    #expect(call.header("grpc-encoding") == nil)
    #expect(call.flags == [0])
    await harness.stop()
  }

  @Test func `a response above the limit is refused before it is compressed`() async throws {
    var configuration = Self.configuration(from: 100)
    configuration.maxResponseBytes = 50_000
    let harness = try await ServerHarness(configuration: configuration)
    let head = ServerHarness.head(ServerHarness.echo, Self.accepting)
    let call = await harness.call(head, framed(Self.note(bytes: 50_001).serialized()))
    #expect(call.status == 8)
    #expect(call.body.isEmpty)
    await harness.stop()
  }

  @Test func `many large responses side by side wait for each other, and all arrive`() async throws {
    let size = 200_000
    var service = EchoHandlers()
    service.onEcho = { _, _ in Self.note(bytes: size) }
    var configuration = Self.configuration(from: 100)
    configuration.maxQueuedResponseBytes = 2 * size
    let harness = try await ServerHarness(service, configuration: configuration)
    let statuses = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<40 {
        group.addTask {
          await harness.call(ServerHarness.head(ServerHarness.echo, Self.accepting), framed("go")).status
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 0, count: 40))
    #expect(await harness.deflatingBytes == 0)
    await harness.stop()
  }

  @Test func `what is being compressed counts against what all connections may hold`() async throws {
    var configuration = Self.configuration(from: 100)
    configuration.maxBufferedBytes = 1 << 20
    var service = EchoHandlers()
    service.onEcho = { _, _ in Self.note(bytes: 3 << 20) }
    let harness = try await ServerHarness(service, configuration: configuration)
    let call = await harness.call(ServerHarness.head(ServerHarness.echo, Self.accepting), framed("go"))
    #expect(call.status == 8)
    #expect(await harness.deflatingBytes == 0)
    await harness.stop()
  }

  @Test func `a call that is given up while its response waits to be compressed leaves nothing behind`()
    async throws
  {
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    var service = EchoHandlers()
    service.onEcho = { _, _ in
      begin.yield()
      return Self.note(bytes: 4_000_000)
    }
    let end = EndOfCall()
    let harness = try await ServerHarness(
      service, interceptors: [end], configuration: Self.configuration(from: 100))
    let call = await harness.open(ServerHarness.head(ServerHarness.echo, Self.accepting))
    await call.send(framed("go"))
    await call.end()
    for await _ in begun.prefix(1) {}
    await call.reset(.cancel)
    await end.wait()
    #expect(await harness.deflatingBytes == 0)
    let next = await harness.call(ServerHarness.head(ServerHarness.echo, Self.accepting), framed("go"))
    #expect(next.status == 0)
    await harness.stop()
  }
}

/// Tells when a call is over, its response included.
private final class EndOfCall: ServerInterceptor {
  private let over = AsyncStream.makeStream(of: Void.self)

  func intercept(
    _ context: ServerContext, next: nonisolated(nonsending) () async throws -> Void
  ) async throws {
    defer { over.continuation.yield() }
    try await next()
  }

  func wait() async { for await _ in over.stream.prefix(1) {} }
}
