import Protobuf

/// One method of a service: its names, its kind and the types of its messages.
///
/// Generated code holds one constant for each method; clients call by it, and routers serve by it.
public struct MethodDescriptor<Request: Message, Response: Message>: Sendable {
  /// The method without its types.
  public let erased: AnyMethodDescriptor

  /// Describes a method; generated code calls this once a method.
  ///
  /// - Parameter service: the full name of the service, for example `matiane.v1.ArticleService`.
  public init(
    service: String, name: String, kind: MethodKind, idempotency: Idempotency = .unknown
  ) {
    erased = AnyMethodDescriptor(
      service: service, name: name, kind: kind, idempotency: idempotency)
  }

  /// The full name of the service.
  public var service: String { erased.service }

  /// The name of the method within its service.
  public var name: String { erased.name }

  /// The `:path` of its calls: `/service/name`.
  public var path: String { erased.path }

  /// How many messages each side sends.
  public var kind: MethodKind { erased.kind }

  /// What the method promises about being called twice.
  public var idempotency: Idempotency { erased.idempotency }

  /// What a server answers that does not have the method.
  public var unimplemented: RPCError { RPCError(.unimplemented, "\(path) is not implemented here") }
}

/// One method of a service, without the types of its messages.
public struct AnyMethodDescriptor: Sendable, Hashable {
  /// The full name of the service.
  public let service: String

  /// The name of the method within its service.
  public let name: String

  /// The `:path` of its calls: `/service/name`.
  public let path: String

  /// How many messages each side sends.
  public let kind: MethodKind

  /// What the method promises about being called twice.
  public let idempotency: Idempotency

  /// Describes a method by its names; for calls whose messages have no generated type.
  public init(
    service: String, name: String, kind: MethodKind, idempotency: Idempotency = .unknown
  ) {
    self.service = service
    self.name = name
    self.kind = kind
    self.idempotency = idempotency
    path = "/\(service)/\(name)"
  }
}
