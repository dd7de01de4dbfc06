// Generated from matiane/v1/article.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// One article: one language edition of one story.
///
/// Its texts may take 8 MiB, and all of it seven eighths of the largest message that the server takes (3.5
/// MiB, unless it was told to take more). Values that it is found by (URL, aliases, tags, names of authors,
/// source id) may take 4,096 bytes each.
///
/// What cannot be meant is refused where an article comes in (INVALID_ARGUMENT, FIELD_INVALID): a number that
/// none of the values of an enumeration has, and that only a newer release may give a meaning to; offsets,
/// sizes and block numbers below zero; passages that end before they begin.
public struct Article: Message {
  /// Resource name, `articles/{article}`. The id has 1 to 128 of `A-Z a-z 0-9 . _ ~ : -`, and begins with a
  /// letter or a digit.
  public var name: String = ""

  /// Server-assigned identifier, never reused even when an article of the same name is created again.
  public var uid: String = ""

  /// Changes with every change of the article. Send it back in an update or delete to be refused when someone
  /// else was faster.
  public var etag: String = ""

  /// Revision of the archive at which the article was last changed.
  public var revision: Int64 = 0

  /// The story whose edition this is, `stories/{story}`. Assigned by the server when left empty.
  public var story: String = ""

  /// Language of the edition, a BCP-47 tag such as `en`, `ka` or `ru`.
  public var language: String = ""

  /// Where the article comes from. Its id is the identity of imported articles without a name: publishers
  /// change URLs, not source ids.
  public var source: Source?

  /// Canonical address of the edition.
  public var url: String = ""

  /// Headline, plain text.
  public var title: String = ""

  /// Second headline line, plain text.
  public var subtitle: String = ""

  /// Abstract or lead, plain text.
  public var summary: String = ""

  /// The text, block by block. A block's index and a UTF-8 byte offset in it address any passage.
  public var blocks: [Block] = []

  /// Categories the article is filed under, `categories/{category}`.
  public var categories: [String] = []

  /// Free keywords.
  public var tags: [String] = []

  /// Who wrote it.
  public var authors: [Author] = []

  /// Place and date line as printed, for example "TBILISI, 3 March".
  public var dateline: String = ""

  /// When readers first saw it. Times are from year 1 to year 9999; they are kept to the microsecond, finer
  /// digits are cut off.
  public var publishTime: Timestamp?

  /// When the publisher last changed it.
  public var updateTime: Timestamp?

  /// When this archive first stored it. Output only.
  public var createTime: Timestamp?

  /// When it was withdrawn or marked deleted at the publisher, if it was.
  public var deleteTime: Timestamp?

  /// Where it stands in the publisher's workflow. Unspecified is stored as PUBLISHED.
  public var status: ArticleStatus = .unspecified

  /// What sort of piece it is.
  public var kind: ArticleKind = .unspecified

  /// Links to other articles, typed by how they appear in the text.
  public var related: [RelatedArticle] = []

  /// Statements attributed to people, with their place in the text.
  public var quotes: [Quote] = []

  /// Pictures and their captions.
  public var images: [Image] = []

  /// Who published it.
  public var publisher: String = ""

  /// Copyright line or terms of use.
  public var rights: String = ""

  /// Number of words in title and blocks. Output only.
  public var wordCount: Int32 = 0

  /// Former or alternative addresses under which LookupArticle finds the article. Whoever changes `url`
  /// leaves the former one here, whatever the mask names, so that links to it go on working; to drop it,
  /// update `aliases` once more.
  public var aliases: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Article", in: .matianeV1Article,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "uid", .string),
      .singular(3, "etag", .string),
      .singular(4, "revision", .int64),
      .singular(5, "story", .string),
      .singular(6, "language", .string),
      .singular(7, "source", .message(Source.self)),
      .singular(8, "url", .string),
      .singular(9, "title", .string),
      .singular(10, "subtitle", .string),
      .singular(11, "summary", .string),
      .repeated(12, "blocks", .message(Block.self)),
      .repeated(13, "categories", .string),
      .repeated(14, "tags", .string),
      .repeated(15, "authors", .message(Author.self)),
      .singular(16, "dateline", .string),
      .singular(17, "publish_time", .message(Timestamp.self)),
      .singular(18, "update_time", .message(Timestamp.self)),
      .singular(19, "create_time", .message(Timestamp.self)),
      .singular(20, "delete_time", .message(Timestamp.self)),
      .singular(21, "status", .enumeration(ArticleStatus.self)),
      .singular(22, "kind", .enumeration(ArticleKind.self)),
      .repeated(23, "related", .message(RelatedArticle.self)),
      .repeated(24, "quotes", .message(Quote.self)),
      .repeated(25, "images", .message(Image.self)),
      .singular(26, "publisher", .string),
      .singular(27, "rights", .string),
      .singular(28, "word_count", .int32),
      .repeated(29, "aliases", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    uid = try r.string(1)
    etag = try r.string(2)
    revision = r.int64(3)
    story = try r.string(4)
    language = try r.string(5)
    source = try r.message(6)
    url = try r.string(7)
    title = try r.string(8)
    subtitle = try r.string(9)
    summary = try r.string(10)
    blocks = try r.messages(11)
    categories = try r.strings(12)
    tags = try r.strings(13)
    authors = try r.messages(14)
    dateline = try r.string(15)
    publishTime = try r.message(16)
    updateTime = try r.message(17)
    createTime = try r.message(18)
    deleteTime = try r.message(19)
    status = r.enumeration(20)
    kind = r.enumeration(21)
    related = try r.messages(22)
    quotes = try r.messages(23)
    images = try r.messages(24)
    publisher = try r.string(25)
    rights = try r.string(26)
    wordCount = r.int32(27)
    aliases = try r.strings(28)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, uid)
    w.string(2, etag)
    w.int64(3, revision)
    w.string(4, story)
    w.string(5, language)
    w.message(6, source)
    w.string(7, url)
    w.string(8, title)
    w.string(9, subtitle)
    w.string(10, summary)
    w.messages(11, blocks)
    w.strings(12, categories)
    w.strings(13, tags)
    w.messages(14, authors)
    w.string(15, dateline)
    w.message(16, publishTime)
    w.message(17, updateTime)
    w.message(18, createTime)
    w.message(19, deleteTime)
    w.enumeration(20, status)
    w.enumeration(21, kind)
    w.messages(22, related)
    w.messages(23, quotes)
    w.messages(24, images)
    w.string(25, publisher)
    w.string(26, rights)
    w.int32(27, wordCount)
    w.strings(28, aliases)
    w.unknown(unknownFields)
  }
}

/// Where an article stands in its publisher's workflow.
public enum ArticleStatus: OpenEnum {
  /// Not said; stored as PUBLISHED.
  case unspecified
  /// Being written.
  case draft
  /// To be published at publish_time.
  case scheduled
  /// Public.
  case published
  /// Taken back by the publisher.
  case withdrawn
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .draft
    case 2: self = .scheduled
    case 3: self = .published
    case 4: self = .withdrawn
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .draft: 1
    case .scheduled: 2
    case .published: 3
    case .withdrawn: 4
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.ArticleStatus", in: .matianeV1Article,
    values: [
      (0, "ARTICLE_STATUS_UNSPECIFIED"),
      (1, "ARTICLE_STATUS_DRAFT"),
      (2, "ARTICLE_STATUS_SCHEDULED"),
      (3, "ARTICLE_STATUS_PUBLISHED"),
      (4, "ARTICLE_STATUS_WITHDRAWN"),
    ])
}

