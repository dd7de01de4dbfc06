// Generated from grpc/channelz/v1/channelz.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// The methods of `grpc.channelz.v1.Channelz`.
public enum ChannelzChannelzMethods {
  /// `GetTopChannels`.
  public static let getTopChannels = MethodDescriptor<
    ChannelzGetTopChannelsRequest, ChannelzGetTopChannelsResponse
  >(
    service: "grpc.channelz.v1.Channelz", name: "GetTopChannels", kind: .unary)

  /// `GetServers`.
  public static let getServers = MethodDescriptor<ChannelzGetServersRequest, ChannelzGetServersResponse>(
    service: "grpc.channelz.v1.Channelz", name: "GetServers", kind: .unary)

  /// `GetServer`.
  public static let getServer = MethodDescriptor<ChannelzGetServerRequest, ChannelzGetServerResponse>(
    service: "grpc.channelz.v1.Channelz", name: "GetServer", kind: .unary)

  /// `GetServerSockets`.
  public static let getServerSockets = MethodDescriptor<
    ChannelzGetServerSocketsRequest, ChannelzGetServerSocketsResponse
  >(
    service: "grpc.channelz.v1.Channelz", name: "GetServerSockets", kind: .unary)

  /// `GetChannel`.
  public static let getChannel = MethodDescriptor<ChannelzGetChannelRequest, ChannelzGetChannelResponse>(
    service: "grpc.channelz.v1.Channelz", name: "GetChannel", kind: .unary)

  /// `GetSubchannel`.
  public static let getSubchannel = MethodDescriptor<
    ChannelzGetSubchannelRequest, ChannelzGetSubchannelResponse
  >(
    service: "grpc.channelz.v1.Channelz", name: "GetSubchannel", kind: .unary)

  /// `GetSocket`.
  public static let getSocket = MethodDescriptor<ChannelzGetSocketRequest, ChannelzGetSocketResponse>(
    service: "grpc.channelz.v1.Channelz", name: "GetSocket", kind: .unary)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "grpc.channelz.v1.Channelz", file: .grpcChannelzV1Channelz,
    methods: [
      getTopChannels.erased, getServers.erased, getServer.erased, getServerSockets.erased, getChannel.erased,
      getSubchannel.erased, getSocket.erased,
    ])
}

/// Tells of the channels, servers and sockets of a process. Lists are in the order of ids and come in pages.
public protocol ChannelzChannelzServer: Service {
  /// Lists the channels that were made by the program itself.
  func getTopChannels(_ request: ChannelzGetTopChannelsRequest, context: ServerContext) async throws
    -> ChannelzGetTopChannelsResponse

  /// Lists the servers.
  func getServers(_ request: ChannelzGetServersRequest, context: ServerContext) async throws
    -> ChannelzGetServersResponse

  /// Tells of one server.
  func getServer(_ request: ChannelzGetServerRequest, context: ServerContext) async throws
    -> ChannelzGetServerResponse

  /// Lists the connections of a server.
  func getServerSockets(_ request: ChannelzGetServerSocketsRequest, context: ServerContext) async throws
    -> ChannelzGetServerSocketsResponse

  /// Tells of one channel.
  func getChannel(_ request: ChannelzGetChannelRequest, context: ServerContext) async throws
    -> ChannelzGetChannelResponse

  /// Tells of one subchannel.
  func getSubchannel(_ request: ChannelzGetSubchannelRequest, context: ServerContext) async throws
    -> ChannelzGetSubchannelResponse

  /// Tells of one socket.
  func getSocket(_ request: ChannelzGetSocketRequest, context: ServerContext) async throws
    -> ChannelzGetSocketResponse
}

extension ChannelzChannelzServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { ChannelzChannelzMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(ChannelzChannelzMethods.getTopChannels) {
      try await self.getTopChannels($0, context: $1)
    }
    router.unary(ChannelzChannelzMethods.getServers) {
      try await self.getServers($0, context: $1)
    }
    router.unary(ChannelzChannelzMethods.getServer) {
      try await self.getServer($0, context: $1)
    }
    router.unary(ChannelzChannelzMethods.getServerSockets) {
      try await self.getServerSockets($0, context: $1)
    }
    router.unary(ChannelzChannelzMethods.getChannel) {
      try await self.getChannel($0, context: $1)
    }
    router.unary(ChannelzChannelzMethods.getSubchannel) {
      try await self.getSubchannel($0, context: $1)
    }
    router.unary(ChannelzChannelzMethods.getSocket) {
      try await self.getSocket($0, context: $1)
    }
  }
}

/// A `ChannelzChannelzServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedChannelzChannelzServer: ChannelzChannelzServer {}

extension UnimplementedChannelzChannelzServer {
  /// Answers `UNIMPLEMENTED`.
  public func getTopChannels(_ request: ChannelzGetTopChannelsRequest, context: ServerContext) async throws
    -> ChannelzGetTopChannelsResponse
  {
    throw ChannelzChannelzMethods.getTopChannels.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getServers(_ request: ChannelzGetServersRequest, context: ServerContext) async throws
    -> ChannelzGetServersResponse
  {
    throw ChannelzChannelzMethods.getServers.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getServer(_ request: ChannelzGetServerRequest, context: ServerContext) async throws
    -> ChannelzGetServerResponse
  {
    throw ChannelzChannelzMethods.getServer.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getServerSockets(_ request: ChannelzGetServerSocketsRequest, context: ServerContext)
    async throws -> ChannelzGetServerSocketsResponse
  {
    throw ChannelzChannelzMethods.getServerSockets.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getChannel(_ request: ChannelzGetChannelRequest, context: ServerContext) async throws
    -> ChannelzGetChannelResponse
  {
    throw ChannelzChannelzMethods.getChannel.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getSubchannel(_ request: ChannelzGetSubchannelRequest, context: ServerContext) async throws
    -> ChannelzGetSubchannelResponse
  {
    throw ChannelzChannelzMethods.getSubchannel.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func getSocket(_ request: ChannelzGetSocketRequest, context: ServerContext) async throws
    -> ChannelzGetSocketResponse
  {
    throw ChannelzChannelzMethods.getSocket.unimplemented
  }
}
