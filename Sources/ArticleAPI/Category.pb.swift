// Generated from matiane/v1/category.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A place in the tree under which articles are filed.
///
/// It takes at most 1 MiB.
public struct Category: Message {
  /// Resource name, `categories/{category}`; the id as in article names.
  public var name: String = ""

  /// Changes with every change of the category.
  public var etag: String = ""

  /// Revision of the archive at which the category was last changed.
  public var revision: Int64 = 0

  /// The category above it, `categories/{category}`; empty at the top.
  public var parent: String = ""

  /// Title by language (BCP-47), for example {"en": "Politics", "ka": "პოლიტიკა"}. At most 1,000.
  public var titles: [String: String] = [:]

  /// What belongs under it, plain text.
  public var description: String = ""

  /// When it was created. Output only.
  public var createTime: Timestamp?

  /// Exact number of articles filed under the category itself. Output only.
  public var articleCount: Int64 = 0

  /// Exact number of articles filed under it or anything below it, each counted once. Output only.
  public var totalArticleCount: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Category", in: .matianeV1Category,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "etag", .string),
      .singular(3, "revision", .int64),
      .singular(4, "parent", .string),
      .map(5, "titles", .string, to: .string),
      .singular(6, "description", .string),
      .singular(7, "create_time", .message(Timestamp.self)),
      .singular(8, "article_count", .int64),
      .singular(9, "total_article_count", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    etag = try r.string(1)
    revision = r.int64(2)
    parent = try r.string(3)
    titles = try r.map(4) { entry throws(DecodingError) in (try entry.string(0), try entry.string(1)) }
    description = try r.string(5)
    createTime = try r.message(6)
    articleCount = r.int64(7)
    totalArticleCount = r.int64(8)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, etag)
    w.int64(2, revision)
    w.string(3, parent)
    w.map(4, titles) {
      $0.string(0, $1)
      $0.string(1, $2)
    }
    w.string(5, description)
    w.message(6, createTime)
    w.int64(7, articleCount)
    w.int64(8, totalArticleCount)
    w.unknown(unknownFields)
  }
}

/// Asks for one category.
public struct GetCategoryRequest: Message {
  /// `categories/{category}`.
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
    "matiane.v1.GetCategoryRequest", in: .matianeV1Category,
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

/// Asks for categories.
public struct ListCategoriesRequest: Message {
  /// List what is under this category only, at any depth; the whole tree when empty.
  public var parent: String = ""

