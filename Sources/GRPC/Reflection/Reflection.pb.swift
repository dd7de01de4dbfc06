// Generated from grpc/reflection/v1/reflection.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// One question.
public struct ServerReflectionRequest: Message {
  /// The host that the question is about; servers may ignore it.
  public var host: String = ""

  /// The question.
  public var messageRequest: MessageRequest?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `message_request`, of which one at most is set.
  public enum MessageRequest: Sendable, Hashable {
    /// The file of this path.
    case fileByFilename(String)
    /// The file that declares this full name: a message, enum, service, method, field or value.
    case fileContainingSymbol(String)
    /// The file that declares an extension.
    case fileContainingExtension(ExtensionRequest)
    /// The numbers of every known extension of this message.
    case allExtensionNumbersOfType(String)
    /// The names of all services; the content is ignored.
    case listServices(String)

    /// The value of `file_by_filename`, if that is the one that is set.
    public var fileByFilename: String? {
      if case .fileByFilename(let value) = self { value } else { nil }
    }

    /// The value of `file_containing_symbol`, if that is the one that is set.
    public var fileContainingSymbol: String? {
      if case .fileContainingSymbol(let value) = self { value } else { nil }
    }

    /// The value of `file_containing_extension`, if that is the one that is set.
    public var fileContainingExtension: ExtensionRequest? {
      if case .fileContainingExtension(let value) = self { value } else { nil }
    }

    /// The value of `all_extension_numbers_of_type`, if that is the one that is set.
    public var allExtensionNumbersOfType: String? {
      if case .allExtensionNumbersOfType(let value) = self { value } else { nil }
    }

