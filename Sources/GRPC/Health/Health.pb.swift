// Generated from grpc/health/v1/health.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Names a service.
public struct HealthCheckRequest: Message {
  /// The full name of the service; empty for the server as a whole.
  public var service: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.health.v1.HealthCheckRequest", in: .grpcHealthV1Health,
    fields: [
      .singular(1, "service", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    service = try r.string(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, service)
    w.unknown(unknownFields)
  }
}

/// The state of a service.
public struct HealthCheckResponse: Message {
  /// The state.
  public var status: HealthCheckResponse.ServingStatus = .unknown

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// Whether a service takes calls.
  public enum ServingStatus: OpenEnum {
    /// Not known yet.
    case unknown
    /// It takes calls.
    case serving
    /// It takes none at present.
    case notServing
    /// The server has no such service; used by Watch only.
    case serviceUnknown
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .unknown }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unknown
      case 1: self = .serving
      case 2: self = .notServing
      case 3: self = .serviceUnknown
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .unknown: 0
      case .serving: 1
      case .notServing: 2
      case .serviceUnknown: 3
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "grpc.health.v1.HealthCheckResponse.ServingStatus", in: .grpcHealthV1Health,
      values: [
        (0, "UNKNOWN"),
        (1, "SERVING"),
        (2, "NOT_SERVING"),
        (3, "SERVICE_UNKNOWN"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.health.v1.HealthCheckResponse", in: .grpcHealthV1Health,
    fields: [
      .singular(1, "status", .enumeration(HealthCheckResponse.ServingStatus.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    status = r.enumeration(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, status)
    w.unknown(unknownFields)
  }
}

/// Asks for every service.
public struct HealthListRequest: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.health.v1.HealthListRequest", in: .grpcHealthV1Health,
    fields: [])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

/// The state of every service.
public struct HealthListResponse: Message {
  /// The states by full name of the service; the empty name is the server as a whole.
  public var statuses: [String: HealthCheckResponse] = [:]

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.health.v1.HealthListResponse", in: .grpcHealthV1Health,
    fields: [
      .map(1, "statuses", .string, to: .message(HealthCheckResponse.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    statuses = try r.map(0) { entry throws(DecodingError) in
      (try entry.string(0), try entry.message(1) ?? HealthCheckResponse())
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.map(0, statuses) {
      $0.string(0, $1)
      $0.message(1, $2)
    }
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `grpc/health/v1/health.proto`.
  public static let grpcHealthV1Health = FileDescriptor(
    "grpc/health/v1/health.proto", package: "grpc.health.v1",
    dependencies: [],
    messages: [
      "grpc.health.v1.HealthCheckRequest": HealthCheckRequest.self,
      "grpc.health.v1.HealthCheckResponse": HealthCheckResponse.self,
      "grpc.health.v1.HealthListRequest": HealthListRequest.self,
      "grpc.health.v1.HealthListResponse": HealthListResponse.self,
    ],
    encoded: """
      ChtncnBjL2hlYWx0aC92MS9oZWFsdGgucHJvdG8SDmdycGMuaGVhbHRoLnYxIi4KEkhlYWx0aENoZWNrUmVxdWVzdBIY\
      CgdzZXJ2aWNlGAEgASgJUgdzZXJ2aWNlIrEBChNIZWFsdGhDaGVja1Jlc3BvbnNlEkkKBnN0YXR1cxgBIAEoDjIxLmdy\
      cGMuaGVhbHRoLnYxLkhlYWx0aENoZWNrUmVzcG9uc2UuU2VydmluZ1N0YXR1c1IGc3RhdHVzIk8KDVNlcnZpbmdTdGF0\
      dXMSCwoHVU5LTk9XThAAEgsKB1NFUlZJTkcQARIPCgtOT1RfU0VSVklORxACEhMKD1NFUlZJQ0VfVU5LTk9XThADIhMK\
      EUhlYWx0aExpc3RSZXF1ZXN0IsQBChJIZWFsdGhMaXN0UmVzcG9uc2USTAoIc3RhdHVzZXMYASADKAsyMC5ncnBjLmhl\
      YWx0aC52MS5IZWFsdGhMaXN0UmVzcG9uc2UuU3RhdHVzZXNFbnRyeVIIc3RhdHVzZXMaYAoNU3RhdHVzZXNFbnRyeRIQ\
      CgNrZXkYASABKAlSA2tleRI5CgV2YWx1ZRgCIAEoCzIjLmdycGMuaGVhbHRoLnYxLkhlYWx0aENoZWNrUmVzcG9uc2VS\
      BXZhbHVlOgI4ATL9AQoGSGVhbHRoElAKBUNoZWNrEiIuZ3JwYy5oZWFsdGgudjEuSGVhbHRoQ2hlY2tSZXF1ZXN0GiMu\
      Z3JwYy5oZWFsdGgudjEuSGVhbHRoQ2hlY2tSZXNwb25zZRJNCgRMaXN0EiEuZ3JwYy5oZWFsdGgudjEuSGVhbHRoTGlz\
      dFJlcXVlc3QaIi5ncnBjLmhlYWx0aC52MS5IZWFsdGhMaXN0UmVzcG9uc2USUgoFV2F0Y2gSIi5ncnBjLmhlYWx0aC52\
      MS5IZWFsdGhDaGVja1JlcXVlc3QaIy5ncnBjLmhlYWx0aC52MS5IZWFsdGhDaGVja1Jlc3BvbnNlMAFCYQoRaW8uZ3Jw\
      Yy5oZWFsdGgudjFCC0hlYWx0aFByb3RvUAFaLGdvb2dsZS5nb2xhbmcub3JnL2dycGMvaGVhbHRoL2dycGNfaGVhbHRo\
      X3YxqgIOR3JwYy5IZWFsdGguVjFiBnByb3RvMw==
      """)
}
