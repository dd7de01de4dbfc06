// Generated from matiane/test/v1/names.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A message that is named like a type of the GRPC module.
struct ServiceClient: Message {
  /// The field `number`.
  var number: Int32 = 0

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.ServiceClient", in: .matianeTestV1Names,
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
    w.int32(0, number)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/test/v1/names.proto`.
  static let matianeTestV1Names = FileDescriptor(
    "matiane/test/v1/names.proto", package: "matiane.test.v1",
    dependencies: [],
    messages: [
      "matiane.test.v1.ServiceClient": ServiceClient.self
    ],
    encoded: """
      ChttYXRpYW5lL3Rlc3QvdjEvbmFtZXMucHJvdG8SD21hdGlhbmUudGVzdC52MSInCg1TZXJ2aWNlQ2xpZW50EhYKBm51\
      bWJlchgBIAEoBVIGbnVtYmVyMvcBCgtOYW1lU2VydmljZRJJCgdTZXJ2aWNlEh4ubWF0aWFuZS50ZXN0LnYxLlNlcnZp\
      Y2VDbGllbnQaHi5tYXRpYW5lLnRlc3QudjEuU2VydmljZUNsaWVudBJLCgdPcHRpb25zEh4ubWF0aWFuZS50ZXN0LnYx\
      LlNlcnZpY2VDbGllbnQaHi5tYXRpYW5lLnRlc3QudjEuU2VydmljZUNsaWVudCgBElAKB0hUVFBHZXQSHi5tYXRpYW5l\
      LnRlc3QudjEuU2VydmljZUNsaWVudBoeLm1hdGlhbmUudGVzdC52MS5TZXJ2aWNlQ2xpZW50IgOIAgEwAWIGcHJvdG8z
      """)
}
