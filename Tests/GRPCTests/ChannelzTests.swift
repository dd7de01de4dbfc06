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

  private func with(
    describing channels: (Server) throws -> [Channel] = { _ in [] },
    _ body: (Server, Asker) async throws -> Void
  ) async throws {
    let loops = try EventLoopGroup(count: 2)
    let channelz = ChannelzService()
    let server = Server([channelz, HealthService()], on: loops)
    channelz.describe(server)
    let described = try channels(server)
    for channel in described { channelz.describe(channel) }
    let channel = try Channel(inProcess: server)
    try await body(server, Asker(channel: channel))
    for channel in described { await channel.close() }
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

  @Test func `a channel tells of its calls, and by its subchannel of its connection`() async throws {
    var observed: Channel?
    let described: (Server) throws -> [Channel] = {
      let channel = try Channel(inProcess: $0)
      observed = channel
      return [channel]
    }
    try await with(describing: described) { _, asker in
      let health = HealthClient(try #require(observed))
      let before = try #require(
        try await asker.ask(ChannelzChannelzMethods.getTopChannels).channel.first)
      #expect(before.data?.state?.state == .idle && before.data?.callsStarted == 0)
      #expect(before.data?.lastCallStartedTimestamp == nil && before.subchannelRef.isEmpty)
      for _ in 0..<3 { _ = try await health.check(HealthCheckRequest()) }
      _ = try? await health.check(HealthCheckRequest.with { $0.service = "no.such" })

      let top = try await asker.ask(ChannelzChannelzMethods.getTopChannels)
      let channel = try #require(top.channel.first)
      #expect(top.end && top.channel.count == 1 && channel.ref == before.ref)
      let data = try #require(channel.data)
      #expect(data.state?.state == .ready && data.target == "in-process")
      #expect(data.callsStarted == 4 && data.callsSucceeded == 3 && data.callsFailed == 1)
      #expect(data.lastCallStartedTimestamp != nil)
      let id = try #require(channel.ref?.channelId)
      let same = try await asker.ask(ChannelzChannelzMethods.getChannel) { $0.channelId = id }
      #expect(same.channel?.ref == channel.ref && same.channel?.subchannelRef == channel.subchannelRef)

      let part = try #require(channel.subchannelRef.first?.subchannelId)
      let subchannel = try #require(
        try await asker.ask(ChannelzChannelzMethods.getSubchannel) { $0.subchannelId = part }.subchannel)
      #expect(subchannel.data?.state?.state == .ready)
      #expect(subchannel.data?.callsStarted == 4 && subchannel.data?.callsSucceeded == 3)
      let wire = try #require(subchannel.socketRef.first?.socketId)
      let socket = try await asker.ask(ChannelzChannelzMethods.getSocket) { $0.socketId = wire }.socket
      let traffic = try #require(socket?.data)
      #expect(traffic.streamsStarted == 4 && traffic.streamsSucceeded == 4 && traffic.streamsFailed == 0)
      #expect(traffic.messagesSent == 4 && traffic.messagesReceived == 3)
      #expect(
        traffic.lastLocalStreamCreatedTimestamp != nil && traffic.lastRemoteStreamCreatedTimestamp == nil)
    }
  }

  @Test func `channels are listed page by page in the order of their ids`() async throws {
    try await with(describing: { server in try (0..<5).map { _ in try Channel(inProcess: server) } }) {
      _, asker in
      var found: [Int64] = []
      var isEnd = false
      while !isEnd {
        let page = try await asker.ask(ChannelzChannelzMethods.getTopChannels) {
          $0.startChannelId = (found.last ?? 0) + 1
          $0.maxResults = 2
        }
        #expect(page.channel.count <= 2)
        found += page.channel.compactMap(\.ref?.channelId)
        isEnd = page.end
      }
      #expect(found.count == 5 && found == found.sorted())
    }
  }

  @Test func `a channel whose attempts fail says so, and which calls failed with it`() async throws {
    let nowhere = "unix:/nowhere/\(UInt64.random(in: 0...UInt64.max))"
    let channel = try Channel(nowhere)
    try await with(describing: { _ in [channel] }) { _, asker in
      _ = try? await HealthClient(channel).check(HealthCheckRequest())
      let told = try #require(try await asker.ask(ChannelzChannelzMethods.getTopChannels).channel.first)
      #expect(told.data?.target == nowhere && told.data?.state?.state == .transientFailure)
      #expect(told.data?.callsStarted == 1 && told.data?.callsFailed == 1)
      let part = try #require(told.subchannelRef.first?.subchannelId)
      let subchannel = try await asker.ask(ChannelzChannelzMethods.getSubchannel) { $0.subchannelId = part }
      #expect(subchannel.subchannel?.data?.callsStarted == 0 && subchannel.subchannel?.socketRef == [])
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
      let channel = await #expect(throws: RPCError.self) {
        try await asker.ask(ChannelzChannelzMethods.getChannel) { $0.channelId = .max }
      }
      #expect(channel?.code == .notFound)
      let subchannel = await #expect(throws: RPCError.self) {
        try await asker.ask(ChannelzChannelzMethods.getSubchannel) { $0.subchannelId = .max }
      }
      #expect(subchannel?.code == .notFound)
      let channels = try await asker.ask(ChannelzChannelzMethods.getTopChannels)
      #expect(channels.end && channels.channel.isEmpty)
    }
  }
}