  /// At most this many; 1,000 when 0, 1,000 at most.
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
    "matiane.v1.ListCategoriesRequest", in: .matianeV1Category,
    fields: [
      .singular(1, "parent", .string),
      .singular(2, "page_size", .int32),
      .singular(3, "page_token", .string),
      .oneof("consistency", 4, "min_revision", .int64),
      .oneof("consistency", 5, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    parent = try r.string(0)
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
    w.string(0, parent)
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

/// One page of categories.
public struct ListCategoriesResponse: Message {
  /// The categories.
  public var categories: [Category] = []

  /// Token of the next page; empty on the last one.
  public var nextPageToken: String = ""

  /// Exact number of categories over all pages.
  public var totalSize: Int64 = 0

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ListCategoriesResponse", in: .matianeV1Category,
    fields: [
      .repeated(1, "categories", .message(Category.self)),
      .singular(2, "next_page_token", .string),
      .singular(3, "total_size", .int64),
      .singular(4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    categories = try r.messages(0)
    nextPageToken = try r.string(1)
    totalSize = r.int64(2)
    readRevision = r.int64(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, categories)
    w.string(1, nextPageToken)
    w.int64(2, totalSize)
    w.int64(3, readRevision)
    w.unknown(unknownFields)
  }
}

/// Creates a category.
public struct CreateCategoryRequest: Message {
  /// The category. Its name is ignored when `category_id` is set.
  public var category: Category?

  /// The last part of the new name.
  public var categoryId: String = ""

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.CreateCategoryRequest", in: .matianeV1Category,
    fields: [
      .singular(1, "category", .message(Category.self)),
      .singular(2, "category_id", .string),
      .singular(3, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    category = try r.message(0)
    categoryId = try r.string(1)
    requestId = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, category)
    w.string(1, categoryId)
    w.string(2, requestId)
    w.unknown(unknownFields)
  }
}

/// Changes a category.
public struct UpdateCategoryRequest: Message {
  /// The new values. `category.name` says which one; `category.etag`, when set, which state of it.
  public var category: Category?

  /// Fields to change: `parent`, `titles`, `description`. When unset, every one that is set in `category`.
  public var updateMask: FieldMask?

  /// Create the category when it does not exist.
  public var allowMissing: Bool = false

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.UpdateCategoryRequest", in: .matianeV1Category,
    fields: [
      .singular(1, "category", .message(Category.self)),
      .singular(2, "update_mask", .message(FieldMask.self)),
      .singular(3, "allow_missing", .bool),
      .singular(4, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    category = try r.message(0)
    updateMask = try r.message(1)
    allowMissing = r.bool(2)
    requestId = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, category)
    w.message(1, updateMask)
    w.bool(2, allowMissing)
    w.string(3, requestId)
    w.unknown(unknownFields)
  }
}

/// Deletes a category.
public struct DeleteCategoryRequest: Message {
  /// `categories/{category}`.
  public var name: String = ""

  /// When set, the category is deleted only if this is its current etag.
  public var etag: String = ""

  /// Delete it even when articles are filed under it; they keep their other categories. It is taken off many
  /// articles a part at a time, at revisions of their own, lest other writes wait for long; and then deleted.
  /// If the call fails on the way, the category is there with fewer articles: repeat it.
  public var force: Bool = false

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteCategoryRequest", in: .matianeV1Category,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "etag", .string),
      .singular(3, "force", .bool),
      .singular(4, "request_id", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    etag = try r.string(1)
    force = r.bool(2)
    requestId = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, etag)
    w.bool(2, force)
    w.string(3, requestId)
    w.unknown(unknownFields)
  }
}

/// Says when a category was deleted.
public struct DeleteCategoryResponse: Message {
  /// Revision that the deletion made.
  public var revision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteCategoryResponse", in: .matianeV1Category,
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
  /// The file `matiane/v1/category.proto`.
  public static let matianeV1Category = FileDescriptor(
    "matiane/v1/category.proto", package: "matiane.v1",
    dependencies: [.googleProtobufFieldMask, .googleProtobufTimestamp],
    messages: [
      "matiane.v1.Category": Category.self,
      "matiane.v1.GetCategoryRequest": GetCategoryRequest.self,
      "matiane.v1.ListCategoriesRequest": ListCategoriesRequest.self,
      "matiane.v1.ListCategoriesResponse": ListCategoriesResponse.self,
      "matiane.v1.CreateCategoryRequest": CreateCategoryRequest.self,
      "matiane.v1.UpdateCategoryRequest": UpdateCategoryRequest.self,
      "matiane.v1.DeleteCategoryRequest": DeleteCategoryRequest.self,
      "matiane.v1.DeleteCategoryResponse": DeleteCategoryResponse.self,
    ],
    encoded: """
      ChltYXRpYW5lL3YxL2NhdGVnb3J5LnByb3RvEgptYXRpYW5lLnYxGiBnb29nbGUvcHJvdG9idWYvZmllbGRfbWFzay5w\
      cm90bxofZ29vZ2xlL3Byb3RvYnVmL3RpbWVzdGFtcC5wcm90byKPAwoIQ2F0ZWdvcnkSEgoEbmFtZRgBIAEoCVIEbmFt\
      ZRISCgRldGFnGAIgASgJUgRldGFnEhoKCHJldmlzaW9uGAMgASgDUghyZXZpc2lvbhIWCgZwYXJlbnQYBCABKAlSBnBh\
      cmVudBI4CgZ0aXRsZXMYBSADKAsyIC5tYXRpYW5lLnYxLkNhdGVnb3J5LlRpdGxlc0VudHJ5UgZ0aXRsZXMSIAoLZGVz\
      Y3JpcHRpb24YBiABKAlSC2Rlc2NyaXB0aW9uEjsKC2NyZWF0ZV90aW1lGAcgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRp\
      bWVzdGFtcFIKY3JlYXRlVGltZRIjCg1hcnRpY2xlX2NvdW50GAggASgDUgxhcnRpY2xlQ291bnQSLgoTdG90YWxfYXJ0\
      aWNsZV9jb3VudBgJIAEoA1IRdG90YWxBcnRpY2xlQ291bnQaOQoLVGl0bGVzRW50cnkSEAoDa2V5GAEgASgJUgNrZXkS\
      FAoFdmFsdWUYAiABKAlSBXZhbHVlOgI4ASKDAQoSR2V0Q2F0ZWdvcnlSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUS\
      IwoMbWluX3JldmlzaW9uGAIgASgDSABSC21pblJldmlzaW9uEiUKDXJlYWRfcmV2aXNpb24YAyABKANIAFIMcmVhZFJl\
      dmlzaW9uQg0KC2NvbnNpc3RlbmN5IsYBChVMaXN0Q2F0ZWdvcmllc1JlcXVlc3QSFgoGcGFyZW50GAEgASgJUgZwYXJl\
      bnQSGwoJcGFnZV9zaXplGAIgASgFUghwYWdlU2l6ZRIdCgpwYWdlX3Rva2VuGAMgASgJUglwYWdlVG9rZW4SIwoMbWlu\
      X3JldmlzaW9uGAQgASgDSABSC21pblJldmlzaW9uEiUKDXJlYWRfcmV2aXNpb24YBSABKANIAFIMcmVhZFJldmlzaW9u\
      Qg0KC2NvbnNpc3RlbmN5IroBChZMaXN0Q2F0ZWdvcmllc1Jlc3BvbnNlEjQKCmNhdGVnb3JpZXMYASADKAsyFC5tYXRp\
      YW5lLnYxLkNhdGVnb3J5UgpjYXRlZ29yaWVzEiYKD25leHRfcGFnZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbhId\
      Cgp0b3RhbF9zaXplGAMgASgDUgl0b3RhbFNpemUSIwoNcmVhZF9yZXZpc2lvbhgEIAEoA1IMcmVhZFJldmlzaW9uIokB\
      ChVDcmVhdGVDYXRlZ29yeVJlcXVlc3QSMAoIY2F0ZWdvcnkYASABKAsyFC5tYXRpYW5lLnYxLkNhdGVnb3J5UghjYXRl\
      Z29yeRIfCgtjYXRlZ29yeV9pZBgCIAEoCVIKY2F0ZWdvcnlJZBIdCgpyZXF1ZXN0X2lkGAMgASgJUglyZXF1ZXN0SWQi\
      ygEKFVVwZGF0ZUNhdGVnb3J5UmVxdWVzdBIwCghjYXRlZ29yeRgBIAEoCzIULm1hdGlhbmUudjEuQ2F0ZWdvcnlSCGNh\
      dGVnb3J5EjsKC3VwZGF0ZV9tYXNrGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLkZpZWxkTWFza1IKdXBkYXRlTWFzaxIj\
      Cg1hbGxvd19taXNzaW5nGAMgASgIUgxhbGxvd01pc3NpbmcSHQoKcmVxdWVzdF9pZBgEIAEoCVIJcmVxdWVzdElkInQK\
      FURlbGV0ZUNhdGVnb3J5UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEhIKBGV0YWcYAiABKAlSBGV0YWcSFAoFZm9y\
      Y2UYAyABKAhSBWZvcmNlEh0KCnJlcXVlc3RfaWQYBCABKAlSCXJlcXVlc3RJZCI0ChZEZWxldGVDYXRlZ29yeVJlc3Bv\
      bnNlEhoKCHJldmlzaW9uGAEgASgDUghyZXZpc2lvbjKyAwoPQ2F0ZWdvcnlTZXJ2aWNlEkgKC0dldENhdGVnb3J5Eh4u\
      bWF0aWFuZS52MS5HZXRDYXRlZ29yeVJlcXVlc3QaFC5tYXRpYW5lLnYxLkNhdGVnb3J5IgOQAgESXAoOTGlzdENhdGVn\
      b3JpZXMSIS5tYXRpYW5lLnYxLkxpc3RDYXRlZ29yaWVzUmVxdWVzdBoiLm1hdGlhbmUudjEuTGlzdENhdGVnb3JpZXNS\
      ZXNwb25zZSIDkAIBEkkKDkNyZWF0ZUNhdGVnb3J5EiEubWF0aWFuZS52MS5DcmVhdGVDYXRlZ29yeVJlcXVlc3QaFC5t\
      YXRpYW5lLnYxLkNhdGVnb3J5Ek4KDlVwZGF0ZUNhdGVnb3J5EiEubWF0aWFuZS52MS5VcGRhdGVDYXRlZ29yeVJlcXVl\
      c3QaFC5tYXRpYW5lLnYxLkNhdGVnb3J5IgOQAgISXAoORGVsZXRlQ2F0ZWdvcnkSIS5tYXRpYW5lLnYxLkRlbGV0ZUNh\
      dGVnb3J5UmVxdWVzdBoiLm1hdGlhbmUudjEuRGVsZXRlQ2F0ZWdvcnlSZXNwb25zZSIDkAICQkAKCm1hdGlhbmUudjFC\
      DUNhdGVnb3J5UHJvdG9QAVoUbWF0aWFuZS92MTttYXRpYW5ldjGqAgpNYXRpYW5lLlYxYgZwcm90bzM=
      """)
}
