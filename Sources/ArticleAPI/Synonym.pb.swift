// Generated from matiane/v1/synonym.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// Synonyms of one language.
public struct SynonymSet: Message {
  /// Resource name, `synonymSets/{synonym_set}`; the id as in article names.
  public var name: String = ""

  /// Changes with every change of the set.
  public var etag: String = ""

  /// Revision of the archive at which it was last changed.
  public var revision: Int64 = 0

  /// The language in which the words are understood, BCP-47.
  public var language: String = ""

  /// Each either words that mean the same, `EU, European Union`, or words that also find others, `PM => prime
  /// minister`. A word stands for all its forms. At most 10,000, of at most 1,000 bytes and 2 MiB in all; a
  /// query takes at most 1,024 synonyms in all.
  public var rules: [String] = []

  /// When it was first stored. Output only.
  public var createTime: Timestamp?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SynonymSet", in: .matianeV1Synonym,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "etag", .string),
      .singular(3, "revision", .int64),
      .singular(4, "language", .string),
      .repeated(5, "rules", .string),
      .singular(6, "create_time", .message(Timestamp.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    etag = try r.string(1)
    revision = r.int64(2)
    language = try r.string(3)
    rules = try r.strings(4)
    createTime = try r.message(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, etag)
    w.int64(2, revision)
    w.string(3, language)
    w.strings(4, rules)
    w.message(5, createTime)
    w.unknown(unknownFields)
  }
}

/// Asks for one set of synonyms.
public struct GetSynonymSetRequest: Message {
  /// `synonymSets/{synonym_set}`.
  public var name: String = ""

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `consistency`, of which one at most is set.
  public enum Consistency: Sendable, Hashable {
    /// Wait, within the deadline, until this revision is visible.
    case minRevision(Int64)
    /// Read exactly as of this revision.
    case readRevision(Int64)

    /// The value of `min_revision`, if that is the one that is set.
    public var minRevision: Int64? {
      if case .minRevision(let value) = self { value } else { nil }
    }

