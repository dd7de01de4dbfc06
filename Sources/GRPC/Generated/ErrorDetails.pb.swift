// Generated from google/rpc/error_details.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Why the call failed, in a form that programs can branch on.
public struct ErrorInfo: Message {
  /// The reason, in UPPER_SNAKE_CASE, unique within the domain.
  public var reason: String = ""

  /// Who defines the reason.
  public var domain: String = ""

  /// Particulars, by lowerCamelCase name.
  public var metadata: [String: String] = [:]

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.ErrorInfo", in: .googleRpcErrorDetails,
    fields: [
      .singular(1, "reason", .string),
      .singular(2, "domain", .string),
      .map(3, "metadata", .string, to: .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    reason = try r.string(0)
    domain = try r.string(1)
    metadata = try r.map(2) { entry throws(DecodingError) in (try entry.string(0), try entry.string(1)) }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, reason)
    w.string(1, domain)
    w.map(2, metadata) {
      $0.string(0, $1)
      $0.string(1, $2)
    }
    w.unknown(unknownFields)
  }
}

/// When the caller may try again.
public struct RetryInfo: Message {
  /// The least time to wait before the next attempt.
  public var retryDelay: DurationMessage?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.RetryInfo", in: .googleRpcErrorDetails,
    fields: [
      .singular(1, "retry_delay", .message(DurationMessage.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    retryDelay = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, retryDelay)
    w.unknown(unknownFields)
  }
}

/// Where the call failed inside the server; for trusted callers only.
public struct DebugInfo: Message {
  /// The call stack, innermost frame first.
  public var stackEntries: [String] = []

  /// Anything else that helps.
  public var detail: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.DebugInfo", in: .googleRpcErrorDetails,
    fields: [
      .repeated(1, "stack_entries", .string),
      .singular(2, "detail", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    stackEntries = try r.strings(0)
    detail = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.strings(0, stackEntries)
    w.string(1, detail)
    w.unknown(unknownFields)
  }
}

/// Which quota is used up.
public struct QuotaFailure: Message {
  /// Every quota that the request went over.
  public var violations: [QuotaFailure.Violation] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// One quota that the request went over.
  public struct Violation: Message {
    /// Whose quota it is.
    public var subject: String = ""

    /// What was exceeded, for people.
    public var description: String = ""

    /// The service that keeps the quota.
    public var apiService: String = ""

    /// The name of the metric that the quota limits.
    public var quotaMetric: String = ""

    /// The name of the quota.
    public var quotaId: String = ""

    /// The dimensions of the quota and their values in this request.
    public var quotaDimensions: [String: String] = [:]

    /// The limit now in force.
    public var quotaValue: Int64 = 0

    /// The limit that a rollout under way will put in force.
    public var futureQuotaValue: Int64?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.rpc.QuotaFailure.Violation", in: .googleRpcErrorDetails,
      fields: [
        .singular(1, "subject", .string),
        .singular(2, "description", .string),
        .singular(3, "api_service", .string),
        .singular(4, "quota_metric", .string),
        .singular(5, "quota_id", .string),
        .map(6, "quota_dimensions", .string, to: .string),
        .singular(7, "quota_value", .int64),
        .optional(8, "future_quota_value", .int64),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      subject = try r.string(0)
      description = try r.string(1)
      apiService = try r.string(2)
      quotaMetric = try r.string(3)
      quotaId = try r.string(4)
      quotaDimensions = try r.map(5) { entry throws(DecodingError) in
        (try entry.string(0), try entry.string(1))
      }
      quotaValue = r.int64(6)
      futureQuotaValue = r.has(7) ? r.int64(7) : nil
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, subject)
      w.string(1, description)
      w.string(2, apiService)
      w.string(3, quotaMetric)
      w.string(4, quotaId)
      w.map(5, quotaDimensions) {
        $0.string(0, $1)
        $0.string(1, $2)
      }
      w.int64(6, quotaValue)
      w.int64(7, futureQuotaValue)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.QuotaFailure", in: .googleRpcErrorDetails,
    fields: [
      .repeated(1, "violations", .message(QuotaFailure.Violation.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    violations = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, violations)
    w.unknown(unknownFields)
  }
}

/// Which preconditions of the request do not hold.
public struct PreconditionFailure: Message {
  /// Every precondition that does not hold.
  public var violations: [PreconditionFailure.Violation] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// One precondition that does not hold.
  public struct Violation: Message {
    /// The kind of precondition.
    public var type: String = ""

