import HTTP2
import Testing

@testable import GRPC

/// How far ahead of being read a client may send large requests: windows, and the turns in which they widen.
@Suite(.timeLimit(.minutes(10))) struct ServerWindowTests {
  @Test func `large requests side by side are received one after the other, and all succeed`() async throws {
    var configuration = ServerConfiguration()
    configuration.http2.streamWindowBytes = 64 * 1024
    configuration.calmRequestBytes = 100_000
    configuration.maxBufferedRequestBytes = 2_600_000
    let harness = try await ServerHarness(configuration: configuration)
    var calls: [RawCall] = []
    // 24 times 300 kB are more than may be held, 24 windows and one request are not.
    for _ in 0..<24 { calls.append(await harness.open(ServerHarness.head(ServerHarness.echo))) }
    for call in calls { await call.send(large(300_000)) }
    for call in calls { await call.end() }
    for call in calls {
      await call.closed()
      #expect(call.status == 0)
      #expect(call.notes.first?.text.utf8.count == 300_000)
    }
    await harness.stop()
  }

  @Test func `of many large requests only some may come far ahead of being read`() async throws {
    var configuration = ServerConfiguration()
    configuration.calmRequestBytes = 1_000_000
    let harness = try await ServerHarness(configuration: configuration)
    var calls: [RawCall] = []
    for _ in 0..<48 { calls.append(await harness.open(ServerHarness.head(ServerHarness.echo))) }
    // None is ever complete.
    for call in calls { await call.send(Array(large(400_000).dropLast())) }
    // A window of each, what is calm, and the one that has its turn.
    #expect(await harness.heldRequestBytes < 48 * 65_536 + 1_000_000 + 400_000)
    for call in calls { await call.reset(.cancel) }
    await harness.stop()
  }

  @Test func `a call that receives much may be sent more ahead than others`() async throws {
    let goOn = Signal()
    var service = EchoHandlers()
    service.onJoin = { notes, _ in
      await goOn.wait()
      var count = 0
      for try await note in notes { count += note.text.utf8.count }
      return Note("\(count)")
    }
    let harness = try await ServerHarness(service)
    let call = await harness.open(ServerHarness.head(ServerHarness.join))
    await call.send([UInt8](repeatElement(large(10_000), count: 100).joined()))
    await call.end()
    // The handler reads nothing: what left the client is what its window has let go.
    #expect(await harness.onLoop { 1_000_500 - (call.stream?.queuedBytes ?? 0) } >= 256 * 1024)
    goOn.send()
    await call.closed()
    #expect(call.notes.first?.text == "1000000")
    await harness.stop()
  }

  @Test func `a message is the client's to finish unless it has to wait for room`() async throws {
    let goOn = Signal()
    var service = EchoHandlers()
    service.onJoin = { notes, _ in
      await goOn.wait()
      for try await _ in notes {}
      return Note()
    }
    let harness = try await ServerHarness(service)
    let begun = await harness.open(ServerHarness.head(ServerHarness.echo))
    await begun.send(Array(large(60_000).dropLast()))
    #expect(await harness.unfinishedBytes == large(60_000).count - 1)
    await begun.reset(.cancel)
    #expect(await harness.unfinishedBytes == 0)
    // The handler takes nothing, so that the window closes with a message begun.
    let waiting = await harness.open(ServerHarness.head(ServerHarness.join))
    await waiting.send([UInt8](repeatElement(large(50_000), count: 20).joined()))
    #expect(await harness.heldRequestBytes > 100_000)
    #expect(await harness.unfinishedBytes == 0)
    goOn.send()
    await waiting.end()
    await waiting.closed()
    #expect(waiting.status == 0)
    await harness.stop()
  }

  @Test func `a call that keeps its turn and sends nothing holds up its own connection until it ends`()
    async throws
  {
    var configuration = ServerConfiguration()
    configuration.http2.streamWindowBytes = 64 * 1024
    configuration.calmRequestBytes = 50_000
    let harness = try await ServerHarness(configuration: configuration)
    let holder = await harness.open(ServerHarness.head(ServerHarness.echo))
    await holder.send(Array(large(300_000).prefix(120_000)))
    let other = await harness.open(ServerHarness.head(ServerHarness.echo))
    await other.send(large(300_000))
    await other.end()
    #expect(await harness.onLoop { (other.stream?.queuedBytes ?? 0) > 0 })
    await holder.reset(.cancel)
    await other.closed()
    #expect(other.status == 0)
    await harness.stop()
  }

  @Test func `calls that are over do not stay among those that wait for a window`() async throws {
    var configuration = ServerConfiguration()
    configuration.http2.streamWindowBytes = 64 * 1024
    configuration.calmRequestBytes = 50_000
    let harness = try await ServerHarness(configuration: configuration)
    let holder = await harness.open(ServerHarness.head(ServerHarness.echo))
    await holder.send(Array(large(300_000).prefix(120_000)))
    for _ in 0..<150 {
      let call = await harness.open(ServerHarness.head(ServerHarness.echo))
      await call.send(Array(large(10_000).dropLast()))
      await call.reset(.cancel)
    }
    #expect(await harness.starvedCalls <= 66)
    // Who still waits is not forgotten.
    let other = await harness.open(ServerHarness.head(ServerHarness.echo))
    await other.send(large(300_000))
    await other.end()
    await holder.reset(.cancel)
    await other.closed()
    #expect(other.status == 0)
    await harness.stop()
  }

  @Test func `a call that gets its turn gets the window that was kept from it`() async throws {
    var configuration = ServerConfiguration()
    configuration.http2.streamWindowBytes = 64 * 1024
    configuration.calmRequestBytes = 50_000
    let goOn = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      if note.count == 1 { await goOn.wait() }
      return note
    }
    let harness = try await ServerHarness(service, configuration: configuration)
    let first = await harness.open(ServerHarness.head(ServerHarness.echo))
    let second = await harness.open(ServerHarness.head(ServerHarness.echo))
    let firstBytes = framed(String(repeating: "x", count: 300_000), count: 1)
    await first.send(Array(firstBytes.prefix(120_000)))
    // Most of the second one's window is kept from it while it is not its turn.
    await second.send(Array(large(300_000).prefix(40_000)))
    await first.send(Array(firstBytes.dropFirst(120_000)))
    await first.end()
    await second.send(Array(large(300_000).dropFirst(40_000)))
    await second.end()
    goOn.send()
    for call in [first, second] {
      await call.closed()
      #expect(call.status == 0)
    }
    await harness.stop()
  }
}