    /// The value of `list_services`, if that is the one that is set.
    public var listServices: String? {
      if case .listServices(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.reflection.v1.ServerReflectionRequest", in: .grpcReflectionV1Reflection,
    fields: [
      .singular(1, "host", .string),
      .oneof("message_request", 3, "file_by_filename", .string),
      .oneof("message_request", 4, "file_containing_symbol", .string),
      .oneof("message_request", 5, "file_containing_extension", .message(ExtensionRequest.self)),
      .oneof("message_request", 6, "all_extension_numbers_of_type", .string),
      .oneof("message_request", 7, "list_services", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    host = try r.string(0)
    switch r.member(1) {
    case 3: messageRequest = .fileByFilename(try r.string(1))
    case 4: messageRequest = .fileContainingSymbol(try r.string(1))
    case 5: messageRequest = .fileContainingExtension(try r.message(1) ?? ExtensionRequest())
    case 6: messageRequest = .allExtensionNumbersOfType(try r.string(1))
    case 7: messageRequest = .listServices(try r.string(1))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, host)
    switch messageRequest {
    case .fileByFilename(let value):
      w.select(1, 3)
      w.string(1, value)
    case .fileContainingSymbol(let value):
      w.select(1, 4)
      w.string(1, value)
    case .fileContainingExtension(let value):
      w.select(1, 5)
      w.message(1, value)
    case .allExtensionNumbersOfType(let value):
      w.select(1, 6)
      w.string(1, value)
    case .listServices(let value):
      w.select(1, 7)
      w.string(1, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// Names an extension by the message it extends and its number.
public struct ExtensionRequest: Message {
  /// The full name of the extended message.
  public var containingType: String = ""

  /// The number of the extension.
  public var extensionNumber: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.reflection.v1.ExtensionRequest", in: .grpcReflectionV1Reflection,
    fields: [
      .singular(1, "containing_type", .string),
      .singular(2, "extension_number", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    containingType = try r.string(0)
    extensionNumber = r.int32(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, containingType)
    w.int32(1, extensionNumber)
    w.unknown(unknownFields)
  }
}

/// One answer.
public struct ServerReflectionResponse: Message {
  /// The host of the request.
  public var validHost: String = ""

  /// The request that this answers.
  public var originalRequest: ServerReflectionRequest?

  /// The answer, by kind of question.
  public var messageResponse: MessageResponse?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `message_response`, of which one at most is set.
  public enum MessageResponse: Sendable, Hashable {
    /// To the questions for a file.
    case fileDescriptorResponse(FileDescriptorResponse)
    /// To the question for extension numbers.
    case allExtensionNumbersResponse(ExtensionNumberResponse)
    /// To the question for services.
    case listServicesResponse(ListServiceResponse)
    /// To a question that cannot be answered.
    case errorResponse(ErrorResponse)

    /// The value of `file_descriptor_response`, if that is the one that is set.
    public var fileDescriptorResponse: FileDescriptorResponse? {
      if case .fileDescriptorResponse(let value) = self { value } else { nil }
    }

    /// The value of `all_extension_numbers_response`, if that is the one that is set.
    public var allExtensionNumbersResponse: ExtensionNumberResponse? {
      if case .allExtensionNumbersResponse(let value) = self { value } else { nil }
    }

    /// The value of `list_services_response`, if that is the one that is set.
    public var listServicesResponse: ListServiceResponse? {
      if case .listServicesResponse(let value) = self { value } else { nil }
    }

    /// The value of `error_response`, if that is the one that is set.
    public var errorResponse: ErrorResponse? {
      if case .errorResponse(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.reflection.v1.ServerReflectionResponse", in: .grpcReflectionV1Reflection,
    fields: [
      .singular(1, "valid_host", .string),
      .singular(2, "original_request", .message(ServerReflectionRequest.self)),
      .oneof("message_response", 4, "file_descriptor_response", .message(FileDescriptorResponse.self)),
      .oneof("message_response", 5, "all_extension_numbers_response", .message(ExtensionNumberResponse.self)),
      .oneof("message_response", 6, "list_services_response", .message(ListServiceResponse.self)),
      .oneof("message_response", 7, "error_response", .message(ErrorResponse.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    validHost = try r.string(0)
    originalRequest = try r.message(1)
    switch r.member(2) {
    case 4: messageResponse = .fileDescriptorResponse(try r.message(2) ?? FileDescriptorResponse())
    case 5: messageResponse = .allExtensionNumbersResponse(try r.message(2) ?? ExtensionNumberResponse())
    case 6: messageResponse = .listServicesResponse(try r.message(2) ?? ListServiceResponse())
    case 7: messageResponse = .errorResponse(try r.message(2) ?? ErrorResponse())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, validHost)
    w.message(1, originalRequest)
    switch messageResponse {
    case .fileDescriptorResponse(let value):
      w.select(2, 4)
      w.message(2, value)
    case .allExtensionNumbersResponse(let value):
      w.select(2, 5)
      w.message(2, value)
    case .listServicesResponse(let value):
      w.select(2, 6)
      w.message(2, value)
    case .errorResponse(let value):
      w.select(2, 7)
      w.message(2, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// Files.
public struct FileDescriptorResponse: Message {
  /// Encoded google.protobuf.FileDescriptorProto messages: the file asked for and what it imports,
  /// as far as this stream has not sent them before.
  public var fileDescriptorProto: [[UInt8]] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.reflection.v1.FileDescriptorResponse", in: .grpcReflectionV1Reflection,
    fields: [
      .repeated(1, "file_descriptor_proto", .bytes)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    fileDescriptorProto = r.byteArrays(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.byteArrays(0, fileDescriptorProto)
    w.unknown(unknownFields)
  }
}

/// Numbers of extensions.
public struct ExtensionNumberResponse: Message {
  /// The full name of the extended message.
  public var baseTypeName: String = ""

  /// The numbers.
  public var extensionNumber: [Int32] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.reflection.v1.ExtensionNumberResponse", in: .grpcReflectionV1Reflection,
    fields: [
      .singular(1, "base_type_name", .string),
      .repeated(2, "extension_number", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    baseTypeName = try r.string(0)
    extensionNumber = r.int32s(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, baseTypeName)
    w.int32s(1, extensionNumber)
    w.unknown(unknownFields)
  }
}

/// Services.
public struct ListServiceResponse: Message {
  /// One for every service.
  public var service: [ServiceResponse] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.reflection.v1.ListServiceResponse", in: .grpcReflectionV1Reflection,
    fields: [
      .repeated(1, "service", .message(ServiceResponse.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    service = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, service)
    w.unknown(unknownFields)
  }
}

/// One service.
public struct ServiceResponse: Message {
  /// Its full name.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.reflection.v1.ServiceResponse", in: .grpcReflectionV1Reflection,
    fields: [
      .singular(1, "name", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.unknown(unknownFields)
  }
}

/// Why a question cannot be answered.
public struct ErrorResponse: Message {
  /// A gRPC status code.
  public var errorCode: Int32 = 0

  /// What went wrong.
  public var errorMessage: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.reflection.v1.ErrorResponse", in: .grpcReflectionV1Reflection,
    fields: [
      .singular(1, "error_code", .int32),
      .singular(2, "error_message", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    errorCode = r.int32(0)
    errorMessage = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, errorCode)
    w.string(1, errorMessage)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `grpc/reflection/v1/reflection.proto`.
  public static let grpcReflectionV1Reflection = FileDescriptor(
    "grpc/reflection/v1/reflection.proto", package: "grpc.reflection.v1",
    dependencies: [],
    messages: [
      "grpc.reflection.v1.ServerReflectionRequest": ServerReflectionRequest.self,
      "grpc.reflection.v1.ExtensionRequest": ExtensionRequest.self,
      "grpc.reflection.v1.ServerReflectionResponse": ServerReflectionResponse.self,
      "grpc.reflection.v1.FileDescriptorResponse": FileDescriptorResponse.self,
      "grpc.reflection.v1.ExtensionNumberResponse": ExtensionNumberResponse.self,
      "grpc.reflection.v1.ListServiceResponse": ListServiceResponse.self,
      "grpc.reflection.v1.ServiceResponse": ServiceResponse.self,
      "grpc.reflection.v1.ErrorResponse": ErrorResponse.self,
    ],
    encoded: """
      CiNncnBjL3JlZmxlY3Rpb24vdjEvcmVmbGVjdGlvbi5wcm90bxISZ3JwYy5yZWZsZWN0aW9uLnYxIvMCChdTZXJ2ZXJS\
      ZWZsZWN0aW9uUmVxdWVzdBISCgRob3N0GAEgASgJUgRob3N0EioKEGZpbGVfYnlfZmlsZW5hbWUYAyABKAlIAFIOZmls\
      ZUJ5RmlsZW5hbWUSNgoWZmlsZV9jb250YWluaW5nX3N5bWJvbBgEIAEoCUgAUhRmaWxlQ29udGFpbmluZ1N5bWJvbBJi\
      ChlmaWxlX2NvbnRhaW5pbmdfZXh0ZW5zaW9uGAUgASgLMiQuZ3JwYy5yZWZsZWN0aW9uLnYxLkV4dGVuc2lvblJlcXVl\
      c3RIAFIXZmlsZUNvbnRhaW5pbmdFeHRlbnNpb24SQgodYWxsX2V4dGVuc2lvbl9udW1iZXJzX29mX3R5cGUYBiABKAlI\
      AFIZYWxsRXh0ZW5zaW9uTnVtYmVyc09mVHlwZRIlCg1saXN0X3NlcnZpY2VzGAcgASgJSABSDGxpc3RTZXJ2aWNlc0IR\
      Cg9tZXNzYWdlX3JlcXVlc3QiZgoQRXh0ZW5zaW9uUmVxdWVzdBInCg9jb250YWluaW5nX3R5cGUYASABKAlSDmNvbnRh\
      aW5pbmdUeXBlEikKEGV4dGVuc2lvbl9udW1iZXIYAiABKAVSD2V4dGVuc2lvbk51bWJlciKuBAoYU2VydmVyUmVmbGVj\
      dGlvblJlc3BvbnNlEh0KCnZhbGlkX2hvc3QYASABKAlSCXZhbGlkSG9zdBJWChBvcmlnaW5hbF9yZXF1ZXN0GAIgASgL\
      MisuZ3JwYy5yZWZsZWN0aW9uLnYxLlNlcnZlclJlZmxlY3Rpb25SZXF1ZXN0Ug9vcmlnaW5hbFJlcXVlc3QSZgoYZmls\
      ZV9kZXNjcmlwdG9yX3Jlc3BvbnNlGAQgASgLMiouZ3JwYy5yZWZsZWN0aW9uLnYxLkZpbGVEZXNjcmlwdG9yUmVzcG9u\
      c2VIAFIWZmlsZURlc2NyaXB0b3JSZXNwb25zZRJyCh5hbGxfZXh0ZW5zaW9uX251bWJlcnNfcmVzcG9uc2UYBSABKAsy\
      Ky5ncnBjLnJlZmxlY3Rpb24udjEuRXh0ZW5zaW9uTnVtYmVyUmVzcG9uc2VIAFIbYWxsRXh0ZW5zaW9uTnVtYmVyc1Jl\
      c3BvbnNlEl8KFmxpc3Rfc2VydmljZXNfcmVzcG9uc2UYBiABKAsyJy5ncnBjLnJlZmxlY3Rpb24udjEuTGlzdFNlcnZp\
      Y2VSZXNwb25zZUgAUhRsaXN0U2VydmljZXNSZXNwb25zZRJKCg5lcnJvcl9yZXNwb25zZRgHIAEoCzIhLmdycGMucmVm\
      bGVjdGlvbi52MS5FcnJvclJlc3BvbnNlSABSDWVycm9yUmVzcG9uc2VCEgoQbWVzc2FnZV9yZXNwb25zZSJMChZGaWxl\
      RGVzY3JpcHRvclJlc3BvbnNlEjIKFWZpbGVfZGVzY3JpcHRvcl9wcm90bxgBIAMoDFITZmlsZURlc2NyaXB0b3JQcm90\
      byJqChdFeHRlbnNpb25OdW1iZXJSZXNwb25zZRIkCg5iYXNlX3R5cGVfbmFtZRgBIAEoCVIMYmFzZVR5cGVOYW1lEikK\
      EGV4dGVuc2lvbl9udW1iZXIYAiADKAVSD2V4dGVuc2lvbk51bWJlciJUChNMaXN0U2VydmljZVJlc3BvbnNlEj0KB3Nl\
      cnZpY2UYASADKAsyIy5ncnBjLnJlZmxlY3Rpb24udjEuU2VydmljZVJlc3BvbnNlUgdzZXJ2aWNlIiUKD1NlcnZpY2VS\
      ZXNwb25zZRISCgRuYW1lGAEgASgJUgRuYW1lIlMKDUVycm9yUmVzcG9uc2USHQoKZXJyb3JfY29kZRgBIAEoBVIJZXJy\
      b3JDb2RlEiMKDWVycm9yX21lc3NhZ2UYAiABKAlSDGVycm9yTWVzc2FnZTKJAQoQU2VydmVyUmVmbGVjdGlvbhJ1ChRT\
      ZXJ2ZXJSZWZsZWN0aW9uSW5mbxIrLmdycGMucmVmbGVjdGlvbi52MS5TZXJ2ZXJSZWZsZWN0aW9uUmVxdWVzdBosLmdy\
      cGMucmVmbGVjdGlvbi52MS5TZXJ2ZXJSZWZsZWN0aW9uUmVzcG9uc2UoATABQmYKFWlvLmdycGMucmVmbGVjdGlvbi52\
      MUIVU2VydmVyUmVmbGVjdGlvblByb3RvUAFaNGdvb2dsZS5nb2xhbmcub3JnL2dycGMvcmVmbGVjdGlvbi9ncnBjX3Jl\
      ZmxlY3Rpb25fdjFiBnByb3RvMw==
      """)
}
