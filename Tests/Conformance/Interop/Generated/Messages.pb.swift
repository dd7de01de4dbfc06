// Generated from interop/messages.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A bool that can be absent.
public struct BoolValue: Message {
  /// The field `value`.
  public var value: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.BoolValue", in: .interopMessages,
    fields: [
      .singular(1, "value", .bool)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    value = r.bool(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, value)
    w.unknown(unknownFields)
  }
}

/// What a payload is made of.
public enum PayloadType: OpenEnum {
  /// Bytes that compress well: zeros.
  case compressable
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .compressable }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .compressable
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .compressable: 0
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "grpc.testing.PayloadType", in: .interopMessages,
    values: [
      (0, "COMPRESSABLE")
    ])
}

/// Bytes that make a message as large as a test wants it.
public struct Payload: Message {
  /// The field `type`.
  public var type: PayloadType = .compressable

  /// The field `body`.
  public var body: [UInt8] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.Payload", in: .interopMessages,
    fields: [
      .singular(1, "type", .enumeration(PayloadType.self)),
      .singular(2, "body", .bytes),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    type = r.enumeration(0)
    body = r.bytes(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, type)
    w.bytes(1, body)
    w.unknown(unknownFields)
  }
}

/// A status that the server is to answer with.
public struct EchoStatus: Message {
  /// The field `code`.
  public var code: Int32 = 0

  /// The field `message`.
  public var message: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.EchoStatus", in: .interopMessages,
    fields: [
      .singular(1, "code", .int32),
      .singular(2, "message", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    code = r.int32(0)
    message = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, code)
    w.string(1, message)
    w.unknown(unknownFields)
  }
}

/// How a client reached a server that stands behind a look-aside load balancer.
public enum GrpclbRouteType: OpenEnum {
  /// The value `GRPCLB_ROUTE_TYPE_UNKNOWN`.
  case unknown
  /// The value `GRPCLB_ROUTE_TYPE_FALLBACK`.
  case fallback
  /// The value `GRPCLB_ROUTE_TYPE_BACKEND`.
  case backend
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unknown }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unknown
    case 1: self = .fallback
    case 2: self = .backend
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unknown: 0
    case .fallback: 1
    case .backend: 2
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "grpc.testing.GrpclbRouteType", in: .interopMessages,
    values: [
      (0, "GRPCLB_ROUTE_TYPE_UNKNOWN"),
      (1, "GRPCLB_ROUTE_TYPE_FALLBACK"),
      (2, "GRPCLB_ROUTE_TYPE_BACKEND"),
    ])
}

/// The message `grpc.testing.SimpleRequest`.
public struct SimpleRequest: Message {
  /// The field `response_type`.
  public var responseType: PayloadType = .compressable

  /// The size of the payload wanted in the response.
  public var responseSize: Int32 = 0

  /// The field `payload`.
  public var payload: Payload?

  /// The field `fill_username`.
  public var fillUsername: Bool = false

  /// The field `fill_oauth_scope`.
  public var fillOauthScope: Bool = false

  /// Whether the response is to be compressed.
  public var responseCompressed: BoolValue?

  /// The field `response_status`.
  public var responseStatus: EchoStatus?

  /// Whether this request has to have been compressed.
  public var expectCompressed: BoolValue?

  /// The field `fill_server_id`.
  public var fillServerId: Bool = false

  /// The field `fill_grpclb_route_type`.
  public var fillGrpclbRouteType: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.SimpleRequest", in: .interopMessages,
    fields: [
      .singular(1, "response_type", .enumeration(PayloadType.self)),
      .singular(2, "response_size", .int32),
      .singular(3, "payload", .message(Payload.self)),
      .singular(4, "fill_username", .bool),
      .singular(5, "fill_oauth_scope", .bool),
      .singular(6, "response_compressed", .message(BoolValue.self)),
      .singular(7, "response_status", .message(EchoStatus.self)),
      .singular(8, "expect_compressed", .message(BoolValue.self)),
      .singular(9, "fill_server_id", .bool),
      .singular(10, "fill_grpclb_route_type", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    responseType = r.enumeration(0)
    responseSize = r.int32(1)
    payload = try r.message(2)
    fillUsername = r.bool(3)
    fillOauthScope = r.bool(4)
    responseCompressed = try r.message(5)
    responseStatus = try r.message(6)
    expectCompressed = try r.message(7)
    fillServerId = r.bool(8)
    fillGrpclbRouteType = r.bool(9)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, responseType)
    w.int32(1, responseSize)
    w.message(2, payload)
    w.bool(3, fillUsername)
    w.bool(4, fillOauthScope)
    w.message(5, responseCompressed)
    w.message(6, responseStatus)
    w.message(7, expectCompressed)
    w.bool(8, fillServerId)
    w.bool(9, fillGrpclbRouteType)
    w.unknown(unknownFields)
  }
}

