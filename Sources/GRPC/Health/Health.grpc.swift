// Generated from grpc/health/v1/health.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// The methods of `grpc.health.v1.Health`.
public enum HealthMethods {
  /// `Check`.
  public static let check = MethodDescriptor<HealthCheckRequest, HealthCheckResponse>(
    service: "grpc.health.v1.Health", name: "Check", kind: .unary)

  /// `List`.
  public static let list = MethodDescriptor<HealthListRequest, HealthListResponse>(
    service: "grpc.health.v1.Health", name: "List", kind: .unary)

  /// `Watch`.
  public static let watch = MethodDescriptor<HealthCheckRequest, HealthCheckResponse>(
    service: "grpc.health.v1.Health", name: "Watch", kind: .serverStreaming)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "grpc.health.v1.Health", file: .grpcHealthV1Health,
    methods: [check.erased, list.erased, watch.erased])
}

/// Tells whether services are ready.
public protocol HealthServer: Service {
  /// Returns the state of a service at this moment.
  ///
  /// Errors: NOT_FOUND for a service that the server does not know.
  func check(_ request: HealthCheckRequest, context: ServerContext) async throws -> HealthCheckResponse

  /// Returns the state of every service at this moment.
  ///
  /// Errors: RESOURCE_EXHAUSTED where there are too many to list.
  func list(_ request: HealthListRequest, context: ServerContext) async throws -> HealthListResponse

  /// Returns the state of a service now and again whenever it changes.
  ///
  /// A service that the server does not know is SERVICE_UNKNOWN until the server learns of it.
  func watch(
    _ request: HealthCheckRequest, responses: ResponseWriter<HealthCheckResponse>, context: ServerContext)
    async throws
}

extension HealthServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { HealthMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(HealthMethods.check) {
      try await self.check($0, context: $1)
    }
    router.unary(HealthMethods.list) {
      try await self.list($0, context: $1)
    }
    router.serverStreaming(HealthMethods.watch) {
      try await self.watch($0, responses: $1, context: $2)
    }
  }
}

/// A `HealthServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedHealthServer: HealthServer {}

extension UnimplementedHealthServer {
  /// Answers `UNIMPLEMENTED`.
  public func check(_ request: HealthCheckRequest, context: ServerContext) async throws -> HealthCheckResponse
  {
    throw HealthMethods.check.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func list(_ request: HealthListRequest, context: ServerContext) async throws -> HealthListResponse {
    throw HealthMethods.list.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func watch(
    _ request: HealthCheckRequest, responses: ResponseWriter<HealthCheckResponse>, context: ServerContext
  ) async throws {
    throw HealthMethods.watch.unimplemented
  }
}

/// Tells whether services are ready.
public struct HealthClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Returns the state of a service at this moment.
  ///
  /// Errors: NOT_FOUND for a service that the server does not know.
  public func check(_ request: HealthCheckRequest, options: CallOptions? = nil) async throws(RPCError)
    -> HealthCheckResponse
  {
    try await channel.unary(HealthMethods.check, request, options ?? self.options)
  }

  /// Returns the state of every service at this moment.
  ///
  /// Errors: RESOURCE_EXHAUSTED where there are too many to list.
  public func list(_ request: HealthListRequest, options: CallOptions? = nil) async throws(RPCError)
    -> HealthListResponse
  {
    try await channel.unary(HealthMethods.list, request, options ?? self.options)
  }

  /// Returns the state of a service now and again whenever it changes.
  ///
  /// A service that the server does not know is SERVICE_UNKNOWN until the server learns of it.
  public func watch(_ request: HealthCheckRequest, options: CallOptions? = nil) -> ResponseStream<
    HealthCheckResponse
  > {
    channel.serverStreaming(HealthMethods.watch, request, options ?? self.options)
  }
}
