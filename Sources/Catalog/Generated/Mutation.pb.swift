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

  /// Whether an article that stays in its story is refused a language that another edition of that has. Not
  /// in mutations of earlier releases, which have to be decided as they were.
  public var checksKeptStory: Bool = false

  /// Whether texts that are canonically equivalent, but differ in bytes, are different texts. Not in
  /// mutations of earlier releases, which took a change of nothing else for none.
  public var comparesBytes: Bool = false

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

    /// The value of `put_article`, if that is the one that is set.
    public var putArticle: PutArticle? {
      if case .putArticle(let value) = self { value } else { nil }
    }

    /// The value of `update_article`, if that is the one that is set.
    public var updateArticle: UpdateArticle? {
      if case .updateArticle(let value) = self { value } else { nil }
    }

    /// The value of `delete_article`, if that is the one that is set.
    public var deleteArticle: DeleteArticle? {
      if case .deleteArticle(let value) = self { value } else { nil }
    }

    /// The value of `put_category`, if that is the one that is set.
    public var putCategory: PutCategory? {
      if case .putCategory(let value) = self { value } else { nil }
    }

    /// The value of `update_category`, if that is the one that is set.
    public var updateCategory: UpdateCategory? {
      if case .updateCategory(let value) = self { value } else { nil }
    }

    /// The value of `delete_category`, if that is the one that is set.
    public var deleteCategory: DeleteCategory? {
      if case .deleteCategory(let value) = self { value } else { nil }
    }

    /// The value of `link_editions`, if that is the one that is set.
    public var linkEditions: LinkEditions? {
      if case .linkEditions(let value) = self { value } else { nil }
    }

    /// The value of `unlink_edition`, if that is the one that is set.
    public var unlinkEdition: UnlinkEdition? {
      if case .unlinkEdition(let value) = self { value } else { nil }
    }

    /// The value of `put_saved_query`, if that is the one that is set.
    public var putSavedQuery: PutSavedQuery? {
      if case .putSavedQuery(let value) = self { value } else { nil }
    }

    /// The value of `delete_saved_query`, if that is the one that is set.
    public var deleteSavedQuery: DeleteSavedQuery? {
      if case .deleteSavedQuery(let value) = self { value } else { nil }
    }

    /// The value of `put_synonym_set`, if that is the one that is set.
    public var putSynonymSet: PutSynonymSet? {
      if case .putSynonymSet(let value) = self { value } else { nil }
    }

    /// The value of `delete_synonym_set`, if that is the one that is set.
    public var deleteSynonymSet: DeleteSynonymSet? {
      if case .deleteSynonymSet(let value) = self { value } else { nil }
    }
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
      .singular(6, "checks_kept_story", .bool),
      .singular(7, "compares_bytes", .bool),
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
    checksKeptStory = r.bool(5)
    comparesBytes = r.bool(6)
    switch r.member(7) {
    case 10: change = .putArticle(try r.message(7) ?? PutArticle())
    case 11: change = .updateArticle(try r.message(7) ?? UpdateArticle())
    case 12: change = .deleteArticle(try r.message(7) ?? DeleteArticle())
    case 13: change = .putCategory(try r.message(7) ?? PutCategory())
    case 14: change = .updateCategory(try r.message(7) ?? UpdateCategory())
    case 15: change = .deleteCategory(try r.message(7) ?? DeleteCategory())
    case 16: change = .linkEditions(try r.message(7) ?? LinkEditions())
    case 17: change = .unlinkEdition(try r.message(7) ?? UnlinkEdition())
    case 18: change = .putSavedQuery(try r.message(7) ?? PutSavedQuery())
    case 19: change = .deleteSavedQuery(try r.message(7) ?? DeleteSavedQuery())
    case 20: change = .putSynonymSet(try r.message(7) ?? PutSynonymSet())
    case 21: change = .deleteSynonymSet(try r.message(7) ?? DeleteSynonymSet())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, time)
    w.string(1, requestId)
    w.uint64(2, requestDigest)
    w.message(3, scope)
    w.uint32(4, maxArticleBytes)
    w.bool(5, checksKeptStory)
    w.bool(6, comparesBytes)
    switch change {
    case .putArticle(let value):
      w.select(7, 10)
      w.message(7, value)
    case .updateArticle(let value):
      w.select(7, 11)
      w.message(7, value)
    case .deleteArticle(let value):
      w.select(7, 12)
      w.message(7, value)
    case .putCategory(let value):
      w.select(7, 13)
      w.message(7, value)
    case .updateCategory(let value):
      w.select(7, 14)
      w.message(7, value)
    case .deleteCategory(let value):
      w.select(7, 15)
      w.message(7, value)
    case .linkEditions(let value):
      w.select(7, 16)
      w.message(7, value)
    case .unlinkEdition(let value):
      w.select(7, 17)
      w.message(7, value)
    case .putSavedQuery(let value):
      w.select(7, 18)
      w.message(7, value)
    case .deleteSavedQuery(let value):
      w.select(7, 19)
      w.message(7, value)
    case .putSynonymSet(let value):
      w.select(7, 20)
      w.message(7, value)
    case .deleteSynonymSet(let value):
      w.select(7, 21)
      w.message(7, value)
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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

  /// Where more articles are filed under it, or they take more than `most_bytes`, it is only taken off the
  /// first ones by id, and stays; at least off one. Any number when 0, as in mutations of earlier releases.
  public var mostArticles: UInt32 = 0

  /// See `most_articles`, which is then set, too.
  public var mostBytes: UInt32 = 0

  /// Ids of articles that it is taken off, as far as they are filed under it; then it stays, and the two
  /// fields above say nothing. A deletion that begins with such parts need not look for its articles in each
  /// of them.
  public var articleIds: [String] = []

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
      .singular(5, "most_articles", .uint32),
      .singular(6, "most_bytes", .uint32),
      .repeated(7, "article_ids", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    expectedEtag = try r.string(1)
    force = r.bool(2)
    allowMissing = r.bool(3)
    mostArticles = r.uint32(4)
    mostBytes = r.uint32(5)
    articleIds = try r.strings(6)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, expectedEtag)
    w.bool(2, force)
    w.bool(3, allowMissing)
    w.uint32(4, mostArticles)
    w.uint32(5, mostBytes)
    w.strings(6, articleIds)
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
    if w.isWhole(unknownFields) { return }
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
      bWF0aWFuZS92MS9zeW5vbnltLnByb3RvItoJCghNdXRhdGlvbhIuCgR0aW1lGAEgASgLMhouZ29vZ2xlLnByb3RvYnVm\
      LlRpbWVzdGFtcFIEdGltZRIdCgpyZXF1ZXN0X2lkGAIgASgJUglyZXF1ZXN0SWQSJQoOcmVxdWVzdF9kaWdlc3QYBCAB\
      KAZSDXJlcXVlc3REaWdlc3QSNQoFc2NvcGUYAyABKAsyHy5tYXRpYW5lLnN0b3JhZ2UudjEuQXJjaGl2ZVBhcnRSBXNj\
      b3BlEioKEW1heF9hcnRpY2xlX2J5dGVzGAUgASgNUg9tYXhBcnRpY2xlQnl0ZXMSKgoRY2hlY2tzX2tlcHRfc3RvcnkY\
      BiABKAhSD2NoZWNrc0tlcHRTdG9yeRIlCg5jb21wYXJlc19ieXRlcxgHIAEoCFINY29tcGFyZXNCeXRlcxJBCgtwdXRf\
      YXJ0aWNsZRgKIAEoCzIeLm1hdGlhbmUuc3RvcmFnZS52MS5QdXRBcnRpY2xlSABSCnB1dEFydGljbGUSSgoOdXBkYXRl\
      X2FydGljbGUYCyABKAsyIS5tYXRpYW5lLnN0b3JhZ2UudjEuVXBkYXRlQXJ0aWNsZUgAUg11cGRhdGVBcnRpY2xlEkoK\
      DmRlbGV0ZV9hcnRpY2xlGAwgASgLMiEubWF0aWFuZS5zdG9yYWdlLnYxLkRlbGV0ZUFydGljbGVIAFINZGVsZXRlQXJ0\
      aWNsZRJECgxwdXRfY2F0ZWdvcnkYDSABKAsyHy5tYXRpYW5lLnN0b3JhZ2UudjEuUHV0Q2F0ZWdvcnlIAFILcHV0Q2F0\
      ZWdvcnkSTQoPdXBkYXRlX2NhdGVnb3J5GA4gASgLMiIubWF0aWFuZS5zdG9yYWdlLnYxLlVwZGF0ZUNhdGVnb3J5SABS\
      DnVwZGF0ZUNhdGVnb3J5Ek0KD2RlbGV0ZV9jYXRlZ29yeRgPIAEoCzIiLm1hdGlhbmUuc3RvcmFnZS52MS5EZWxldGVD\
      YXRlZ29yeUgAUg5kZWxldGVDYXRlZ29yeRJHCg1saW5rX2VkaXRpb25zGBAgASgLMiAubWF0aWFuZS5zdG9yYWdlLnYx\
      LkxpbmtFZGl0aW9uc0gAUgxsaW5rRWRpdGlvbnMSSgoOdW5saW5rX2VkaXRpb24YESABKAsyIS5tYXRpYW5lLnN0b3Jh\
      Z2UudjEuVW5saW5rRWRpdGlvbkgAUg11bmxpbmtFZGl0aW9uEksKD3B1dF9zYXZlZF9xdWVyeRgSIAEoCzIhLm1hdGlh\
      bmUuc3RvcmFnZS52MS5QdXRTYXZlZFF1ZXJ5SABSDXB1dFNhdmVkUXVlcnkSVAoSZGVsZXRlX3NhdmVkX3F1ZXJ5GBMg\
      ASgLMiQubWF0aWFuZS5zdG9yYWdlLnYxLkRlbGV0ZVNhdmVkUXVlcnlIAFIQZGVsZXRlU2F2ZWRRdWVyeRJLCg9wdXRf\
      c3lub255bV9zZXQYFCABKAsyIS5tYXRpYW5lLnN0b3JhZ2UudjEuUHV0U3lub255bVNldEgAUg1wdXRTeW5vbnltU2V0\
      ElQKEmRlbGV0ZV9zeW5vbnltX3NldBgVIAEoCzIkLm1hdGlhbmUuc3RvcmFnZS52MS5EZWxldGVTeW5vbnltU2V0SABS\
      EGRlbGV0ZVN5bm9ueW1TZXRCCAoGY2hhbmdlIksKC0FyY2hpdmVQYXJ0Eh4KCmNhdGVnb3JpZXMYASADKAlSCmNhdGVn\
      b3JpZXMSHAoJbGFuZ3VhZ2VzGAIgAygJUglsYW5ndWFnZXMiNAoKTmV3QXJ0aWNsZRIQCgN1aWQYASABKAlSA3VpZBIU\
      CgVzdG9yeRgCIAEoCVIFc3Rvcnki7wIKClB1dEFydGljbGUSLQoHYXJ0aWNsZRgBIAEoCzITLm1hdGlhbmUudjEuQXJ0\
      aWNsZVIHYXJ0aWNsZRJACgtpZGVudGlmaWVycxgCIAEoCzIeLm1hdGlhbmUuc3RvcmFnZS52MS5OZXdBcnRpY2xlUgtp\
      ZGVudGlmaWVycxI7CglleGlzdGVuY2UYAyABKA4yHS5tYXRpYW5lLnN0b3JhZ2UudjEuRXhpc3RlbmNlUglleGlzdGVu\
      Y2USIwoNZXhwZWN0ZWRfZXRhZxgEIAEoCVIMZXhwZWN0ZWRFdGFnEjoKGWNyZWF0ZV9taXNzaW5nX2NhdGVnb3JpZXMY\
      BSABKAhSF2NyZWF0ZU1pc3NpbmdDYXRlZ29yaWVzEiYKD21hdGNoX3NvdXJjZV9pZBgGIAEoCFINbWF0Y2hTb3VyY2VJ\
      ZBIqChFza2lwX3NhbWVfdmVyc2lvbhgHIAEoCFIPc2tpcFNhbWVWZXJzaW9uIrYCCg1VcGRhdGVBcnRpY2xlEi0KB2Fy\
      dGljbGUYASABKAsyEy5tYXRpYW5lLnYxLkFydGljbGVSB2FydGljbGUSLgoEbWFzaxgCIAEoCzIaLmdvb2dsZS5wcm90\
      b2J1Zi5GaWVsZE1hc2tSBG1hc2sSIwoNYWxsb3dfbWlzc2luZxgDIAEoCFIMYWxsb3dNaXNzaW5nEkAKC2lkZW50aWZp\
      ZXJzGAQgASgLMh4ubWF0aWFuZS5zdG9yYWdlLnYxLk5ld0FydGljbGVSC2lkZW50aWZpZXJzEiMKDWV4cGVjdGVkX2V0\
      YWcYBSABKAlSDGV4cGVjdGVkRXRhZxI6ChljcmVhdGVfbWlzc2luZ19jYXRlZ29yaWVzGAYgASgIUhdjcmVhdGVNaXNz\
      aW5nQ2F0ZWdvcmllcyJtCg1EZWxldGVBcnRpY2xlEhIKBG5hbWUYASABKAlSBG5hbWUSIwoNZXhwZWN0ZWRfZXRhZxgC\
      IAEoCVIMZXhwZWN0ZWRFdGFnEiMKDWFsbG93X21pc3NpbmcYAyABKAhSDGFsbG93TWlzc2luZyKhAQoLUHV0Q2F0ZWdv\
      cnkSMAoIY2F0ZWdvcnkYASABKAsyFC5tYXRpYW5lLnYxLkNhdGVnb3J5UghjYXRlZ29yeRI7CglleGlzdGVuY2UYAiAB\
      KA4yHS5tYXRpYW5lLnN0b3JhZ2UudjEuRXhpc3RlbmNlUglleGlzdGVuY2USIwoNZXhwZWN0ZWRfZXRhZxgDIAEoCVIM\
      ZXhwZWN0ZWRFdGFnIrwBCg5VcGRhdGVDYXRlZ29yeRIwCghjYXRlZ29yeRgBIAEoCzIULm1hdGlhbmUudjEuQ2F0ZWdv\
      cnlSCGNhdGVnb3J5Ei4KBG1hc2sYAiABKAsyGi5nb29nbGUucHJvdG9idWYuRmllbGRNYXNrUgRtYXNrEiMKDWFsbG93\
      X21pc3NpbmcYAyABKAhSDGFsbG93TWlzc2luZxIjCg1leHBlY3RlZF9ldGFnGAQgASgJUgxleHBlY3RlZEV0YWci6QEK\
      DkRlbGV0ZUNhdGVnb3J5EhIKBG5hbWUYASABKAlSBG5hbWUSIwoNZXhwZWN0ZWRfZXRhZxgCIAEoCVIMZXhwZWN0ZWRF\
      dGFnEhQKBWZvcmNlGAMgASgIUgVmb3JjZRIjCg1hbGxvd19taXNzaW5nGAQgASgIUgxhbGxvd01pc3NpbmcSIwoNbW9z\
      dF9hcnRpY2xlcxgFIAEoDVIMbW9zdEFydGljbGVzEh0KCm1vc3RfYnl0ZXMYBiABKA1SCW1vc3RCeXRlcxIfCgthcnRp\
      Y2xlX2lkcxgHIAMoCVIKYXJ0aWNsZUlkcyJACgxMaW5rRWRpdGlvbnMSFAoFc3RvcnkYASABKAlSBXN0b3J5EhoKCGFy\
      dGljbGVzGAIgAygJUghhcnRpY2xlcyJGCg1VbmxpbmtFZGl0aW9uEhgKB2FydGljbGUYASABKAlSB2FydGljbGUSGwoJ\
      bmV3X3N0b3J5GAIgASgJUghuZXdTdG9yeSLaAQoNUHV0U2F2ZWRRdWVyeRI3CgtzYXZlZF9xdWVyeRgBIAEoCzIWLm1h\
      dGlhbmUudjEuU2F2ZWRRdWVyeVIKc2F2ZWRRdWVyeRIuCgRtYXNrGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLkZpZWxk\
      TWFza1IEbWFzaxI7CglleGlzdGVuY2UYAyABKA4yHS5tYXRpYW5lLnN0b3JhZ2UudjEuRXhpc3RlbmNlUglleGlzdGVu\
      Y2USIwoNZXhwZWN0ZWRfZXRhZxgEIAEoCVIMZXhwZWN0ZWRFdGFnInAKEERlbGV0ZVNhdmVkUXVlcnkSEgoEbmFtZRgB\
      IAEoCVIEbmFtZRIjCg1leHBlY3RlZF9ldGFnGAIgASgJUgxleHBlY3RlZEV0YWcSIwoNYWxsb3dfbWlzc2luZxgDIAEo\
      CFIMYWxsb3dNaXNzaW5nItoBCg1QdXRTeW5vbnltU2V0EjcKC3N5bm9ueW1fc2V0GAEgASgLMhYubWF0aWFuZS52MS5T\
      eW5vbnltU2V0UgpzeW5vbnltU2V0Ei4KBG1hc2sYAiABKAsyGi5nb29nbGUucHJvdG9idWYuRmllbGRNYXNrUgRtYXNr\
      EjsKCWV4aXN0ZW5jZRgDIAEoDjIdLm1hdGlhbmUuc3RvcmFnZS52MS5FeGlzdGVuY2VSCWV4aXN0ZW5jZRIjCg1leHBl\
      Y3RlZF9ldGFnGAQgASgJUgxleHBlY3RlZEV0YWcicAoQRGVsZXRlU3lub255bVNldBISCgRuYW1lGAEgASgJUgRuYW1l\
      EiMKDWV4cGVjdGVkX2V0YWcYAiABKAlSDGV4cGVjdGVkRXRhZxIjCg1hbGxvd19taXNzaW5nGAMgASgIUgxhbGxvd01p\
      c3NpbmcqYwoJRXhpc3RlbmNlEhEKDUVYSVNURU5DRV9BTlkQABIWChJFWElTVEVOQ0VfUkVRVUlSRUQQARIXChNFWElT\
      VEVOQ0VfRk9SQklEREVOEAISEgoORVhJU1RFTkNFX0tFUFQQA0JYChJtYXRpYW5lLnN0b3JhZ2UudjFCDU11dGF0aW9u\
      UHJvdG9QAVocbWF0aWFuZS9zdG9yYWdlL3YxO3N0b3JhZ2V2MaoCEk1hdGlhbmUuU3RvcmFnZS5WMWIGcHJvdG8z
      """)
}
