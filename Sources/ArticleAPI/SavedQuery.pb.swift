// Generated from matiane/v1/saved_query.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A query with a name.
public struct SavedQuery: Message {
  /// Resource name, `savedQueries/{query}`; the id as in article names.
  public var name: String = ""

  /// Changes with every change of the saved query.
  public var etag: String = ""

  /// Revision of the archive at which it was last changed.
  public var revision: Int64 = 0

  /// What to call it, plain text of at most 1,000 bytes.
  public var title: String = ""

  /// The query text, as in Search, with the same limits. Empty matches everything that the filter lets
  /// through.
  public var query: String = ""

  /// Which words of `query` have to match.
  public var matchMode: MatchMode = .unspecified

  /// AIP-160 filter, as in ListArticles.
  public var filter: String = ""

  /// When it was first saved. Output only.
  public var createTime: Timestamp?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SavedQuery", in: .matianeV1SavedQuery,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "etag", .string),
      .singular(3, "revision", .int64),
      .singular(4, "title", .string),
      .singular(5, "query", .string),
      .singular(6, "match_mode", .enumeration(MatchMode.self)),
      .singular(7, "filter", .string),
      .singular(8, "create_time", .message(Timestamp.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    etag = try r.string(1)
    revision = r.int64(2)
    title = try r.string(3)
    query = try r.string(4)
    matchMode = r.enumeration(5)
    filter = try r.string(6)
    createTime = try r.message(7)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, etag)
    w.int64(2, revision)
    w.string(3, title)
    w.string(4, query)
    w.enumeration(5, matchMode)
    w.string(6, filter)
    w.message(7, createTime)
    w.unknown(unknownFields)
  }
}

/// Asks for one saved query.
public struct GetSavedQueryRequest: Message {
  /// `savedQueries/{query}`.
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
    "matiane.v1.GetSavedQueryRequest", in: .matianeV1SavedQuery,
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

/// Asks for saved queries.
public struct ListSavedQueriesRequest: Message {
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
    "matiane.v1.ListSavedQueriesRequest", in: .matianeV1SavedQuery,
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

/// One page of saved queries.
public struct ListSavedQueriesResponse: Message {
  /// The saved queries by name.
  public var savedQueries: [SavedQuery] = []

  /// Token of the next page; empty on the last one.
  public var nextPageToken: String = ""

  /// Exact number of saved queries over all pages.
  public var totalSize: Int64 = 0

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ListSavedQueriesResponse", in: .matianeV1SavedQuery,
    fields: [
      .repeated(1, "saved_queries", .message(SavedQuery.self)),
      .singular(2, "next_page_token", .string),
      .singular(3, "total_size", .int64),
      .singular(4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    savedQueries = try r.messages(0)
    nextPageToken = try r.string(1)
    totalSize = r.int64(2)
    readRevision = r.int64(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, savedQueries)
    w.string(1, nextPageToken)
    w.int64(2, totalSize)
    w.int64(3, readRevision)
    w.unknown(unknownFields)
  }
}

/// Saves a query.
public struct CreateSavedQueryRequest: Message {
  /// The query. Its name is ignored when `saved_query_id` is set.
  public var savedQuery: SavedQuery?

  /// The last part of the new name.
  public var savedQueryId: String = ""

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.CreateSavedQueryRequest", in: .matianeV1SavedQuery,
    fields: [
      .singular(1, "saved_query", .message(SavedQuery.self)),
      .singular(2, "saved_query_id", .string),
      .singular(3, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    savedQuery = try r.message(0)
    savedQueryId = try r.string(1)
    requestId = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, savedQuery)
    w.string(1, savedQueryId)
    w.string(2, requestId)
    w.unknown(unknownFields)
  }
}

/// Changes a saved query.
public struct UpdateSavedQueryRequest: Message {
  /// The new values. `saved_query.name` says which one; `saved_query.etag`, when set, which state of it.
  public var savedQuery: SavedQuery?

  /// Fields to change: `title`, `query`, `match_mode`, `filter`. When unset, every one that is set; `*` for
  /// all.
  public var updateMask: FieldMask?

