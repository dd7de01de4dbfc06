import RandomTesting
import Synchronization
import Testing

@testable import GRPC

/// Which messages of a call are compressed, and how each side learns of it.
@Suite(.timeLimit(.minutes(10))) struct MessageCompressionTests {
  private let long = Note(String(repeating: "again and ", count: 1000))

  @Test(arguments: [MessageEncoding.gzip, .deflate])
  func `each request of a call may be compressed or not`(encoding: MessageEncoding) async throws {
    let seen = Mutex<[Bool]>([])
    var service = EchoHandlers()
    service.onJoin = { requests, context in
      for try await _ in requests { seen.withLock { $0.append(context.requestWasCompressed) } }
      return Note("done")
    }
    let harness = try CallHarness(service)
    let call = harness.echo.join(options: CallOptions(compression: encoding))
    for compressed in [false, true, false] { try await call.send(long, compressed: compressed) }
    call.finish()
    _ = try await call.response()
    #expect(seen.withLock { $0 } == [false, true, false])
    await harness.stop()
  }

  @Test func `a request that is large while it is compressed is read, garbage of its size is INTERNAL`()
    async throws
  {
    var random = SeededGenerator(seed: 1)
    let text = String((0..<60_000).map { _ in "0123456789abcdef".randomElement(using: &random)! })
    let message = Note(text).serialized()
    let compressed = try #require(message.withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    #expect(compressed.count > InflationPool.largestOnLoop)
    let garbage = (0..<compressed.count).map { UInt8(truncatingIfNeeded: $0) }
    let harness = try await ServerHarness()
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "gzip"])
    #expect(await harness.call(head, framed(compressed, flag: 1)).notes.map(\.text) == [text])
    #expect(await harness.call(head, framed(garbage, flag: 1)).status == 13)
    await harness.stop()
  }

  @Test(arguments: [0, 10, 20_000, 1 << 31])
  func `a bomb is refused whatever it says that it comes to`(announced: Int) async throws {
    let zeros = [UInt8](repeating: 0, count: 5 << 20)
    var bomb = try #require(zeros.withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    for index in 0..<4 { bomb[bomb.count - 4 + index] = UInt8(announced >> (8 * index) & 255) }
    #expect(bomb.withUnsafeBytes { MessageEncoding.gzip.announcedSize(of: $0) } == announced)
    let harness = try await ServerHarness()
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "gzip"])
    #expect(await harness.call(head, framed(bomb, flag: 1)).status == 8)
    await harness.stop()
  }

  @Test(arguments: [(5 << 20, 8), (100_000, 13)])
  func `a message that says itself that it is over the limit is not inflated to see`(
    announced: Int, status: Int
  ) async throws {
    var random = SeededGenerator(seed: 1)
    let text = (0..<100_000).map { _ in UInt8.random(in: 0...15, using: &random) }
    var message = try #require(text.withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    // Damage that inflating would find, behind what is looked at first.
    for index in message.count / 2..<message.count / 2 + 100 { message[index] = 0xff }
    for index in 0..<4 { message[message.count - 4 + index] = UInt8(announced >> (8 * index) & 255) }
    let harness = try await ServerHarness()
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "gzip"])
    #expect(await harness.call(head, framed(message, flag: 1)).status == status)
    await harness.stop()
  }

  @Test func `large compressed requests of one connection are inflated in turn, and all answered`()
    async throws
  {
    let harness = try await ServerHarness()
    let note = Note(String(repeating: "again and ", count: 20_000))
    let message = try #require(note.serialized().withUnsafeBytes { MessageEncoding.gzip.compress($0) })
    let head = ServerHarness.head(ServerHarness.echo, ["grpc-encoding": "gzip"])
    let calls = await withTaskGroup(of: RawCall.self) { group in
      for number in 0..<20 {
        group.addTask {
          let call = await harness.open(head)
          await call.send(framed(message, flag: 1))
          await call.end()
          // Some are given up while they wait for their turn.
          if number % 4 == 3 { await call.reset(.cancel) }
          await call.closed()
          return call
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(calls.filter { $0.notes == [note] }.count >= 15)
    #expect(await harness.heldRequestBytes == 0)
    await harness.stop()
  }

  @Test func `each response of a call may be compressed or not`() async throws {
    var service = EchoHandlers()
    service.onRepeat = { note, responses, context in
      context.compressResponses()
      for compressed in [false, true, false] { try await responses.send(note, compressed: compressed) }
    }
    let harness = try CallHarness(service)
    var responses = harness.echo.repeat(long).makeAsyncIterator()
    var seen: [Bool] = []
    while let response = try await responses.next() {
      #expect(response == long)
      seen.append(responses.lastWasCompressed)
    }
    #expect(seen == [false, true, false])
    await harness.stop()
  }

  @Test func `a unary call tells on both sides what was compressed`() async throws {
    let seen = Mutex<[Bool]>([])
    var service = EchoHandlers()
    service.onEcho = { note, context in
      seen.withLock { $0.append(context.requestWasCompressed) }
      if note.count == 1 { context.compressResponses() }
      return note
    }
    let harness = try CallHarness(service)
    for count in [0, 1] as [Int32] {
      let note = Note(long.text, count: count)
      let options = CallOptions(compression: count == 0 ? .gzip : .identity)
      let reply = try await harness.channel.unaryReply(EchoServiceMethods.echo, note, options)
      #expect(reply.wasCompressed == (count == 1))
    }
    #expect(seen.withLock { $0 } == [true, false])
    await harness.stop()
  }

  @Test func `compression that is asked for after the first response changes nothing`() async throws {
    var service = EchoHandlers()
    service.onRepeat = { note, responses, context in
      try await responses.send(note)
      context.compressResponses()
      try await responses.send(note)
    }
    let harness = try CallHarness(service)
    var received: [Note] = []
    for try await response in harness.echo.repeat(long) { received.append(response) }
    #expect(received == [long, long])
    await harness.stop()
  }
}
