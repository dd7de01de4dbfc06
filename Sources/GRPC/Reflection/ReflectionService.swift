import Protobuf

/// The reflection service of gRPC, as `v1` and under its older name `v1alpha`.
///
/// Tools such as grpcurl ask it what services, messages and files a server has.
public struct ReflectionService: Service {
  /// The newer of the two services.
  public static var serviceDescriptor: ServiceDescriptor { ServerReflectionMethods.service }

  private static let olderService = ServiceDescriptor(
    name: "grpc.reflection.v1alpha.ServerReflection", file: .grpcReflectionV1alphaReflection,
    methods: [olderMethod.erased])

  /// The messages of both are the same on the wire.
  private static let olderMethod = MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse>(
    service: "grpc.reflection.v1alpha.ServerReflection", name: "ServerReflectionInfo",
    kind: .bidirectional)

  private let services: [String]
  private let table: SymbolTable

  /// A reflection service that describes the given services and itself.
  ///
  /// - Parameter files: more files, such as those of messages that travel in a `google.protobuf.Any`.
  public init(
    describing services: [any Service], files: [FileDescriptor] = [.googleRpcErrorDetails]
  ) {
    let described =
      services.map { type(of: $0).serviceDescriptor } + [Self.serviceDescriptor, Self.olderService]
    self.services = Set(described.map(\.name)).sorted()
    table = SymbolTable(files: described.map(\.file) + files)
  }

  /// Enters the method under both names.
  public func register(on router: inout Router) {
    router.bidirectional(ServerReflectionMethods.serverReflectionInfo) {
      try await converse($0, $1, $2)
    }
    router.bidirectional(Self.olderMethod) { try await converse($0, $1, $2) }
  }

  private func converse(
    _ requests: RequestStream<ServerReflectionRequest>,
    _ responses: ResponseWriter<ServerReflectionResponse>, _ context: ServerContext
  ) async throws {
    var conversation = ReflectionConversation(services: services, table: table)
    for try await request in requests { try await responses.send(conversation.answer(request)) }
  }
}
