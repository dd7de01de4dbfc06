// Generated from matiane/test/v1/names.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.test.v1.NameService`.
enum NameServiceMethods {
  /// `Service`.
  static let service_ = MethodDescriptor<ServiceClient, ServiceClient>(
    service: "matiane.test.v1.NameService", name: "Service", kind: .unary)

  /// `Options`.
  static let options = MethodDescriptor<ServiceClient, ServiceClient>(
    service: "matiane.test.v1.NameService", name: "Options", kind: .clientStreaming)

  /// `HTTPGet`.
  static let httpGet = MethodDescriptor<ServiceClient, ServiceClient>(
    service: "matiane.test.v1.NameService", name: "HTTPGet", kind: .serverStreaming)

  /// The service with its methods.
  static let service = ServiceDescriptor(
    name: "matiane.test.v1.NameService", file: .matianeTestV1Names,
    methods: [service_.erased, options.erased, httpGet.erased])
}

/// Methods whose names the generated code has already, and one that goes.
protocol NameServiceServer: Service {
  /// Calls `Service`.
  func service_(_ request: ServiceClient, context: ServerContext) async throws -> ServiceClient

  /// Calls `Options`.
  func options(_ requests: RequestStream<ServiceClient>, context: ServerContext) async throws -> ServiceClient

  /// Calls `HTTPGet`.
  ///
  /// - Note: Deprecated in the `.proto` file.
  func httpGet(_ request: ServiceClient, responses: ResponseWriter<ServiceClient>, context: ServerContext)
    async throws
}

extension NameServiceServer {
  /// The service's name and methods.
  static var serviceDescriptor: ServiceDescriptor { NameServiceMethods.service }

  /// Enters every method into the router.
  func register(on router: inout Router) {
    router.unary(NameServiceMethods.service_) {
      try await self.service_($0, context: $1)
    }
    router.clientStreaming(NameServiceMethods.options) {
      try await self.options($0, context: $1)
    }
    router.serverStreaming(NameServiceMethods.httpGet) {
      try await self.httpGet($0, responses: $1, context: $2)
    }
  }
}

/// A `NameServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
protocol UnimplementedNameServiceServer: NameServiceServer {}

extension UnimplementedNameServiceServer {
  /// Answers `UNIMPLEMENTED`.
  func service_(_ request: ServiceClient, context: ServerContext) async throws -> ServiceClient {
    throw NameServiceMethods.service_.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  func options(_ requests: RequestStream<ServiceClient>, context: ServerContext) async throws -> ServiceClient
  {
    throw NameServiceMethods.options.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  func httpGet(_ request: ServiceClient, responses: ResponseWriter<ServiceClient>, context: ServerContext)
    async throws
  {
    throw NameServiceMethods.httpGet.unimplemented
  }
}

/// Methods whose names the generated code has already, and one that goes.
struct NameServiceClient: GRPC.ServiceClient {
  /// The route to the server.
  let channel: Channel

  /// What holds for every call that does not say otherwise.
  var options: CallOptions

  /// Makes a client; many may share a channel.
  init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Calls `Service`.
  func service_(_ request: ServiceClient, options: CallOptions? = nil) async throws(RPCError) -> ServiceClient
  {
    try await channel.unary(NameServiceMethods.service_, request, options ?? self.options)
  }

  /// Calls `Options`.
  func options(options: CallOptions? = nil) -> ClientStreamingCall<ServiceClient, ServiceClient> {
    channel.clientStreaming(NameServiceMethods.options, options ?? self.options)
  }

  /// Calls `HTTPGet`.
  ///
  /// - Note: Deprecated in the `.proto` file.
  @available(*, deprecated)
  func httpGet(_ request: ServiceClient, options: CallOptions? = nil) -> ResponseStream<ServiceClient> {
    channel.serverStreaming(NameServiceMethods.httpGet, request, options ?? self.options)
  }
}

/// The methods of `matiane.test.v1.Service`.
enum ServiceServiceMethods {
  /// `Get`.
  static let get = MethodDescriptor<Standing, Standing>(
    service: "matiane.test.v1.Service", name: "Get", kind: .unary)

  /// The service with its methods.
  static let service = ServiceDescriptor(
    name: "matiane.test.v1.Service", file: .matianeTestV1Names,
    methods: [get.erased])
}

/// A service whose client would be named like a message.
protocol ServiceServiceServer: Service {
  /// Calls `Get`.
  func get(_ request: Standing, context: ServerContext) async throws -> Standing
}

extension ServiceServiceServer {
  /// The service's name and methods.
  static var serviceDescriptor: ServiceDescriptor { ServiceServiceMethods.service }

  /// Enters every method into the router.
  func register(on router: inout Router) {
    router.unary(ServiceServiceMethods.get) {
      try await self.get($0, context: $1)
    }
  }
}

/// A `ServiceServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
protocol UnimplementedServiceServiceServer: ServiceServiceServer {}

extension UnimplementedServiceServiceServer {
  /// Answers `UNIMPLEMENTED`.
  func get(_ request: Standing, context: ServerContext) async throws -> Standing {
    throw ServiceServiceMethods.get.unimplemented
  }
}

/// A service whose client would be named like a message.
struct ServiceServiceClient: GRPC.ServiceClient {
  /// The route to the server.
  let channel: Channel

  /// What holds for every call that does not say otherwise.
  var options: CallOptions

  /// Makes a client; many may share a channel.
  init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Calls `Get`.
  func get(_ request: Standing, options: CallOptions? = nil) async throws(RPCError) -> Standing {
    try await channel.unary(ServiceServiceMethods.get, request, options ?? self.options)
  }
}
