// Generated from matiane/access/v1/key_file.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Who may call what; each role may all that the one before may.
public enum Role: OpenEnum {
  /// Not a role.
  case unspecified
  /// Reads.
  case reader
  /// Reads and writes.
  case writer
  /// Administers.
  case admin
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .reader
    case 2: self = .writer
    case 3: self = .admin
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .reader: 1
    case .writer: 2
    case .admin: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.access.v1.Role", in: .matianeAccessV1KeyFile,
    values: [
      (0, "ROLE_UNSPECIFIED"),
      (1, "ROLE_READER"),
      (2, "ROLE_WRITER"),
      (3, "ROLE_ADMIN"),
    ])
}

/// All keys of a server.
public struct KeyFile: Message {
  /// The keys, oldest first.
  public var keys: [ApiKey] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.access.v1.KeyFile", in: .matianeAccessV1KeyFile,
    fields: [
      .repeated(1, "keys", .message(ApiKey.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    keys = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, keys)
    w.unknown(unknownFields)
  }
}

/// One key. Its secret is nowhere: only whoever it was shown to has it.
public struct ApiKey: Message {
  /// What the key is called in its own text and in logs; letters and digits.
  public var id: String = ""

  /// Who has it and what for, in words.
  public var label: String = ""

  /// SHA-256 of the secret, which is 160 random bits, so that nothing slower is needed.
  public var secretSha256: [UInt8] = []

  /// What it may do.
  public var role: Role = .unspecified

  /// Methods that it may call, of those that its role may: `Service/Method` or `Service/*`, with or without
  /// the package; all of them when empty.
  public var methods: [String] = []

  /// Category ids; when given, the key sees and writes articles of these categories, or of those below them,
  /// only.
  public var categories: [String] = []

  /// Languages (BCP-47); when given, the key sees and writes articles in these languages only.
  public var languages: [String] = []

  /// When it was made.
  public var createTime: Timestamp?

  /// From when on it is refused; never when unset.
  public var expireTime: Timestamp?

  /// Calls a second that it may make; the server's own setting when 0.
  public var callsPerSecond: UInt32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.access.v1.ApiKey", in: .matianeAccessV1KeyFile,
    fields: [
      .singular(1, "id", .string),
      .singular(2, "label", .string),
      .singular(3, "secret_sha256", .bytes),
      .singular(4, "role", .enumeration(Role.self)),
      .repeated(5, "methods", .string),
      .repeated(6, "categories", .string),
      .repeated(7, "languages", .string),
      .singular(8, "create_time", .message(Timestamp.self)),
      .singular(9, "expire_time", .message(Timestamp.self)),
      .singular(10, "calls_per_second", .uint32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    id = try r.string(0)
    label = try r.string(1)
    secretSha256 = r.bytes(2)
    role = r.enumeration(3)
    methods = try r.strings(4)
    categories = try r.strings(5)
    languages = try r.strings(6)
    createTime = try r.message(7)
    expireTime = try r.message(8)
    callsPerSecond = r.uint32(9)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, id)
    w.string(1, label)
    w.bytes(2, secretSha256)
    w.enumeration(3, role)
    w.strings(4, methods)
    w.strings(5, categories)
    w.strings(6, languages)
    w.message(7, createTime)
    w.message(8, expireTime)
    w.uint32(9, callsPerSecond)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/access/v1/key_file.proto`.
  public static let matianeAccessV1KeyFile = FileDescriptor(
    "matiane/access/v1/key_file.proto", package: "matiane.access.v1",
    dependencies: [.googleProtobufTimestamp],
    messages: [
      "matiane.access.v1.KeyFile": KeyFile.self,
      "matiane.access.v1.ApiKey": ApiKey.self,
    ],
    encoded: """
      CiBtYXRpYW5lL2FjY2Vzcy92MS9rZXlfZmlsZS5wcm90bxIRbWF0aWFuZS5hY2Nlc3MudjEaH2dvb2dsZS9wcm90b2J1\
      Zi90aW1lc3RhbXAucHJvdG8iOAoHS2V5RmlsZRItCgRrZXlzGAEgAygLMhkubWF0aWFuZS5hY2Nlc3MudjEuQXBpS2V5\
      UgRrZXlzIvwCCgZBcGlLZXkSDgoCaWQYASABKAlSAmlkEhQKBWxhYmVsGAIgASgJUgVsYWJlbBIjCg1zZWNyZXRfc2hh\
      MjU2GAMgASgMUgxzZWNyZXRTaGEyNTYSKwoEcm9sZRgEIAEoDjIXLm1hdGlhbmUuYWNjZXNzLnYxLlJvbGVSBHJvbGUS\
      GAoHbWV0aG9kcxgFIAMoCVIHbWV0aG9kcxIeCgpjYXRlZ29yaWVzGAYgAygJUgpjYXRlZ29yaWVzEhwKCWxhbmd1YWdl\
      cxgHIAMoCVIJbGFuZ3VhZ2VzEjsKC2NyZWF0ZV90aW1lGAggASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIK\
      Y3JlYXRlVGltZRI7CgtleHBpcmVfdGltZRgJIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSCmV4cGlyZVRp\
      bWUSKAoQY2FsbHNfcGVyX3NlY29uZBgKIAEoDVIOY2FsbHNQZXJTZWNvbmQqTgoEUm9sZRIUChBST0xFX1VOU1BFQ0lG\
      SUVEEAASDwoLUk9MRV9SRUFERVIQARIPCgtST0xFX1dSSVRFUhACEg4KClJPTEVfQURNSU4QA0JTChFtYXRpYW5lLmFj\
      Y2Vzcy52MUIMS2V5RmlsZVByb3RvUAFaGm1hdGlhbmUvYWNjZXNzL3YxO2FjY2Vzc3YxqgIRTWF0aWFuZS5BY2Nlc3Mu\
      VjFiBnByb3RvMw==
      """)
}