/// What sort of piece an article is.
public enum ArticleKind: OpenEnum {
  /// Not said.
  case unspecified
  /// A news report.
  case news
  /// An opinion piece or column.
  case opinion
  /// An analysis.
  case analysis
  /// An interview.
  case interview
  /// Background told for newcomers.
  case explainer
  /// A profile of a person or organisation.
  case profile
  /// A fact check.
  case factCheck
  /// A running or daily digest.
  case digest
  /// A press release, passed on.
  case pressRelease
  /// Mostly pictures, sound or film.
  case multimedia
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .news
    case 2: self = .opinion
    case 3: self = .analysis
    case 4: self = .interview
    case 5: self = .explainer
    case 6: self = .profile
    case 7: self = .factCheck
    case 8: self = .digest
    case 9: self = .pressRelease
    case 10: self = .multimedia
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .news: 1
    case .opinion: 2
    case .analysis: 3
    case .interview: 4
    case .explainer: 5
    case .profile: 6
    case .factCheck: 7
    case .digest: 8
    case .pressRelease: 9
    case .multimedia: 10
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.ArticleKind", in: .matianeV1Article,
    values: [
      (0, "ARTICLE_KIND_UNSPECIFIED"),
      (1, "ARTICLE_KIND_NEWS"),
      (2, "ARTICLE_KIND_OPINION"),
      (3, "ARTICLE_KIND_ANALYSIS"),
      (4, "ARTICLE_KIND_INTERVIEW"),
      (5, "ARTICLE_KIND_EXPLAINER"),
      (6, "ARTICLE_KIND_PROFILE"),
      (7, "ARTICLE_KIND_FACT_CHECK"),
      (8, "ARTICLE_KIND_DIGEST"),
      (9, "ARTICLE_KIND_PRESS_RELEASE"),
      (10, "ARTICLE_KIND_MULTIMEDIA"),
    ])
}

/// Where an article comes from.
public struct Source: Message {
  /// Identifier at the publisher, stable through changes of title and URL.
  public var id: String = ""

  /// Address the article was taken from, when it is not its canonical URL.
  public var url: String = ""

  /// Version at the publisher. An import of a version that is already stored changes nothing.
  public var version: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Source", in: .matianeV1Article,
    fields: [
      .singular(1, "id", .string),
      .singular(2, "url", .string),
      .singular(3, "version", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    id = try r.string(0)
    url = try r.string(1)
    version = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, id)
    w.string(1, url)
    w.string(2, version)
    w.unknown(unknownFields)
  }
}

/// A person or desk that wrote an article.
public struct Author: Message {
  /// Name as printed.
  public var name: String = ""

  /// Role, for example "reporter" or "editor".
  public var role: String = ""

  /// Address of the author's page.
  public var url: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Author", in: .matianeV1Article,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "role", .string),
      .singular(3, "url", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    role = try r.string(1)
    url = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, role)
    w.string(2, url)
    w.unknown(unknownFields)
  }
}

/// One piece of an article's text.
///
/// Highlights and quotes address a passage by the block's number and bytes of its text in UTF-8: that of a
/// paragraph, heading or quotation is its `text`; a list's is its items with a line feed between them; a link
/// list's its title and its links' titles, the same way; an image's its caption, an embed's its fallback
/// text.
public struct Block: Message {
  /// What the block is.
  public var content: Content?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `content`, of which one at most is set.
  public enum Content: Sendable, Hashable {
    /// Running text.
    case paragraph(Paragraph)
    /// A heading inside the text.
    case heading(Heading)
    /// A displayed quotation.
    case quote(QuoteBlock)
    /// A bulleted or numbered list.
    case list(List)
    /// A list of links to earlier stories.
    case linkList(LinkList)
    /// A picture in the text.
    case image(Image)
    /// Something from elsewhere: a film, a post, a document.
    case embed(Embed)

    /// The value of `paragraph`, if that is the one that is set.
    public var paragraph: Paragraph? {
      if case .paragraph(let value) = self { value } else { nil }
    }

    /// The value of `heading`, if that is the one that is set.
    public var heading: Heading? {
      if case .heading(let value) = self { value } else { nil }
    }

    /// The value of `quote`, if that is the one that is set.
    public var quote: QuoteBlock? {
      if case .quote(let value) = self { value } else { nil }
    }

    /// The value of `list`, if that is the one that is set.
    public var list: List? {
      if case .list(let value) = self { value } else { nil }
    }

    /// The value of `link_list`, if that is the one that is set.
    public var linkList: LinkList? {
      if case .linkList(let value) = self { value } else { nil }
    }

    /// The value of `image`, if that is the one that is set.
    public var image: Image? {
      if case .image(let value) = self { value } else { nil }
    }

