// Generated from grpc/reflection/v1/reflection.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// The methods of `grpc.reflection.v1.ServerReflection`.
public enum ServerReflectionMethods {
  /// `ServerReflectionInfo`.
  public static let serverReflectionInfo = MethodDescriptor<
    ServerReflectionRequest, ServerReflectionResponse
  >(
    service: "grpc.reflection.v1.ServerReflection", name: "ServerReflectionInfo", kind: .bidirectional)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "grpc.reflection.v1.ServerReflection", file: .grpcReflectionV1Reflection,
    methods: [serverReflectionInfo.erased])
}

/// Describes the services of this server, so that tools can call them without their .proto files.
public protocol ServerReflectionServer: Service {
  /// Answers each request with one response, in order.
  func serverReflectionInfo(
    _ requests: RequestStream<ServerReflectionRequest>, responses: ResponseWriter<ServerReflectionResponse>,
    context: ServerContext) async throws
}

extension ServerReflectionServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { ServerReflectionMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.bidirectional(ServerReflectionMethods.serverReflectionInfo) {
      try await self.serverReflectionInfo($0, responses: $1, context: $2)
    }
  }
}

/// A `ServerReflectionServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedServerReflectionServer: ServerReflectionServer {}

extension UnimplementedServerReflectionServer {
  /// Answers `UNIMPLEMENTED`.
  public func serverReflectionInfo(
    _ requests: RequestStream<ServerReflectionRequest>, responses: ResponseWriter<ServerReflectionResponse>,
    context: ServerContext
  ) async throws {
    throw ServerReflectionMethods.serverReflectionInfo.unimplemented
  }
}

/// Describes the services of this server, so that tools can call them without their .proto files.
public struct ServerReflectionClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Answers each request with one response, in order.
  public func serverReflectionInfo(options: CallOptions? = nil) -> BidirectionalCall<
    ServerReflectionRequest, ServerReflectionResponse
  > {
    channel.bidirectional(ServerReflectionMethods.serverReflectionInfo, options ?? self.options)
  }
}
