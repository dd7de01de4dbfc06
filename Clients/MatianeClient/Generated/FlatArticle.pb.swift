// Generated from matiane/archive/v1/flat_article.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// An article as one flat JSON object. Importers turn it into a matiane.v1.Article.
struct FlatArticle: Message {
  /// The last part of the article's name. One with characters that a name cannot have gets a name made from
  /// it.
  var id: String = ""

  /// Headline.
  var title: String = ""

  /// The text; an empty line, or else a line break, separates paragraphs.
  var body: String = ""

  /// Language of the text, BCP-47.
  var language: String = ""

  /// Category ids without `categories/`, or what readers call them: `Science & Technology` is
  /// `science-technology`.
  var categories: [String] = []

  /// When readers first saw it.
  var publishTime: Timestamp?

  /// Canonical address.
  var url: String = ""

  /// Second headline line.
  var subtitle: String = ""

  /// Abstract or lead.
  var summary: String = ""

  /// Names of the authors.
  var authors: [String] = []

  /// Free keywords.
  var tags: [String] = []

  /// Last part of the name of the story it is an edition of; made into one where it has to be.
  var story: String = ""

  /// When the publisher last changed it.
  var updateTime: Timestamp?

  /// Fields that this version of the message does not know.
  var unknownFields = UnknownFields()

  /// The message with every field at its default.
  init() {}

  /// The message's name and fields.
  static let descriptor = MessageDescriptor(
    "matiane.archive.v1.FlatArticle", in: .matianeArchiveV1FlatArticle,
    fields: [
      .singular(1, "id", .string),
      .singular(2, "title", .string),
      .singular(3, "body", .string),
      .singular(4, "language", .string),
      .repeated(5, "categories", .string),
      .singular(6, "publish_time", .message(Timestamp.self)),
      .singular(7, "url", .string),
      .singular(8, "subtitle", .string),
      .singular(9, "summary", .string),
      .repeated(10, "authors", .string),
      .repeated(11, "tags", .string),
      .singular(12, "story", .string),
      .singular(13, "update_time", .message(Timestamp.self)),
    ])

  /// Reads an unpacked message.
  init(reading r: MessageReader) throws(DecodingError) {
    id = try r.string(0)
    title = try r.string(1)
    body = try r.string(2)
    language = try r.string(3)
    categories = try r.strings(4)
    publishTime = try r.message(5)
    url = try r.string(6)
    subtitle = try r.string(7)
    summary = try r.string(8)
    authors = try r.strings(9)
    tags = try r.strings(10)
    story = try r.string(11)
    updateTime = try r.message(12)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, id)
    w.string(1, title)
    w.string(2, body)
    w.string(3, language)
    w.strings(4, categories)
    w.message(5, publishTime)
    w.string(6, url)
    w.string(7, subtitle)
    w.string(8, summary)
    w.strings(9, authors)
    w.strings(10, tags)
    w.string(11, story)
    w.message(12, updateTime)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/archive/v1/flat_article.proto`.
  static let matianeArchiveV1FlatArticle = FileDescriptor(
    "matiane/archive/v1/flat_article.proto", package: "matiane.archive.v1",
    dependencies: [.googleProtobufTimestamp],
    messages: [
      "matiane.archive.v1.FlatArticle": FlatArticle.self
    ],
    encoded: """
      CiVtYXRpYW5lL2FyY2hpdmUvdjEvZmxhdF9hcnRpY2xlLnByb3RvEhJtYXRpYW5lLmFyY2hpdmUudjEaH2dvb2dsZS9w\
      cm90b2J1Zi90aW1lc3RhbXAucHJvdG8iiwMKC0ZsYXRBcnRpY2xlEg4KAmlkGAEgASgJUgJpZBIUCgV0aXRsZRgCIAEo\
      CVIFdGl0bGUSEgoEYm9keRgDIAEoCVIEYm9keRIaCghsYW5ndWFnZRgEIAEoCVIIbGFuZ3VhZ2USHgoKY2F0ZWdvcmll\
      cxgFIAMoCVIKY2F0ZWdvcmllcxI9CgxwdWJsaXNoX3RpbWUYBiABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1w\
      UgtwdWJsaXNoVGltZRIQCgN1cmwYByABKAlSA3VybBIaCghzdWJ0aXRsZRgIIAEoCVIIc3VidGl0bGUSGAoHc3VtbWFy\
      eRgJIAEoCVIHc3VtbWFyeRIYCgdhdXRob3JzGAogAygJUgdhdXRob3JzEhIKBHRhZ3MYCyADKAlSBHRhZ3MSFAoFc3Rv\
      cnkYDCABKAlSBXN0b3J5EjsKC3VwZGF0ZV90aW1lGA0gASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIKdXBk\
      YXRlVGltZUJbChJtYXRpYW5lLmFyY2hpdmUudjFCEEZsYXRBcnRpY2xlUHJvdG9QAVocbWF0aWFuZS9hcmNoaXZlL3Yx\
      O2FyY2hpdmV2MaoCEk1hdGlhbmUuQXJjaGl2ZS5WMWIGcHJvdG8z
      """)
}
