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

  /// The part of the archive that whoever proposed it may write: the articles that it changes must lie in
  /// there, before and after. Absent for those who may write everything.
  public var scope: ArchivePart?

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
      .singular(3, "scope", .message(ArchivePart.self)),
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
    scope = try r.message(2)
    switch r.member(3) {
    case 10: change = .putArticle(try r.message(3) ?? PutArticle())
    case 11: change = .updateArticle(try r.message(3) ?? UpdateArticle())
    case 12: change = .deleteArticle(try r.message(3) ?? DeleteArticle())
    case 13: change = .putCategory(try r.message(3) ?? PutCategory())
    case 14: change = .updateCategory(try r.message(3) ?? UpdateCategory())
    case 15: change = .deleteCategory(try r.message(3) ?? DeleteCategory())
    case 16: change = .linkEditions(try r.message(3) ?? LinkEditions())
    case 17: change = .unlinkEdition(try r.message(3) ?? UnlinkEdition())
    case 18: change = .putSavedQuery(try r.message(3) ?? PutSavedQuery())
    case 19: change = .deleteSavedQuery(try r.message(3) ?? DeleteSavedQuery())
    case 20: change = .putSynonymSet(try r.message(3) ?? PutSynonymSet())
    case 21: change = .deleteSynonymSet(try r.message(3) ?? DeleteSynonymSet())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    w.message(0, time)
    w.string(1, requestId)
    w.message(2, scope)
    switch change {
    case .putArticle(let value):
      w.select(3, 10)
      w.message(3, value)
    case .updateArticle(let value):
      w.select(3, 11)
      w.message(3, value)
    case .deleteArticle(let value):
      w.select(3, 12)
      w.message(3, value)
    case .putCategory(let value):
      w.select(3, 13)
      w.message(3, value)
    case .updateCategory(let value):
      w.select(3, 14)
      w.message(3, value)
    case .deleteCategory(let value):
      w.select(3, 15)
      w.message(3, value)
    case .linkEditions(let value):
      w.select(3, 16)
      w.message(3, value)
    case .unlinkEdition(let value):
      w.select(3, 17)
      w.message(3, value)
    case .putSavedQuery(let value):
      w.select(3, 18)
      w.message(3, value)
    case .deleteSavedQuery(let value):
      w.select(3, 19)
      w.message(3, value)
    case .putSynonymSet(let value):
      w.select(3, 20)
      w.message(3, value)
    case .deleteSynonymSet(let value):
      w.select(3, 21)
      w.message(3, value)
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
      bWF0aWFuZS92MS9zeW5vbnltLnByb3RvIrQICghNdXRhdGlvbhIuCgR0aW1lGAEgASgLMhouZ29vZ2xlLnByb3RvYnVm\
      LlRpbWVzdGFtcFIEdGltZRIdCgpyZXF1ZXN0X2lkGAIgASgJUglyZXF1ZXN0SWQSNQoFc2NvcGUYAyABKAsyHy5tYXRp\
      YW5lLnN0b3JhZ2UudjEuQXJjaGl2ZVBhcnRSBXNjb3BlEkEKC3B1dF9hcnRpY2xlGAogASgLMh4ubWF0aWFuZS5zdG9y\
      YWdlLnYxLlB1dEFydGljbGVIAFIKcHV0QXJ0aWNsZRJKCg51cGRhdGVfYXJ0aWNsZRgLIAEoCzIhLm1hdGlhbmUuc3Rv\
      cmFnZS52MS5VcGRhdGVBcnRpY2xlSABSDXVwZGF0ZUFydGljbGUSSgoOZGVsZXRlX2FydGljbGUYDCABKAsyIS5tYXRp\
      YW5lLnN0b3JhZ2UudjEuRGVsZXRlQXJ0aWNsZUgAUg1kZWxldGVBcnRpY2xlEkQKDHB1dF9jYXRlZ29yeRgNIAEoCzIf\
      Lm1hdGlhbmUuc3RvcmFnZS52MS5QdXRDYXRlZ29yeUgAUgtwdXRDYXRlZ29yeRJNCg91cGRhdGVfY2F0ZWdvcnkYDiAB\
      KAsyIi5tYXRpYW5lLnN0b3JhZ2UudjEuVXBkYXRlQ2F0ZWdvcnlIAFIOdXBkYXRlQ2F0ZWdvcnkSTQoPZGVsZXRlX2Nh\
      dGVnb3J5GA8gASgLMiIubWF0aWFuZS5zdG9yYWdlLnYxLkRlbGV0ZUNhdGVnb3J5SABSDmRlbGV0ZUNhdGVnb3J5EkcK\
      DWxpbmtfZWRpdGlvbnMYECABKAsyIC5tYXRpYW5lLnN0b3JhZ2UudjEuTGlua0VkaXRpb25zSABSDGxpbmtFZGl0aW9u\
      cxJKCg51bmxpbmtfZWRpdGlvbhgRIAEoCzIhLm1hdGlhbmUuc3RvcmFnZS52MS5VbmxpbmtFZGl0aW9uSABSDXVubGlu\
      a0VkaXRpb24SSwoPcHV0X3NhdmVkX3F1ZXJ5GBIgASgLMiEubWF0aWFuZS5zdG9yYWdlLnYxLlB1dFNhdmVkUXVlcnlI\
      AFINcHV0U2F2ZWRRdWVyeRJUChJkZWxldGVfc2F2ZWRfcXVlcnkYEyABKAsyJC5tYXRpYW5lLnN0b3JhZ2UudjEuRGVs\
      ZXRlU2F2ZWRRdWVyeUgAUhBkZWxldGVTYXZlZFF1ZXJ5EksKD3B1dF9zeW5vbnltX3NldBgUIAEoCzIhLm1hdGlhbmUu\
      c3RvcmFnZS52MS5QdXRTeW5vbnltU2V0SABSDXB1dFN5bm9ueW1TZXQSVAoSZGVsZXRlX3N5bm9ueW1fc2V0GBUgASgL\
      MiQubWF0aWFuZS5zdG9yYWdlLnYxLkRlbGV0ZVN5bm9ueW1TZXRIAFIQZGVsZXRlU3lub255bVNldEIICgZjaGFuZ2Ui\
      SwoLQXJjaGl2ZVBhcnQSHgoKY2F0ZWdvcmllcxgBIAMoCVIKY2F0ZWdvcmllcxIcCglsYW5ndWFnZXMYAiADKAlSCWxh\
      bmd1YWdlcyI0CgpOZXdBcnRpY2xlEhAKA3VpZBgBIAEoCVIDdWlkEhQKBXN0b3J5GAIgASgJUgVzdG9yeSLvAgoKUHV0\
      QXJ0aWNsZRItCgdhcnRpY2xlGAEgASgLMhMubWF0aWFuZS52MS5BcnRpY2xlUgdhcnRpY2xlEkAKC2lkZW50aWZpZXJz\
      GAIgASgLMh4ubWF0aWFuZS5zdG9yYWdlLnYxLk5ld0FydGljbGVSC2lkZW50aWZpZXJzEjsKCWV4aXN0ZW5jZRgDIAEo\
      DjIdLm1hdGlhbmUuc3RvcmFnZS52MS5FeGlzdGVuY2VSCWV4aXN0ZW5jZRIjCg1leHBlY3RlZF9ldGFnGAQgASgJUgxl\
      eHBlY3RlZEV0YWcSOgoZY3JlYXRlX21pc3NpbmdfY2F0ZWdvcmllcxgFIAEoCFIXY3JlYXRlTWlzc2luZ0NhdGVnb3Jp\
      ZXMSJgoPbWF0Y2hfc291cmNlX2lkGAYgASgIUg1tYXRjaFNvdXJjZUlkEioKEXNraXBfc2FtZV92ZXJzaW9uGAcgASgI\
      Ug9za2lwU2FtZVZlcnNpb24itgIKDVVwZGF0ZUFydGljbGUSLQoHYXJ0aWNsZRgBIAEoCzITLm1hdGlhbmUudjEuQXJ0\
      aWNsZVIHYXJ0aWNsZRIuCgRtYXNrGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLkZpZWxkTWFza1IEbWFzaxIjCg1hbGxv\
      d19taXNzaW5nGAMgASgIUgxhbGxvd01pc3NpbmcSQAoLaWRlbnRpZmllcnMYBCABKAsyHi5tYXRpYW5lLnN0b3JhZ2Uu\
      djEuTmV3QXJ0aWNsZVILaWRlbnRpZmllcnMSIwoNZXhwZWN0ZWRfZXRhZxgFIAEoCVIMZXhwZWN0ZWRFdGFnEjoKGWNy\
      ZWF0ZV9taXNzaW5nX2NhdGVnb3JpZXMYBiABKAhSF2NyZWF0ZU1pc3NpbmdDYXRlZ29yaWVzIm0KDURlbGV0ZUFydGlj\
      bGUSEgoEbmFtZRgBIAEoCVIEbmFtZRIjCg1leHBlY3RlZF9ldGFnGAIgASgJUgxleHBlY3RlZEV0YWcSIwoNYWxsb3df\
      bWlzc2luZxgDIAEoCFIMYWxsb3dNaXNzaW5nIqEBCgtQdXRDYXRlZ29yeRIwCghjYXRlZ29yeRgBIAEoCzIULm1hdGlh\
      bmUudjEuQ2F0ZWdvcnlSCGNhdGVnb3J5EjsKCWV4aXN0ZW5jZRgCIAEoDjIdLm1hdGlhbmUuc3RvcmFnZS52MS5FeGlz\
      dGVuY2VSCWV4aXN0ZW5jZRIjCg1leHBlY3RlZF9ldGFnGAMgASgJUgxleHBlY3RlZEV0YWcivAEKDlVwZGF0ZUNhdGVn\
      b3J5EjAKCGNhdGVnb3J5GAEgASgLMhQubWF0aWFuZS52MS5DYXRlZ29yeVIIY2F0ZWdvcnkSLgoEbWFzaxgCIAEoCzIa\
      Lmdvb2dsZS5wcm90b2J1Zi5GaWVsZE1hc2tSBG1hc2sSIwoNYWxsb3dfbWlzc2luZxgDIAEoCFIMYWxsb3dNaXNzaW5n\
      EiMKDWV4cGVjdGVkX2V0YWcYBCABKAlSDGV4cGVjdGVkRXRhZyKEAQoORGVsZXRlQ2F0ZWdvcnkSEgoEbmFtZRgBIAEo\
      CVIEbmFtZRIjCg1leHBlY3RlZF9ldGFnGAIgASgJUgxleHBlY3RlZEV0YWcSFAoFZm9yY2UYAyABKAhSBWZvcmNlEiMK\
      DWFsbG93X21pc3NpbmcYBCABKAhSDGFsbG93TWlzc2luZyJACgxMaW5rRWRpdGlvbnMSFAoFc3RvcnkYASABKAlSBXN0\
      b3J5EhoKCGFydGljbGVzGAIgAygJUghhcnRpY2xlcyJGCg1VbmxpbmtFZGl0aW9uEhgKB2FydGljbGUYASABKAlSB2Fy\
      dGljbGUSGwoJbmV3X3N0b3J5GAIgASgJUghuZXdTdG9yeSLaAQoNUHV0U2F2ZWRRdWVyeRI3CgtzYXZlZF9xdWVyeRgB\
      IAEoCzIWLm1hdGlhbmUudjEuU2F2ZWRRdWVyeVIKc2F2ZWRRdWVyeRIuCgRtYXNrGAIgASgLMhouZ29vZ2xlLnByb3Rv\
      YnVmLkZpZWxkTWFza1IEbWFzaxI7CglleGlzdGVuY2UYAyABKA4yHS5tYXRpYW5lLnN0b3JhZ2UudjEuRXhpc3RlbmNl\
      UglleGlzdGVuY2USIwoNZXhwZWN0ZWRfZXRhZxgEIAEoCVIMZXhwZWN0ZWRFdGFnInAKEERlbGV0ZVNhdmVkUXVlcnkS\
      EgoEbmFtZRgBIAEoCVIEbmFtZRIjCg1leHBlY3RlZF9ldGFnGAIgASgJUgxleHBlY3RlZEV0YWcSIwoNYWxsb3dfbWlz\
      c2luZxgDIAEoCFIMYWxsb3dNaXNzaW5nItoBCg1QdXRTeW5vbnltU2V0EjcKC3N5bm9ueW1fc2V0GAEgASgLMhYubWF0\
      aWFuZS52MS5TeW5vbnltU2V0UgpzeW5vbnltU2V0Ei4KBG1hc2sYAiABKAsyGi5nb29nbGUucHJvdG9idWYuRmllbGRN\
      YXNrUgRtYXNrEjsKCWV4aXN0ZW5jZRgDIAEoDjIdLm1hdGlhbmUuc3RvcmFnZS52MS5FeGlzdGVuY2VSCWV4aXN0ZW5j\
      ZRIjCg1leHBlY3RlZF9ldGFnGAQgASgJUgxleHBlY3RlZEV0YWcicAoQRGVsZXRlU3lub255bVNldBISCgRuYW1lGAEg\
      ASgJUgRuYW1lEiMKDWV4cGVjdGVkX2V0YWcYAiABKAlSDGV4cGVjdGVkRXRhZxIjCg1hbGxvd19taXNzaW5nGAMgASgI\
      UgxhbGxvd01pc3NpbmcqYwoJRXhpc3RlbmNlEhEKDUVYSVNURU5DRV9BTlkQABIWChJFWElTVEVOQ0VfUkVRVUlSRUQQ\
      ARIXChNFWElTVEVOQ0VfRk9SQklEREVOEAISEgoORVhJU1RFTkNFX0tFUFQQA2IGcHJvdG8z
      """)
}
