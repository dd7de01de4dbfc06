// Generated from matiane/storage/v1/snapshot.proto by protoc-gen-matiane-swift; not to be edited.

import ArticleAPI
import Protobuf

/// What a snapshot holds.
public struct CatalogState: Message {
  /// The revision whose state it is.
  public var revision: UInt64 = 0

  /// The segments, oldest documents first.
  public var segments: [SegmentState] = []

  /// The number that the next new segment gets. Numbers are never used twice.
  public var nextSegment: UInt64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.CatalogState", in: .matianeStorageV1Snapshot,
    fields: [
      .singular(1, "revision", .uint64),
      .repeated(2, "segments", .message(SegmentState.self)),
      .singular(3, "next_segment", .uint64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    revision = r.uint64(0)
    segments = try r.messages(1)
    nextSegment = r.uint64(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.uint64(0, revision)
    w.messages(1, segments)
    w.uint64(2, nextSegment)
    w.unknown(unknownFields)
  }
}

/// One segment of a snapshot.
public struct SegmentState: Message {
  /// Its number, by which its sections are named.
  public var number: UInt64 = 0

  /// How many documents it holds, deleted ones included.
  public var documentCount: UInt32 = 0

  /// The documents deleted in it, ascending, each as the difference from the one before (the first from 0).
  public var deleted: [UInt32] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.SegmentState", in: .matianeStorageV1Snapshot,
    fields: [
      .singular(1, "number", .uint64),
      .singular(2, "document_count", .uint32),
      .repeated(3, "deleted", .uint32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    number = r.uint64(0)
    documentCount = r.uint32(1)
    deleted = r.uint32s(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.uint64(0, number)
    w.uint32(1, documentCount)
    w.uint32s(2, deleted)
    w.unknown(unknownFields)
  }
}

/// All categories.
public struct CategoryList: Message {
  /// The categories by id, with their counts.
  public var categories: [Category] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.CategoryList", in: .matianeStorageV1Snapshot,
    fields: [
      .repeated(1, "categories", .message(Category.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    categories = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, categories)
    w.unknown(unknownFields)
  }
}

/// The requests that are remembered, oldest first.
public struct RequestList: Message {
  /// The requests.
  public var requests: [AnsweredRequest] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.RequestList", in: .matianeStorageV1Snapshot,
    fields: [
      .repeated(1, "requests", .message(AnsweredRequest.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    requests = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, requests)
    w.unknown(unknownFields)
  }
}

/// A request that was carried out, remembered so that repeating it has the same answer. Refused ones are
/// tried again.
public struct AnsweredRequest: Message {
  /// The caller's id of it.
  public var id: String = ""

  /// The revision that it made.
  public var revision: UInt64 = 0

  /// The answer.
  public var answer: Answer?

  /// What was done.
  public var action: MutationAction = .unchanged

  /// The name of what was deleted; other answers name what they are about.
  public var deletedName: String = ""

  /// The digest in the mutation; 0 when it had none.
  public var requestDigest: UInt64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `answer`, of which one at most is set.
  public enum Answer: Sendable, Hashable {
    /// An article as it was stored.
    case article(Article)
    /// A category as it was stored.
    case category(Category)
    /// A story as it was then.
    case story(Story)
    /// What was asked for is deleted.
    case deleted(Bool)
    /// A saved query as it was stored.
    case savedQuery(SavedQuery)
    /// A set of synonyms as it was stored.
    case synonymSet(SynonymSet)

    /// The value of `article`, if that is the one that is set.
    public var article: Article? {
      if case .article(let value) = self { value } else { nil }
    }

    /// The value of `category`, if that is the one that is set.
    public var category: Category? {
      if case .category(let value) = self { value } else { nil }
    }

    /// The value of `story`, if that is the one that is set.
    public var story: Story? {
      if case .story(let value) = self { value } else { nil }
    }

    /// The value of `deleted`, if that is the one that is set.
    public var deleted: Bool? {
      if case .deleted(let value) = self { value } else { nil }
    }

    /// The value of `saved_query`, if that is the one that is set.
    public var savedQuery: SavedQuery? {
      if case .savedQuery(let value) = self { value } else { nil }
    }

    /// The value of `synonym_set`, if that is the one that is set.
    public var synonymSet: SynonymSet? {
      if case .synonymSet(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.AnsweredRequest", in: .matianeStorageV1Snapshot,
    fields: [
      .singular(1, "id", .string),
      .singular(2, "revision", .uint64),
      .oneof("answer", 3, "article", .message(Article.self)),
      .oneof("answer", 4, "category", .message(Category.self)),
      .oneof("answer", 5, "story", .message(Story.self)),
      .oneof("answer", 6, "deleted", .bool),
      .oneof("answer", 8, "saved_query", .message(SavedQuery.self)),
      .oneof("answer", 9, "synonym_set", .message(SynonymSet.self)),
      .singular(7, "action", .enumeration(MutationAction.self)),
      .singular(10, "deleted_name", .string),
      .singular(11, "request_digest", .fixed64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    id = try r.string(0)
    revision = r.uint64(1)
    switch r.member(2) {
    case 3: answer = .article(try r.message(2) ?? Article())
    case 4: answer = .category(try r.message(2) ?? Category())
    case 5: answer = .story(try r.message(2) ?? Story())
    case 6: answer = .deleted(r.bool(2))
    case 8: answer = .savedQuery(try r.message(2) ?? SavedQuery())
    case 9: answer = .synonymSet(try r.message(2) ?? SynonymSet())
    default: break
    }
    action = r.enumeration(3)
    deletedName = try r.string(4)
    requestDigest = r.uint64(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, id)
    w.uint64(1, revision)
    switch answer {
    case .article(let value):
      w.select(2, 3)
      w.message(2, value)
    case .category(let value):
      w.select(2, 4)
      w.message(2, value)
    case .story(let value):
      w.select(2, 5)
      w.message(2, value)
    case .deleted(let value):
      w.select(2, 6)
      w.bool(2, value)
    case .savedQuery(let value):
      w.select(2, 8)
      w.message(2, value)
    case .synonymSet(let value):
      w.select(2, 9)
      w.message(2, value)
    case nil: break
    }
    w.enumeration(3, action)
    w.string(4, deletedName)
    w.uint64(5, requestDigest)
    w.unknown(unknownFields)
  }
}

/// What a mutation did.
public enum MutationAction: OpenEnum {
  /// Nothing: all was as asked for already.
  case unchanged
  /// Something new is there.
  case created
  /// Something changed.
  case updated
  /// Something is gone.
  case deleted
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unchanged }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unchanged
    case 1: self = .created
    case 2: self = .updated
    case 3: self = .deleted
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unchanged: 0
    case .created: 1
    case .updated: 2
    case .deleted: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.storage.v1.MutationAction", in: .matianeStorageV1Snapshot,
    values: [
      (0, "MUTATION_ACTION_UNCHANGED"),
      (1, "MUTATION_ACTION_CREATED"),
      (2, "MUTATION_ACTION_UPDATED"),
      (3, "MUTATION_ACTION_DELETED"),
    ])
}

/// What stands in front of the changes that lead to a snapshot.
public struct ChangeListHead: Message {
  /// All changes of later revisions are in the list.
  public var afterRevision: UInt64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.ChangeListHead", in: .matianeStorageV1Snapshot,
    fields: [
      .singular(1, "after_revision", .uint64)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    afterRevision = r.uint64(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.uint64(0, afterRevision)
    w.unknown(unknownFields)
  }
}

/// What one mutation did with one article, or with the place of a category.
public struct StoredChange: Message {
  /// The revision of the mutation.
  public var revision: UInt64 = 0

  /// The article's id, or the category's.
  public var id: String = ""

  /// The article before; unset when it was not there.
  public var before: ArticleState?

  /// The article afterwards; unset when it is gone.
  public var after: ArticleState?

  /// Where the category stood and stands; unset for a change of an article. It comes behind the changes of
  /// articles of its revision.
  public var places: CategoryPlaces?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.StoredChange", in: .matianeStorageV1Snapshot,
    fields: [
      .singular(1, "revision", .uint64),
      .singular(2, "id", .string),
      .singular(3, "before", .message(ArticleState.self)),
      .singular(4, "after", .message(ArticleState.self)),
      .singular(5, "places", .message(CategoryPlaces.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    revision = r.uint64(0)
    id = try r.string(1)
    before = try r.message(2)
    after = try r.message(3)
    places = try r.message(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.uint64(0, revision)
    w.string(1, id)
    w.message(2, before)
    w.message(3, after)
    w.message(4, places)
    w.unknown(unknownFields)
  }
}

/// That a category was moved or deleted.
public struct CategoryPlaces: Message {
  /// Ids of the categories above it before, nearest first.
  public var before: [String] = []

  /// Ids of the categories above it afterwards, nearest first.
  public var after: [String] = []

  /// Whether it was deleted.
  public var isDeleted: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.CategoryPlaces", in: .matianeStorageV1Snapshot,
    fields: [
      .repeated(1, "before", .string),
      .repeated(2, "after", .string),
      .singular(3, "is_deleted", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    before = try r.strings(0)
    after = try r.strings(1)
    isDeleted = r.bool(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.strings(0, before)
    w.strings(1, after)
    w.bool(2, isDeleted)
    w.unknown(unknownFields)
  }
}

/// An article with what it was found by.
public struct ArticleState: Message {
  /// The article, encoded; nothing in both states of one that only moved along with a category (earlier
  /// releases).
  public var article: [UInt8] = []

  /// Its language.
  public var language: String = ""

  /// Ids of its categories and of all above them.
  public var categories: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.ArticleState", in: .matianeStorageV1Snapshot,
    fields: [
      .singular(1, "article", .bytes),
      .singular(2, "language", .string),
      .repeated(3, "categories", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = r.bytes(0)
    language = try r.string(1)
    categories = try r.strings(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bytes(0, article)
    w.string(1, language)
    w.strings(2, categories)
    w.unknown(unknownFields)
  }
}

/// What is kept for queries.
public struct QueryResourceList: Message {
  /// The saved queries by id.
  public var savedQueries: [SavedQuery] = []

  /// The sets of synonyms by id.
  public var synonymSets: [SynonymSet] = []

  /// The revision of the last change of any of them.
  public var revision: UInt64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.QueryResourceList", in: .matianeStorageV1Snapshot,
    fields: [
      .repeated(1, "saved_queries", .message(SavedQuery.self)),
      .repeated(2, "synonym_sets", .message(SynonymSet.self)),
      .singular(3, "revision", .uint64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    savedQueries = try r.messages(0)
    synonymSets = try r.messages(1)
    revision = r.uint64(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, savedQueries)
    w.messages(1, synonymSets)
    w.uint64(2, revision)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/storage/v1/snapshot.proto`.
  public static let matianeStorageV1Snapshot = FileDescriptor(
    "matiane/storage/v1/snapshot.proto", package: "matiane.storage.v1",
    dependencies: [
      .matianeV1Article, .matianeV1Category, .matianeV1SavedQuery, .matianeV1Story, .matianeV1Synonym,
    ],
    messages: [
      "matiane.storage.v1.CatalogState": CatalogState.self,
      "matiane.storage.v1.SegmentState": SegmentState.self,
      "matiane.storage.v1.CategoryList": CategoryList.self,
      "matiane.storage.v1.RequestList": RequestList.self,
      "matiane.storage.v1.AnsweredRequest": AnsweredRequest.self,
      "matiane.storage.v1.ChangeListHead": ChangeListHead.self,
      "matiane.storage.v1.StoredChange": StoredChange.self,
      "matiane.storage.v1.CategoryPlaces": CategoryPlaces.self,
      "matiane.storage.v1.ArticleState": ArticleState.self,
      "matiane.storage.v1.QueryResourceList": QueryResourceList.self,
    ],
    encoded: """
      CiFtYXRpYW5lL3N0b3JhZ2UvdjEvc25hcHNob3QucHJvdG8SEm1hdGlhbmUuc3RvcmFnZS52MRoYbWF0aWFuZS92MS9h\
      cnRpY2xlLnByb3RvGhltYXRpYW5lL3YxL2NhdGVnb3J5LnByb3RvGhxtYXRpYW5lL3YxL3NhdmVkX3F1ZXJ5LnByb3Rv\
      GhZtYXRpYW5lL3YxL3N0b3J5LnByb3RvGhhtYXRpYW5lL3YxL3N5bm9ueW0ucHJvdG8iiwEKDENhdGFsb2dTdGF0ZRIa\
      CghyZXZpc2lvbhgBIAEoBFIIcmV2aXNpb24SPAoIc2VnbWVudHMYAiADKAsyIC5tYXRpYW5lLnN0b3JhZ2UudjEuU2Vn\
      bWVudFN0YXRlUghzZWdtZW50cxIhCgxuZXh0X3NlZ21lbnQYAyABKARSC25leHRTZWdtZW50ImcKDFNlZ21lbnRTdGF0\
      ZRIWCgZudW1iZXIYASABKARSBm51bWJlchIlCg5kb2N1bWVudF9jb3VudBgCIAEoDVINZG9jdW1lbnRDb3VudBIYCgdk\
      ZWxldGVkGAMgAygNUgdkZWxldGVkIkQKDENhdGVnb3J5TGlzdBI0CgpjYXRlZ29yaWVzGAEgAygLMhQubWF0aWFuZS52\
      MS5DYXRlZ29yeVIKY2F0ZWdvcmllcyJOCgtSZXF1ZXN0TGlzdBI/CghyZXF1ZXN0cxgBIAMoCzIjLm1hdGlhbmUuc3Rv\
      cmFnZS52MS5BbnN3ZXJlZFJlcXVlc3RSCHJlcXVlc3RzIu8DCg9BbnN3ZXJlZFJlcXVlc3QSDgoCaWQYASABKAlSAmlk\
      EhoKCHJldmlzaW9uGAIgASgEUghyZXZpc2lvbhIvCgdhcnRpY2xlGAMgASgLMhMubWF0aWFuZS52MS5BcnRpY2xlSABS\
      B2FydGljbGUSMgoIY2F0ZWdvcnkYBCABKAsyFC5tYXRpYW5lLnYxLkNhdGVnb3J5SABSCGNhdGVnb3J5EikKBXN0b3J5\
      GAUgASgLMhEubWF0aWFuZS52MS5TdG9yeUgAUgVzdG9yeRIaCgdkZWxldGVkGAYgASgISABSB2RlbGV0ZWQSOQoLc2F2\
      ZWRfcXVlcnkYCCABKAsyFi5tYXRpYW5lLnYxLlNhdmVkUXVlcnlIAFIKc2F2ZWRRdWVyeRI5CgtzeW5vbnltX3NldBgJ\
      IAEoCzIWLm1hdGlhbmUudjEuU3lub255bVNldEgAUgpzeW5vbnltU2V0EjoKBmFjdGlvbhgHIAEoDjIiLm1hdGlhbmUu\
      c3RvcmFnZS52MS5NdXRhdGlvbkFjdGlvblIGYWN0aW9uEiEKDGRlbGV0ZWRfbmFtZRgKIAEoCVILZGVsZXRlZE5hbWUS\
      JQoOcmVxdWVzdF9kaWdlc3QYCyABKAZSDXJlcXVlc3REaWdlc3RCCAoGYW5zd2VyIjcKDkNoYW5nZUxpc3RIZWFkEiUK\
      DmFmdGVyX3JldmlzaW9uGAEgASgEUg1hZnRlclJldmlzaW9uIugBCgxTdG9yZWRDaGFuZ2USGgoIcmV2aXNpb24YASAB\
      KARSCHJldmlzaW9uEg4KAmlkGAIgASgJUgJpZBI4CgZiZWZvcmUYAyABKAsyIC5tYXRpYW5lLnN0b3JhZ2UudjEuQXJ0\
      aWNsZVN0YXRlUgZiZWZvcmUSNgoFYWZ0ZXIYBCABKAsyIC5tYXRpYW5lLnN0b3JhZ2UudjEuQXJ0aWNsZVN0YXRlUgVh\
      ZnRlchI6CgZwbGFjZXMYBSABKAsyIi5tYXRpYW5lLnN0b3JhZ2UudjEuQ2F0ZWdvcnlQbGFjZXNSBnBsYWNlcyJdCg5D\
      YXRlZ29yeVBsYWNlcxIWCgZiZWZvcmUYASADKAlSBmJlZm9yZRIUCgVhZnRlchgCIAMoCVIFYWZ0ZXISHQoKaXNfZGVs\
      ZXRlZBgDIAEoCFIJaXNEZWxldGVkImQKDEFydGljbGVTdGF0ZRIYCgdhcnRpY2xlGAEgASgMUgdhcnRpY2xlEhoKCGxh\
      bmd1YWdlGAIgASgJUghsYW5ndWFnZRIeCgpjYXRlZ29yaWVzGAMgAygJUgpjYXRlZ29yaWVzIqcBChFRdWVyeVJlc291\
      cmNlTGlzdBI7Cg1zYXZlZF9xdWVyaWVzGAEgAygLMhYubWF0aWFuZS52MS5TYXZlZFF1ZXJ5UgxzYXZlZFF1ZXJpZXMS\
      OQoMc3lub255bV9zZXRzGAIgAygLMhYubWF0aWFuZS52MS5TeW5vbnltU2V0UgtzeW5vbnltU2V0cxIaCghyZXZpc2lv\
      bhgDIAEoBFIIcmV2aXNpb24qhgEKDk11dGF0aW9uQWN0aW9uEh0KGU1VVEFUSU9OX0FDVElPTl9VTkNIQU5HRUQQABIb\
      ChdNVVRBVElPTl9BQ1RJT05fQ1JFQVRFRBABEhsKF01VVEFUSU9OX0FDVElPTl9VUERBVEVEEAISGwoXTVVUQVRJT05f\
      QUNUSU9OX0RFTEVURUQQA0JYChJtYXRpYW5lLnN0b3JhZ2UudjFCDVNuYXBzaG90UHJvdG9QAVocbWF0aWFuZS9zdG9y\
      YWdlL3YxO3N0b3JhZ2V2MaoCEk1hdGlhbmUuU3RvcmFnZS5WMWIGcHJvdG8z
      """)
}
