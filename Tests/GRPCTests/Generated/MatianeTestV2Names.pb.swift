// Generated from matiane/test/v2/names.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A message that the other file does not have.
struct Namesake: Message {
  /// The field `number`.
  var number: Int32 = 0

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v2.Namesake", in: .matianeTestV2Names,
    fields: [
      .singular(1, "number", .int32)
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    number = r.int32(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, number)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/test/v2/names.proto`.
  static let matianeTestV2Names = FileDescriptor(
    "matiane/test/v2/names.proto", package: "matiane.test.v2",
    dependencies: [],
    messages: [
      "matiane.test.v2.Namesake": Namesake.self
    ],
    encoded: """
      ChttYXRpYW5lL3Rlc3QvdjIvbmFtZXMucHJvdG8SD21hdGlhbmUudGVzdC52MiIiCghOYW1lc2FrZRIWCgZudW1iZXIY\
      ASABKAVSBm51bWJlcmIGcHJvdG8z
      """)
}
