// Generated from matiane/storage/v1/mutation.proto by protoc-gen-matiane-swift; not to be edited.

import ArticleAPI
import Protobuf

/// One change of the archive.
public struct Mutation: Message {
  /// When it was proposed; becomes the create time of what it creates.
  public var time: Timestamp?

  /// The caller's id of the attempt. A second mutation of the same id, while the first one is remembered,
  /// changes nothing and has the first one's answer.
  public var requestId: String = ""

  /// What the request asked for, as the first eight bytes of the SHA-256 of its encoding, so that another
  /// request of the same id is told apart; 0 without an id, and in mutations of earlier releases.
  public var requestDigest: UInt64 = 0

  /// The part of the archive that whoever proposed it may write: the articles that it changes must lie in
  /// there, before and after. Absent for those who may write everything.
  public var scope: ArchivePart?

  /// The most bytes that an article may take which the mutation stores, encoded; any number when 0.
  public var maxArticleBytes: UInt32 = 0

  /// What to change.
  public var change: Change?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `change`, of which one at most is set.
  public enum Change: Sendable, Hashable {
    /// Stores a whole article.
    case putArticle(PutArticle)
    /// Changes some fields of an article.
    case updateArticle(UpdateArticle)
    /// Deletes an article.
    case deleteArticle(DeleteArticle)
    /// Stores a whole category.
    case putCategory(PutCategory)
    /// Changes some fields of a category.
    case updateCategory(UpdateCategory)
    /// Deletes a category.
    case deleteCategory(DeleteCategory)
    /// Makes articles editions of one story.
    case linkEditions(LinkEditions)
    /// Takes an article out of its story.
    case unlinkEdition(UnlinkEdition)
    /// Stores a saved query, or some fields of it.
    case putSavedQuery(PutSavedQuery)
    /// Deletes a saved query.
    case deleteSavedQuery(DeleteSavedQuery)
    /// Stores a set of synonyms, or some fields of it.
    case putSynonymSet(PutSynonymSet)
    /// Deletes a set of synonyms.
    case deleteSynonymSet(DeleteSynonymSet)
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.Mutation", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "time", .message(Timestamp.self)),
      .singular(2, "request_id", .string),
      .singular(4, "request_digest", .fixed64),
      .singular(3, "scope", .message(ArchivePart.self)),
      .singular(5, "max_article_bytes", .uint32),
      .oneof("change", 10, "put_article", .message(PutArticle.self)),
      .oneof("change", 11, "update_article", .message(UpdateArticle.self)),
      .oneof("change", 12, "delete_article", .message(DeleteArticle.self)),
      .oneof("change", 13, "put_category", .message(PutCategory.self)),
      .oneof("change", 14, "update_category", .message(UpdateCategory.self)),
      .oneof("change", 15, "delete_category", .message(DeleteCategory.self)),
      .oneof("change", 16, "link_editions", .message(LinkEditions.self)),
      .oneof("change", 17, "unlink_edition", .message(UnlinkEdition.self)),
      .oneof("change", 18, "put_saved_query", .message(PutSavedQuery.self)),
      .oneof("change", 19, "delete_saved_query", .message(DeleteSavedQuery.self)),
      .oneof("change", 20, "put_synonym_set", .message(PutSynonymSet.self)),
      .oneof("change", 21, "delete_synonym_set", .message(DeleteSynonymSet.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    time = try r.message(0)
    requestId = try r.string(1)
    requestDigest = r.uint64(2)
    scope = try r.message(3)
    maxArticleBytes = r.uint32(4)
    switch r.member(5) {
    case 10: change = .putArticle(try r.message(5) ?? PutArticle())
    case 11: change = .updateArticle(try r.message(5) ?? UpdateArticle())
    case 12: change = .deleteArticle(try r.message(5) ?? DeleteArticle())
    case 13: change = .putCategory(try r.message(5) ?? PutCategory())
    case 14: change = .updateCategory(try r.message(5) ?? UpdateCategory())
    case 15: change = .deleteCategory(try r.message(5) ?? DeleteCategory())
    case 16: change = .linkEditions(try r.message(5) ?? LinkEditions())
    case 17: change = .unlinkEdition(try r.message(5) ?? UnlinkEdition())
    case 18: change = .putSavedQuery(try r.message(5) ?? PutSavedQuery())
    case 19: change = .deleteSavedQuery(try r.message(5) ?? DeleteSavedQuery())
    case 20: change = .putSynonymSet(try r.message(5) ?? PutSynonymSet())
    case 21: change = .deleteSynonymSet(try r.message(5) ?? DeleteSynonymSet())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.message(0, time)
    w.string(1, requestId)
    w.uint64(2, requestDigest)
    w.message(3, scope)
    w.uint32(4, maxArticleBytes)
    switch change {
    case .putArticle(let value):
      w.select(5, 10)
      w.message(5, value)
    case .updateArticle(let value):
      w.select(5, 11)
      w.message(5, value)
    case .deleteArticle(let value):
      w.select(5, 12)
      w.message(5, value)
    case .putCategory(let value):
      w.select(5, 13)
      w.message(5, value)
    case .updateCategory(let value):
      w.select(5, 14)
      w.message(5, value)
    case .deleteCategory(let value):
      w.select(5, 15)
      w.message(5, value)
    case .linkEditions(let value):
      w.select(5, 16)
      w.message(5, value)
    case .unlinkEdition(let value):
      w.select(5, 17)
      w.message(5, value)
    case .putSavedQuery(let value):
      w.select(5, 18)
      w.message(5, value)
    case .deleteSavedQuery(let value):
      w.select(5, 19)
      w.message(5, value)
    case .putSynonymSet(let value):
      w.select(5, 20)
      w.message(5, value)
    case .deleteSynonymSet(let value):
      w.select(5, 21)
      w.message(5, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// A part of the archive; an empty list leaves out nothing.
public struct ArchivePart: Message {
  /// Ids of categories; those below them are meant too.
  public var categories: [String] = []

  /// Languages, BCP-47; tags that go on with further parts are meant too.
  public var languages: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.ArchivePart", in: .matianeStorageV1Mutation,
    fields: [
      .repeated(1, "categories", .string),
      .repeated(2, "languages", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    categories = try r.strings(0)
    languages = try r.strings(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.strings(0, categories)
    w.strings(1, languages)
    w.unknown(unknownFields)
  }
}

/// What must be true of the existence of what a mutation is about.
public enum Existence: OpenEnum {
  /// It may or may not exist.
  case any
  /// It must exist.
  case required
  /// It must not exist.
  case forbidden
  /// When it exists it is left as it is.
  case kept
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .any }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .any
    case 1: self = .required
    case 2: self = .forbidden
    case 3: self = .kept
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .any: 0
    case .required: 1
    case .forbidden: 2
    case .kept: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.storage.v1.Existence", in: .matianeStorageV1Mutation,
    values: [
      (0, "EXISTENCE_ANY"),
      (1, "EXISTENCE_REQUIRED"),
      (2, "EXISTENCE_FORBIDDEN"),
      (3, "EXISTENCE_KEPT"),
    ])
}

/// Identifiers for an article that turns out to be new.
public struct NewArticle: Message {
  /// Its uid.
  public var uid: String = ""

  /// Its story when it names none, `stories/{story}`.
  public var story: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.NewArticle", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "uid", .string),
      .singular(2, "story", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    uid = try r.string(0)
    story = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.string(0, uid)
    w.string(1, story)
    w.unknown(unknownFields)
  }
}

/// Stores a whole article.
public struct PutArticle: Message {
  /// The article. Output-only fields are ignored.
  public var article: Article?

  /// Identifiers in case it is new.
  public var identifiers: NewArticle?

  /// What must be true of its existence.
  public var existence: Existence = .any

  /// When not empty, the article must exist in the state of this etag.
  public var expectedEtag: String = ""

  /// Create categories that it names and that do not exist.
  public var createMissingCategories: Bool = false

  /// An article with the same source id is the one that is meant, whatever its name.
  public var matchSourceId: Bool = false

  /// Leave an article of the same source id and version as it is.
  public var skipSameVersion: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.PutArticle", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "article", .message(Article.self)),
      .singular(2, "identifiers", .message(NewArticle.self)),
      .singular(3, "existence", .enumeration(Existence.self)),
      .singular(4, "expected_etag", .string),
      .singular(5, "create_missing_categories", .bool),
      .singular(6, "match_source_id", .bool),
      .singular(7, "skip_same_version", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.message(0)
    identifiers = try r.message(1)
    existence = r.enumeration(2)
    expectedEtag = try r.string(3)
    createMissingCategories = r.bool(4)
    matchSourceId = r.bool(5)
    skipSameVersion = r.bool(6)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.message(0, article)
    w.message(1, identifiers)
    w.enumeration(2, existence)
    w.string(3, expectedEtag)
    w.bool(4, createMissingCategories)
    w.bool(5, matchSourceId)
    w.bool(6, skipSameVersion)
    w.unknown(unknownFields)
  }
}

/// Changes some fields of an article.
public struct UpdateArticle: Message {
  /// The new values, and the name of the article.
  public var article: Article?

  /// The fields to change; `*` for all.
  public var mask: FieldMask?

  /// Store the whole article when it does not exist.
  public var allowMissing: Bool = false

  /// Identifiers in case it is new.
  public var identifiers: NewArticle?

  /// When not empty, the article must be in the state of this etag.
  public var expectedEtag: String = ""

  /// Create categories that it names and that do not exist.
  public var createMissingCategories: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.UpdateArticle", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "article", .message(Article.self)),
      .singular(2, "mask", .message(FieldMask.self)),
      .singular(3, "allow_missing", .bool),
      .singular(4, "identifiers", .message(NewArticle.self)),
      .singular(5, "expected_etag", .string),
      .singular(6, "create_missing_categories", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.message(0)
    mask = try r.message(1)
    allowMissing = r.bool(2)
    identifiers = try r.message(3)
    expectedEtag = try r.string(4)
    createMissingCategories = r.bool(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.message(0, article)
    w.message(1, mask)
    w.bool(2, allowMissing)
    w.message(3, identifiers)
    w.string(4, expectedEtag)
    w.bool(5, createMissingCategories)
    w.unknown(unknownFields)
  }
}

/// Deletes an article.
public struct DeleteArticle: Message {
  /// `articles/{article}`.
  public var name: String = ""

  /// When not empty, the article must be in the state of this etag.
  public var expectedEtag: String = ""

  /// Change nothing when it does not exist, instead of being refused.
  public var allowMissing: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.DeleteArticle", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "expected_etag", .string),
      .singular(3, "allow_missing", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    expectedEtag = try r.string(1)
    allowMissing = r.bool(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.string(0, name)
    w.string(1, expectedEtag)
    w.bool(2, allowMissing)
    w.unknown(unknownFields)
  }
}

/// Stores a whole category.
public struct PutCategory: Message {
  /// The category. Output-only fields are ignored.
  public var category: Category?

  /// What must be true of its existence.
  public var existence: Existence = .any

  /// When not empty, the category must exist in the state of this etag.
  public var expectedEtag: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.PutCategory", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "category", .message(Category.self)),
      .singular(2, "existence", .enumeration(Existence.self)),
      .singular(3, "expected_etag", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    category = try r.message(0)
    existence = r.enumeration(1)
    expectedEtag = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.message(0, category)
    w.enumeration(1, existence)
    w.string(2, expectedEtag)
    w.unknown(unknownFields)
  }
}

/// Changes some fields of a category.
public struct UpdateCategory: Message {
  /// The new values, and the name of the category.
  public var category: Category?

  /// The fields to change: `parent`, `titles`, `description`; `*` for all.
  public var mask: FieldMask?

  /// Store the whole category when it does not exist.
  public var allowMissing: Bool = false

  /// When not empty, the category must be in the state of this etag.
  public var expectedEtag: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.UpdateCategory", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "category", .message(Category.self)),
      .singular(2, "mask", .message(FieldMask.self)),
      .singular(3, "allow_missing", .bool),
      .singular(4, "expected_etag", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    category = try r.message(0)
    mask = try r.message(1)
    allowMissing = r.bool(2)
    expectedEtag = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.message(0, category)
    w.message(1, mask)
    w.bool(2, allowMissing)
    w.string(3, expectedEtag)
    w.unknown(unknownFields)
  }
}

/// Deletes a category.
public struct DeleteCategory: Message {
  /// `categories/{category}`.
  public var name: String = ""

  /// When not empty, the category must be in the state of this etag.
  public var expectedEtag: String = ""

  /// Take it off the articles that are filed under it, instead of being refused.
  public var force: Bool = false

  /// Change nothing when it does not exist, instead of being refused.
  public var allowMissing: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.DeleteCategory", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "expected_etag", .string),
      .singular(3, "force", .bool),
      .singular(4, "allow_missing", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    expectedEtag = try r.string(1)
    force = r.bool(2)
    allowMissing = r.bool(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.string(0, name)
    w.string(1, expectedEtag)
    w.bool(2, force)
    w.bool(3, allowMissing)
    w.unknown(unknownFields)
  }
}

/// Makes articles editions of one story.
public struct LinkEditions: Message {
  /// `stories/{story}`; when empty, that of the first article.
  public var story: String = ""

  /// `articles/{article}` each.
  public var articles: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.LinkEditions", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "story", .string),
      .repeated(2, "articles", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    story = try r.string(0)
    articles = try r.strings(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.string(0, story)
    w.strings(1, articles)
    w.unknown(unknownFields)
  }
}

/// Takes an article out of its story.
public struct UnlinkEdition: Message {
  /// `articles/{article}`.
  public var article: String = ""

  /// The story of which it becomes the only edition, `stories/{story}`.
  public var newStory: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.UnlinkEdition", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "article", .string),
      .singular(2, "new_story", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.string(0)
    newStory = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.string(0, article)
    w.string(1, newStory)
    w.unknown(unknownFields)
  }
}

/// Stores a saved query.
public struct PutSavedQuery: Message {
  /// The new values, and its name. Output-only fields are ignored.
  public var savedQuery: SavedQuery?

  /// The fields to change when it exists; `*` for all.
  public var mask: FieldMask?

  /// What must be true of its existence.
  public var existence: Existence = .any

  /// When not empty, it must exist in the state of this etag.
  public var expectedEtag: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.PutSavedQuery", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "saved_query", .message(SavedQuery.self)),
      .singular(2, "mask", .message(FieldMask.self)),
      .singular(3, "existence", .enumeration(Existence.self)),
      .singular(4, "expected_etag", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    savedQuery = try r.message(0)
    mask = try r.message(1)
    existence = r.enumeration(2)
    expectedEtag = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.message(0, savedQuery)
    w.message(1, mask)
    w.enumeration(2, existence)
    w.string(3, expectedEtag)
    w.unknown(unknownFields)
  }
}

/// Deletes a saved query.
public struct DeleteSavedQuery: Message {
  /// `savedQueries/{query}`.
  public var name: String = ""

  /// When not empty, it must be in the state of this etag.
  public var expectedEtag: String = ""

  /// Change nothing when it does not exist, instead of being refused.
  public var allowMissing: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.DeleteSavedQuery", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "expected_etag", .string),
      .singular(3, "allow_missing", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    expectedEtag = try r.string(1)
    allowMissing = r.bool(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.string(0, name)
    w.string(1, expectedEtag)
    w.bool(2, allowMissing)
    w.unknown(unknownFields)
  }
}

/// Stores a set of synonyms.
public struct PutSynonymSet: Message {
  /// The new values, and its name. Output-only fields are ignored.
  public var synonymSet: SynonymSet?

  /// The fields to change when it exists; `*` for all.
  public var mask: FieldMask?

  /// What must be true of its existence.
  public var existence: Existence = .any

  /// When not empty, it must exist in the state of this etag.
  public var expectedEtag: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.PutSynonymSet", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "synonym_set", .message(SynonymSet.self)),
      .singular(2, "mask", .message(FieldMask.self)),
      .singular(3, "existence", .enumeration(Existence.self)),
      .singular(4, "expected_etag", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    synonymSet = try r.message(0)
    mask = try r.message(1)
    existence = r.enumeration(2)
    expectedEtag = try r.string(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.message(0, synonymSet)
    w.message(1, mask)
    w.enumeration(2, existence)
    w.string(3, expectedEtag)
    w.unknown(unknownFields)
  }
}

/// Deletes a set of synonyms.
public struct DeleteSynonymSet: Message {
  /// `synonymSets/{synonym_set}`.
  public var name: String = ""

  /// When not empty, it must be in the state of this etag.
  public var expectedEtag: String = ""

  /// Change nothing when it does not exist, instead of being refused.
  public var allowMissing: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.storage.v1.DeleteSynonymSet", in: .matianeStorageV1Mutation,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "expected_etag", .string),
      .singular(3, "allow_missing", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    expectedEtag = try r.string(1)
    allowMissing = r.bool(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.string(0, name)
    w.string(1, expectedEtag)
    w.bool(2, allowMissing)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/storage/v1/mutation.proto`.
  public static let matianeStorageV1Mutation = FileDescriptor(
    "matiane/storage/v1/mutation.proto", package: "matiane.storage.v1",
    dependencies: [
      .googleProtobufFieldMask, .googleProtobufTimestamp, .matianeV1Article, .matianeV1Category,
      .matianeV1SavedQuery, .matianeV1Synonym,
    ],
    messages: [
      "matiane.storage.v1.Mutation": Mutation.self,
      "matiane.storage.v1.ArchivePart": ArchivePart.self,
      "matiane.storage.v1.NewArticle": NewArticle.self,
      "matiane.storage.v1.PutArticle": PutArticle.self,
      "matiane.storage.v1.UpdateArticle": UpdateArticle.self,
      "matiane.storage.v1.DeleteArticle": DeleteArticle.self,
      "matiane.storage.v1.PutCategory": PutCategory.self,
      "matiane.storage.v1.UpdateCategory": UpdateCategory.self,
      "matiane.storage.v1.DeleteCategory": DeleteCategory.self,
      "matiane.storage.v1.LinkEditions": LinkEditions.self,
      "matiane.storage.v1.UnlinkEdition": UnlinkEdition.self,
      "matiane.storage.v1.PutSavedQuery": PutSavedQuery.self,
      "matiane.storage.v1.DeleteSavedQuery": DeleteSavedQuery.self,
      "matiane.storage.v1.PutSynonymSet": PutSynonymSet.self,
      "matiane.storage.v1.DeleteSynonymSet": DeleteSynonymSet.self,
    ],
    encoded: """
      CiFtYXRpYW5lL3N0b3JhZ2UvdjEvbXV0YXRpb24ucHJvdG8SEm1hdGlhbmUuc3RvcmFnZS52MRogZ29vZ2xlL3Byb3Rv\
      YnVmL2ZpZWxkX21hc2sucHJvdG8aH2dvb2dsZS9wcm90b2J1Zi90aW1lc3RhbXAucHJvdG8aGG1hdGlhbmUvdjEvYXJ0\
      aWNsZS5wcm90bxoZbWF0aWFuZS92MS9jYXRlZ29yeS5wcm90bxocbWF0aWFuZS92MS9zYXZlZF9xdWVyeS5wcm90bxoY\
      bWF0aWFuZS92MS9zeW5vbnltLnByb3RvIocJCghNdXRhdGlvbhIuCgR0aW1lGAEgASgLMhouZ29vZ2xlLnByb3RvYnVm\
      LlRpbWVzdGFtcFIEdGltZRIdCgpyZXF1ZXN0X2lkGAIgASgJUglyZXF1ZXN0SWQSJQoOcmVxdWVzdF9kaWdlc3QYBCAB\
      KAZSDXJlcXVlc3REaWdlc3QSNQoFc2NvcGUYAyABKAsyHy5tYXRpYW5lLnN0b3JhZ2UudjEuQXJjaGl2ZVBhcnRSBXNj\
      b3BlEioKEW1heF9hcnRpY2xlX2J5dGVzGAUgASgNUg9tYXhBcnRpY2xlQnl0ZXMSQQoLcHV0X2FydGljbGUYCiABKAsy\
      Hi5tYXRpYW5lLnN0b3JhZ2UudjEuUHV0QXJ0aWNsZUgAUgpwdXRBcnRpY2xlEkoKDnVwZGF0ZV9hcnRpY2xlGAsgASgL\
      MiEubWF0aWFuZS5zdG9yYWdlLnYxLlVwZGF0ZUFydGljbGVIAFINdXBkYXRlQXJ0aWNsZRJKCg5kZWxldGVfYXJ0aWNs\
      ZRgMIAEoCzIhLm1hdGlhbmUuc3RvcmFnZS52MS5EZWxldGVBcnRpY2xlSABSDWRlbGV0ZUFydGljbGUSRAoMcHV0X2Nh\
      dGVnb3J5GA0gASgLMh8ubWF0aWFuZS5zdG9yYWdlLnYxLlB1dENhdGVnb3J5SABSC3B1dENhdGVnb3J5Ek0KD3VwZGF0\
      ZV9jYXRlZ29yeRgOIAEoCzIiLm1hdGlhbmUuc3RvcmFnZS52MS5VcGRhdGVDYXRlZ29yeUgAUg51cGRhdGVDYXRlZ29y\
      eRJNCg9kZWxldGVfY2F0ZWdvcnkYDyABKAsyIi5tYXRpYW5lLnN0b3JhZ2UudjEuRGVsZXRlQ2F0ZWdvcnlIAFIOZGVs\
      ZXRlQ2F0ZWdvcnkSRwoNbGlua19lZGl0aW9ucxgQIAEoCzIgLm1hdGlhbmUuc3RvcmFnZS52MS5MaW5rRWRpdGlvbnNI\
      AFIMbGlua0VkaXRpb25zEkoKDnVubGlua19lZGl0aW9uGBEgASgLMiEubWF0aWFuZS5zdG9yYWdlLnYxLlVubGlua0Vk\
      aXRpb25IAFINdW5saW5rRWRpdGlvbhJLCg9wdXRfc2F2ZWRfcXVlcnkYEiABKAsyIS5tYXRpYW5lLnN0b3JhZ2UudjEu\
      UHV0U2F2ZWRRdWVyeUgAUg1wdXRTYXZlZFF1ZXJ5ElQKEmRlbGV0ZV9zYXZlZF9xdWVyeRgTIAEoCzIkLm1hdGlhbmUu\
      c3RvcmFnZS52MS5EZWxldGVTYXZlZFF1ZXJ5SABSEGRlbGV0ZVNhdmVkUXVlcnkSSwoPcHV0X3N5bm9ueW1fc2V0GBQg\
      ASgLMiEubWF0aWFuZS5zdG9yYWdlLnYxLlB1dFN5bm9ueW1TZXRIAFINcHV0U3lub255bVNldBJUChJkZWxldGVfc3lu\
      b255bV9zZXQYFSABKAsyJC5tYXRpYW5lLnN0b3JhZ2UudjEuRGVsZXRlU3lub255bVNldEgAUhBkZWxldGVTeW5vbnlt\
      U2V0QggKBmNoYW5nZSJLCgtBcmNoaXZlUGFydBIeCgpjYXRlZ29yaWVzGAEgAygJUgpjYXRlZ29yaWVzEhwKCWxhbmd1\
      YWdlcxgCIAMoCVIJbGFuZ3VhZ2VzIjQKCk5ld0FydGljbGUSEAoDdWlkGAEgASgJUgN1aWQSFAoFc3RvcnkYAiABKAlS\
      BXN0b3J5Iu8CCgpQdXRBcnRpY2xlEi0KB2FydGljbGUYASABKAsyEy5tYXRpYW5lLnYxLkFydGljbGVSB2FydGljbGUS\
      QAoLaWRlbnRpZmllcnMYAiABKAsyHi5tYXRpYW5lLnN0b3JhZ2UudjEuTmV3QXJ0aWNsZVILaWRlbnRpZmllcnMSOwoJ\
      ZXhpc3RlbmNlGAMgASgOMh0ubWF0aWFuZS5zdG9yYWdlLnYxLkV4aXN0ZW5jZVIJZXhpc3RlbmNlEiMKDWV4cGVjdGVk\
      X2V0YWcYBCABKAlSDGV4cGVjdGVkRXRhZxI6ChljcmVhdGVfbWlzc2luZ19jYXRlZ29yaWVzGAUgASgIUhdjcmVhdGVN\
      aXNzaW5nQ2F0ZWdvcmllcxImCg9tYXRjaF9zb3VyY2VfaWQYBiABKAhSDW1hdGNoU291cmNlSWQSKgoRc2tpcF9zYW1l\
      X3ZlcnNpb24YByABKAhSD3NraXBTYW1lVmVyc2lvbiK2AgoNVXBkYXRlQXJ0aWNsZRItCgdhcnRpY2xlGAEgASgLMhMu\
      bWF0aWFuZS52MS5BcnRpY2xlUgdhcnRpY2xlEi4KBG1hc2sYAiABKAsyGi5nb29nbGUucHJvdG9idWYuRmllbGRNYXNr\
      UgRtYXNrEiMKDWFsbG93X21pc3NpbmcYAyABKAhSDGFsbG93TWlzc2luZxJACgtpZGVudGlmaWVycxgEIAEoCzIeLm1h\
      dGlhbmUuc3RvcmFnZS52MS5OZXdBcnRpY2xlUgtpZGVudGlmaWVycxIjCg1leHBlY3RlZF9ldGFnGAUgASgJUgxleHBl\
      Y3RlZEV0YWcSOgoZY3JlYXRlX21pc3NpbmdfY2F0ZWdvcmllcxgGIAEoCFIXY3JlYXRlTWlzc2luZ0NhdGVnb3JpZXMi\
      bQoNRGVsZXRlQXJ0aWNsZRISCgRuYW1lGAEgASgJUgRuYW1lEiMKDWV4cGVjdGVkX2V0YWcYAiABKAlSDGV4cGVjdGVk\
      RXRhZxIjCg1hbGxvd19taXNzaW5nGAMgASgIUgxhbGxvd01pc3NpbmcioQEKC1B1dENhdGVnb3J5EjAKCGNhdGVnb3J5\
      GAEgASgLMhQubWF0aWFuZS52MS5DYXRlZ29yeVIIY2F0ZWdvcnkSOwoJZXhpc3RlbmNlGAIgASgOMh0ubWF0aWFuZS5z\
      dG9yYWdlLnYxLkV4aXN0ZW5jZVIJZXhpc3RlbmNlEiMKDWV4cGVjdGVkX2V0YWcYAyABKAlSDGV4cGVjdGVkRXRhZyK8\
      AQoOVXBkYXRlQ2F0ZWdvcnkSMAoIY2F0ZWdvcnkYASABKAsyFC5tYXRpYW5lLnYxLkNhdGVnb3J5UghjYXRlZ29yeRIu\
      CgRtYXNrGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLkZpZWxkTWFza1IEbWFzaxIjCg1hbGxvd19taXNzaW5nGAMgASgI\
      UgxhbGxvd01pc3NpbmcSIwoNZXhwZWN0ZWRfZXRhZxgEIAEoCVIMZXhwZWN0ZWRFdGFnIoQBCg5EZWxldGVDYXRlZ29y\
      eRISCgRuYW1lGAEgASgJUgRuYW1lEiMKDWV4cGVjdGVkX2V0YWcYAiABKAlSDGV4cGVjdGVkRXRhZxIUCgVmb3JjZRgD\
      IAEoCFIFZm9yY2USIwoNYWxsb3dfbWlzc2luZxgEIAEoCFIMYWxsb3dNaXNzaW5nIkAKDExpbmtFZGl0aW9ucxIUCgVz\
      dG9yeRgBIAEoCVIFc3RvcnkSGgoIYXJ0aWNsZXMYAiADKAlSCGFydGljbGVzIkYKDVVubGlua0VkaXRpb24SGAoHYXJ0\
      aWNsZRgBIAEoCVIHYXJ0aWNsZRIbCgluZXdfc3RvcnkYAiABKAlSCG5ld1N0b3J5ItoBCg1QdXRTYXZlZFF1ZXJ5EjcK\
      C3NhdmVkX3F1ZXJ5GAEgASgLMhYubWF0aWFuZS52MS5TYXZlZFF1ZXJ5UgpzYXZlZFF1ZXJ5Ei4KBG1hc2sYAiABKAsy\
      Gi5nb29nbGUucHJvdG9idWYuRmllbGRNYXNrUgRtYXNrEjsKCWV4aXN0ZW5jZRgDIAEoDjIdLm1hdGlhbmUuc3RvcmFn\
      ZS52MS5FeGlzdGVuY2VSCWV4aXN0ZW5jZRIjCg1leHBlY3RlZF9ldGFnGAQgASgJUgxleHBlY3RlZEV0YWcicAoQRGVs\
      ZXRlU2F2ZWRRdWVyeRISCgRuYW1lGAEgASgJUgRuYW1lEiMKDWV4cGVjdGVkX2V0YWcYAiABKAlSDGV4cGVjdGVkRXRh\
      ZxIjCg1hbGxvd19taXNzaW5nGAMgASgIUgxhbGxvd01pc3Npbmci2gEKDVB1dFN5bm9ueW1TZXQSNwoLc3lub255bV9z\
      ZXQYASABKAsyFi5tYXRpYW5lLnYxLlN5bm9ueW1TZXRSCnN5bm9ueW1TZXQSLgoEbWFzaxgCIAEoCzIaLmdvb2dsZS5w\
      cm90b2J1Zi5GaWVsZE1hc2tSBG1hc2sSOwoJZXhpc3RlbmNlGAMgASgOMh0ubWF0aWFuZS5zdG9yYWdlLnYxLkV4aXN0\
      ZW5jZVIJZXhpc3RlbmNlEiMKDWV4cGVjdGVkX2V0YWcYBCABKAlSDGV4cGVjdGVkRXRhZyJwChBEZWxldGVTeW5vbnlt\
      U2V0EhIKBG5hbWUYASABKAlSBG5hbWUSIwoNZXhwZWN0ZWRfZXRhZxgCIAEoCVIMZXhwZWN0ZWRFdGFnEiMKDWFsbG93\
      X21pc3NpbmcYAyABKAhSDGFsbG93TWlzc2luZypjCglFeGlzdGVuY2USEQoNRVhJU1RFTkNFX0FOWRAAEhYKEkVYSVNU\
      RU5DRV9SRVFVSVJFRBABEhcKE0VYSVNURU5DRV9GT1JCSURERU4QAhISCg5FWElTVEVOQ0VfS0VQVBADYgZwcm90bzM=
      """)
}
