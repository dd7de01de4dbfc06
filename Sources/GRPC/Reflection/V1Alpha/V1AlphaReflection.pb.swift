// Generated from grpc/reflection/v1alpha/reflection.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// One question.
struct V1AlphaServerReflectionRequest: Message {
  /// The host that the question is about; servers may ignore it.
  var host: String = ""

  /// The question.
  var messageRequest: MessageRequest?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The members of `message_request`, of which one at most is set.
  enum MessageRequest: Sendable, Hashable {
    /// The file of this path.
    case fileByFilename(String)
    /// The file that declares this full name: a message, enum, service, method, field or value.
    case fileContainingSymbol(String)
    /// The file that declares an extension.
    case fileContainingExtension(V1AlphaExtensionRequest)
    /// The numbers of every known extension of this message.
    case allExtensionNumbersOfType(String)
    /// The names of all services; the content is ignored.
    case listServices(String)

    /// The value of `file_by_filename`, if that is the one that is set.
    var fileByFilename: String? {
      if case .fileByFilename(let value) = self { value } else { nil }
    }

    /// The value of `file_containing_symbol`, if that is the one that is set.
    var fileContainingSymbol: String? {
      if case .fileContainingSymbol(let value) = self { value } else { nil }
    }

    /// The value of `file_containing_extension`, if that is the one that is set.
    var fileContainingExtension: V1AlphaExtensionRequest? {
      if case .fileContainingExtension(let value) = self { value } else { nil }
    }

    /// The value of `all_extension_numbers_of_type`, if that is the one that is set.
    var allExtensionNumbersOfType: String? {
      if case .allExtensionNumbersOfType(let value) = self { value } else { nil }
    }