  /// Save it when it does not exist.
  public var allowMissing: Bool = false

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.UpdateSavedQueryRequest", in: .matianeV1SavedQuery,
    fields: [
      .singular(1, "saved_query", .message(SavedQuery.self)),
      .singular(2, "update_mask", .message(FieldMask.self)),
      .singular(3, "allow_missing", .bool),
      .singular(4, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    savedQuery = try r.message(0)
    updateMask = try r.message(1)
    allowMissing = r.bool(2)
    requestId = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, savedQuery)
    w.message(1, updateMask)
    w.bool(2, allowMissing)
    w.string(3, requestId)
    w.unknown(unknownFields)
  }
}

/// Deletes a saved query.
public struct DeleteSavedQueryRequest: Message {
  /// `savedQueries/{query}`.
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
    "matiane.v1.DeleteSavedQueryRequest", in: .matianeV1SavedQuery,
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

/// Says when a saved query was deleted.
public struct DeleteSavedQueryResponse: Message {
  /// Revision that the deletion made.
  public var revision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteSavedQueryResponse", in: .matianeV1SavedQuery,
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

/// Asks which saved queries match an article.
public struct MatchArticleRequest: Message {
  /// The article.
  public var target: Target?

  /// At most this many; 100 when 0, 1,000 at most.
  public var pageSize: Int32 = 0

  /// `next_page_token` of the page before. Everything else in the request must be as it was there.
  public var pageToken: String = ""

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `target`, of which one at most is set.
  public enum Target: Sendable, Hashable {
    /// One that is stored, `articles/{article}`.
    case name(String)
    /// One that need not be stored, such as a draft.
    case article(Article)

    /// The value of `name`, if that is the one that is set.
    public var name: String? {
      if case .name(let value) = self { value } else { nil }
    }