    /// What it is about.
    public var subject: String = ""

    /// How it fails and how the caller can mend it.
    public var description: String = ""

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.rpc.PreconditionFailure.Violation", in: .googleRpcErrorDetails,
      fields: [
        .singular(1, "type", .string),
        .singular(2, "subject", .string),
        .singular(3, "description", .string),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      type = try r.string(0)
      subject = try r.string(1)
      description = try r.string(2)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, type)
      w.string(1, subject)
      w.string(2, description)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.PreconditionFailure", in: .googleRpcErrorDetails,
    fields: [
      .repeated(1, "violations", .message(PreconditionFailure.Violation.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    violations = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, violations)
    w.unknown(unknownFields)
  }
}

/// Which fields of the request are wrong.
public struct BadRequest: Message {
  /// Every wrong field.
  public var fieldViolations: [BadRequest.FieldViolation] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// One wrong field.
  public struct FieldViolation: Message {
    /// The path of the field, with lowercase names, dots and indexes.
    public var field: String = ""

    /// What is wrong with its value.
    public var description: String = ""

    /// The reason in UPPER_SNAKE_CASE.
    public var reason: String = ""

    /// The description in the caller's language.
    public var localizedMessage: LocalizedMessage?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.rpc.BadRequest.FieldViolation", in: .googleRpcErrorDetails,
      fields: [
        .singular(1, "field", .string),
        .singular(2, "description", .string),
        .singular(3, "reason", .string),
        .singular(4, "localized_message", .message(LocalizedMessage.self)),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      field = try r.string(0)
      description = try r.string(1)
      reason = try r.string(2)
      localizedMessage = try r.message(3)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, field)
      w.string(1, description)
      w.string(2, reason)
      w.message(3, localizedMessage)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.BadRequest", in: .googleRpcErrorDetails,
    fields: [
      .repeated(1, "field_violations", .message(BadRequest.FieldViolation.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    fieldViolations = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, fieldViolations)
    w.unknown(unknownFields)
  }
}

/// How to name this request in a report.
public struct RequestInfo: Message {
  /// The identifier of the request in the server's logs.
  public var requestId: String = ""

  /// Data about how the request was served, meaningful to the server only.
  public var servingData: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.RequestInfo", in: .googleRpcErrorDetails,
    fields: [
      .singular(1, "request_id", .string),
      .singular(2, "serving_data", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    requestId = try r.string(0)
    servingData = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, requestId)
    w.string(1, servingData)
    w.unknown(unknownFields)
  }
}

/// The resource that the request was about.
public struct ResourceInfo: Message {
  /// The type of the resource.
  public var resourceType: String = ""

  /// The name of the resource.
  public var resourceName: String = ""

  /// Who owns it.
  public var owner: String = ""

  /// What went wrong with it.
  public var description: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.ResourceInfo", in: .googleRpcErrorDetails,
    fields: [
      .singular(1, "resource_type", .string),
      .singular(2, "resource_name", .string),
      .singular(3, "owner", .string),
      .singular(4, "description", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    resourceType = try r.string(0)
    resourceName = try r.string(1)
    owner = try r.string(2)
    description = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, resourceType)
    w.string(1, resourceName)
    w.string(2, owner)
    w.string(3, description)
    w.unknown(unknownFields)
  }
}

/// Where to read more.
public struct Help: Message {
  /// Pages that help with this error.
  public var links: [Help.Link] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// One page.
  public struct Link: Message {
    /// What the page offers.
    public var description: String = ""

    /// Where it is.
    public var url: String = ""

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "google.rpc.Help.Link", in: .googleRpcErrorDetails,
      fields: [
        .singular(1, "description", .string),
        .singular(2, "url", .string),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      description = try r.string(0)
      url = try r.string(1)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, description)
      w.string(1, url)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.Help", in: .googleRpcErrorDetails,
    fields: [
      .repeated(1, "links", .message(Help.Link.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    links = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, links)
    w.unknown(unknownFields)
  }
}

/// A message in the caller's language.
public struct LocalizedMessage: Message {
  /// The language, as BCP 47 writes it.
  public var locale: String = ""

