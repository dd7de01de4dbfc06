// Generated from old_shapes.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A message that others extend.
public struct Extensible: Message {
  /// The field `name`.
  public var name: String?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// A sub-message inside which another field of the message is declared.
  public struct Part: Message {
    /// The field `weight`.
    public var weight: Int32?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "matiane.test.Extensible.Part", in: .oldShapes,
      fields: [
        .optional(1, "weight", .int32)
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      weight = r.has(0) ? r.int32(0) : nil
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.int32(0, weight)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.Extensible", in: .oldShapes,
    fields: [
      .optional(1, "name", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.has(0) ? r.string(0) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.unknown(unknownFields)
  }
}

/// A closed enum, whose first value is not zero.
public enum Season: OpenEnum {
  /// The value `SPRING`.
  case spring
  /// The value `SUMMER`.
  case summer
  /// The value `WINTER`.
  case winter
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .spring }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 1: self = .spring
    case 2: self = .summer
    case -4: self = .winter
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .spring: 1
    case .summer: 2
    case .winter: -4
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.test.Season", in: .oldShapes,
    closed: true,
    values: [
      (1, "SPRING"),
      (2, "SUMMER"),
      (-4, "WINTER"),
    ])
}

/// A closed enum that may be the value of a map.
public enum Weekday: OpenEnum {
  /// The value `SUNDAY`.
  case sunday
  /// The value `MONDAY`.
  case monday
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .sunday }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .sunday
    case 1: self = .monday
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .sunday: 0
    case .monday: 1
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.test.Weekday", in: .oldShapes,
    closed: true,
    values: [
      (0, "SUNDAY"),
      (1, "MONDAY"),
    ])
}

/// A closed enum in every place where one may stand.
public struct Seasons: Message {
  /// The field `one`.
  public var one: Season?

  /// The field `many`.
  public var many: [Season] = []

  /// The field `packed`.
  public var packed: [Season] = []

  /// The field `named`.
  public var named: [Int32: Weekday] = [:]

  /// At most one of the members of `choice`.
  public var choice: Choice?

  /// The field `count`.
  ///
  /// - Note: Where it is absent, `3` counts.
  /// - Note: Deprecated in the `.proto` file.
  public var count: Int32?

  /// The field `title`.
  ///
  /// - Note: Where it is absent, `"a \"quoted\" one"` counts.
  public var title: String?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `choice`, of which one at most is set.
  public enum Choice: Sendable, Hashable {
    /// The field `chosen`.
    case chosen(Season)
    /// The field `text`.
    case text(String)

    /// The value of `chosen`, if that is the one that is set.
    public var chosen: Season? {
      if case .chosen(let value) = self { value } else { nil }
    }

