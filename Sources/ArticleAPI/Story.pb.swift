// Generated from matiane/v1/story.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A story: all editions of one piece. It exists as long as it has an edition.
public struct Story: Message {
  /// Resource name, `stories/{story}`.
  public var name: String = ""

  /// Revision of the archive at which an edition was last changed, came or left. Never falls.
  public var revision: Int64 = 0

  /// Its editions, by language.
  public var editions: [Edition] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Story", in: .matianeV1Story,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "revision", .int64),
      .repeated(3, "editions", .message(Edition.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    revision = r.int64(1)
    editions = try r.messages(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.int64(1, revision)
    w.messages(2, editions)
    w.unknown(unknownFields)
  }
}

/// One language edition of a story, in short.
public struct Edition: Message {
  /// The article, `articles/{article}`.
  public var article: String = ""

  /// Its language, BCP-47.
  public var language: String = ""

  /// Its title; cut where it takes more than 1,000 bytes.
  public var title: String = ""

  /// Its address.
  public var url: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Edition", in: .matianeV1Story,
    fields: [
      .singular(1, "article", .string),
      .singular(2, "language", .string),
      .singular(3, "title", .string),
      .singular(4, "url", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.string(0)
    language = try r.string(1)
    title = try r.string(2)
    url = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, article)
    w.string(1, language)
    w.string(2, title)
    w.string(3, url)
    w.unknown(unknownFields)
  }
}

/// Asks for one story.
public struct GetStoryRequest: Message {
  /// `stories/{story}`.
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
    "matiane.v1.GetStoryRequest", in: .matianeV1Story,
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

/// Asks for stories.
public struct ListStoriesRequest: Message {
  /// AIP-160 filter on the editions, as in ListArticles.
  public var filter: String = ""

  /// At most this many; 50 when 0, 1,000 at most.
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
    "matiane.v1.ListStoriesRequest", in: .matianeV1Story,
    fields: [
      .singular(1, "filter", .string),
      .singular(2, "page_size", .int32),
      .singular(3, "page_token", .string),
      .oneof("consistency", 4, "min_revision", .int64),
      .oneof("consistency", 5, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    filter = try r.string(0)
    pageSize = r.int32(1)
    pageToken = try r.string(2)
    switch r.member(3) {
    case 4: consistency = .minRevision(r.int64(3))
    case 5: consistency = .readRevision(r.int64(3))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, filter)
    w.int32(1, pageSize)
    w.string(2, pageToken)
    switch consistency {
    case .minRevision(let value):
      w.select(3, 4)
      w.int64(3, value)
    case .readRevision(let value):
      w.select(3, 5)
      w.int64(3, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// One page of stories.
public struct ListStoriesResponse: Message {
  /// The stories.
  public var stories: [Story] = []

  /// Token of the next page; empty on the last one.
  public var nextPageToken: String = ""

  /// Exact number of stories over all pages.
  public var totalSize: Int64 = 0

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ListStoriesResponse", in: .matianeV1Story,
    fields: [
      .repeated(1, "stories", .message(Story.self)),
      .singular(2, "next_page_token", .string),
      .singular(3, "total_size", .int64),
      .singular(4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    stories = try r.messages(0)
    nextPageToken = try r.string(1)
    totalSize = r.int64(2)
    readRevision = r.int64(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, stories)
    w.string(1, nextPageToken)
    w.int64(2, totalSize)
    w.int64(3, readRevision)
    w.unknown(unknownFields)
  }
}

/// Makes articles editions of one story.
public struct LinkEditionsRequest: Message {
  /// The story they shall belong to, `stories/{story}`; when empty, that of the first article.
  public var story: String = ""

  /// 1 to 100 articles, `articles/{article}`.
  public var articles: [String] = []

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.LinkEditionsRequest", in: .matianeV1Story,
    fields: [
      .singular(1, "story", .string),
      .repeated(2, "articles", .string),
      .singular(3, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    story = try r.string(0)
    articles = try r.strings(1)
    requestId = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, story)
    w.strings(1, articles)
    w.string(2, requestId)
    w.unknown(unknownFields)
  }
}

/// Takes an article out of its story.
public struct UnlinkEditionRequest: Message {
  /// `articles/{article}`.
  public var article: String = ""

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.UnlinkEditionRequest", in: .matianeV1Story,
    fields: [
      .singular(1, "article", .string),
      .singular(2, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.string(0)
    requestId = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, article)
    w.string(1, requestId)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/v1/story.proto`.
  public static let matianeV1Story = FileDescriptor(
    "matiane/v1/story.proto", package: "matiane.v1",
    dependencies: [],
    messages: [
      "matiane.v1.Story": Story.self,
      "matiane.v1.Edition": Edition.self,
      "matiane.v1.GetStoryRequest": GetStoryRequest.self,
      "matiane.v1.ListStoriesRequest": ListStoriesRequest.self,
      "matiane.v1.ListStoriesResponse": ListStoriesResponse.self,
      "matiane.v1.LinkEditionsRequest": LinkEditionsRequest.self,
      "matiane.v1.UnlinkEditionRequest": UnlinkEditionRequest.self,
    ],
    encoded: """
      ChZtYXRpYW5lL3YxL3N0b3J5LnByb3RvEgptYXRpYW5lLnYxImgKBVN0b3J5EhIKBG5hbWUYASABKAlSBG5hbWUSGgoI\
      cmV2aXNpb24YAiABKANSCHJldmlzaW9uEi8KCGVkaXRpb25zGAMgAygLMhMubWF0aWFuZS52MS5FZGl0aW9uUghlZGl0\
      aW9ucyJnCgdFZGl0aW9uEhgKB2FydGljbGUYASABKAlSB2FydGljbGUSGgoIbGFuZ3VhZ2UYAiABKAlSCGxhbmd1YWdl\
      EhQKBXRpdGxlGAMgASgJUgV0aXRsZRIQCgN1cmwYBCABKAlSA3VybCKAAQoPR2V0U3RvcnlSZXF1ZXN0EhIKBG5hbWUY\
      ASABKAlSBG5hbWUSIwoMbWluX3JldmlzaW9uGAIgASgDSABSC21pblJldmlzaW9uEiUKDXJlYWRfcmV2aXNpb24YAyAB\
      KANIAFIMcmVhZFJldmlzaW9uQg0KC2NvbnNpc3RlbmN5IsMBChJMaXN0U3Rvcmllc1JlcXVlc3QSFgoGZmlsdGVyGAEg\
      ASgJUgZmaWx0ZXISGwoJcGFnZV9zaXplGAIgASgFUghwYWdlU2l6ZRIdCgpwYWdlX3Rva2VuGAMgASgJUglwYWdlVG9r\
      ZW4SIwoMbWluX3JldmlzaW9uGAQgASgDSABSC21pblJldmlzaW9uEiUKDXJlYWRfcmV2aXNpb24YBSABKANIAFIMcmVh\
      ZFJldmlzaW9uQg0KC2NvbnNpc3RlbmN5Iq4BChNMaXN0U3Rvcmllc1Jlc3BvbnNlEisKB3N0b3JpZXMYASADKAsyES5t\
      YXRpYW5lLnYxLlN0b3J5UgdzdG9yaWVzEiYKD25leHRfcGFnZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbhIdCgp0\
      b3RhbF9zaXplGAMgASgDUgl0b3RhbFNpemUSIwoNcmVhZF9yZXZpc2lvbhgEIAEoA1IMcmVhZFJldmlzaW9uImYKE0xp\
      bmtFZGl0aW9uc1JlcXVlc3QSFAoFc3RvcnkYASABKAlSBXN0b3J5EhoKCGFydGljbGVzGAIgAygJUghhcnRpY2xlcxId\
      CgpyZXF1ZXN0X2lkGAMgASgJUglyZXF1ZXN0SWQiTwoUVW5saW5rRWRpdGlvblJlcXVlc3QSGAoHYXJ0aWNsZRgBIAEo\
      CVIHYXJ0aWNsZRIdCgpyZXF1ZXN0X2lkGAIgASgJUglyZXF1ZXN0SWQyswIKDFN0b3J5U2VydmljZRI/CghHZXRTdG9y\
      eRIbLm1hdGlhbmUudjEuR2V0U3RvcnlSZXF1ZXN0GhEubWF0aWFuZS52MS5TdG9yeSIDkAIBElMKC0xpc3RTdG9yaWVz\
      Eh4ubWF0aWFuZS52MS5MaXN0U3Rvcmllc1JlcXVlc3QaHy5tYXRpYW5lLnYxLkxpc3RTdG9yaWVzUmVzcG9uc2UiA5AC\
      ARJHCgxMaW5rRWRpdGlvbnMSHy5tYXRpYW5lLnYxLkxpbmtFZGl0aW9uc1JlcXVlc3QaES5tYXRpYW5lLnYxLlN0b3J5\
      IgOQAgISRAoNVW5saW5rRWRpdGlvbhIgLm1hdGlhbmUudjEuVW5saW5rRWRpdGlvblJlcXVlc3QaES5tYXRpYW5lLnYx\
      LlN0b3J5Qj0KCm1hdGlhbmUudjFCClN0b3J5UHJvdG9QAVoUbWF0aWFuZS92MTttYXRpYW5ldjGqAgpNYXRpYW5lLlYx\
      YgZwcm90bzM=
      """)
}