    /// The value of `read_revision`, if that is the one that is set.
    public var readRevision: Int64? {
      if case .readRevision(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.GetSynonymSetRequest", in: .matianeV1Synonym,
    fields: [
      .singular(1, "name", .string),
      .oneof("consistency", 2, "min_revision", .int64),
      .oneof("consistency", 3, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    switch r.member(1) {
    case 2: consistency = .minRevision(r.int64(1))
    case 3: consistency = .readRevision(r.int64(1))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    switch consistency {
    case .minRevision(let value):
      w.select(1, 2)
      w.int64(1, value)
    case .readRevision(let value):
      w.select(1, 3)
      w.int64(1, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// Asks for sets of synonyms.
public struct ListSynonymSetsRequest: Message {
  /// At most this many; 100 when 0, 1,000 at most.
  public var pageSize: Int32 = 0

  /// `next_page_token` of the page before.
  public var pageToken: String = ""

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `consistency`, of which one at most is set.
  public enum Consistency: Sendable, Hashable {
    /// Wait, within the deadline, until this revision is visible.
    case minRevision(Int64)
    /// Read exactly as of this revision.
    case readRevision(Int64)

    /// The value of `min_revision`, if that is the one that is set.
    public var minRevision: Int64? {
      if case .minRevision(let value) = self { value } else { nil }
    }

    /// The value of `read_revision`, if that is the one that is set.
    public var readRevision: Int64? {
      if case .readRevision(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ListSynonymSetsRequest", in: .matianeV1Synonym,
    fields: [
      .singular(1, "page_size", .int32),
      .singular(2, "page_token", .string),
      .oneof("consistency", 3, "min_revision", .int64),
      .oneof("consistency", 4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    pageSize = r.int32(0)
    pageToken = try r.string(1)
    switch r.member(2) {
    case 3: consistency = .minRevision(r.int64(2))
    case 4: consistency = .readRevision(r.int64(2))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, pageSize)
    w.string(1, pageToken)
    switch consistency {
    case .minRevision(let value):
      w.select(2, 3)
      w.int64(2, value)
    case .readRevision(let value):
      w.select(2, 4)
      w.int64(2, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// One page of sets of synonyms.
public struct ListSynonymSetsResponse: Message {
  /// The sets by name.
  public var synonymSets: [SynonymSet] = []

  /// Token of the next page; empty on the last one.
  public var nextPageToken: String = ""

  /// Exact number of sets over all pages.
  public var totalSize: Int64 = 0

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ListSynonymSetsResponse", in: .matianeV1Synonym,
    fields: [
      .repeated(1, "synonym_sets", .message(SynonymSet.self)),
      .singular(2, "next_page_token", .string),
      .singular(3, "total_size", .int64),
      .singular(4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    synonymSets = try r.messages(0)
    nextPageToken = try r.string(1)
    totalSize = r.int64(2)
    readRevision = r.int64(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, synonymSets)
    w.string(1, nextPageToken)
    w.int64(2, totalSize)
    w.int64(3, readRevision)
    w.unknown(unknownFields)
  }
}

/// Adds a set of synonyms.
public struct CreateSynonymSetRequest: Message {
  /// The set. Its name is ignored when `synonym_set_id` is set.
  public var synonymSet: SynonymSet?

  /// The last part of the new name.
  public var synonymSetId: String = ""

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.CreateSynonymSetRequest", in: .matianeV1Synonym,
    fields: [
      .singular(1, "synonym_set", .message(SynonymSet.self)),
      .singular(2, "synonym_set_id", .string),
      .singular(3, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    synonymSet = try r.message(0)
    synonymSetId = try r.string(1)
    requestId = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, synonymSet)
    w.string(1, synonymSetId)
    w.string(2, requestId)
    w.unknown(unknownFields)
  }
}

/// Changes a set of synonyms.
public struct UpdateSynonymSetRequest: Message {
  /// The new values. `synonym_set.name` says which one; `synonym_set.etag`, when set, which state of it.
  public var synonymSet: SynonymSet?

  /// Fields to change: `language`, `rules`. When unset, every one that is set; `*` for all.
  public var updateMask: FieldMask?

  /// Add it when it does not exist.
  public var allowMissing: Bool = false

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.UpdateSynonymSetRequest", in: .matianeV1Synonym,
    fields: [
      .singular(1, "synonym_set", .message(SynonymSet.self)),
      .singular(2, "update_mask", .message(FieldMask.self)),
      .singular(3, "allow_missing", .bool),
      .singular(4, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    synonymSet = try r.message(0)
    updateMask = try r.message(1)
    allowMissing = r.bool(2)
    requestId = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, synonymSet)
    w.message(1, updateMask)
    w.bool(2, allowMissing)
    w.string(3, requestId)
    w.unknown(unknownFields)
  }
}

/// Deletes a set of synonyms.
public struct DeleteSynonymSetRequest: Message {
  /// `synonymSets/{synonym_set}`.
  public var name: String = ""

  /// When set, it is deleted only if this is its current etag.
  public var etag: String = ""

  /// Succeed without a change when it does not exist.
  public var allowMissing: Bool = false

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteSynonymSetRequest", in: .matianeV1Synonym,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "etag", .string),
      .singular(3, "allow_missing", .bool),
      .singular(4, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    etag = try r.string(1)
    allowMissing = r.bool(2)
    requestId = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, etag)
    w.bool(2, allowMissing)
    w.string(3, requestId)
    w.unknown(unknownFields)
  }
}

/// Says when a set of synonyms was deleted.
public struct DeleteSynonymSetResponse: Message {
  /// Revision that the deletion made.
  public var revision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteSynonymSetResponse", in: .matianeV1Synonym,
    fields: [
      .singular(1, "revision", .int64)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    revision = r.int64(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, revision)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/v1/synonym.proto`.
  public static let matianeV1Synonym = FileDescriptor(
    "matiane/v1/synonym.proto", package: "matiane.v1",
    dependencies: [.googleProtobufFieldMask, .googleProtobufTimestamp],
    messages: [
      "matiane.v1.SynonymSet": SynonymSet.self,
      "matiane.v1.GetSynonymSetRequest": GetSynonymSetRequest.self,
      "matiane.v1.ListSynonymSetsRequest": ListSynonymSetsRequest.self,
      "matiane.v1.ListSynonymSetsResponse": ListSynonymSetsResponse.self,
      "matiane.v1.CreateSynonymSetRequest": CreateSynonymSetRequest.self,
      "matiane.v1.UpdateSynonymSetRequest": UpdateSynonymSetRequest.self,
      "matiane.v1.DeleteSynonymSetRequest": DeleteSynonymSetRequest.self,
      "matiane.v1.DeleteSynonymSetResponse": DeleteSynonymSetResponse.self,
    ],
    encoded: """
      ChhtYXRpYW5lL3YxL3N5bm9ueW0ucHJvdG8SCm1hdGlhbmUudjEaIGdvb2dsZS9wcm90b2J1Zi9maWVsZF9tYXNrLnBy\
      b3RvGh9nb29nbGUvcHJvdG9idWYvdGltZXN0YW1wLnByb3RvIr8BCgpTeW5vbnltU2V0EhIKBG5hbWUYASABKAlSBG5h\
      bWUSEgoEZXRhZxgCIAEoCVIEZXRhZxIaCghyZXZpc2lvbhgDIAEoA1IIcmV2aXNpb24SGgoIbGFuZ3VhZ2UYBCABKAlS\
      CGxhbmd1YWdlEhQKBXJ1bGVzGAUgAygJUgVydWxlcxI7CgtjcmVhdGVfdGltZRgGIAEoCzIaLmdvb2dsZS5wcm90b2J1\
      Zi5UaW1lc3RhbXBSCmNyZWF0ZVRpbWUihQEKFEdldFN5bm9ueW1TZXRSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUS\
      IwoMbWluX3JldmlzaW9uGAIgASgDSABSC21pblJldmlzaW9uEiUKDXJlYWRfcmV2aXNpb24YAyABKANIAFIMcmVhZFJl\
      dmlzaW9uQg0KC2NvbnNpc3RlbmN5Iq8BChZMaXN0U3lub255bVNldHNSZXF1ZXN0EhsKCXBhZ2Vfc2l6ZRgBIAEoBVII\
      cGFnZVNpemUSHQoKcGFnZV90b2tlbhgCIAEoCVIJcGFnZVRva2VuEiMKDG1pbl9yZXZpc2lvbhgDIAEoA0gAUgttaW5S\
      ZXZpc2lvbhIlCg1yZWFkX3JldmlzaW9uGAQgASgDSABSDHJlYWRSZXZpc2lvbkINCgtjb25zaXN0ZW5jeSLAAQoXTGlz\
      dFN5bm9ueW1TZXRzUmVzcG9uc2USOQoMc3lub255bV9zZXRzGAEgAygLMhYubWF0aWFuZS52MS5TeW5vbnltU2V0Ugtz\
      eW5vbnltU2V0cxImCg9uZXh0X3BhZ2VfdG9rZW4YAiABKAlSDW5leHRQYWdlVG9rZW4SHQoKdG90YWxfc2l6ZRgDIAEo\
      A1IJdG90YWxTaXplEiMKDXJlYWRfcmV2aXNpb24YBCABKANSDHJlYWRSZXZpc2lvbiKXAQoXQ3JlYXRlU3lub255bVNl\
      dFJlcXVlc3QSNwoLc3lub255bV9zZXQYASABKAsyFi5tYXRpYW5lLnYxLlN5bm9ueW1TZXRSCnN5bm9ueW1TZXQSJAoO\
      c3lub255bV9zZXRfaWQYAiABKAlSDHN5bm9ueW1TZXRJZBIdCgpyZXF1ZXN0X2lkGAMgASgJUglyZXF1ZXN0SWQi0wEK\
      F1VwZGF0ZVN5bm9ueW1TZXRSZXF1ZXN0EjcKC3N5bm9ueW1fc2V0GAEgASgLMhYubWF0aWFuZS52MS5TeW5vbnltU2V0\
      UgpzeW5vbnltU2V0EjsKC3VwZGF0ZV9tYXNrGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLkZpZWxkTWFza1IKdXBkYXRl\
      TWFzaxIjCg1hbGxvd19taXNzaW5nGAMgASgIUgxhbGxvd01pc3NpbmcSHQoKcmVxdWVzdF9pZBgEIAEoCVIJcmVxdWVz\
      dElkIoUBChdEZWxldGVTeW5vbnltU2V0UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEhIKBGV0YWcYAiABKAlSBGV0\
      YWcSIwoNYWxsb3dfbWlzc2luZxgDIAEoCFIMYWxsb3dNaXNzaW5nEh0KCnJlcXVlc3RfaWQYBCABKAlSCXJlcXVlc3RJ\
      ZCI2ChhEZWxldGVTeW5vbnltU2V0UmVzcG9uc2USGgoIcmV2aXNpb24YASABKANSCHJldmlzaW9uMswDCg5TeW5vbnlt\
      U2VydmljZRJOCg1HZXRTeW5vbnltU2V0EiAubWF0aWFuZS52MS5HZXRTeW5vbnltU2V0UmVxdWVzdBoWLm1hdGlhbmUu\
      djEuU3lub255bVNldCIDkAIBEl8KD0xpc3RTeW5vbnltU2V0cxIiLm1hdGlhbmUudjEuTGlzdFN5bm9ueW1TZXRzUmVx\
      dWVzdBojLm1hdGlhbmUudjEuTGlzdFN5bm9ueW1TZXRzUmVzcG9uc2UiA5ACARJPChBDcmVhdGVTeW5vbnltU2V0EiMu\
      bWF0aWFuZS52MS5DcmVhdGVTeW5vbnltU2V0UmVxdWVzdBoWLm1hdGlhbmUudjEuU3lub255bVNldBJUChBVcGRhdGVT\
      eW5vbnltU2V0EiMubWF0aWFuZS52MS5VcGRhdGVTeW5vbnltU2V0UmVxdWVzdBoWLm1hdGlhbmUudjEuU3lub255bVNl\
      dCIDkAICEmIKEERlbGV0ZVN5bm9ueW1TZXQSIy5tYXRpYW5lLnYxLkRlbGV0ZVN5bm9ueW1TZXRSZXF1ZXN0GiQubWF0\
      aWFuZS52MS5EZWxldGVTeW5vbnltU2V0UmVzcG9uc2UiA5ACAkI/CgptYXRpYW5lLnYxQgxTeW5vbnltUHJvdG9QAVoU\
      bWF0aWFuZS92MTttYXRpYW5ldjGqAgpNYXRpYW5lLlYxYgZwcm90bzM=
      """)
}