    /// The value of `text`, if that is the one that is set.
    public var text: String? {
      if case .text(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.test.Seasons", in: .oldShapes,
    fields: [
      .optional(1, "one", .enumeration(Season.self)),
      .unpacked(2, "many", .enumeration(Season.self)),
      .repeated(3, "packed", .enumeration(Season.self)),
      .map(4, "named", .int32, to: .enumeration(Weekday.self)),
      .oneof("choice", 5, "chosen", .enumeration(Season.self)),
      .oneof("choice", 6, "text", .string),
      .optional(7, "count", .int32),
      .optional(8, "title", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    one = r.has(0) ? r.enumeration(0) : nil
    many = r.enumerations(1)
    packed = r.enumerations(2)
    named = try r.map(3) { entry throws(DecodingError) in (entry.int32(0), entry.enumeration(1)) }
    switch r.member(4) {
    case 5: choice = .chosen(r.enumeration(4))
    case 6: choice = .text(try r.string(4))
    default: break
    }
    count = r.has(5) ? r.int32(5) : nil
    title = try r.has(6) ? r.string(6) : nil
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, one)
    w.enumerations(1, many)
    w.enumerations(2, packed)
    w.map(3, named) {
      $0.int32(0, $1)
      $0.enumeration(1, $2)
    }
    switch choice {
    case .chosen(let value):
      w.select(4, 5)
      w.enumeration(4, value)
    case .text(let value):
      w.select(4, 6)
      w.string(4, value)
    case nil: break
    }
    w.int32(5, count)
    w.string(6, title)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `old_shapes.proto`.
  public static let oldShapes = FileDescriptor(
    "old_shapes.proto", package: "matiane.test",
    dependencies: [],
    messages: [
      "matiane.test.Extensible": Extensible.self,
      "matiane.test.Extensible.Part": Extensible.Part.self,
      "matiane.test.Seasons": Seasons.self,
    ],
    extensions: { file in
      [
        ExtensionDescriptor(
          "matiane.test.depths", of: "matiane.test.Extensible", in: file, .unpacked(100, "depths", .sint32)),
        ExtensionDescriptor(
          "matiane.test.labels", of: "matiane.test.Extensible", in: file, .repeated(102, "labels", .string)),
        ExtensionDescriptor(
          "matiane.test.season", of: "matiane.test.Extensible", in: file,
          .optional(103, "season", .enumeration(Season.self))),
        ExtensionDescriptor(
          "matiane.test.Extensible.Part.part", of: "matiane.test.Extensible", in: file,
          .singular(101, "part", .message(Extensible.Part.self))),
      ]
    },
    encoded: """
      ChBvbGRfc2hhcGVzLnByb3RvEgxtYXRpYW5lLnRlc3QilAEKCkV4dGVuc2libGUSEgoEbmFtZRgBIAEoCVIEbmFtZRpr\
      CgRQYXJ0EhYKBndlaWdodBgBIAEoBVIGd2VpZ2h0MksKBHBhcnQSGC5tYXRpYW5lLnRlc3QuRXh0ZW5zaWJsZRhlIAEo\
      CzIdLm1hdGlhbmUudGVzdC5FeHRlbnNpYmxlLlBhcnRSBHBhcnQqBQhkEMgBIqkDCgdTZWFzb25zEiYKA29uZRgBIAEo\
      DjIULm1hdGlhbmUudGVzdC5TZWFzb25SA29uZRIoCgRtYW55GAIgAygOMhQubWF0aWFuZS50ZXN0LlNlYXNvblIEbWFu\
      eRIwCgZwYWNrZWQYAyADKA4yFC5tYXRpYW5lLnRlc3QuU2Vhc29uQgIQAVIGcGFja2VkEjYKBW5hbWVkGAQgAygLMiAu\
      bWF0aWFuZS50ZXN0LlNlYXNvbnMuTmFtZWRFbnRyeVIFbmFtZWQSLgoGY2hvc2VuGAUgASgOMhQubWF0aWFuZS50ZXN0\
      LlNlYXNvbkgAUgZjaG9zZW4SFAoEdGV4dBgGIAEoCUgAUgR0ZXh0EhsKBWNvdW50GAcgASgFOgEzQgIYAVIFY291bnQS\
      JAoFdGl0bGUYCCABKAk6DmEgInF1b3RlZCIgb25lUgV0aXRsZRpPCgpOYW1lZEVudHJ5EhAKA2tleRgBIAEoBVIDa2V5\
      EisKBXZhbHVlGAIgASgOMhUubWF0aWFuZS50ZXN0LldlZWtkYXlSBXZhbHVlOgI4AUIICgZjaG9pY2UqNQoGU2Vhc29u\
      EgoKBlNQUklORxABEgoKBlNVTU1FUhACEhMKBldJTlRFUhD8//////////8BKiEKB1dlZWtkYXkSCgoGU1VOREFZEAAS\
      CgoGTU9OREFZEAE6MAoGZGVwdGhzEhgubWF0aWFuZS50ZXN0LkV4dGVuc2libGUYZCADKBFSBmRlcHRoczowCgZsYWJl\
      bHMSGC5tYXRpYW5lLnRlc3QuRXh0ZW5zaWJsZRhmIAMoCVIGbGFiZWxzOkYKBnNlYXNvbhIYLm1hdGlhbmUudGVzdC5F\
      eHRlbnNpYmxlGGcgASgOMhQubWF0aWFuZS50ZXN0LlNlYXNvblIGc2Vhc29u
      """)
}
