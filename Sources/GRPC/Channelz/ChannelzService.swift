import Protobuf
import Synchronization

/// The channelz service of gRPC (`grpc.channelz.v1`, gRFC A14): servers, channels and their connections, for operators who
/// debug.
///
/// Nothing is counted for it in a place that loops share; a question costs one visit to each loop.
public final class ChannelzService: ChannelzChannelzServer {
  /// What a page holds when the caller does not say.
  private static let pageSize = 100
  private static let largestPage = 1000

  private struct Known {
    var servers: [KnownServer] = []
    var channels: [KnownChannel] = []
  }

  private struct KnownServer {
    weak var server: Server?
  }

  private struct KnownChannel {
    weak var channel: Channel?
  }

  private let known = Mutex(Known())

  /// A service that describes nothing yet.
  public init() {}

  /// Describes a server, too, for as long as it lives.
  public func describe(_ server: Server) {
    known.withLock {
      $0.servers.removeAll { $0.server == nil }
      $0.servers.append(KnownServer(server: server))
    }
  }

  /// Describes a channel, too, for as long as it lives.
  public func describe(_ channel: Channel) {
    known.withLock {
      $0.channels.removeAll { $0.channel == nil }
      $0.channels.append(KnownChannel(channel: channel))
    }
  }

  private var servers: [Server] {
    known.withLock { $0.servers.compactMap(\.server) }.sorted { $0.channelzID < $1.channelzID }
  }

  private var channels: [ChannelCore] {
    known.withLock { $0.channels.compactMap { $0.channel?.core } }.sorted { $0.channelzID < $1.channelzID }
  }

  // MARK: - Servers

  /// Lists the servers.
  public func getServers(
    _ request: ChannelzGetServersRequest, context: ServerContext
  ) async throws -> ChannelzGetServersResponse {
    let found = servers.filter { $0.channelzID >= request.startServerId }
    let page = found.prefix(try Self.pageSize(request.maxResults))
    var response = ChannelzGetServersResponse()
    for server in page { response.server.append(await Self.describe(server)) }
    response.end = page.count == found.count
    return response
  }

  /// Tells of one server.
  public func getServer(
    _ request: ChannelzGetServerRequest, context: ServerContext
  ) async throws -> ChannelzGetServerResponse {
    var response = ChannelzGetServerResponse()
    response.server = await Self.describe(try server(request.serverId))
    return response
  }

  /// Lists the connections of a server.
  public func getServerSockets(
    _ request: ChannelzGetServerSocketsRequest, context: ServerContext
  ) async throws -> ChannelzGetServerSocketsResponse {
    let found = await (try server(request.serverId)).sockets(from: request.startSocketId)
    let page = found.prefix(try Self.pageSize(request.maxResults))
    var response = ChannelzGetServerSocketsResponse()
    response.socketRef = page.map { ChannelzSocketRef(id: $0.id, name: $0.name) }
    response.end = page.count == found.count
    return response
  }

  /// Tells of a connection of a server or a channel, or of a place where a server listens.
  public func getSocket(
    _ request: ChannelzGetSocketRequest, context: ServerContext
  ) async throws -> ChannelzGetSocketResponse {
    var response = ChannelzGetSocketResponse()
    for server in servers {
      if let listening = server.listenSockets.first(where: { $0.id == request.socketId }) {
        response.socket = ChannelzSocket(listening)
        return response
      }
      if let facts = await server.facts(ofSocket: request.socketId) {
        response.socket = ChannelzSocket(facts, id: request.socketId)
        return response
      }
    }
    for channel in channels {
      guard let facts = await channel.ask({ $0.facts(ofSocket: request.socketId) }) else { continue }
      response.socket = ChannelzSocket(facts, id: request.socketId)
      return response
    }
    throw Self.unknown("socket", request.socketId)
  }

  // MARK: - Channels

  /// Lists the channels; none of ours is part of another.
  public func getTopChannels(
    _ request: ChannelzGetTopChannelsRequest, context: ServerContext
  ) async throws -> ChannelzGetTopChannelsResponse {
    let found = channels.filter { $0.channelzID >= request.startChannelId }
    let page = found.prefix(try Self.pageSize(request.maxResults))
    var response = ChannelzGetTopChannelsResponse()
    for channel in page { response.channel.append(ChannelzChannel(await channel.ask(\.facts))) }
    response.end = page.count == found.count
    return response
  }

  /// Tells of one channel.
  public func getChannel(
    _ request: ChannelzGetChannelRequest, context: ServerContext
  ) async throws -> ChannelzGetChannelResponse {
    guard let channel = channels.first(where: { $0.channelzID == request.channelId }) else {
      throw Self.unknown("channel", request.channelId)
    }
    var response = ChannelzGetChannelResponse()
    response.channel = ChannelzChannel(await channel.ask(\.facts))
    return response
  }

  /// Tells of one subchannel.
  public func getSubchannel(
    _ request: ChannelzGetSubchannelRequest, context: ServerContext
  ) async throws -> ChannelzGetSubchannelResponse {
    for channel in channels {
      guard let facts = await channel.ask({ $0.facts(ofSubchannel: request.subchannelId) }) else { continue }
      var response = ChannelzGetSubchannelResponse()
      response.subchannel = ChannelzSubchannel(facts)
      return response
    }
    throw Self.unknown("subchannel", request.subchannelId)
  }

  // MARK: - Pieces

  private func server(_ id: Int64) throws(RPCError) -> Server {
    guard let server = servers.first(where: { $0.channelzID == id }) else { throw Self.unknown("server", id) }
    return server
  }

  private static func describe(_ server: Server) async -> ChannelzServer {
    ChannelzServer(id: server.channelzID, await server.tally(), listening: server.listenSockets)
  }

  private static func pageSize(_ wanted: Int64) throws(RPCError) -> Int {
    guard wanted >= 0 else {
      throw RPCError(.invalidArgument, "max_results is \(wanted); expected 0 or more")
    }
    return wanted == 0 ? pageSize : Int(min(wanted, Int64(largestPage)))
  }

  private static func unknown(_ what: String, _ id: Int64) -> RPCError {
    RPCError(.notFound, "there is no \(what) \(id) here")
  }
}
