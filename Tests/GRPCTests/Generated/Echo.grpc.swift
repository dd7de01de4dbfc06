// Generated from matiane/test/v1/echo.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// The methods of `matiane.test.v1.EchoService`.
enum EchoServiceMethods {
  /// `Echo`.
  static let echo = MethodDescriptor<Note, Note>(
    service: "matiane.test.v1.EchoService", name: "Echo", kind: .unary)

  /// `Repeat`.
  static let `repeat` = MethodDescriptor<Note, Note>(
    service: "matiane.test.v1.EchoService", name: "Repeat", kind: .serverStreaming)

  /// `Join`.
  static let join = MethodDescriptor<Note, Note>(
    service: "matiane.test.v1.EchoService", name: "Join", kind: .clientStreaming)

  /// `Chat`.
  static let chat = MethodDescriptor<Note, Note>(
    service: "matiane.test.v1.EchoService", name: "Chat", kind: .bidirectional)

  /// The service with its methods.
  static let service = ServiceDescriptor(
    name: "matiane.test.v1.EchoService", file: .matianeTestV1Echo,
    methods: [echo.erased, `repeat`.erased, join.erased, chat.erased])
}

/// Every kind of call, for tests.
protocol EchoServiceServer: Service {
  /// Answers with the request.
  func echo(_ request: Note, context: ServerContext) async throws -> Note

  /// Answers `count` times.
  func `repeat`(_ request: Note, responses: ResponseWriter<Note>, context: ServerContext) async throws

  /// Joins the texts of the requests.
  func join(_ requests: RequestStream<Note>, context: ServerContext) async throws -> Note

  /// Answers every request at once.
  func chat(_ requests: RequestStream<Note>, responses: ResponseWriter<Note>, context: ServerContext)
    async throws
}

extension EchoServiceServer {
  /// The service's name and methods.
  static var serviceDescriptor: ServiceDescriptor { EchoServiceMethods.service }

  /// Enters every method into the router.
  func register(on router: inout Router) {
    router.unary(EchoServiceMethods.echo) {
      try await self.echo($0, context: $1)
    }
    router.serverStreaming(EchoServiceMethods.`repeat`) {
      try await self.`repeat`($0, responses: $1, context: $2)
    }
    router.clientStreaming(EchoServiceMethods.join) {
      try await self.join($0, context: $1)
    }
    router.bidirectional(EchoServiceMethods.chat) {
      try await self.chat($0, responses: $1, context: $2)
    }
  }
}

/// A `EchoServiceServer` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.
protocol UnimplementedEchoServiceServer: EchoServiceServer {}

extension UnimplementedEchoServiceServer {
  /// Answers `UNIMPLEMENTED`.
  func echo(_ request: Note, context: ServerContext) async throws -> Note {
    throw EchoServiceMethods.echo.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  func `repeat`(_ request: Note, responses: ResponseWriter<Note>, context: ServerContext) async throws {
    throw EchoServiceMethods.`repeat`.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  func join(_ requests: RequestStream<Note>, context: ServerContext) async throws -> Note {
    throw EchoServiceMethods.join.unimplemented
  }

  /// Answers `UNIMPLEMENTED`.
  func chat(_ requests: RequestStream<Note>, responses: ResponseWriter<Note>, context: ServerContext)
    async throws
  {
    throw EchoServiceMethods.chat.unimplemented
  }
}

/// Every kind of call, for tests.
struct EchoServiceClient: GRPC.ServiceClient {
  /// The route to the server.
  let channel: Channel

  /// What holds for every call that does not say otherwise.
  var options: CallOptions

  /// Makes a client; many may share a channel.
  init(_ channel: Channel, options: CallOptions = CallOptions()) {
    self.channel = channel
    self.options = options
  }

  /// Answers with the request.
  func echo(_ request: Note, options: CallOptions? = nil) async throws(RPCError) -> Note {
    try await channel.unary(EchoServiceMethods.echo, request, options ?? self.options)
  }

  /// Answers `count` times.
  func `repeat`(_ request: Note, options: CallOptions? = nil) -> ResponseStream<Note> {
    channel.serverStreaming(EchoServiceMethods.`repeat`, request, options ?? self.options)
  }

  /// Joins the texts of the requests.
  func join(options: CallOptions? = nil) -> ClientStreamingCall<Note, Note> {
    channel.clientStreaming(EchoServiceMethods.join, options ?? self.options)
  }

  /// Answers every request at once.
  func chat(options: CallOptions? = nil) -> BidirectionalCall<Note, Note> {
    channel.bidirectional(EchoServiceMethods.chat, options ?? self.options)
  }
}
