import EventLoops
import Testing

@testable import GRPC

/// Requests above `ServerConfiguration.largeRequestBytes`, which are decoded and handled beside the loop.
@Suite(.timeLimit(.minutes(10))) struct LargeRequestTests {
  private static let limit = 1000
  private static let long = String(repeating: "x", count: 5000)

  /// Handlers whose answers say where they ran.
  private var telling: EchoHandlers {
    var service = EchoHandlers()
    service.onEcho = { note, context in Note("\(note.text.count) \(Self.place(context))") }
    service.onEchoImmediately = { note, context in Note("\(note.text.count) \(Self.place(context)) at once") }
    service.onRepeat = { note, responses, context in
      for _ in 0..<note.count {
        // After each response it is where it was.
        try await responses.send(Note("\(note.text.count) \(Self.place(context))"))
      }
    }
    service.onChat = { requests, responses, context in
      for try await note in requests {
        try await responses.send(Note("\(note.text.count) \(Self.place(context))"))
      }
    }
    return service
  }

  private static func place(_ context: ServerContext) -> String {
    context.eventLoop.isCurrent ? "on the loop" : "beside"
  }

  private func harness(beside: Bool = true) async throws -> ServerHarness {
    var configuration = ServerConfiguration()
    configuration.largeRequestBytes = Self.limit
    if beside { configuration.largeRequestPool = try ComputePool(threads: 1) }
    return try await ServerHarness(telling, configuration: configuration)
  }

  private func answers(_ harness: ServerHarness, _ path: String, _ bytes: [UInt8]) async -> [String] {
    let call = await harness.call(ServerHarness.head(path), bytes)
    #expect(call.status == 0)
    return call.notes.map(\.text)
  }

  @Test func `a unary handler is given a large request beside the loop, and a small one at once`()
    async throws
  {
    let harness = try await harness()
    #expect(await answers(harness, ServerHarness.echo, framed(Self.long)) == ["5000 beside"])
    #expect(await answers(harness, ServerHarness.echo, framed("xx")) == ["2 on the loop at once"])
    #expect(await harness.heldRequestBytes == 0)
    await harness.stop()
  }

  @Test func `the handler of a stream of responses stays beside the loop`() async throws {
    let harness = try await harness()
    let large = await answers(harness, ServerHarness.repeat, framed(Self.long, count: 3))
    #expect(large == Array(repeating: "5000 beside", count: 3))
    #expect(await answers(harness, ServerHarness.repeat, framed("x", count: 1)) == ["1 on the loop"])
    await harness.stop()
  }

  @Test func `the handler of a stream of requests stays on its loop, large ones keep their places`()
    async throws
  {
    let harness = try await harness()
    let found = await answers(
      harness, ServerHarness.chat, framed("a") + framed(Self.long) + framed("bc") + framed(Self.long))
    #expect(found == [1, 5000, 2, 5000].map { "\($0) on the loop" })
    await harness.stop()
  }

  @Test func `a compressed request is as large as what it comes to`() async throws {
    let harness = try await harness()
    let note = Note(String(repeating: "x", count: 100_000)).serialized()
    let compressed = try #require(note.withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    let call = await harness.call(
      ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "gzip"]), framed(compressed, flag: 1))
    #expect(compressed.count < Self.limit)
    #expect(call.notes.map(\.text) == ["100000 beside"])
    await harness.stop()
  }

  @Test func `without a place beside the loop all is done on it`() async throws {
    let harness = try await harness(beside: false)
    #expect(await answers(harness, ServerHarness.echo, framed(Self.long)) == ["5000 on the loop at once"])
    await harness.stop()
  }

  @Test func `a large request that is no message is refused as a small one is`() async throws {
    let harness = try await harness()
    for size in [10, 5000] {
      let call = await harness.call(
        ServerHarness.head(ServerHarness.echo), framed([UInt8](repeating: 0xff, count: size)))
      #expect(call.status == 13)
      #expect(call.message?.hasPrefix("the message cannot be decoded") == true)
    }
    await harness.stop()
  }

  @Test func `a second large request of a unary call is refused`() async throws {
    let harness = try await harness()
    let call = await harness.call(
      ServerHarness.head(ServerHarness.echo), framed(Self.long) + framed(Self.long))
    #expect(call.status == 12)
    #expect(await harness.heldRequestBytes == 0)
    await harness.stop()
  }
}