    /// The value of `article`, if that is the one that is set.
    public var article: Article? {
      if case .article(let value) = self { value } else { nil }
    }
  }

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
    "matiane.v1.MatchArticleRequest", in: .matianeV1SavedQuery,
    fields: [
      .oneof("target", 1, "name", .string),
      .oneof("target", 2, "article", .message(Article.self)),
      .singular(3, "page_size", .int32),
      .singular(4, "page_token", .string),
      .oneof("consistency", 5, "min_revision", .int64),
      .oneof("consistency", 6, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: target = .name(try r.string(0))
    case 2: target = .article(try r.message(0) ?? Article())
    default: break
    }
    pageSize = r.int32(1)
    pageToken = try r.string(2)
    switch r.member(3) {
    case 5: consistency = .minRevision(r.int64(3))
    case 6: consistency = .readRevision(r.int64(3))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch target {
    case .name(let value):
      w.select(0, 1)
      w.string(0, value)
    case .article(let value):
      w.select(0, 2)
      w.message(0, value)
    case nil: break
    }
    w.int32(1, pageSize)
    w.string(2, pageToken)
    switch consistency {
    case .minRevision(let value):
      w.select(3, 5)
      w.int64(3, value)
    case .readRevision(let value):
      w.select(3, 6)
      w.int64(3, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// The saved queries that match an article.
public struct MatchArticleResponse: Message {
  /// The saved queries by name.
  public var savedQueries: [SavedQuery] = []

  /// Token of the next page; empty on the last one.
  public var nextPageToken: String = ""

  /// Exact number of matching saved queries over all pages.
  public var totalSize: Int64 = 0

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.MatchArticleResponse", in: .matianeV1SavedQuery,
    fields: [
      .repeated(1, "saved_queries", .message(SavedQuery.self)),
      .singular(2, "next_page_token", .string),
      .singular(3, "total_size", .int64),
      .singular(4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    savedQueries = try r.messages(0)
    nextPageToken = try r.string(1)
    totalSize = r.int64(2)
    readRevision = r.int64(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, savedQueries)
    w.string(1, nextPageToken)
    w.int64(2, totalSize)
    w.int64(3, readRevision)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/v1/saved_query.proto`.
  public static let matianeV1SavedQuery = FileDescriptor(
    "matiane/v1/saved_query.proto", package: "matiane.v1",
    dependencies: [.googleProtobufFieldMask, .googleProtobufTimestamp, .matianeV1Article, .matianeV1Search],
    messages: [
      "matiane.v1.SavedQuery": SavedQuery.self,
      "matiane.v1.GetSavedQueryRequest": GetSavedQueryRequest.self,
      "matiane.v1.ListSavedQueriesRequest": ListSavedQueriesRequest.self,
      "matiane.v1.ListSavedQueriesResponse": ListSavedQueriesResponse.self,
      "matiane.v1.CreateSavedQueryRequest": CreateSavedQueryRequest.self,
      "matiane.v1.UpdateSavedQueryRequest": UpdateSavedQueryRequest.self,
      "matiane.v1.DeleteSavedQueryRequest": DeleteSavedQueryRequest.self,
      "matiane.v1.DeleteSavedQueryResponse": DeleteSavedQueryResponse.self,
      "matiane.v1.MatchArticleRequest": MatchArticleRequest.self,
      "matiane.v1.MatchArticleResponse": MatchArticleResponse.self,
    ],
    encoded: """
      ChxtYXRpYW5lL3YxL3NhdmVkX3F1ZXJ5LnByb3RvEgptYXRpYW5lLnYxGiBnb29nbGUvcHJvdG9idWYvZmllbGRfbWFz\
      ay5wcm90bxofZ29vZ2xlL3Byb3RvYnVmL3RpbWVzdGFtcC5wcm90bxoYbWF0aWFuZS92MS9hcnRpY2xlLnByb3RvGhdt\
      YXRpYW5lL3YxL3NlYXJjaC5wcm90byKHAgoKU2F2ZWRRdWVyeRISCgRuYW1lGAEgASgJUgRuYW1lEhIKBGV0YWcYAiAB\
      KAlSBGV0YWcSGgoIcmV2aXNpb24YAyABKANSCHJldmlzaW9uEhQKBXRpdGxlGAQgASgJUgV0aXRsZRIUCgVxdWVyeRgF\
      IAEoCVIFcXVlcnkSNAoKbWF0Y2hfbW9kZRgGIAEoDjIVLm1hdGlhbmUudjEuTWF0Y2hNb2RlUgltYXRjaE1vZGUSFgoG\
      ZmlsdGVyGAcgASgJUgZmaWx0ZXISOwoLY3JlYXRlX3RpbWUYCCABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1w\
      UgpjcmVhdGVUaW1lIoUBChRHZXRTYXZlZFF1ZXJ5UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEiMKDG1pbl9yZXZp\
      c2lvbhgCIAEoA0gAUgttaW5SZXZpc2lvbhIlCg1yZWFkX3JldmlzaW9uGAMgASgDSABSDHJlYWRSZXZpc2lvbkINCgtj\
      b25zaXN0ZW5jeSKwAQoXTGlzdFNhdmVkUXVlcmllc1JlcXVlc3QSGwoJcGFnZV9zaXplGAEgASgFUghwYWdlU2l6ZRId\
      CgpwYWdlX3Rva2VuGAIgASgJUglwYWdlVG9rZW4SIwoMbWluX3JldmlzaW9uGAMgASgDSABSC21pblJldmlzaW9uEiUK\
      DXJlYWRfcmV2aXNpb24YBCABKANIAFIMcmVhZFJldmlzaW9uQg0KC2NvbnNpc3RlbmN5IsMBChhMaXN0U2F2ZWRRdWVy\
      aWVzUmVzcG9uc2USOwoNc2F2ZWRfcXVlcmllcxgBIAMoCzIWLm1hdGlhbmUudjEuU2F2ZWRRdWVyeVIMc2F2ZWRRdWVy\
      aWVzEiYKD25leHRfcGFnZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbhIdCgp0b3RhbF9zaXplGAMgASgDUgl0b3Rh\
      bFNpemUSIwoNcmVhZF9yZXZpc2lvbhgEIAEoA1IMcmVhZFJldmlzaW9uIpcBChdDcmVhdGVTYXZlZFF1ZXJ5UmVxdWVz\
      dBI3CgtzYXZlZF9xdWVyeRgBIAEoCzIWLm1hdGlhbmUudjEuU2F2ZWRRdWVyeVIKc2F2ZWRRdWVyeRIkCg5zYXZlZF9x\
      dWVyeV9pZBgCIAEoCVIMc2F2ZWRRdWVyeUlkEh0KCnJlcXVlc3RfaWQYAyABKAlSCXJlcXVlc3RJZCLTAQoXVXBkYXRl\
      U2F2ZWRRdWVyeVJlcXVlc3QSNwoLc2F2ZWRfcXVlcnkYASABKAsyFi5tYXRpYW5lLnYxLlNhdmVkUXVlcnlSCnNhdmVk\
      UXVlcnkSOwoLdXBkYXRlX21hc2sYAiABKAsyGi5nb29nbGUucHJvdG9idWYuRmllbGRNYXNrUgp1cGRhdGVNYXNrEiMK\
      DWFsbG93X21pc3NpbmcYAyABKAhSDGFsbG93TWlzc2luZxIdCgpyZXF1ZXN0X2lkGAQgASgJUglyZXF1ZXN0SWQihQEK\
      F0RlbGV0ZVNhdmVkUXVlcnlSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUSEgoEZXRhZxgCIAEoCVIEZXRhZxIjCg1h\
      bGxvd19taXNzaW5nGAMgASgIUgxhbGxvd01pc3NpbmcSHQoKcmVxdWVzdF9pZBgEIAEoCVIJcmVxdWVzdElkIjYKGERl\
      bGV0ZVNhdmVkUXVlcnlSZXNwb25zZRIaCghyZXZpc2lvbhgBIAEoA1IIcmV2aXNpb24i/QEKE01hdGNoQXJ0aWNsZVJl\
      cXVlc3QSFAoEbmFtZRgBIAEoCUgAUgRuYW1lEi8KB2FydGljbGUYAiABKAsyEy5tYXRpYW5lLnYxLkFydGljbGVIAFIH\
      YXJ0aWNsZRIbCglwYWdlX3NpemUYAyABKAVSCHBhZ2VTaXplEh0KCnBhZ2VfdG9rZW4YBCABKAlSCXBhZ2VUb2tlbhIj\
      CgxtaW5fcmV2aXNpb24YBSABKANIAVILbWluUmV2aXNpb24SJQoNcmVhZF9yZXZpc2lvbhgGIAEoA0gBUgxyZWFkUmV2\
      aXNpb25CCAoGdGFyZ2V0Qg0KC2NvbnNpc3RlbmN5Ir8BChRNYXRjaEFydGljbGVSZXNwb25zZRI7Cg1zYXZlZF9xdWVy\
      aWVzGAEgAygLMhYubWF0aWFuZS52MS5TYXZlZFF1ZXJ5UgxzYXZlZFF1ZXJpZXMSJgoPbmV4dF9wYWdlX3Rva2VuGAIg\
      ASgJUg1uZXh0UGFnZVRva2VuEh0KCnRvdGFsX3NpemUYAyABKANSCXRvdGFsU2l6ZRIjCg1yZWFkX3JldmlzaW9uGAQg\
      ASgDUgxyZWFkUmV2aXNpb24yqgQKEVNhdmVkUXVlcnlTZXJ2aWNlEk4KDUdldFNhdmVkUXVlcnkSIC5tYXRpYW5lLnYx\
      LkdldFNhdmVkUXVlcnlSZXF1ZXN0GhYubWF0aWFuZS52MS5TYXZlZFF1ZXJ5IgOQAgESYgoQTGlzdFNhdmVkUXVlcmll\
      cxIjLm1hdGlhbmUudjEuTGlzdFNhdmVkUXVlcmllc1JlcXVlc3QaJC5tYXRpYW5lLnYxLkxpc3RTYXZlZFF1ZXJpZXNS\
      ZXNwb25zZSIDkAIBEk8KEENyZWF0ZVNhdmVkUXVlcnkSIy5tYXRpYW5lLnYxLkNyZWF0ZVNhdmVkUXVlcnlSZXF1ZXN0\
      GhYubWF0aWFuZS52MS5TYXZlZFF1ZXJ5ElQKEFVwZGF0ZVNhdmVkUXVlcnkSIy5tYXRpYW5lLnYxLlVwZGF0ZVNhdmVk\
      UXVlcnlSZXF1ZXN0GhYubWF0aWFuZS52MS5TYXZlZFF1ZXJ5IgOQAgISYgoQRGVsZXRlU2F2ZWRRdWVyeRIjLm1hdGlh\
      bmUudjEuRGVsZXRlU2F2ZWRRdWVyeVJlcXVlc3QaJC5tYXRpYW5lLnYxLkRlbGV0ZVNhdmVkUXVlcnlSZXNwb25zZSID\
      kAICElYKDE1hdGNoQXJ0aWNsZRIfLm1hdGlhbmUudjEuTWF0Y2hBcnRpY2xlUmVxdWVzdBogLm1hdGlhbmUudjEuTWF0\
      Y2hBcnRpY2xlUmVzcG9uc2UiA5ACAUJCCgptYXRpYW5lLnYxQg9TYXZlZFF1ZXJ5UHJvdG9QAVoUbWF0aWFuZS92MTtt\
      YXRpYW5ldjGqAgpNYXRpYW5lLlYxYgZwcm90bzM=
      """)
}