    /// The value of `embed`, if that is the one that is set.
    public var embed: Embed? {
      if case .embed(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Block", in: .matianeV1Article,
    fields: [
      .oneof("content", 1, "paragraph", .message(Paragraph.self)),
      .oneof("content", 2, "heading", .message(Heading.self)),
      .oneof("content", 3, "quote", .message(QuoteBlock.self)),
      .oneof("content", 4, "list", .message(List.self)),
      .oneof("content", 5, "link_list", .message(LinkList.self)),
      .oneof("content", 6, "image", .message(Image.self)),
      .oneof("content", 7, "embed", .message(Embed.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: content = .paragraph(try r.message(0) ?? Paragraph())
    case 2: content = .heading(try r.message(0) ?? Heading())
    case 3: content = .quote(try r.message(0) ?? QuoteBlock())
    case 4: content = .list(try r.message(0) ?? List())
    case 5: content = .linkList(try r.message(0) ?? LinkList())
    case 6: content = .image(try r.message(0) ?? Image())
    case 7: content = .embed(try r.message(0) ?? Embed())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch content {
    case .paragraph(let value):
      w.select(0, 1)
      w.message(0, value)
    case .heading(let value):
      w.select(0, 2)
      w.message(0, value)
    case .quote(let value):
      w.select(0, 3)
      w.message(0, value)
    case .list(let value):
      w.select(0, 4)
      w.message(0, value)
    case .linkList(let value):
      w.select(0, 5)
      w.message(0, value)
    case .image(let value):
      w.select(0, 6)
      w.message(0, value)
    case .embed(let value):
      w.select(0, 7)
      w.message(0, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// Running text.
public struct Paragraph: Message {
  /// Plain text, UTF-8. Offsets of highlights and quotes count its bytes.
  public var text: String = ""

  /// Links inside the text.
  public var links: [InlineLink] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Paragraph", in: .matianeV1Article,
    fields: [
      .singular(1, "text", .string),
      .repeated(2, "links", .message(InlineLink.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    text = try r.string(0)
    links = try r.messages(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, text)
    w.messages(1, links)
    w.unknown(unknownFields)
  }
}

/// A link inside a paragraph.
public struct InlineLink: Message {
  /// First byte of the linked passage.
  public var start: Int32 = 0

  /// Byte after the last one of the linked passage.
  public var end: Int32 = 0

  /// Where it leads.
  public var url: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.InlineLink", in: .matianeV1Article,
    fields: [
      .singular(1, "start", .int32),
      .singular(2, "end", .int32),
      .singular(3, "url", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    start = r.int32(0)
    end = r.int32(1)
    url = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, start)
    w.int32(1, end)
    w.string(2, url)
    w.unknown(unknownFields)
  }
}

/// A heading inside the text.
public struct Heading: Message {
  /// Plain text.
  public var text: String = ""

  /// Depth, 1 for the outermost.
  public var level: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Heading", in: .matianeV1Article,
    fields: [
      .singular(1, "text", .string),
      .singular(2, "level", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    text = try r.string(0)
    level = r.int32(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, text)
    w.int32(1, level)
    w.unknown(unknownFields)
  }
}

/// A displayed quotation.
public struct QuoteBlock: Message {
  /// Plain text without quotation marks.
  public var text: String = ""

  /// Who is quoted, as printed.
  public var attribution: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.QuoteBlock", in: .matianeV1Article,
    fields: [
      .singular(1, "text", .string),
      .singular(2, "attribution", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    text = try r.string(0)
    attribution = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, text)
    w.string(1, attribution)
    w.unknown(unknownFields)
  }
}

/// A bulleted or numbered list.
public struct List: Message {
  /// Plain text of each item.
  public var items: [String] = []

  /// True when the items are numbered.
  public var ordered: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.List", in: .matianeV1Article,
    fields: [
      .repeated(1, "items", .string),
      .singular(2, "ordered", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    items = try r.strings(0)
    ordered = r.bool(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.strings(0, items)
    w.bool(1, ordered)
    w.unknown(unknownFields)
  }
}

/// A list of links to earlier stories, such as those a story opens or ends with.
public struct LinkList: Message {
  /// Title of the list, for example "Also Read:".
  public var title: String = ""

  /// The links, in order.
  public var links: [Link] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.LinkList", in: .matianeV1Article,
    fields: [
      .singular(1, "title", .string),
      .repeated(2, "links", .message(Link.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    title = try r.string(0)
    links = try r.messages(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, title)
    w.messages(1, links)
    w.unknown(unknownFields)
  }
}

/// A titled link.
public struct Link: Message {
  /// Text of the link.
  public var title: String = ""

  /// Where it leads.
  public var url: String = ""

  /// The article it leads to, `articles/{article}`, when that is known.
  public var article: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Link", in: .matianeV1Article,
    fields: [
      .singular(1, "title", .string),
      .singular(2, "url", .string),
      .singular(3, "article", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    title = try r.string(0)
    url = try r.string(1)
    article = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, title)
    w.string(1, url)
    w.string(2, article)
    w.unknown(unknownFields)
  }
}

/// A picture.
public struct Image: Message {
  /// Address of the picture.
  public var url: String = ""

  /// Caption, plain text.
  public var caption: String = ""

  /// Who made it or holds the rights.
  public var credit: String = ""

  /// What it shows, for readers who cannot see it.
  public var alternativeText: String = ""

  /// Width in pixels, 0 when unknown.
  public var width: Int32 = 0

  /// Height in pixels, 0 when unknown.
  public var height: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Image", in: .matianeV1Article,
    fields: [
      .singular(1, "url", .string),
      .singular(2, "caption", .string),
      .singular(3, "credit", .string),
      .singular(4, "alternative_text", .string),
      .singular(5, "width", .int32),
      .singular(6, "height", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    url = try r.string(0)
    caption = try r.string(1)
    credit = try r.string(2)
    alternativeText = try r.string(3)
    width = r.int32(4)
    height = r.int32(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, url)
    w.string(1, caption)
    w.string(2, credit)
    w.string(3, alternativeText)
    w.int32(4, width)
    w.int32(5, height)
    w.unknown(unknownFields)
  }
}

/// Something from elsewhere shown in the text.
public struct Embed: Message {
  /// Address of what is embedded.
  public var url: String = ""

  /// What provides it, for example "youtube".
  public var provider: String = ""

  /// Text to show where it cannot be embedded.
  public var fallbackText: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Embed", in: .matianeV1Article,
    fields: [
      .singular(1, "url", .string),
      .singular(2, "provider", .string),
      .singular(3, "fallback_text", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    url = try r.string(0)
    provider = try r.string(1)
    fallbackText = try r.string(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, url)
    w.string(1, provider)
    w.string(2, fallbackText)
    w.unknown(unknownFields)
  }
}

/// A link from one article to another, and how it appears there.
public struct RelatedArticle: Message {
  /// The article linked to, `articles/{article}`, when it is in the archive.
  public var article: String = ""

  /// Its address.
  public var url: String = ""

  /// Its title as printed.
  public var title: String = ""

  /// How the link appears.
  public var type: RelationType = .unspecified

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.RelatedArticle", in: .matianeV1Article,
    fields: [
      .singular(1, "article", .string),
      .singular(2, "url", .string),
      .singular(3, "title", .string),
      .singular(4, "type", .enumeration(RelationType.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.string(0)
    url = try r.string(1)
    title = try r.string(2)
    type = r.enumeration(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, article)
    w.string(1, url)
    w.string(2, title)
    w.enumeration(3, type)
    w.unknown(unknownFields)
  }
}

/// How two articles are related.
public enum RelationType: OpenEnum {
  /// Not said.
  case unspecified
  /// Named in an "also read" list.
  case alsoRead
  /// Linked from the running text or a bulleted link list.
  case inlineLink
  /// The other article links here.
  case backlink
  /// Another language edition of the same story.
  case translation
  /// Nearly the same text.
  case nearDuplicate
  /// Shares its most telling words.
  case similarText
  /// A later story that continues this one.
  case followUp
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .alsoRead
    case 2: self = .inlineLink
    case 3: self = .backlink
    case 4: self = .translation
    case 5: self = .nearDuplicate
    case 6: self = .similarText
    case 7: self = .followUp
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .alsoRead: 1
    case .inlineLink: 2
    case .backlink: 3
    case .translation: 4
    case .nearDuplicate: 5
    case .similarText: 6
    case .followUp: 7
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.RelationType", in: .matianeV1Article,
    values: [
      (0, "RELATION_TYPE_UNSPECIFIED"),
      (1, "RELATION_TYPE_ALSO_READ"),
      (2, "RELATION_TYPE_INLINE_LINK"),
      (3, "RELATION_TYPE_BACKLINK"),
      (4, "RELATION_TYPE_TRANSLATION"),
      (5, "RELATION_TYPE_NEAR_DUPLICATE"),
      (6, "RELATION_TYPE_SIMILAR_TEXT"),
      (7, "RELATION_TYPE_FOLLOW_UP"),
    ])
}

/// A statement attributed to somebody, with its place in the text.
public struct Quote: Message {
  /// The words quoted, without quotation marks.
  public var text: String = ""

  /// Who said them.
  public var speaker: String = ""

  /// What the speaker is, for example "Prime Minister".
  public var speakerRole: String = ""

  /// Index of the block they stand in.
  public var block: Int32 = 0

  /// First byte of the quote in the block's text.
  public var start: Int32 = 0

  /// Byte after its last one.
  public var end: Int32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Quote", in: .matianeV1Article,
    fields: [
      .singular(1, "text", .string),
      .singular(2, "speaker", .string),
      .singular(3, "speaker_role", .string),
      .singular(4, "block", .int32),
      .singular(5, "start", .int32),
      .singular(6, "end", .int32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    text = try r.string(0)
    speaker = try r.string(1)
    speakerRole = try r.string(2)
    block = r.int32(3)
    start = r.int32(4)
    end = r.int32(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, text)
    w.string(1, speaker)
    w.string(2, speakerRole)
    w.int32(3, block)
    w.int32(4, start)
    w.int32(5, end)
    w.unknown(unknownFields)
  }
}

/// Asks for one article.
public struct GetArticleRequest: Message {
  /// `articles/{article}`.
  public var name: String = ""

  /// Fields to return; all when unset.
  public var readMask: FieldMask?

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `consistency`, of which one at most is set.
  public enum Consistency: Sendable, Hashable {
    /// Wait, within the deadline, until this revision is visible: read your own writes.
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
    "matiane.v1.GetArticleRequest", in: .matianeV1Article,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "read_mask", .message(FieldMask.self)),
      .oneof("consistency", 3, "min_revision", .int64),
      .oneof("consistency", 4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    readMask = try r.message(1)
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
    w.string(0, name)
    w.message(1, readMask)
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

/// Asks for many articles as of one revision.
public struct BatchGetArticlesRequest: Message {
  /// 1 to 1,000 names, `articles/{article}`.
  public var names: [String] = []

  /// Fields to return; all when unset.
  public var readMask: FieldMask?

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
    "matiane.v1.BatchGetArticlesRequest", in: .matianeV1Article,
    fields: [
      .repeated(1, "names", .string),
      .singular(2, "read_mask", .message(FieldMask.self)),
      .oneof("consistency", 3, "min_revision", .int64),
      .oneof("consistency", 4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    names = try r.strings(0)
    readMask = try r.message(1)
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
    w.strings(0, names)
    w.message(1, readMask)
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

/// Many articles as of one revision.
public struct BatchGetArticlesResponse: Message {
  /// The articles found, in the order of the names.
  public var articles: [Article] = []

  /// The names that do not exist.
  public var missing: [String] = []

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// The last of the names, in their order, where there was no more room: neither found nor missing. Ask for
  /// them next, with `read_revision`.
  public var remaining: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.BatchGetArticlesResponse", in: .matianeV1Article,
    fields: [
      .repeated(1, "articles", .message(Article.self)),
      .repeated(2, "missing", .string),
      .singular(3, "read_revision", .int64),
      .repeated(4, "remaining", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    articles = try r.messages(0)
    missing = try r.strings(1)
    readRevision = r.int64(2)
    remaining = try r.strings(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, articles)
    w.strings(1, missing)
    w.int64(2, readRevision)
    w.strings(3, remaining)
    w.unknown(unknownFields)
  }
}

/// Asks for articles that match a filter.
public struct ListArticlesRequest: Message {
  /// AIP-160 filter over language, category, tag, author, kind, status, story, source_id, url, alias, link,
  /// publish_time, update_time, create_time, word_count and revision, for example
  /// `language = "ka" AND publish_time >= "2024-01-01T00:00:00Z"`. A category holds what is filed below it,
  /// too; `link` is the name or address of an article that is linked to. At most 64 KiB.
  public var filter: String = ""

  /// `publish_time`, `update_time`, `create_time` or `name`, each with an optional ` desc`. `publish_time
  /// desc` when empty.
  public var orderBy: String = ""

  /// At most this many articles; 50 when 0, 1,000 at most.
  public var pageSize: Int32 = 0

  /// `next_page_token` of the page before. Everything else in the request must be as it was there.
  public var pageToken: String = ""

  /// Fields to return; all when unset.
  public var readMask: FieldMask?

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
    "matiane.v1.ListArticlesRequest", in: .matianeV1Article,
    fields: [
      .singular(1, "filter", .string),
      .singular(2, "order_by", .string),
      .singular(3, "page_size", .int32),
      .singular(4, "page_token", .string),
      .singular(5, "read_mask", .message(FieldMask.self)),
      .oneof("consistency", 6, "min_revision", .int64),
      .oneof("consistency", 7, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    filter = try r.string(0)
    orderBy = try r.string(1)
    pageSize = r.int32(2)
    pageToken = try r.string(3)
    readMask = try r.message(4)
    switch r.member(5) {
    case 6: consistency = .minRevision(r.int64(5))
    case 7: consistency = .readRevision(r.int64(5))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, filter)
    w.string(1, orderBy)
    w.int32(2, pageSize)
    w.string(3, pageToken)
    w.message(4, readMask)
    switch consistency {
    case .minRevision(let value):
      w.select(5, 6)
      w.int64(5, value)
    case .readRevision(let value):
      w.select(5, 7)
      w.int64(5, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// One page of articles.
public struct ListArticlesResponse: Message {
  /// The articles.
  public var articles: [Article] = []

  /// Token of the next page; empty on the last one.
  public var nextPageToken: String = ""

  /// Exact number of articles that match, over all pages.
  public var totalSize: Int64 = 0

  /// Revision the answer was read from.
  public var readRevision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ListArticlesResponse", in: .matianeV1Article,
    fields: [
      .repeated(1, "articles", .message(Article.self)),
      .singular(2, "next_page_token", .string),
      .singular(3, "total_size", .int64),
      .singular(4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    articles = try r.messages(0)
    nextPageToken = try r.string(1)
    totalSize = r.int64(2)
    readRevision = r.int64(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, articles)
    w.string(1, nextPageToken)
    w.int64(2, totalSize)
    w.int64(3, readRevision)
    w.unknown(unknownFields)
  }
}

/// Creates an article.
public struct CreateArticleRequest: Message {
  /// The article. Its name is ignored when `article_id` is set; output-only fields are ignored.
  public var article: Article?

  /// The last part of the new name. When it and `article.name` are empty, the server chooses one.
  public var articleId: String = ""

  /// A unique id of this request (a UUID, at most 128 bytes), the same each time that it is tried. A request
  /// that is repeated gets the answer of its first attempt; an id that another request had is refused. The
  /// server remembers the answers of the last 4,096 requests that had an id, at most 64 MiB of them, also
  /// after a restart.
  public var requestId: String = ""

  /// Check everything, change nothing.
  public var validateOnly: Bool = false

  /// Create categories that the article names and that do not exist, instead of refusing the article.
  public var createMissingCategories: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.CreateArticleRequest", in: .matianeV1Article,
    fields: [
      .singular(1, "article", .message(Article.self)),
      .singular(2, "article_id", .string),
      .singular(3, "request_id", .string),
      .singular(4, "validate_only", .bool),
      .singular(5, "create_missing_categories", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.message(0)
    articleId = try r.string(1)
    requestId = try r.string(2)
    validateOnly = r.bool(3)
    createMissingCategories = r.bool(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, article)
    w.string(1, articleId)
    w.string(2, requestId)
    w.bool(3, validateOnly)
    w.bool(4, createMissingCategories)
    w.unknown(unknownFields)
  }
}

/// Changes an article.
public struct UpdateArticleRequest: Message {
  /// The new values. `article.name` says which article; `article.etag`, when set, which state of it.
  public var article: Article?

  /// Fields to change, at most 256 paths. When unset, every field that is set in `article`; `*` replaces the
  /// article.
  public var updateMask: FieldMask?

  /// Create the article when it does not exist; the mask is ignored then.
  public var allowMissing: Bool = false

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Check everything, change nothing.
  public var validateOnly: Bool = false

  /// Create categories that the article names and that do not exist, instead of refusing the article.
  public var createMissingCategories: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.UpdateArticleRequest", in: .matianeV1Article,
    fields: [
      .singular(1, "article", .message(Article.self)),
      .singular(2, "update_mask", .message(FieldMask.self)),
      .singular(3, "allow_missing", .bool),
      .singular(4, "request_id", .string),
      .singular(5, "validate_only", .bool),
      .singular(6, "create_missing_categories", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    article = try r.message(0)
    updateMask = try r.message(1)
    allowMissing = r.bool(2)
    requestId = try r.string(3)
    validateOnly = r.bool(4)
    createMissingCategories = r.bool(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, article)
    w.message(1, updateMask)
    w.bool(2, allowMissing)
    w.string(3, requestId)
    w.bool(4, validateOnly)
    w.bool(5, createMissingCategories)
    w.unknown(unknownFields)
  }
}

/// Deletes an article.
public struct DeleteArticleRequest: Message {
  /// `articles/{article}`.
  public var name: String = ""

  /// When set, the article is deleted only if this is its current etag.
  public var etag: String = ""

  /// Succeed without a change when the article does not exist.
  public var allowMissing: Bool = false

  /// A unique id of this request (a UUID), the same each time that it is tried: see CreateArticleRequest.
  public var requestId: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteArticleRequest", in: .matianeV1Article,
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

/// Says when an article was deleted.
public struct DeleteArticleResponse: Message {
  /// Revision that the deletion made.
  public var revision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteArticleResponse", in: .matianeV1Article,
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

/// Finds an article by an outside key.
public struct LookupArticleRequest: Message {
  /// What the article is known as.
  public var key: Key?

  /// Fields to return; all when unset.
  public var readMask: FieldMask?

  /// Which revision to read; the newest when unset.
  public var consistency: Consistency?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `key`, of which one at most is set.
  public enum Key: Sendable, Hashable {
    /// Its canonical URL.
    case url(String)
    /// One of its aliases.
    case alias(String)
    /// Its source id.
    case sourceId(String)

    /// The value of `url`, if that is the one that is set.
    public var url: String? {
      if case .url(let value) = self { value } else { nil }
    }

    /// The value of `alias`, if that is the one that is set.
    public var alias: String? {
      if case .alias(let value) = self { value } else { nil }
    }

    /// The value of `source_id`, if that is the one that is set.
    public var sourceId: String? {
      if case .sourceId(let value) = self { value } else { nil }
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
    "matiane.v1.LookupArticleRequest", in: .matianeV1Article,
    fields: [
      .oneof("key", 1, "url", .string),
      .oneof("key", 2, "alias", .string),
      .oneof("key", 3, "source_id", .string),
      .singular(4, "read_mask", .message(FieldMask.self)),
      .oneof("consistency", 5, "min_revision", .int64),
      .oneof("consistency", 6, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: key = .url(try r.string(0))
    case 2: key = .alias(try r.string(0))
    case 3: key = .sourceId(try r.string(0))
    default: break
    }
    readMask = try r.message(1)
    switch r.member(2) {
    case 5: consistency = .minRevision(r.int64(2))
    case 6: consistency = .readRevision(r.int64(2))
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch key {
    case .url(let value):
      w.select(0, 1)
      w.string(0, value)
    case .alias(let value):
      w.select(0, 2)
      w.string(0, value)
    case .sourceId(let value):
      w.select(0, 3)
      w.string(0, value)
    case nil: break
    }
    w.message(1, readMask)
    switch consistency {
    case .minRevision(let value):
      w.select(2, 5)
      w.int64(2, value)
    case .readRevision(let value):
      w.select(2, 6)
      w.int64(2, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// A part of an import: options first, then articles.
public struct ImportArticlesRequest: Message {
  /// How to import. Counts only in the first request of the stream.
  public var options: ImportOptions?

  /// Articles to import, at most 1,000 a request.
  public var items: [ImportItem] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ImportArticlesRequest", in: .matianeV1Article,
    fields: [
      .singular(1, "options", .message(ImportOptions.self)),
      .repeated(2, "items", .message(ImportItem.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    options = try r.message(0)
    items = try r.messages(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, options)
    w.messages(1, items)
    w.unknown(unknownFields)
  }
}

/// How to import.
public struct ImportOptions: Message {
  /// What to do with articles that exist.
  public var mode: ImportMode = .unspecified

  /// Create categories that articles name and that do not exist, instead of refusing the article.
  public var createMissingCategories: Bool = false

  /// Check every item by itself against the archive as it is, and change nothing; what items mean for one
  /// another is not seen.
  public var validateOnly: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ImportOptions", in: .matianeV1Article,
    fields: [
      .singular(1, "mode", .enumeration(ImportMode.self)),
      .singular(2, "create_missing_categories", .bool),
      .singular(3, "validate_only", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    mode = r.enumeration(0)
    createMissingCategories = r.bool(1)
    validateOnly = r.bool(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, mode)
    w.bool(1, createMissingCategories)
    w.bool(2, validateOnly)
    w.unknown(unknownFields)
  }
}

/// What an import does with articles that exist.
public enum ImportMode: OpenEnum {
  /// The same as UPSERT.
  case unspecified
  /// Replace them.
  case upsert
  /// Refuse them with ALREADY_EXISTS.
  case createOnly
  /// Leave them as they are.
  case skipExisting
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .upsert
    case 2: self = .createOnly
    case 3: self = .skipExisting
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .upsert: 1
    case .createOnly: 2
    case .skipExisting: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.ImportMode", in: .matianeV1Article,
    values: [
      (0, "IMPORT_MODE_UNSPECIFIED"),
      (1, "IMPORT_MODE_UPSERT"),
      (2, "IMPORT_MODE_CREATE_ONLY"),
      (3, "IMPORT_MODE_SKIP_EXISTING"),
    ])
}

/// One article to import.
public struct ImportItem: Message {
  /// The caller's number for it, such as its line; the result repeats it.
  public var itemId: Int64 = 0

  /// The article. One with a name is the article of that name, whatever its source id. One without is the
  /// article with its source id, of several the one with the lowest name; if there is none, or no source id
  /// is set, it is new. A set `etag` is checked.
  public var article: Article?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ImportItem", in: .matianeV1Article,
    fields: [
      .singular(1, "item_id", .int64),
      .singular(2, "article", .message(Article.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    itemId = r.int64(0)
    article = try r.message(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, itemId)
    w.message(1, article)
    w.unknown(unknownFields)
  }
}

/// Results of articles imported so far.
public struct ImportArticlesResponse: Message {
  /// One result per item, in the order of the items.
  public var results: [ImportResult] = []

  /// Newest revision that these results made visible.
  public var revision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ImportArticlesResponse", in: .matianeV1Article,
    fields: [
      .repeated(1, "results", .message(ImportResult.self)),
      .singular(2, "revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    results = try r.messages(0)
    revision = r.int64(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, results)
    w.int64(1, revision)
    w.unknown(unknownFields)
  }
}

/// What became of one article.
public struct ImportResult: Message {
  /// The caller's number for it.
  public var itemId: Int64 = 0

  /// The article's name.
  public var name: String = ""

  /// What became of it.
  public var outcome: Outcome?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `outcome`, of which one at most is set.
  public enum Outcome: Sendable, Hashable {
    /// It is stored, durable and searchable.
    case imported(ImportedArticle)
    /// It was refused, and why.
    case error(Status)

    /// The value of `imported`, if that is the one that is set.
    public var imported: ImportedArticle? {
      if case .imported(let value) = self { value } else { nil }
    }

    /// The value of `error`, if that is the one that is set.
    public var error: Status? {
      if case .error(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ImportResult", in: .matianeV1Article,
    fields: [
      .singular(1, "item_id", .int64),
      .singular(2, "name", .string),
      .oneof("outcome", 3, "imported", .message(ImportedArticle.self)),
      .oneof("outcome", 4, "error", .message(Status.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    itemId = r.int64(0)
    name = try r.string(1)
    switch r.member(2) {
    case 3: outcome = .imported(try r.message(2) ?? ImportedArticle())
    case 4: outcome = .error(try r.message(2) ?? Status())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, itemId)
    w.string(1, name)
    switch outcome {
    case .imported(let value):
      w.select(2, 3)
      w.message(2, value)
    case .error(let value):
      w.select(2, 4)
      w.message(2, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// An article that an import stored or left.
public struct ImportedArticle: Message {
  /// What was done.
  public var action: ImportAction = .unspecified

  /// Its etag now.
  public var etag: String = ""

  /// Its revision now.
  public var revision: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ImportedArticle", in: .matianeV1Article,
    fields: [
      .singular(1, "action", .enumeration(ImportAction.self)),
      .singular(2, "etag", .string),
      .singular(3, "revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    action = r.enumeration(0)
    etag = try r.string(1)
    revision = r.int64(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, action)
    w.string(1, etag)
    w.int64(2, revision)
    w.unknown(unknownFields)
  }
}

/// What an import did with an article.
public enum ImportAction: OpenEnum {
  /// Not said.
  case unspecified
  /// It is new.
  case created
  /// It replaced an older state.
  case updated
  /// The archive already held it in this state or version.
  case unchanged
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .created
    case 2: self = .updated
    case 3: self = .unchanged
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .created: 1
    case .updated: 2
    case .unchanged: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.ImportAction", in: .matianeV1Article,
    values: [
      (0, "IMPORT_ACTION_UNSPECIFIED"),
      (1, "IMPORT_ACTION_CREATED"),
      (2, "IMPORT_ACTION_UPDATED"),
      (3, "IMPORT_ACTION_UNCHANGED"),
    ])
}

/// Asks for every article that matches a filter.
public struct ExportArticlesRequest: Message {
  /// AIP-160 filter as in ListArticles; all articles when empty.
  public var filter: String = ""

  /// Fields to return; all when unset.
  public var readMask: FieldMask?

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
    "matiane.v1.ExportArticlesRequest", in: .matianeV1Article,
    fields: [
      .singular(1, "filter", .string),
      .singular(2, "read_mask", .message(FieldMask.self)),
      .oneof("consistency", 3, "min_revision", .int64),
      .oneof("consistency", 4, "read_revision", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    filter = try r.string(0)
    readMask = try r.message(1)
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
    w.string(0, filter)
    w.message(1, readMask)
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

/// A part of an export.
public struct ExportArticlesResponse: Message {
  /// Some of the articles.
  public var articles: [Article] = []

  /// Revision the export reads from, the same in every part.
  public var readRevision: Int64 = 0

  /// Exact number of articles in the whole export.
  public var totalSize: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ExportArticlesResponse", in: .matianeV1Article,
    fields: [
      .repeated(1, "articles", .message(Article.self)),
      .singular(2, "read_revision", .int64),
      .singular(3, "total_size", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    articles = try r.messages(0)
    readRevision = r.int64(1)
    totalSize = r.int64(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, articles)
    w.int64(1, readRevision)
    w.int64(2, totalSize)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/v1/article.proto`.
  public static let matianeV1Article = FileDescriptor(
    "matiane/v1/article.proto", package: "matiane.v1",
    dependencies: [.googleProtobufFieldMask, .googleProtobufTimestamp, .googleRpcStatus],
    messages: [
      "matiane.v1.Article": Article.self,
      "matiane.v1.Source": Source.self,
      "matiane.v1.Author": Author.self,
      "matiane.v1.Block": Block.self,
      "matiane.v1.Paragraph": Paragraph.self,
      "matiane.v1.InlineLink": InlineLink.self,
      "matiane.v1.Heading": Heading.self,
      "matiane.v1.QuoteBlock": QuoteBlock.self,
      "matiane.v1.List": List.self,
      "matiane.v1.LinkList": LinkList.self,
      "matiane.v1.Link": Link.self,
      "matiane.v1.Image": Image.self,
      "matiane.v1.Embed": Embed.self,
      "matiane.v1.RelatedArticle": RelatedArticle.self,
      "matiane.v1.Quote": Quote.self,
      "matiane.v1.GetArticleRequest": GetArticleRequest.self,
      "matiane.v1.BatchGetArticlesRequest": BatchGetArticlesRequest.self,
      "matiane.v1.BatchGetArticlesResponse": BatchGetArticlesResponse.self,
      "matiane.v1.ListArticlesRequest": ListArticlesRequest.self,
      "matiane.v1.ListArticlesResponse": ListArticlesResponse.self,
      "matiane.v1.CreateArticleRequest": CreateArticleRequest.self,
      "matiane.v1.UpdateArticleRequest": UpdateArticleRequest.self,
      "matiane.v1.DeleteArticleRequest": DeleteArticleRequest.self,
      "matiane.v1.DeleteArticleResponse": DeleteArticleResponse.self,
      "matiane.v1.LookupArticleRequest": LookupArticleRequest.self,
      "matiane.v1.ImportArticlesRequest": ImportArticlesRequest.self,
      "matiane.v1.ImportOptions": ImportOptions.self,
      "matiane.v1.ImportItem": ImportItem.self,
      "matiane.v1.ImportArticlesResponse": ImportArticlesResponse.self,
      "matiane.v1.ImportResult": ImportResult.self,
      "matiane.v1.ImportedArticle": ImportedArticle.self,
      "matiane.v1.ExportArticlesRequest": ExportArticlesRequest.self,
      "matiane.v1.ExportArticlesResponse": ExportArticlesResponse.self,
    ],
    encoded: """
      ChhtYXRpYW5lL3YxL2FydGljbGUucHJvdG8SCm1hdGlhbmUudjEaIGdvb2dsZS9wcm90b2J1Zi9maWVsZF9tYXNrLnBy\
      b3RvGh9nb29nbGUvcHJvdG9idWYvdGltZXN0YW1wLnByb3RvGhdnb29nbGUvcnBjL3N0YXR1cy5wcm90byKVCAoHQXJ0\
      aWNsZRISCgRuYW1lGAEgASgJUgRuYW1lEhAKA3VpZBgCIAEoCVIDdWlkEhIKBGV0YWcYAyABKAlSBGV0YWcSGgoIcmV2\
      aXNpb24YBCABKANSCHJldmlzaW9uEhQKBXN0b3J5GAUgASgJUgVzdG9yeRIaCghsYW5ndWFnZRgGIAEoCVIIbGFuZ3Vh\
      Z2USKgoGc291cmNlGAcgASgLMhIubWF0aWFuZS52MS5Tb3VyY2VSBnNvdXJjZRIQCgN1cmwYCCABKAlSA3VybBIUCgV0\
      aXRsZRgJIAEoCVIFdGl0bGUSGgoIc3VidGl0bGUYCiABKAlSCHN1YnRpdGxlEhgKB3N1bW1hcnkYCyABKAlSB3N1bW1h\
      cnkSKQoGYmxvY2tzGAwgAygLMhEubWF0aWFuZS52MS5CbG9ja1IGYmxvY2tzEh4KCmNhdGVnb3JpZXMYDSADKAlSCmNh\
      dGVnb3JpZXMSEgoEdGFncxgOIAMoCVIEdGFncxIsCgdhdXRob3JzGA8gAygLMhIubWF0aWFuZS52MS5BdXRob3JSB2F1\
      dGhvcnMSGgoIZGF0ZWxpbmUYECABKAlSCGRhdGVsaW5lEj0KDHB1Ymxpc2hfdGltZRgRIAEoCzIaLmdvb2dsZS5wcm90\
      b2J1Zi5UaW1lc3RhbXBSC3B1Ymxpc2hUaW1lEjsKC3VwZGF0ZV90aW1lGBIgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRp\
      bWVzdGFtcFIKdXBkYXRlVGltZRI7CgtjcmVhdGVfdGltZRgTIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBS\
      CmNyZWF0ZVRpbWUSOwoLZGVsZXRlX3RpbWUYFCABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUgpkZWxldGVU\
      aW1lEjEKBnN0YXR1cxgVIAEoDjIZLm1hdGlhbmUudjEuQXJ0aWNsZVN0YXR1c1IGc3RhdHVzEisKBGtpbmQYFiABKA4y\
      Fy5tYXRpYW5lLnYxLkFydGljbGVLaW5kUgRraW5kEjQKB3JlbGF0ZWQYFyADKAsyGi5tYXRpYW5lLnYxLlJlbGF0ZWRB\
      cnRpY2xlUgdyZWxhdGVkEikKBnF1b3RlcxgYIAMoCzIRLm1hdGlhbmUudjEuUXVvdGVSBnF1b3RlcxIpCgZpbWFnZXMY\
      GSADKAsyES5tYXRpYW5lLnYxLkltYWdlUgZpbWFnZXMSHAoJcHVibGlzaGVyGBogASgJUglwdWJsaXNoZXISFgoGcmln\
      aHRzGBsgASgJUgZyaWdodHMSHQoKd29yZF9jb3VudBgcIAEoBVIJd29yZENvdW50EhgKB2FsaWFzZXMYHSADKAlSB2Fs\
      aWFzZXMiRAoGU291cmNlEg4KAmlkGAEgASgJUgJpZBIQCgN1cmwYAiABKAlSA3VybBIYCgd2ZXJzaW9uGAMgASgJUgd2\
      ZXJzaW9uIkIKBkF1dGhvchISCgRuYW1lGAEgASgJUgRuYW1lEhIKBHJvbGUYAiABKAlSBHJvbGUSEAoDdXJsGAMgASgJ\
      UgN1cmwi3QIKBUJsb2NrEjUKCXBhcmFncmFwaBgBIAEoCzIVLm1hdGlhbmUudjEuUGFyYWdyYXBoSABSCXBhcmFncmFw\
      aBIvCgdoZWFkaW5nGAIgASgLMhMubWF0aWFuZS52MS5IZWFkaW5nSABSB2hlYWRpbmcSLgoFcXVvdGUYAyABKAsyFi5t\
      YXRpYW5lLnYxLlF1b3RlQmxvY2tIAFIFcXVvdGUSJgoEbGlzdBgEIAEoCzIQLm1hdGlhbmUudjEuTGlzdEgAUgRsaXN0\
      EjMKCWxpbmtfbGlzdBgFIAEoCzIULm1hdGlhbmUudjEuTGlua0xpc3RIAFIIbGlua0xpc3QSKQoFaW1hZ2UYBiABKAsy\
      ES5tYXRpYW5lLnYxLkltYWdlSABSBWltYWdlEikKBWVtYmVkGAcgASgLMhEubWF0aWFuZS52MS5FbWJlZEgAUgVlbWJl\
      ZEIJCgdjb250ZW50Ik0KCVBhcmFncmFwaBISCgR0ZXh0GAEgASgJUgR0ZXh0EiwKBWxpbmtzGAIgAygLMhYubWF0aWFu\
      ZS52MS5JbmxpbmVMaW5rUgVsaW5rcyJGCgpJbmxpbmVMaW5rEhQKBXN0YXJ0GAEgASgFUgVzdGFydBIQCgNlbmQYAiAB\
      KAVSA2VuZBIQCgN1cmwYAyABKAlSA3VybCIzCgdIZWFkaW5nEhIKBHRleHQYASABKAlSBHRleHQSFAoFbGV2ZWwYAiAB\
      KAVSBWxldmVsIkIKClF1b3RlQmxvY2sSEgoEdGV4dBgBIAEoCVIEdGV4dBIgCgthdHRyaWJ1dGlvbhgCIAEoCVILYXR0\
      cmlidXRpb24iNgoETGlzdBIUCgVpdGVtcxgBIAMoCVIFaXRlbXMSGAoHb3JkZXJlZBgCIAEoCFIHb3JkZXJlZCJICghM\
      aW5rTGlzdBIUCgV0aXRsZRgBIAEoCVIFdGl0bGUSJgoFbGlua3MYAiADKAsyEC5tYXRpYW5lLnYxLkxpbmtSBWxpbmtz\
      IkgKBExpbmsSFAoFdGl0bGUYASABKAlSBXRpdGxlEhAKA3VybBgCIAEoCVIDdXJsEhgKB2FydGljbGUYAyABKAlSB2Fy\
      dGljbGUipAEKBUltYWdlEhAKA3VybBgBIAEoCVIDdXJsEhgKB2NhcHRpb24YAiABKAlSB2NhcHRpb24SFgoGY3JlZGl0\
      GAMgASgJUgZjcmVkaXQSKQoQYWx0ZXJuYXRpdmVfdGV4dBgEIAEoCVIPYWx0ZXJuYXRpdmVUZXh0EhQKBXdpZHRoGAUg\
      ASgFUgV3aWR0aBIWCgZoZWlnaHQYBiABKAVSBmhlaWdodCJaCgVFbWJlZBIQCgN1cmwYASABKAlSA3VybBIaCghwcm92\
      aWRlchgCIAEoCVIIcHJvdmlkZXISIwoNZmFsbGJhY2tfdGV4dBgDIAEoCVIMZmFsbGJhY2tUZXh0IoABCg5SZWxhdGVk\
      QXJ0aWNsZRIYCgdhcnRpY2xlGAEgASgJUgdhcnRpY2xlEhAKA3VybBgCIAEoCVIDdXJsEhQKBXRpdGxlGAMgASgJUgV0\
      aXRsZRIsCgR0eXBlGAQgASgOMhgubWF0aWFuZS52MS5SZWxhdGlvblR5cGVSBHR5cGUilgEKBVF1b3RlEhIKBHRleHQY\
      ASABKAlSBHRleHQSGAoHc3BlYWtlchgCIAEoCVIHc3BlYWtlchIhCgxzcGVha2VyX3JvbGUYAyABKAlSC3NwZWFrZXJS\
      b2xlEhQKBWJsb2NrGAQgASgFUgVibG9jaxIUCgVzdGFydBgFIAEoBVIFc3RhcnQSEAoDZW5kGAYgASgFUgNlbmQiuwEK\
      EUdldEFydGljbGVSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUSNwoJcmVhZF9tYXNrGAIgASgLMhouZ29vZ2xlLnBy\
      b3RvYnVmLkZpZWxkTWFza1IIcmVhZE1hc2sSIwoMbWluX3JldmlzaW9uGAMgASgDSABSC21pblJldmlzaW9uEiUKDXJl\
      YWRfcmV2aXNpb24YBCABKANIAFIMcmVhZFJldmlzaW9uQg0KC2NvbnNpc3RlbmN5IsMBChdCYXRjaEdldEFydGljbGVz\
      UmVxdWVzdBIUCgVuYW1lcxgBIAMoCVIFbmFtZXMSNwoJcmVhZF9tYXNrGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLkZp\
      ZWxkTWFza1IIcmVhZE1hc2sSIwoMbWluX3JldmlzaW9uGAMgASgDSABSC21pblJldmlzaW9uEiUKDXJlYWRfcmV2aXNp\
      b24YBCABKANIAFIMcmVhZFJldmlzaW9uQg0KC2NvbnNpc3RlbmN5IqgBChhCYXRjaEdldEFydGljbGVzUmVzcG9uc2US\
      LwoIYXJ0aWNsZXMYASADKAsyEy5tYXRpYW5lLnYxLkFydGljbGVSCGFydGljbGVzEhgKB21pc3NpbmcYAiADKAlSB21p\
      c3NpbmcSIwoNcmVhZF9yZXZpc2lvbhgDIAEoA1IMcmVhZFJldmlzaW9uEhwKCXJlbWFpbmluZxgEIAMoCVIJcmVtYWlu\
      aW5nIpgCChNMaXN0QXJ0aWNsZXNSZXF1ZXN0EhYKBmZpbHRlchgBIAEoCVIGZmlsdGVyEhkKCG9yZGVyX2J5GAIgASgJ\
      UgdvcmRlckJ5EhsKCXBhZ2Vfc2l6ZRgDIAEoBVIIcGFnZVNpemUSHQoKcGFnZV90b2tlbhgEIAEoCVIJcGFnZVRva2Vu\
      EjcKCXJlYWRfbWFzaxgFIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5GaWVsZE1hc2tSCHJlYWRNYXNrEiMKDG1pbl9yZXZp\
      c2lvbhgGIAEoA0gAUgttaW5SZXZpc2lvbhIlCg1yZWFkX3JldmlzaW9uGAcgASgDSABSDHJlYWRSZXZpc2lvbkINCgtj\
      b25zaXN0ZW5jeSKzAQoUTGlzdEFydGljbGVzUmVzcG9uc2USLwoIYXJ0aWNsZXMYASADKAsyEy5tYXRpYW5lLnYxLkFy\
      dGljbGVSCGFydGljbGVzEiYKD25leHRfcGFnZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbhIdCgp0b3RhbF9zaXpl\
      GAMgASgDUgl0b3RhbFNpemUSIwoNcmVhZF9yZXZpc2lvbhgEIAEoA1IMcmVhZFJldmlzaW9uIuQBChRDcmVhdGVBcnRp\
      Y2xlUmVxdWVzdBItCgdhcnRpY2xlGAEgASgLMhMubWF0aWFuZS52MS5BcnRpY2xlUgdhcnRpY2xlEh0KCmFydGljbGVf\
      aWQYAiABKAlSCWFydGljbGVJZBIdCgpyZXF1ZXN0X2lkGAMgASgJUglyZXF1ZXN0SWQSIwoNdmFsaWRhdGVfb25seRgE\
      IAEoCFIMdmFsaWRhdGVPbmx5EjoKGWNyZWF0ZV9taXNzaW5nX2NhdGVnb3JpZXMYBSABKAhSF2NyZWF0ZU1pc3NpbmdD\
      YXRlZ29yaWVzIqcCChRVcGRhdGVBcnRpY2xlUmVxdWVzdBItCgdhcnRpY2xlGAEgASgLMhMubWF0aWFuZS52MS5BcnRp\
      Y2xlUgdhcnRpY2xlEjsKC3VwZGF0ZV9tYXNrGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLkZpZWxkTWFza1IKdXBkYXRl\
      TWFzaxIjCg1hbGxvd19taXNzaW5nGAMgASgIUgxhbGxvd01pc3NpbmcSHQoKcmVxdWVzdF9pZBgEIAEoCVIJcmVxdWVz\
      dElkEiMKDXZhbGlkYXRlX29ubHkYBSABKAhSDHZhbGlkYXRlT25seRI6ChljcmVhdGVfbWlzc2luZ19jYXRlZ29yaWVz\
      GAYgASgIUhdjcmVhdGVNaXNzaW5nQ2F0ZWdvcmllcyKCAQoURGVsZXRlQXJ0aWNsZVJlcXVlc3QSEgoEbmFtZRgBIAEo\
      CVIEbmFtZRISCgRldGFnGAIgASgJUgRldGFnEiMKDWFsbG93X21pc3NpbmcYAyABKAhSDGFsbG93TWlzc2luZxIdCgpy\
      ZXF1ZXN0X2lkGAQgASgJUglyZXF1ZXN0SWQiMwoVRGVsZXRlQXJ0aWNsZVJlc3BvbnNlEhoKCHJldmlzaW9uGAEgASgD\
      UghyZXZpc2lvbiL8AQoUTG9va3VwQXJ0aWNsZVJlcXVlc3QSEgoDdXJsGAEgASgJSABSA3VybBIWCgVhbGlhcxgCIAEo\
      CUgAUgVhbGlhcxIdCglzb3VyY2VfaWQYAyABKAlIAFIIc291cmNlSWQSNwoJcmVhZF9tYXNrGAQgASgLMhouZ29vZ2xl\
      LnByb3RvYnVmLkZpZWxkTWFza1IIcmVhZE1hc2sSIwoMbWluX3JldmlzaW9uGAUgASgDSAFSC21pblJldmlzaW9uEiUK\
      DXJlYWRfcmV2aXNpb24YBiABKANIAVIMcmVhZFJldmlzaW9uQgUKA2tleUINCgtjb25zaXN0ZW5jeSJ6ChVJbXBvcnRB\
      cnRpY2xlc1JlcXVlc3QSMwoHb3B0aW9ucxgBIAEoCzIZLm1hdGlhbmUudjEuSW1wb3J0T3B0aW9uc1IHb3B0aW9ucxIs\
      CgVpdGVtcxgCIAMoCzIWLm1hdGlhbmUudjEuSW1wb3J0SXRlbVIFaXRlbXMinAEKDUltcG9ydE9wdGlvbnMSKgoEbW9k\
      ZRgBIAEoDjIWLm1hdGlhbmUudjEuSW1wb3J0TW9kZVIEbW9kZRI6ChljcmVhdGVfbWlzc2luZ19jYXRlZ29yaWVzGAIg\
      ASgIUhdjcmVhdGVNaXNzaW5nQ2F0ZWdvcmllcxIjCg12YWxpZGF0ZV9vbmx5GAMgASgIUgx2YWxpZGF0ZU9ubHkiVAoK\
      SW1wb3J0SXRlbRIXCgdpdGVtX2lkGAEgASgDUgZpdGVtSWQSLQoHYXJ0aWNsZRgCIAEoCzITLm1hdGlhbmUudjEuQXJ0\
      aWNsZVIHYXJ0aWNsZSJoChZJbXBvcnRBcnRpY2xlc1Jlc3BvbnNlEjIKB3Jlc3VsdHMYASADKAsyGC5tYXRpYW5lLnYx\
      LkltcG9ydFJlc3VsdFIHcmVzdWx0cxIaCghyZXZpc2lvbhgCIAEoA1IIcmV2aXNpb24irQEKDEltcG9ydFJlc3VsdBIX\
      CgdpdGVtX2lkGAEgASgDUgZpdGVtSWQSEgoEbmFtZRgCIAEoCVIEbmFtZRI5CghpbXBvcnRlZBgDIAEoCzIbLm1hdGlh\
      bmUudjEuSW1wb3J0ZWRBcnRpY2xlSABSCGltcG9ydGVkEioKBWVycm9yGAQgASgLMhIuZ29vZ2xlLnJwYy5TdGF0dXNI\
      AFIFZXJyb3JCCQoHb3V0Y29tZSJzCg9JbXBvcnRlZEFydGljbGUSMAoGYWN0aW9uGAEgASgOMhgubWF0aWFuZS52MS5J\
      bXBvcnRBY3Rpb25SBmFjdGlvbhISCgRldGFnGAIgASgJUgRldGFnEhoKCHJldmlzaW9uGAMgASgDUghyZXZpc2lvbiLD\
      AQoVRXhwb3J0QXJ0aWNsZXNSZXF1ZXN0EhYKBmZpbHRlchgBIAEoCVIGZmlsdGVyEjcKCXJlYWRfbWFzaxgCIAEoCzIa\
      Lmdvb2dsZS5wcm90b2J1Zi5GaWVsZE1hc2tSCHJlYWRNYXNrEiMKDG1pbl9yZXZpc2lvbhgDIAEoA0gAUgttaW5SZXZp\
      c2lvbhIlCg1yZWFkX3JldmlzaW9uGAQgASgDSABSDHJlYWRSZXZpc2lvbkINCgtjb25zaXN0ZW5jeSKNAQoWRXhwb3J0\
      QXJ0aWNsZXNSZXNwb25zZRIvCghhcnRpY2xlcxgBIAMoCzITLm1hdGlhbmUudjEuQXJ0aWNsZVIIYXJ0aWNsZXMSIwoN\
      cmVhZF9yZXZpc2lvbhgCIAEoA1IMcmVhZFJldmlzaW9uEh0KCnRvdGFsX3NpemUYAyABKANSCXRvdGFsU2l6ZSqjAQoN\
      QXJ0aWNsZVN0YXR1cxIeChpBUlRJQ0xFX1NUQVRVU19VTlNQRUNJRklFRBAAEhgKFEFSVElDTEVfU1RBVFVTX0RSQUZU\
      EAESHAoYQVJUSUNMRV9TVEFUVVNfU0NIRURVTEVEEAISHAoYQVJUSUNMRV9TVEFUVVNfUFVCTElTSEVEEAMSHAoYQVJU\
      SUNMRV9TVEFUVVNfV0lUSERSQVdOEAQqvAIKC0FydGljbGVLaW5kEhwKGEFSVElDTEVfS0lORF9VTlNQRUNJRklFRBAA\
      EhUKEUFSVElDTEVfS0lORF9ORVdTEAESGAoUQVJUSUNMRV9LSU5EX09QSU5JT04QAhIZChVBUlRJQ0xFX0tJTkRfQU5B\
      TFlTSVMQAxIaChZBUlRJQ0xFX0tJTkRfSU5URVJWSUVXEAQSGgoWQVJUSUNMRV9LSU5EX0VYUExBSU5FUhAFEhgKFEFS\
      VElDTEVfS0lORF9QUk9GSUxFEAYSGwoXQVJUSUNMRV9LSU5EX0ZBQ1RfQ0hFQ0sQBxIXChNBUlRJQ0xFX0tJTkRfRElH\
      RVNUEAgSHgoaQVJUSUNMRV9LSU5EX1BSRVNTX1JFTEVBU0UQCRIbChdBUlRJQ0xFX0tJTkRfTVVMVElNRURJQRAKKoMC\
      CgxSZWxhdGlvblR5cGUSHQoZUkVMQVRJT05fVFlQRV9VTlNQRUNJRklFRBAAEhsKF1JFTEFUSU9OX1RZUEVfQUxTT19S\
      RUFEEAESHQoZUkVMQVRJT05fVFlQRV9JTkxJTkVfTElOSxACEhoKFlJFTEFUSU9OX1RZUEVfQkFDS0xJTksQAxIdChlS\
      RUxBVElPTl9UWVBFX1RSQU5TTEFUSU9OEAQSIAocUkVMQVRJT05fVFlQRV9ORUFSX0RVUExJQ0FURRAFEh4KGlJFTEFU\
      SU9OX1RZUEVfU0lNSUxBUl9URVhUEAYSGwoXUkVMQVRJT05fVFlQRV9GT0xMT1dfVVAQByp9CgpJbXBvcnRNb2RlEhsK\
      F0lNUE9SVF9NT0RFX1VOU1BFQ0lGSUVEEAASFgoSSU1QT1JUX01PREVfVVBTRVJUEAESGwoXSU1QT1JUX01PREVfQ1JF\
      QVRFX09OTFkQAhIdChlJTVBPUlRfTU9ERV9TS0lQX0VYSVNUSU5HEAMqgAEKDEltcG9ydEFjdGlvbhIdChlJTVBPUlRf\
      QUNUSU9OX1VOU1BFQ0lGSUVEEAASGQoVSU1QT1JUX0FDVElPTl9DUkVBVEVEEAESGQoVSU1QT1JUX0FDVElPTl9VUERB\
      VEVEEAISGwoXSU1QT1JUX0FDVElPTl9VTkNIQU5HRUQQAzKNBgoOQXJ0aWNsZVNlcnZpY2USRQoKR2V0QXJ0aWNsZRId\
      Lm1hdGlhbmUudjEuR2V0QXJ0aWNsZVJlcXVlc3QaEy5tYXRpYW5lLnYxLkFydGljbGUiA5ACARJiChBCYXRjaEdldEFy\
      dGljbGVzEiMubWF0aWFuZS52MS5CYXRjaEdldEFydGljbGVzUmVxdWVzdBokLm1hdGlhbmUudjEuQmF0Y2hHZXRBcnRp\
      Y2xlc1Jlc3BvbnNlIgOQAgESVgoMTGlzdEFydGljbGVzEh8ubWF0aWFuZS52MS5MaXN0QXJ0aWNsZXNSZXF1ZXN0GiAu\
      bWF0aWFuZS52MS5MaXN0QXJ0aWNsZXNSZXNwb25zZSIDkAIBEkYKDUNyZWF0ZUFydGljbGUSIC5tYXRpYW5lLnYxLkNy\
      ZWF0ZUFydGljbGVSZXF1ZXN0GhMubWF0aWFuZS52MS5BcnRpY2xlEksKDVVwZGF0ZUFydGljbGUSIC5tYXRpYW5lLnYx\
      LlVwZGF0ZUFydGljbGVSZXF1ZXN0GhMubWF0aWFuZS52MS5BcnRpY2xlIgOQAgISWQoNRGVsZXRlQXJ0aWNsZRIgLm1h\
      dGlhbmUudjEuRGVsZXRlQXJ0aWNsZVJlcXVlc3QaIS5tYXRpYW5lLnYxLkRlbGV0ZUFydGljbGVSZXNwb25zZSIDkAIC\
      EksKDUxvb2t1cEFydGljbGUSIC5tYXRpYW5lLnYxLkxvb2t1cEFydGljbGVSZXF1ZXN0GhMubWF0aWFuZS52MS5BcnRp\
      Y2xlIgOQAgESWwoOSW1wb3J0QXJ0aWNsZXMSIS5tYXRpYW5lLnYxLkltcG9ydEFydGljbGVzUmVxdWVzdBoiLm1hdGlh\
      bmUudjEuSW1wb3J0QXJ0aWNsZXNSZXNwb25zZSgBMAESXgoORXhwb3J0QXJ0aWNsZXMSIS5tYXRpYW5lLnYxLkV4cG9y\
      dEFydGljbGVzUmVxdWVzdBoiLm1hdGlhbmUudjEuRXhwb3J0QXJ0aWNsZXNSZXNwb25zZSIDkAIBMAFCPwoKbWF0aWFu\
      ZS52MUIMQXJ0aWNsZVByb3RvUAFaFG1hdGlhbmUvdjE7bWF0aWFuZXYxqgIKTWF0aWFuZS5WMWIGcHJvdG8z
      """)
}