  /// The message in that language.
  public var message: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "google.rpc.LocalizedMessage", in: .googleRpcErrorDetails,
    fields: [
      .singular(1, "locale", .string),
      .singular(2, "message", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    locale = try r.string(0)
    message = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, locale)
    w.string(1, message)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `google/rpc/error_details.proto`.
  public static let googleRpcErrorDetails = FileDescriptor(
    "google/rpc/error_details.proto", package: "google.rpc",
    dependencies: [.googleProtobufDuration],
    messages: [
      "google.rpc.ErrorInfo": ErrorInfo.self,
      "google.rpc.RetryInfo": RetryInfo.self,
      "google.rpc.DebugInfo": DebugInfo.self,
      "google.rpc.QuotaFailure": QuotaFailure.self,
      "google.rpc.QuotaFailure.Violation": QuotaFailure.Violation.self,
      "google.rpc.PreconditionFailure": PreconditionFailure.self,
      "google.rpc.PreconditionFailure.Violation": PreconditionFailure.Violation.self,
      "google.rpc.BadRequest": BadRequest.self,
      "google.rpc.BadRequest.FieldViolation": BadRequest.FieldViolation.self,
      "google.rpc.RequestInfo": RequestInfo.self,
      "google.rpc.ResourceInfo": ResourceInfo.self,
      "google.rpc.Help": Help.self,
      "google.rpc.Help.Link": Help.Link.self,
      "google.rpc.LocalizedMessage": LocalizedMessage.self,
    ],
    encoded: """
      Ch5nb29nbGUvcnBjL2Vycm9yX2RldGFpbHMucHJvdG8SCmdvb2dsZS5ycGMaHmdvb2dsZS9wcm90b2J1Zi9kdXJhdGlv\
      bi5wcm90byK5AQoJRXJyb3JJbmZvEhYKBnJlYXNvbhgBIAEoCVIGcmVhc29uEhYKBmRvbWFpbhgCIAEoCVIGZG9tYWlu\
      Ej8KCG1ldGFkYXRhGAMgAygLMiMuZ29vZ2xlLnJwYy5FcnJvckluZm8uTWV0YWRhdGFFbnRyeVIIbWV0YWRhdGEaOwoN\
      TWV0YWRhdGFFbnRyeRIQCgNrZXkYASABKAlSA2tleRIUCgV2YWx1ZRgCIAEoCVIFdmFsdWU6AjgBIkcKCVJldHJ5SW5m\
      bxI6CgtyZXRyeV9kZWxheRgBIAEoCzIZLmdvb2dsZS5wcm90b2J1Zi5EdXJhdGlvblIKcmV0cnlEZWxheSJICglEZWJ1\
      Z0luZm8SIwoNc3RhY2tfZW50cmllcxgBIAMoCVIMc3RhY2tFbnRyaWVzEhYKBmRldGFpbBgCIAEoCVIGZGV0YWlsIo4E\
      CgxRdW90YUZhaWx1cmUSQgoKdmlvbGF0aW9ucxgBIAMoCzIiLmdvb2dsZS5ycGMuUXVvdGFGYWlsdXJlLlZpb2xhdGlv\
      blIKdmlvbGF0aW9ucxq5AwoJVmlvbGF0aW9uEhgKB3N1YmplY3QYASABKAlSB3N1YmplY3QSIAoLZGVzY3JpcHRpb24Y\
      AiABKAlSC2Rlc2NyaXB0aW9uEh8KC2FwaV9zZXJ2aWNlGAMgASgJUgphcGlTZXJ2aWNlEiEKDHF1b3RhX21ldHJpYxgE\
      IAEoCVILcXVvdGFNZXRyaWMSGQoIcXVvdGFfaWQYBSABKAlSB3F1b3RhSWQSYgoQcXVvdGFfZGltZW5zaW9ucxgGIAMo\
      CzI3Lmdvb2dsZS5ycGMuUXVvdGFGYWlsdXJlLlZpb2xhdGlvbi5RdW90YURpbWVuc2lvbnNFbnRyeVIPcXVvdGFEaW1l\
      bnNpb25zEh8KC3F1b3RhX3ZhbHVlGAcgASgDUgpxdW90YVZhbHVlEjEKEmZ1dHVyZV9xdW90YV92YWx1ZRgIIAEoA0gA\
      UhBmdXR1cmVRdW90YVZhbHVliAEBGkIKFFF1b3RhRGltZW5zaW9uc0VudHJ5EhAKA2tleRgBIAEoCVIDa2V5EhQKBXZh\
      bHVlGAIgASgJUgV2YWx1ZToCOAFCFQoTX2Z1dHVyZV9xdW90YV92YWx1ZSK9AQoTUHJlY29uZGl0aW9uRmFpbHVyZRJJ\
      Cgp2aW9sYXRpb25zGAEgAygLMikuZ29vZ2xlLnJwYy5QcmVjb25kaXRpb25GYWlsdXJlLlZpb2xhdGlvblIKdmlvbGF0\
      aW9ucxpbCglWaW9sYXRpb24SEgoEdHlwZRgBIAEoCVIEdHlwZRIYCgdzdWJqZWN0GAIgASgJUgdzdWJqZWN0EiAKC2Rl\
      c2NyaXB0aW9uGAMgASgJUgtkZXNjcmlwdGlvbiKMAgoKQmFkUmVxdWVzdBJQChBmaWVsZF92aW9sYXRpb25zGAEgAygL\
      MiUuZ29vZ2xlLnJwYy5CYWRSZXF1ZXN0LkZpZWxkVmlvbGF0aW9uUg9maWVsZFZpb2xhdGlvbnMaqwEKDkZpZWxkVmlv\
      bGF0aW9uEhQKBWZpZWxkGAEgASgJUgVmaWVsZBIgCgtkZXNjcmlwdGlvbhgCIAEoCVILZGVzY3JpcHRpb24SFgoGcmVh\
      c29uGAMgASgJUgZyZWFzb24SSQoRbG9jYWxpemVkX21lc3NhZ2UYBCABKAsyHC5nb29nbGUucnBjLkxvY2FsaXplZE1l\
      c3NhZ2VSEGxvY2FsaXplZE1lc3NhZ2UiTwoLUmVxdWVzdEluZm8SHQoKcmVxdWVzdF9pZBgBIAEoCVIJcmVxdWVzdElk\
      EiEKDHNlcnZpbmdfZGF0YRgCIAEoCVILc2VydmluZ0RhdGEikAEKDFJlc291cmNlSW5mbxIjCg1yZXNvdXJjZV90eXBl\
      GAEgASgJUgxyZXNvdXJjZVR5cGUSIwoNcmVzb3VyY2VfbmFtZRgCIAEoCVIMcmVzb3VyY2VOYW1lEhQKBW93bmVyGAMg\
      ASgJUgVvd25lchIgCgtkZXNjcmlwdGlvbhgEIAEoCVILZGVzY3JpcHRpb24ibwoESGVscBIrCgVsaW5rcxgBIAMoCzIV\
      Lmdvb2dsZS5ycGMuSGVscC5MaW5rUgVsaW5rcxo6CgRMaW5rEiAKC2Rlc2NyaXB0aW9uGAEgASgJUgtkZXNjcmlwdGlv\
      bhIQCgN1cmwYAiABKAlSA3VybCJEChBMb2NhbGl6ZWRNZXNzYWdlEhYKBmxvY2FsZRgBIAEoCVIGbG9jYWxlEhgKB21l\
      c3NhZ2UYAiABKAlSB21lc3NhZ2VCZgoOY29tLmdvb2dsZS5ycGNCEUVycm9yRGV0YWlsc1Byb3RvUAFaP2dvb2dsZS5n\
      b2xhbmcub3JnL2dlbnByb3RvL2dvb2dsZWFwaXMvcnBjL2VycmRldGFpbHM7ZXJyZGV0YWlsc2IGcHJvdG8z
      """)
}
