import EventLoops
import HTTP2
import Testing
import Transport

@testable import GRPC

/// Signs of life on silent connections.
@Suite(.timeLimit(.minutes(10))) struct KeepaliveTests {
  @Test func `nobody asks more often than every ten seconds`() {
    #expect(Keepalive(time: .milliseconds(1)).time == .seconds(10))
  }

  @Test func `the calls of a dead connection end with the reason`() async throws {
    let loops = try EventLoopGroup(count: 2)
    let acceptor = InProcessAcceptor { clientLoop in
      let pipe = MemoryPipe(from: clientLoop, to: loops.loops[1])
      loops.loops[1].execute { pipe.second.start(SilentPeer(pipe.second)) }
      return pipe.first
    }
    var configuration = ChannelConfiguration()
    var keepalive = Keepalive(time: .seconds(10), timeout: .milliseconds(5))
    keepalive.time = .milliseconds(5)
    configuration.keepalive = keepalive
    let channel = try Channel(inProcess: acceptor, configuration: configuration, group: loops)
    let error = await #expect(throws: RPCError.self) { try await EchoServiceClient(channel).echo(Note("x")) }
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("no sign of life") == true)
    await channel.close()
    await loops.shutdown()
  }

  @Test func `a peer that answers is kept`() async throws {
    let server = try ScriptedServer { stream in
      _ = stream.connection.loop.schedule(after: .milliseconds(50)) { stream.succeed() }
    }
    var configuration = ChannelConfiguration()
    var keepalive = Keepalive(time: .seconds(10), timeout: .seconds(60))
    keepalive.time = .milliseconds(1)
    configuration.keepalive = keepalive
    let channel = try server.channel(configuration)
    #expect(try await EchoServiceClient(channel).echo(Note("x")).text == "scripted")
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a server that finds it too often is asked half as often`() async throws {
    let server = try ScriptedServer { stream in
      stream.connection.session.terminate(.enhanceYourCalm, debug: "too_many_pings")
    }
    var configuration = ChannelConfiguration()
    configuration.keepalive = Keepalive(time: .seconds(20))
    let channel = try server.channel(configuration)
    let error = await #expect(throws: RPCError.self) { try await EchoServiceClient(channel).echo(Note("x")) }
    #expect(error?.code == .unavailable)
    #expect(await channel.core.ask { $0.keepalive?.time } == .seconds(40))
    await channel.close()
    await server.loops.shutdown()
  }

  @Test func `a server that says a thousand times that it is too often is asked once a day`() async throws {
    let server = try FrameServer { frame, connection in
      guard frame.type == Frame.headers else { return }
      // The call is still there, so that the connection is.
      for _ in 0..<500 {
        connection.send(Frame.goAway(last: 1, code: .enhanceYourCalm, debug: "too_many_pings").bytes)
      }
      connection.send(Frame.refusal(1, "5").bytes)
    }
    var configuration = ChannelConfiguration()
    configuration.keepalive = Keepalive(time: .seconds(20))
    let channel = try server.channel(configuration)
    for _ in 0..<2 {
      let error = await #expect(throws: RPCError.self) {
        try await EchoServiceClient(channel).echo(Note("x"))
      }
      #expect(error?.code == .notFound)
    }
    #expect(await channel.core.ask { $0.keepalive?.time } == .seconds(86_400))
    await channel.close()
    await server.loops.shutdown()
  }
}

/// A peer that sends its SETTINGS and nothing else ever.
private final class SilentPeer: ByteStreamHandler {
  private let end: MemoryPipeEnd

  init(_ end: MemoryPipeEnd) { self.end = end }

  func opened() {
    let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]
    _ = settings.withUnsafeBytes { try? end.write($0) }
  }

  func received(_ bytes: UnsafeRawBufferPointer) {}
  func receivedEnd() { end.close() }
  func becameWritable() {}
  func failed(_ error: TransportError) { end.close() }
}
