import EventLoops
import Protobuf
import Testing

@testable import GRPC

/// Channelz asked over one connection in memory while others come and go.
@Suite(.timeLimit(.minutes(10))) struct ChannelzTests {
  private struct Asker {
    let channel: Channel

    func ask<Request: Message, Response: Message>(
      _ method: MethodDescriptor<Request, Response>, _ configure: (inout Request) -> Void = { _ in }
    ) async throws -> Response {
      var request = Request()
      configure(&request)
      return try await channel.unary(method, request)
    }
  }

  private func with(_ body: (Server, Asker) async throws -> Void) async throws {
    let loops = try EventLoopGroup(count: 2)
    let channelz = ChannelzService()
    let server = Server([channelz, HealthService()], on: loops)
    channelz.describe(server)
    let channel = try Channel(inProcess: server)
    try await body(server, Asker(channel: channel))
    await channel.close()
    await server.shutDownGracefully(grace: nil)
    await loops.shutdown()
  }

  @Test func `a server counts the calls of connections that are gone, too`() async throws {
    try await with { server, asker in
      for _ in 0..<3 {
        let passing = try Channel(inProcess: server)
        _ = try await HealthClient(passing).check(HealthCheckRequest())
        var unknown = HealthCheckRequest()
        unknown.service = "no.such"
        _ = try? await HealthClient(passing).check(unknown)
        await passing.close()
      }
      let answer = try await asker.ask(ChannelzChannelzMethods.getServers)
      let data = try #require(answer.server.first?.data)
      #expect(answer.end && answer.server.count == 1)
      #expect(data.callsStarted == 7 && data.callsSucceeded == 3 && data.callsFailed == 3)
      #expect(data.lastCallStartedTimestamp != nil)
    }
  }

  @Test func `connections are listed page by page in the order of their ids`() async throws {
    try await with { server, asker in
      var others: [Channel] = []
      for _ in 0..<4 {
        let other = try Channel(inProcess: server)
        _ = try await HealthClient(other).check(HealthCheckRequest())
        others.append(other)
      }
      let id = try #require(
        try await asker.ask(ChannelzChannelzMethods.getServers).server.first?.ref?.serverId)
      var found: [Int64] = []
      var isEnd = false
      while !isEnd {
        let page = try await asker.ask(ChannelzChannelzMethods.getServerSockets) {
          $0.serverId = id
          $0.startSocketId = (found.last ?? 0) + 1
          $0.maxResults = 2
        }
        #expect(page.socketRef.count <= 2)
        found += page.socketRef.map(\.socketId)
        isEnd = page.end
      }
      #expect(found.count == 5 && found == found.sorted())
      for other in others { await other.close() }
    }
  }

  @Test func `a socket tells what went over it`() async throws {
    try await with { _, asker in
      let id = try #require(
        try await asker.ask(ChannelzChannelzMethods.getServers).server.first?.ref?.serverId)
      let list = try await asker.ask(ChannelzChannelzMethods.getServerSockets) { $0.serverId = id }
      let socket = try await asker.ask(ChannelzChannelzMethods.getSocket) {
        $0.socketId = list.socketRef[0].socketId
      }.socket
      let data = try #require(socket?.data)
      #expect(data.streamsStarted == 3 && data.streamsSucceeded == 2 && data.streamsFailed == 0)
      #expect(data.messagesReceived == 3 && data.messagesSent == 2)
      #expect((data.localFlowControlWindow?.value ?? 0) > 0 && (data.remoteFlowControlWindow?.value ?? 0) > 0)
    }
  }

  @Test func `what is not there is NOT_FOUND, and a negative page is refused`() async throws {
    try await with { _, asker in
      let missing = await #expect(throws: RPCError.self) {
        try await asker.ask(ChannelzChannelzMethods.getSocket) { $0.socketId = .max }
      }
      #expect(missing?.code == .notFound)
      let negative = await #expect(throws: RPCError.self) {
        try await asker.ask(ChannelzChannelzMethods.getServers) { $0.maxResults = -1 }
      }
      #expect(negative?.code == .invalidArgument)
      let channels = try await asker.ask(ChannelzChannelzMethods.getTopChannels)
      #expect(channels.end && channels.channel.isEmpty)
    }
  }
}
