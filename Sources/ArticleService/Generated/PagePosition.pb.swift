// Generated from matiane/internal/v1/page_position.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Where a page ended.
struct PagePosition: Message {
  /// The revision that all pages are read from.
  var revision: UInt64 = 0

  /// Key of the last element.
  var key: [UInt8] = []

  /// Its place in the order.
  var rank: Int64 = 0

  /// Its place among elements of the same rank.
  var tie: Int64 = 0

  /// The epoch that made the revision.
  var epoch: UInt64 = 0

  /// The microsecond since 1970 from which ages count where the request names none; else 0.
  var origin: Int64 = 0

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.internal.v1.PagePosition", in: .matianeInternalV1PagePosition,
    fields: [
      .singular(1, "revision", .uint64),
      .singular(2, "key", .bytes),
      .singular(3, "rank", .int64),
      .singular(4, "tie", .int64),
      .singular(5, "epoch", .fixed64),
      .singular(6, "origin", .int64),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    revision = r.uint64(0)
    key = r.bytes(1)
    rank = r.int64(2)
    tie = r.int64(3)
    epoch = r.uint64(4)
    origin = r.int64(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.uint64(0, revision)
    w.bytes(1, key)
    w.int64(2, rank)
    w.int64(3, tie)
    w.uint64(4, epoch)
    w.int64(5, origin)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/internal/v1/page_position.proto`.
  static let matianeInternalV1PagePosition = FileDescriptor(
    "matiane/internal/v1/page_position.proto", package: "matiane.internal.v1",
    dependencies: [],
    messages: [
      "matiane.internal.v1.PagePosition": PagePosition.self
    ],
    encoded: """
      CidtYXRpYW5lL2ludGVybmFsL3YxL3BhZ2VfcG9zaXRpb24ucHJvdG8SE21hdGlhbmUuaW50ZXJuYWwudjEikAEKDFBh\
      Z2VQb3NpdGlvbhIaCghyZXZpc2lvbhgBIAEoBFIIcmV2aXNpb24SEAoDa2V5GAIgASgMUgNrZXkSEgoEcmFuaxgDIAEo\
      A1IEcmFuaxIQCgN0aWUYBCABKANSA3RpZRIUCgVlcG9jaBgFIAEoBlIFZXBvY2gSFgoGb3JpZ2luGAYgASgDUgZvcmln\
      aW5CYAoTbWF0aWFuZS5pbnRlcm5hbC52MUIRUGFnZVBvc2l0aW9uUHJvdG9QAVoebWF0aWFuZS9pbnRlcm5hbC92MTtp\
      bnRlcm5hbHYxqgITTWF0aWFuZS5JbnRlcm5hbC5WMWIGcHJvdG8z
      """)
}
