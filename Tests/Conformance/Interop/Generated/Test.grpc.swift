// Generated from interop/test.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `grpc.testing.TestService`.
public enum TestServiceMethods {
  /// `EmptyCall`.
  public static let emptyCall = MethodDescriptor<Empty, Empty>(
    service: "grpc.testing.TestService", name: "EmptyCall", kind: .unary)

  /// `UnaryCall`.
  public static let unaryCall = MethodDescriptor<SimpleRequest, SimpleResponse>(
    service: "grpc.testing.TestService", name: "UnaryCall", kind: .unary)

  /// `CacheableUnaryCall`.
  public static let cacheableUnaryCall = MethodDescriptor<SimpleRequest, SimpleResponse>(
    service: "grpc.testing.TestService", name: "CacheableUnaryCall", kind: .unary)

  /// `StreamingOutputCall`.
  public static let streamingOutputCall = MethodDescriptor<
    StreamingOutputCallRequest, StreamingOutputCallResponse
  >(
    service: "grpc.testing.TestService", name: "StreamingOutputCall", kind: .serverStreaming)

  /// `StreamingInputCall`.
  public static let streamingInputCall = MethodDescriptor<
    StreamingInputCallRequest, StreamingInputCallResponse
  >(
    service: "grpc.testing.TestService", name: "StreamingInputCall", kind: .clientStreaming)

  /// `FullDuplexCall`.
  public static let fullDuplexCall = MethodDescriptor<
    StreamingOutputCallRequest, StreamingOutputCallResponse
  >(
    service: "grpc.testing.TestService", name: "FullDuplexCall", kind: .bidirectional)

  /// `HalfDuplexCall`.
  public static let halfDuplexCall = MethodDescriptor<
    StreamingOutputCallRequest, StreamingOutputCallResponse
  >(
    service: "grpc.testing.TestService", name: "HalfDuplexCall", kind: .bidirectional)

  /// `UnimplementedCall`.
  public static let unimplementedCall = MethodDescriptor<Empty, Empty>(
    service: "grpc.testing.TestService", name: "UnimplementedCall", kind: .unary)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "grpc.testing.TestService", file: .interopTest,
    methods: [
      emptyCall.erased, unaryCall.erased, cacheableUnaryCall.erased, streamingOutputCall.erased,
      streamingInputCall.erased, fullDuplexCall.erased, halfDuplexCall.erased, unimplementedCall.erased,
    ])
}

/// Every kind of call, with whatever sizes, statuses and compression a request asks for.
public protocol TestServiceServer: Service {
  /// Answers an empty message with an empty message.
  func emptyCall(_ request: Empty, context: ServerContext) async throws -> Empty

  /// Answers with a payload of the size asked for.
  func unaryCall(_ request: SimpleRequest, context: ServerContext) async throws -> SimpleResponse

  /// Answers with the present time, in a way that a proxy may cache.
  func cacheableUnaryCall(_ request: SimpleRequest, context: ServerContext) async throws -> SimpleResponse

  /// Answers with one response for each of the parameters.
  func streamingOutputCall(
    _ request: StreamingOutputCallRequest, responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext) async throws

  /// Answers with the size of all payloads.
  func streamingInputCall(_ requests: RequestStream<StreamingInputCallRequest>, context: ServerContext)
    async throws -> StreamingInputCallResponse

  /// Answers each request at once with its responses.
  func fullDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    responses: ResponseWriter<StreamingOutputCallResponse>, context: ServerContext) async throws

  /// Answers all requests once the last is there.
  func halfDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    responses: ResponseWriter<StreamingOutputCallResponse>, context: ServerContext) async throws

  /// Is never implemented.
  func unimplementedCall(_ request: Empty, context: ServerContext) async throws -> Empty
}

extension TestServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { TestServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(TestServiceMethods.emptyCall) {
      try await self.emptyCall($0, context: $1)
    }
    router.unary(TestServiceMethods.unaryCall) {
      try await self.unaryCall($0, context: $1)
    }
    router.unary(TestServiceMethods.cacheableUnaryCall) {
      try await self.cacheableUnaryCall($0, context: $1)
    }
    router.serverStreaming(TestServiceMethods.streamingOutputCall) {
      try await self.streamingOutputCall($0, responses: $1, context: $2)
    }
    router.clientStreaming(TestServiceMethods.streamingInputCall) {
      try await self.streamingInputCall($0, context: $1)
    }
    router.bidirectional(TestServiceMethods.fullDuplexCall) {
      try await self.fullDuplexCall($0, responses: $1, context: $2)
    }
    router.bidirectional(TestServiceMethods.halfDuplexCall) {
      try await self.halfDuplexCall($0, responses: $1, context: $2)
    }
    router.unary(TestServiceMethods.unimplementedCall) {
      try await self.unimplementedCall($0, context: $1)
    }
  }
}

/// A `TestServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedTestServiceServer: TestServiceServer {}

