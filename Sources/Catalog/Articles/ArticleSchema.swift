import FullText

/// The fields by which articles are found.
///
/// Segments on disk refer to fields by their place: new ones go to the end of their list.
public enum ArticleSchema {
  /// The headline.
  public static let title = TextFieldID(0)
  /// The second headline.
  public static let subtitle = TextFieldID(1)
  /// The abstract.
  public static let summary = TextFieldID(2)
  /// The text, one value a block; see ``ArticleAPI/Block/text``.
  public static let body = TextFieldID(3)
  /// What people said and who they are.
  public static let quote = TextFieldID(4)
  /// Who wrote it, as words.
  public static let authorText = TextFieldID(5)
  /// Keywords, as words.
  public static let tagText = TextFieldID(6)
  /// Titles of the stories that it links to, one value a link list.
  public static let links = TextFieldID(7)

  /// The language's tag.
  public static let language = KeywordFieldID(0)
  /// Ids of the categories that it is filed under. Those above them are looked up when somebody searches: see
  /// ``CategoryTree/values``.
  public static let category = KeywordFieldID(1)
  /// Keywords.
  public static let tag = KeywordFieldID(2)
  /// Authors' names.
  public static let author = KeywordFieldID(3)
  /// Kind, as `NEWS` or `FACT_CHECK`.
  public static let kind = KeywordFieldID(4)
  /// Status, as `PUBLISHED`.
  public static let status = KeywordFieldID(5)
  /// The id of the story.
  public static let story = KeywordFieldID(6)
  /// Canonical address.
  public static let url = KeywordFieldID(7)
  /// Other addresses.
  public static let alias = KeywordFieldID(8)
  /// The publisher's identifier.
  public static let sourceID = KeywordFieldID(9)
  /// Names and addresses of the articles that it links to.
  public static let link = KeywordFieldID(10)

  /// Microseconds since 1970.
  public static let publishTime = IntegerFieldID(0)
  /// Microseconds since 1970.
  public static let updateTime = IntegerFieldID(1)
  /// Microseconds since 1970.
  public static let createTime = IntegerFieldID(2)
  /// Words of title and blocks.
  public static let wordCount = IntegerFieldID(3)
  /// The revision at which the article was last changed.
  public static let revision = IntegerFieldID(4)
  /// The signature by which articles with nearly the same text are found; see ``FullText/MinHash``.
  public static let signature = (0..<MinHash.wordCount).map { IntegerFieldID(5 + $0) }

  /// How many ticks of the time fields make a second.
  public static let ticksPerSecond: Int64 = 1_000_000

  /// The fields that words search which name none: all but titles of other stories.
  public static let searchedFields = [title, subtitle, summary, body, quote, authorText, tagText]

  /// All fields with the names by which queries and filters address them.
  ///
  /// Occurrences in all fields are flattened together, each field's counted in proportion to its usual length; see
  /// `Sources/Decisions/weights-of-fields.md`.
  public static let schema = Schema(
    textFields: [
      TextField("title", boost: 2, lengthWeight: 0.5), TextField("subtitle"), TextField("summary"),
      TextField("body"), TextField("quote", boost: 0.5), TextField("author", boost: 1.5),
      TextField("tag", boost: 1.5), TextField("links", boost: 0.2),
    ],
    keywordFields: [
      KeywordField("language"), KeywordField("category"), KeywordField("tag"), KeywordField("author"),
      KeywordField("kind"), KeywordField("status"), KeywordField("story"),
      KeywordField("url", hasColumn: false), KeywordField("alias", hasColumn: false),
      KeywordField("source_id", hasColumn: false), KeywordField("link", hasColumn: false),
    ],
    integerFields: [
      IntegerField("publish_time"), IntegerField("update_time"), IntegerField("create_time"),
      IntegerField("word_count"), IntegerField("revision"),
    ] + (0..<MinHash.wordCount).map { IntegerField("signature_\($0)") })
}