/// The message `grpc.testing.SimpleResponse`.
public struct SimpleResponse: Message {
  /// The field `payload`.
  public var payload: Payload?

  /// The field `username`.
  public var username: String = ""

  /// The field `oauth_scope`.
  public var oauthScope: String = ""

  /// Unique to one instance of a server.
  public var serverId: String = ""

  /// The field `grpclb_route_type`.
  public var grpclbRouteType: GrpclbRouteType = .unknown

  /// The field `hostname`.
  public var hostname: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.SimpleResponse", in: .interopMessages,
    fields: [
      .singular(1, "payload", .message(Payload.self)),
      .singular(2, "username", .string),
      .singular(3, "oauth_scope", .string),
      .singular(4, "server_id", .string),
      .singular(5, "grpclb_route_type", .enumeration(GrpclbRouteType.self)),
      .singular(6, "hostname", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    payload = try r.message(0)
    username = try r.string(1)
    oauthScope = try r.string(2)
    serverId = try r.string(3)
    grpclbRouteType = r.enumeration(4)
    hostname = try r.string(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, payload)
    w.string(1, username)
    w.string(2, oauthScope)
    w.string(3, serverId)
    w.enumeration(4, grpclbRouteType)
    w.string(5, hostname)
    w.unknown(unknownFields)
  }
}

/// The message `grpc.testing.StreamingInputCallRequest`.
public struct StreamingInputCallRequest: Message {
  /// The field `payload`.
  public var payload: Payload?