extension UnimplementedTestServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func emptyCall(_ request: Empty, context: ServerContext) async throws -> Empty {
    throw TestServiceMethods.emptyCall.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func unaryCall(_ request: SimpleRequest, context: ServerContext) async throws -> SimpleResponse {
    throw TestServiceMethods.unaryCall.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func cacheableUnaryCall(_ request: SimpleRequest, context: ServerContext) async throws
    -> SimpleResponse
  {
    throw TestServiceMethods.cacheableUnaryCall.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func streamingOutputCall(
    _ request: StreamingOutputCallRequest, responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws {
    throw TestServiceMethods.streamingOutputCall.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func streamingInputCall(_ requests: RequestStream<StreamingInputCallRequest>, context: ServerContext)
    async throws -> StreamingInputCallResponse
  {
    throw TestServiceMethods.streamingInputCall.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func fullDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    responses: ResponseWriter<StreamingOutputCallResponse>, context: ServerContext
  ) async throws {
    throw TestServiceMethods.fullDuplexCall.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func halfDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    responses: ResponseWriter<StreamingOutputCallResponse>, context: ServerContext
  ) async throws {
    throw TestServiceMethods.halfDuplexCall.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  public func unimplementedCall(_ request: Empty, context: ServerContext) async throws -> Empty {
    throw TestServiceMethods.unimplementedCall.unimplemented
  }
}

/// Every kind of call, with whatever sizes, statuses and compression a request asks for.
public struct TestServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Answers an empty message with an empty message.
  public func emptyCall(_ request: Empty, options: CallOptions? = nil) async throws(RPCError) -> Empty {
    try await channel.unary(TestServiceMethods.emptyCall, request, options ?? self.options)
  }

  /// Answers with a payload of the size asked for.
  public func unaryCall(_ request: SimpleRequest, options: CallOptions? = nil) async throws(RPCError)
    -> SimpleResponse
  {
    try await channel.unary(TestServiceMethods.unaryCall, request, options ?? self.options)
  }

  /// Answers with the present time, in a way that a proxy may cache.
  public func cacheableUnaryCall(_ request: SimpleRequest, options: CallOptions? = nil) async throws(RPCError)
    -> SimpleResponse
  {
    try await channel.unary(TestServiceMethods.cacheableUnaryCall, request, options ?? self.options)
  }

  /// Answers with one response for each of the parameters.
  public func streamingOutputCall(_ request: StreamingOutputCallRequest, options: CallOptions? = nil)
    -> ResponseStream<StreamingOutputCallResponse>
  {
    channel.serverStreaming(TestServiceMethods.streamingOutputCall, request, options ?? self.options)
  }

  /// Answers with the size of all payloads.
  public func streamingInputCall(options: CallOptions? = nil) -> ClientStreamingCall<
    StreamingInputCallRequest, StreamingInputCallResponse
  > {
    channel.clientStreaming(TestServiceMethods.streamingInputCall, options ?? self.options)
  }

  /// Answers each request at once with its responses.
  public func fullDuplexCall(options: CallOptions? = nil) -> BidirectionalCall<
    StreamingOutputCallRequest, StreamingOutputCallResponse
  > {
    channel.bidirectional(TestServiceMethods.fullDuplexCall, options ?? self.options)
  }

  /// Answers all requests once the last is there.
  public func halfDuplexCall(options: CallOptions? = nil) -> BidirectionalCall<
    StreamingOutputCallRequest, StreamingOutputCallResponse
  > {
    channel.bidirectional(TestServiceMethods.halfDuplexCall, options ?? self.options)
  }

  /// Is never implemented.
  public func unimplementedCall(_ request: Empty, options: CallOptions? = nil) async throws(RPCError) -> Empty
  {
    try await channel.unary(TestServiceMethods.unimplementedCall, request, options ?? self.options)
  }
}

/// The methods of `grpc.testing.UnimplementedService`.
public enum UnimplementedServiceMethods {
  /// `UnimplementedCall`.
  public static let unimplementedCall = MethodDescriptor<Empty, Empty>(
    service: "grpc.testing.UnimplementedService", name: "UnimplementedCall", kind: .unary)

  /// The service with its methods.
  public static let service = ServiceDescriptor(
    name: "grpc.testing.UnimplementedService", file: .interopTest,
    methods: [unimplementedCall.erased])
}

/// A service that no server offers.
public protocol UnimplementedServiceServer: Service {
  /// Is never implemented.
  func unimplementedCall(_ request: Empty, context: ServerContext) async throws -> Empty
}

extension UnimplementedServiceServer {
  /// The service's name and methods.
  public static var serviceDescriptor: ServiceDescriptor { UnimplementedServiceMethods.service }

  /// Enters every method into the router.
  public func register(on router: inout Router) {
    router.unary(UnimplementedServiceMethods.unimplementedCall) {
      try await self.unimplementedCall($0, context: $1)
    }
  }
}

/// A `UnimplementedServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
public protocol UnimplementedUnimplementedServiceServer: UnimplementedServiceServer {}

extension UnimplementedUnimplementedServiceServer {
  /// Answers `UNIMPLEMENTED`.
  public func unimplementedCall(_ request: Empty, context: ServerContext) async throws -> Empty {
    throw UnimplementedServiceMethods.unimplementedCall.unimplemented
  }
}

/// A service that no server offers.
public struct UnimplementedServiceClient: ServiceClient {
  /// The route to the server.
  public let channel: Channel

  /// What holds for every call that does not say otherwise.
  public var options: CallOptions

  /// Makes a client; many may share a channel.
  public init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Is never implemented.
  public func unimplementedCall(_ request: Empty, options: CallOptions? = nil) async throws(RPCError) -> Empty
  {
    try await channel.unary(UnimplementedServiceMethods.unimplementedCall, request, options ?? self.options)
  }
}
