// Generated from matiane/test/v1/echo.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// What the calls of the tests carry.
struct Note: Message {
  /// Any text.
  var text: String = ""

  /// How many responses are wanted, or which of them this is.
  var count: Int32 = 0

  /// Any bytes.
  var payload: [UInt8] = []

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.test.v1.Note", in: .matianeTestV1Echo,
    fields: [
      .singular(1, "text", .string),
      .singular(2, "count", .int32),
      .singular(3, "payload", .bytes),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    text = try r.string(0)
    count = r.int32(1)
    payload = r.bytes(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, text)
    w.int32(1, count)
    w.bytes(2, payload)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/test/v1/echo.proto`.
  static let matianeTestV1Echo = FileDescriptor(
    "matiane/test/v1/echo.proto", package: "matiane.test.v1",
    dependencies: [],
    messages: [
      "matiane.test.v1.Note": Note.self
    ],
    encoded: """
      ChptYXRpYW5lL3Rlc3QvdjEvZWNoby5wcm90bxIPbWF0aWFuZS50ZXN0LnYxIkoKBE5vdGUSEgoEdGV4dBgBIAEoCVIE\
      dGV4dBIUCgVjb3VudBgCIAEoBVIFY291bnQSGAoHcGF5bG9hZBgDIAEoDFIHcGF5bG9hZDLvAQoLRWNob1NlcnZpY2US\
      NAoERWNobxIVLm1hdGlhbmUudGVzdC52MS5Ob3RlGhUubWF0aWFuZS50ZXN0LnYxLk5vdGUSOAoGUmVwZWF0EhUubWF0\
      aWFuZS50ZXN0LnYxLk5vdGUaFS5tYXRpYW5lLnRlc3QudjEuTm90ZTABEjYKBEpvaW4SFS5tYXRpYW5lLnRlc3QudjEu\
      Tm90ZRoVLm1hdGlhbmUudGVzdC52MS5Ob3RlKAESOAoEQ2hhdBIVLm1hdGlhbmUudGVzdC52MS5Ob3RlGhUubWF0aWFu\
      ZS50ZXN0LnYxLk5vdGUoATABYgZwcm90bzM=
      """)
}