  /// Whether this request has to have been compressed.
  public var expectCompressed: BoolValue?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.StreamingInputCallRequest", in: .interopMessages,
    fields: [
      .singular(1, "payload", .message(Payload.self)),
      .singular(2, "expect_compressed", .message(BoolValue.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    payload = try r.message(0)
    expectCompressed = try r.message(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, payload)
    w.message(1, expectCompressed)
    w.unknown(unknownFields)
  }
}

/// The message `grpc.testing.StreamingInputCallResponse`.
public struct StreamingInputCallResponse: Message {
  /// The sum of the sizes of all payloads received.
  public var aggregatedPayloadSize: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.StreamingInputCallResponse", in: .interopMessages,
    fields: [
      .singular(1, "aggregated_payload_size", .int32)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    aggregatedPayloadSize = r.int32(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, aggregatedPayloadSize)
    w.unknown(unknownFields)
  }
}

/// One response that is wanted of a stream.
public struct ResponseParameters: Message {
  /// The field `size`.
  public var size: Int32 = 0

  /// How long to wait before it, in microseconds.
  public var intervalUs: Int32 = 0

  /// Whether it is to be compressed.
  public var compressed: BoolValue?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.ResponseParameters", in: .interopMessages,
    fields: [
      .singular(1, "size", .int32),
      .singular(2, "interval_us", .int32),
      .singular(3, "compressed", .message(BoolValue.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    size = r.int32(0)
    intervalUs = r.int32(1)
    compressed = try r.message(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, size)
    w.int32(1, intervalUs)
    w.message(2, compressed)
    w.unknown(unknownFields)
  }
}

/// The message `grpc.testing.StreamingOutputCallRequest`.
public struct StreamingOutputCallRequest: Message {
  /// The field `response_type`.
  public var responseType: PayloadType = .compressable

  /// The field `response_parameters`.
  public var responseParameters: [ResponseParameters] = []

  /// The field `payload`.
  public var payload: Payload?

  /// The field `response_status`.
  public var responseStatus: EchoStatus?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.StreamingOutputCallRequest", in: .interopMessages,
    fields: [
      .singular(1, "response_type", .enumeration(PayloadType.self)),
      .repeated(2, "response_parameters", .message(ResponseParameters.self)),
      .singular(3, "payload", .message(Payload.self)),
      .singular(7, "response_status", .message(EchoStatus.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    responseType = r.enumeration(0)
    responseParameters = try r.messages(1)
    payload = try r.message(2)
    responseStatus = try r.message(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, responseType)
    w.messages(1, responseParameters)
    w.message(2, payload)
    w.message(3, responseStatus)
    w.unknown(unknownFields)
  }
}

/// The message `grpc.testing.StreamingOutputCallResponse`.
public struct StreamingOutputCallResponse: Message {
  /// The field `payload`.
  public var payload: Payload?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.testing.StreamingOutputCallResponse", in: .interopMessages,
    fields: [
      .singular(1, "payload", .message(Payload.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    payload = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, payload)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `interop/messages.proto`.
  public static let interopMessages = FileDescriptor(
    "interop/messages.proto", package: "grpc.testing",
    dependencies: [],
    messages: [
      "grpc.testing.BoolValue": BoolValue.self,
      "grpc.testing.Payload": Payload.self,
      "grpc.testing.EchoStatus": EchoStatus.self,
      "grpc.testing.SimpleRequest": SimpleRequest.self,
      "grpc.testing.SimpleResponse": SimpleResponse.self,
      "grpc.testing.StreamingInputCallRequest": StreamingInputCallRequest.self,
      "grpc.testing.StreamingInputCallResponse": StreamingInputCallResponse.self,
      "grpc.testing.ResponseParameters": ResponseParameters.self,
      "grpc.testing.StreamingOutputCallRequest": StreamingOutputCallRequest.self,
      "grpc.testing.StreamingOutputCallResponse": StreamingOutputCallResponse.self,
    ],
    encoded: """
      ChZpbnRlcm9wL21lc3NhZ2VzLnByb3RvEgxncnBjLnRlc3RpbmciIQoJQm9vbFZhbHVlEhQKBXZhbHVlGAEgASgIUgV2\
      YWx1ZSJMCgdQYXlsb2FkEi0KBHR5cGUYASABKA4yGS5ncnBjLnRlc3RpbmcuUGF5bG9hZFR5cGVSBHR5cGUSEgoEYm9k\
      eRgCIAEoDFIEYm9keSI6CgpFY2hvU3RhdHVzEhIKBGNvZGUYASABKAVSBGNvZGUSGAoHbWVzc2FnZRgCIAEoCVIHbWVz\
      c2FnZSKiBAoNU2ltcGxlUmVxdWVzdBI+Cg1yZXNwb25zZV90eXBlGAEgASgOMhkuZ3JwYy50ZXN0aW5nLlBheWxvYWRU\
      eXBlUgxyZXNwb25zZVR5cGUSIwoNcmVzcG9uc2Vfc2l6ZRgCIAEoBVIMcmVzcG9uc2VTaXplEi8KB3BheWxvYWQYAyAB\
      KAsyFS5ncnBjLnRlc3RpbmcuUGF5bG9hZFIHcGF5bG9hZBIjCg1maWxsX3VzZXJuYW1lGAQgASgIUgxmaWxsVXNlcm5h\
      bWUSKAoQZmlsbF9vYXV0aF9zY29wZRgFIAEoCFIOZmlsbE9hdXRoU2NvcGUSSAoTcmVzcG9uc2VfY29tcHJlc3NlZBgG\
      IAEoCzIXLmdycGMudGVzdGluZy5Cb29sVmFsdWVSEnJlc3BvbnNlQ29tcHJlc3NlZBJBCg9yZXNwb25zZV9zdGF0dXMY\
      ByABKAsyGC5ncnBjLnRlc3RpbmcuRWNob1N0YXR1c1IOcmVzcG9uc2VTdGF0dXMSRAoRZXhwZWN0X2NvbXByZXNzZWQY\
      CCABKAsyFy5ncnBjLnRlc3RpbmcuQm9vbFZhbHVlUhBleHBlY3RDb21wcmVzc2VkEiQKDmZpbGxfc2VydmVyX2lkGAkg\
      ASgIUgxmaWxsU2VydmVySWQSMwoWZmlsbF9ncnBjbGJfcm91dGVfdHlwZRgKIAEoCFITZmlsbEdycGNsYlJvdXRlVHlw\
      ZSKCAgoOU2ltcGxlUmVzcG9uc2USLwoHcGF5bG9hZBgBIAEoCzIVLmdycGMudGVzdGluZy5QYXlsb2FkUgdwYXlsb2Fk\
      EhoKCHVzZXJuYW1lGAIgASgJUgh1c2VybmFtZRIfCgtvYXV0aF9zY29wZRgDIAEoCVIKb2F1dGhTY29wZRIbCglzZXJ2\
      ZXJfaWQYBCABKAlSCHNlcnZlcklkEkkKEWdycGNsYl9yb3V0ZV90eXBlGAUgASgOMh0uZ3JwYy50ZXN0aW5nLkdycGNs\
      YlJvdXRlVHlwZVIPZ3JwY2xiUm91dGVUeXBlEhoKCGhvc3RuYW1lGAYgASgJUghob3N0bmFtZSKSAQoZU3RyZWFtaW5n\
      SW5wdXRDYWxsUmVxdWVzdBIvCgdwYXlsb2FkGAEgASgLMhUuZ3JwYy50ZXN0aW5nLlBheWxvYWRSB3BheWxvYWQSRAoR\
      ZXhwZWN0X2NvbXByZXNzZWQYAiABKAsyFy5ncnBjLnRlc3RpbmcuQm9vbFZhbHVlUhBleHBlY3RDb21wcmVzc2VkIlQK\
      GlN0cmVhbWluZ0lucHV0Q2FsbFJlc3BvbnNlEjYKF2FnZ3JlZ2F0ZWRfcGF5bG9hZF9zaXplGAEgASgFUhVhZ2dyZWdh\
      dGVkUGF5bG9hZFNpemUiggEKElJlc3BvbnNlUGFyYW1ldGVycxISCgRzaXplGAEgASgFUgRzaXplEh8KC2ludGVydmFs\
      X3VzGAIgASgFUgppbnRlcnZhbFVzEjcKCmNvbXByZXNzZWQYAyABKAsyFy5ncnBjLnRlc3RpbmcuQm9vbFZhbHVlUgpj\
      b21wcmVzc2VkIqMCChpTdHJlYW1pbmdPdXRwdXRDYWxsUmVxdWVzdBI+Cg1yZXNwb25zZV90eXBlGAEgASgOMhkuZ3Jw\
      Yy50ZXN0aW5nLlBheWxvYWRUeXBlUgxyZXNwb25zZVR5cGUSUQoTcmVzcG9uc2VfcGFyYW1ldGVycxgCIAMoCzIgLmdy\
      cGMudGVzdGluZy5SZXNwb25zZVBhcmFtZXRlcnNSEnJlc3BvbnNlUGFyYW1ldGVycxIvCgdwYXlsb2FkGAMgASgLMhUu\
      Z3JwYy50ZXN0aW5nLlBheWxvYWRSB3BheWxvYWQSQQoPcmVzcG9uc2Vfc3RhdHVzGAcgASgLMhguZ3JwYy50ZXN0aW5n\
      LkVjaG9TdGF0dXNSDnJlc3BvbnNlU3RhdHVzIk4KG1N0cmVhbWluZ091dHB1dENhbGxSZXNwb25zZRIvCgdwYXlsb2Fk\
      GAEgASgLMhUuZ3JwYy50ZXN0aW5nLlBheWxvYWRSB3BheWxvYWQqHwoLUGF5bG9hZFR5cGUSEAoMQ09NUFJFU1NBQkxF\
      EAAqbwoPR3JwY2xiUm91dGVUeXBlEh0KGUdSUENMQl9ST1VURV9UWVBFX1VOS05PV04QABIeChpHUlBDTEJfUk9VVEVf\
      VFlQRV9GQUxMQkFDSxABEh0KGUdSUENMQl9ST1VURV9UWVBFX0JBQ0tFTkQQAmIGcHJvdG8z
      """)
}