    /// The value of `list_services`, if that is the one that is set.
    var listServices: String? {
      if case .listServices(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "grpc.reflection.v1alpha.ServerReflectionRequest", in: .grpcReflectionV1alphaReflection,
    fields: [
      .singular(1, "host", .string),
      .oneof("message_request", 3, "file_by_filename", .string),
      .oneof("message_request", 4, "file_containing_symbol", .string),
      .oneof("message_request", 5, "file_containing_extension", .message(V1AlphaExtensionRequest.self)),
      .oneof("message_request", 6, "all_extension_numbers_of_type", .string),
      .oneof("message_request", 7, "list_services", .string),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    host = try r.string(0)
    switch r.member(1) {
    case 3: messageRequest = .fileByFilename(try r.string(1))
    case 4: messageRequest = .fileContainingSymbol(try r.string(1))
    case 5: messageRequest = .fileContainingExtension(try r.message(1) ?? V1AlphaExtensionRequest())
    case 6: messageRequest = .allExtensionNumbersOfType(try r.string(1))
    case 7: messageRequest = .listServices(try r.string(1))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
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
struct V1AlphaExtensionRequest: Message {
  /// The full name of the extended message.
  var containingType: String = ""

  /// The number of the extension.
  var extensionNumber: Int32 = 0

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "grpc.reflection.v1alpha.ExtensionRequest", in: .grpcReflectionV1alphaReflection,
    fields: [
      .singular(1, "containing_type", .string),
      .singular(2, "extension_number", .int32),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    containingType = try r.string(0)
    extensionNumber = r.int32(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, containingType)
    w.int32(1, extensionNumber)
    w.unknown(unknownFields)
  }
}

/// One answer.
struct V1AlphaServerReflectionResponse: Message {
  /// The host of the request.
  var validHost: String = ""

  /// The request that this answers.
  var originalRequest: V1AlphaServerReflectionRequest?

  /// The answer, by kind of question.
  var messageResponse: MessageResponse?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The members of `message_response`, of which one at most is set.
  enum MessageResponse: Sendable, Hashable {
    /// To the questions for a file.
    case fileDescriptorResponse(V1AlphaFileDescriptorResponse)
    /// To the question for extension numbers.
    case allExtensionNumbersResponse(V1AlphaExtensionNumberResponse)
    /// To the question for services.
    case listServicesResponse(V1AlphaListServiceResponse)
    /// To a question that cannot be answered.
    case errorResponse(V1AlphaErrorResponse)

    /// The value of `file_descriptor_response`, if that is the one that is set.
    var fileDescriptorResponse: V1AlphaFileDescriptorResponse? {
      if case .fileDescriptorResponse(let value) = self { value } else { nil }
    }

    /// The value of `all_extension_numbers_response`, if that is the one that is set.
    var allExtensionNumbersResponse: V1AlphaExtensionNumberResponse? {
      if case .allExtensionNumbersResponse(let value) = self { value } else { nil }
    }

    /// The value of `list_services_response`, if that is the one that is set.
    var listServicesResponse: V1AlphaListServiceResponse? {
      if case .listServicesResponse(let value) = self { value } else { nil }
    }

    /// The value of `error_response`, if that is the one that is set.
    var errorResponse: V1AlphaErrorResponse? {
      if case .errorResponse(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "grpc.reflection.v1alpha.ServerReflectionResponse", in: .grpcReflectionV1alphaReflection,
    fields: [
      .singular(1, "valid_host", .string),
      .singular(2, "original_request", .message(V1AlphaServerReflectionRequest.self)),
      .oneof("message_response", 4, "file_descriptor_response", .message(V1AlphaFileDescriptorResponse.self)),
      .oneof(
        "message_response", 5, "all_extension_numbers_response", .message(V1AlphaExtensionNumberResponse.self)
      ),
      .oneof("message_response", 6, "list_services_response", .message(V1AlphaListServiceResponse.self)),
      .oneof("message_response", 7, "error_response", .message(V1AlphaErrorResponse.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    validHost = try r.string(0)
    originalRequest = try r.message(1)
    switch r.member(2) {
    case 4: messageResponse = .fileDescriptorResponse(try r.message(2) ?? V1AlphaFileDescriptorResponse())
    case 5:
      messageResponse = .allExtensionNumbersResponse(try r.message(2) ?? V1AlphaExtensionNumberResponse())
    case 6: messageResponse = .listServicesResponse(try r.message(2) ?? V1AlphaListServiceResponse())
    case 7: messageResponse = .errorResponse(try r.message(2) ?? V1AlphaErrorResponse())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
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
struct V1AlphaFileDescriptorResponse: Message {
  /// Encoded google.protobuf.FileDescriptorProto messages: the file asked for and what it imports,
  /// as far as this stream has not sent them before.
  var fileDescriptorProto: [[UInt8]] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "grpc.reflection.v1alpha.FileDescriptorResponse", in: .grpcReflectionV1alphaReflection,
    fields: [
      .repeated(1, "file_descriptor_proto", .bytes)
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    fileDescriptorProto = r.byteArrays(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.byteArrays(0, fileDescriptorProto)
    w.unknown(unknownFields)
  }
}

/// Numbers of extensions.
struct V1AlphaExtensionNumberResponse: Message {
  /// The full name of the extended message.
  var baseTypeName: String = ""

  /// The numbers.
  var extensionNumber: [Int32] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "grpc.reflection.v1alpha.ExtensionNumberResponse", in: .grpcReflectionV1alphaReflection,
    fields: [
      .singular(1, "base_type_name", .string),
      .repeated(2, "extension_number", .int32),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    baseTypeName = try r.string(0)
    extensionNumber = r.int32s(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, baseTypeName)
    w.int32s(1, extensionNumber)
    w.unknown(unknownFields)
  }
}

/// Services.
struct V1AlphaListServiceResponse: Message {
  /// One for every service.
  var service: [V1AlphaServiceResponse] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "grpc.reflection.v1alpha.ListServiceResponse", in: .grpcReflectionV1alphaReflection,
    fields: [
      .repeated(1, "service", .message(V1AlphaServiceResponse.self))
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    service = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, service)
    w.unknown(unknownFields)
  }
}

/// One service.
struct V1AlphaServiceResponse: Message {
  /// Its full name.
  var name: String = ""

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "grpc.reflection.v1alpha.ServiceResponse", in: .grpcReflectionV1alphaReflection,
    fields: [
      .singular(1, "name", .string)
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.unknown(unknownFields)
  }
}

/// Why a question cannot be answered.
struct V1AlphaErrorResponse: Message {
  /// A gRPC status code.
  var errorCode: Int32 = 0

  /// What went wrong.
  var errorMessage: String = ""

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "grpc.reflection.v1alpha.ErrorResponse", in: .grpcReflectionV1alphaReflection,
    fields: [
      .singular(1, "error_code", .int32),
      .singular(2, "error_message", .string),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    errorCode = r.int32(0)
    errorMessage = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, errorCode)
    w.string(1, errorMessage)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `grpc/reflection/v1alpha/reflection.proto`.
  static let grpcReflectionV1alphaReflection = FileDescriptor(
    "grpc/reflection/v1alpha/reflection.proto", package: "grpc.reflection.v1alpha",
    dependencies: [],
    messages: [
      "grpc.reflection.v1alpha.ServerReflectionRequest": V1AlphaServerReflectionRequest.self,
      "grpc.reflection.v1alpha.ExtensionRequest": V1AlphaExtensionRequest.self,
      "grpc.reflection.v1alpha.ServerReflectionResponse": V1AlphaServerReflectionResponse.self,
      "grpc.reflection.v1alpha.FileDescriptorResponse": V1AlphaFileDescriptorResponse.self,
      "grpc.reflection.v1alpha.ExtensionNumberResponse": V1AlphaExtensionNumberResponse.self,
      "grpc.reflection.v1alpha.ListServiceResponse": V1AlphaListServiceResponse.self,
      "grpc.reflection.v1alpha.ServiceResponse": V1AlphaServiceResponse.self,
      "grpc.reflection.v1alpha.ErrorResponse": V1AlphaErrorResponse.self,
    ],
    encoded: """
      CihncnBjL3JlZmxlY3Rpb24vdjFhbHBoYS9yZWZsZWN0aW9uLnByb3RvEhdncnBjLnJlZmxlY3Rpb24udjFhbHBoYSL4\
      AgoXU2VydmVyUmVmbGVjdGlvblJlcXVlc3QSEgoEaG9zdBgBIAEoCVIEaG9zdBIqChBmaWxlX2J5X2ZpbGVuYW1lGAMg\
      ASgJSABSDmZpbGVCeUZpbGVuYW1lEjYKFmZpbGVfY29udGFpbmluZ19zeW1ib2wYBCABKAlIAFIUZmlsZUNvbnRhaW5p\
      bmdTeW1ib2wSZwoZZmlsZV9jb250YWluaW5nX2V4dGVuc2lvbhgFIAEoCzIpLmdycGMucmVmbGVjdGlvbi52MWFscGhh\
      LkV4dGVuc2lvblJlcXVlc3RIAFIXZmlsZUNvbnRhaW5pbmdFeHRlbnNpb24SQgodYWxsX2V4dGVuc2lvbl9udW1iZXJz\
      X29mX3R5cGUYBiABKAlIAFIZYWxsRXh0ZW5zaW9uTnVtYmVyc09mVHlwZRIlCg1saXN0X3NlcnZpY2VzGAcgASgJSABS\
      DGxpc3RTZXJ2aWNlc0IRCg9tZXNzYWdlX3JlcXVlc3QiZgoQRXh0ZW5zaW9uUmVxdWVzdBInCg9jb250YWluaW5nX3R5\
      cGUYASABKAlSDmNvbnRhaW5pbmdUeXBlEikKEGV4dGVuc2lvbl9udW1iZXIYAiABKAVSD2V4dGVuc2lvbk51bWJlciLH\
      BAoYU2VydmVyUmVmbGVjdGlvblJlc3BvbnNlEh0KCnZhbGlkX2hvc3QYASABKAlSCXZhbGlkSG9zdBJbChBvcmlnaW5h\
      bF9yZXF1ZXN0GAIgASgLMjAuZ3JwYy5yZWZsZWN0aW9uLnYxYWxwaGEuU2VydmVyUmVmbGVjdGlvblJlcXVlc3RSD29y\
      aWdpbmFsUmVxdWVzdBJrChhmaWxlX2Rlc2NyaXB0b3JfcmVzcG9uc2UYBCABKAsyLy5ncnBjLnJlZmxlY3Rpb24udjFh\
      bHBoYS5GaWxlRGVzY3JpcHRvclJlc3BvbnNlSABSFmZpbGVEZXNjcmlwdG9yUmVzcG9uc2USdwoeYWxsX2V4dGVuc2lv\
      bl9udW1iZXJzX3Jlc3BvbnNlGAUgASgLMjAuZ3JwYy5yZWZsZWN0aW9uLnYxYWxwaGEuRXh0ZW5zaW9uTnVtYmVyUmVz\
      cG9uc2VIAFIbYWxsRXh0ZW5zaW9uTnVtYmVyc1Jlc3BvbnNlEmQKFmxpc3Rfc2VydmljZXNfcmVzcG9uc2UYBiABKAsy\
      LC5ncnBjLnJlZmxlY3Rpb24udjFhbHBoYS5MaXN0U2VydmljZVJlc3BvbnNlSABSFGxpc3RTZXJ2aWNlc1Jlc3BvbnNl\
      Ek8KDmVycm9yX3Jlc3BvbnNlGAcgASgLMiYuZ3JwYy5yZWZsZWN0aW9uLnYxYWxwaGEuRXJyb3JSZXNwb25zZUgAUg1l\
      cnJvclJlc3BvbnNlQhIKEG1lc3NhZ2VfcmVzcG9uc2UiTAoWRmlsZURlc2NyaXB0b3JSZXNwb25zZRIyChVmaWxlX2Rl\
      c2NyaXB0b3JfcHJvdG8YASADKAxSE2ZpbGVEZXNjcmlwdG9yUHJvdG8iagoXRXh0ZW5zaW9uTnVtYmVyUmVzcG9uc2US\
      JAoOYmFzZV90eXBlX25hbWUYASABKAlSDGJhc2VUeXBlTmFtZRIpChBleHRlbnNpb25fbnVtYmVyGAIgAygFUg9leHRl\
      bnNpb25OdW1iZXIiWQoTTGlzdFNlcnZpY2VSZXNwb25zZRJCCgdzZXJ2aWNlGAEgAygLMiguZ3JwYy5yZWZsZWN0aW9u\
      LnYxYWxwaGEuU2VydmljZVJlc3BvbnNlUgdzZXJ2aWNlIiUKD1NlcnZpY2VSZXNwb25zZRISCgRuYW1lGAEgASgJUgRu\
      YW1lIlMKDUVycm9yUmVzcG9uc2USHQoKZXJyb3JfY29kZRgBIAEoBVIJZXJyb3JDb2RlEiMKDWVycm9yX21lc3NhZ2UY\
      AiABKAlSDGVycm9yTWVzc2FnZTKTAQoQU2VydmVyUmVmbGVjdGlvbhJ/ChRTZXJ2ZXJSZWZsZWN0aW9uSW5mbxIwLmdy\
      cGMucmVmbGVjdGlvbi52MWFscGhhLlNlcnZlclJlZmxlY3Rpb25SZXF1ZXN0GjEuZ3JwYy5yZWZsZWN0aW9uLnYxYWxw\
      aGEuU2VydmVyUmVmbGVjdGlvblJlc3BvbnNlKAEwAUJzChppby5ncnBjLnJlZmxlY3Rpb24udjFhbHBoYUIVU2VydmVy\
      UmVmbGVjdGlvblByb3RvUAFaOWdvb2dsZS5nb2xhbmcub3JnL2dycGMvcmVmbGVjdGlvbi9ncnBjX3JlZmxlY3Rpb25f\
      djFhbHBoYbgBAWIGcHJvdG8z
      """)
}
