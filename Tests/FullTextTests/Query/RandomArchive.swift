import RandomTesting

@testable import FullText

/// Writes random documents into an index, with updates and deletions, and remembers every version of each.
struct RandomArchive {
  static let schema = Schema(
    textFields: [
      TextField("title", boost: 2, lengthWeight: 0.5), TextField("body"),
      TextField("tags", boost: 0.5, hasPositions: false),
    ],
    keywordFields: [
      KeywordField("category"), KeywordField("language"), KeywordField("story"),
      KeywordField("url", hasColumn: false),
    ],
    integerFields: [IntegerField("publish_time"), IntegerField("word_count")])
  static let title = TextFieldID(0)
  static let body = TextFieldID(1)
  static let tags = TextFieldID(2)
  static let category = KeywordFieldID(0)
  static let language = KeywordFieldID(1)
  static let story = KeywordFieldID(2)
  static let url = KeywordFieldID(3)
  static let time = IntegerFieldID(0)
  static let words = IntegerFieldID(1)

  static let vocabulary = [
    "en": [
      "election", "elections", "elected", "run", "running", "runs", "happy", "happily", "report",
      "reported", "war", "wars", "the", "e-mail", "new", "york", "a", "parliament",
      "child", "children", "bring", "brought", "flexible", "flexibility",
    ],
    "ka": [
      "არჩევნები", "არჩევნების", "პარლამენტი", "პარლამენტში", "ომი", "ომის", "და", "ახალი", "qartuli",
    ],
    "ru": ["выборы", "выборов", "парламент", "парламента", "война", "войны", "и", "новый", "слово"],
  ]
  static let categories = ["politics", "politics/eu", "economy", "culture", "sport"]

  var random: SeededGenerator
  /// The words of texts and queries, by language.
  var vocabulary = Self.vocabulary
  private(set) var writer: IndexWriter
  private(set) var versions: [String: IndexDocument] = [:]
  private let policy: MergePolicy

  init(seed: UInt64, policy: MergePolicy = MergePolicy()) {
    random = SeededGenerator(seed: seed)
    self.policy = policy
    writer = IndexWriter(schema: Self.schema, policy: policy)
  }

  /// Applies one batch of additions, replacements and deletions.
  mutating func writeBatch(of count: Int, keys: Int) throws -> IndexView {
    var batch: [IndexWriter.Operation] = []
    for _ in 0..<count {
      let key = "k\(random.next(below: keys))"
      if random.chance(15) {
        batch.append(.delete(key: Array(key.utf8)))
      } else {
        batch.append(.put(document(key: key)))
      }
    }
    return try apply(batch)
  }

  /// Applies one batch, whose documents carry names of their own as payloads.
  mutating func apply(_ batch: [IndexWriter.Operation]) throws -> IndexView {
    for case .put(let document) in batch {
      versions[String(decoding: document.payload, as: UTF8.self)] = document
    }
    return try writer.apply(batch, revision: writer.view.revision + 1)
  }

  /// Writes every segment into an image and goes on with what is read from those.
  mutating func reopen() throws {
    let view = writer.view
    let parts = try view.parts.map { part in
      let opened = try SegmentFile.open(
        documents: ImageRegion(copying: part.segment.documentsImage.bytes),
        index: ImageRegion(copying: part.segment.indexImage.bytes), schema: Self.schema)
      try opened.verify()
      return SegmentView(segment: opened, deletions: part.deletions)
    }
    writer = IndexWriter(
      continuing: IndexView(schema: Self.schema, revision: view.revision, parts: parts), policy: policy)
  }

  private mutating func document(key: String) -> IndexDocument {
    let version = "\(key)#\(random.next())"
    let language = ["en", "ka", "ru"][random.next(below: 3)]
    var document = IndexDocument(key: Array(key.utf8), payload: Array(version.utf8))
    if random.chance(90) { document.texts.append(.init(Self.title, language: language, text(language, 6))) }
    for _ in 0..<random.next(below: 4) {
      document.texts.append(.init(Self.body, language: language, text(language, 40)))
    }
    if random.chance(50) { document.texts.append(.init(Self.tags, language: language, text(language, 3))) }
    for _ in 0..<random.next(below: 3) {
      let category = Self.categories[random.next(below: Self.categories.count)]
      document.keywords.append(.init(Self.category, category))
    }
    document.keywords.append(.init(Self.language, language))
    document.keywords.append(.init(Self.url, "https://example.org/\(random.next(below: 20))"))
    if random.chance(80) { document.keywords.append(.init(Self.story, "s\(random.next(below: 25))")) }
    if random.chance(85) {
      let day = Int64(random.next(below: 40)) * 86_400 * 9
      document.integers.append(.init(Self.time, 1_600_000_000 + day))
    }
    if random.chance(70) { document.integers.append(.init(Self.words, Int64(random.next(below: 9)) - 4)) }
    return document
  }

  /// A text of up to `limit` words, mostly of one language.
  mutating func text(_ language: String, _ limit: Int) -> String {
    (0..<random.next(below: limit + 1)).map { _ in word(language) }.joined(separator: " ")
  }

  mutating func word(_ language: String) -> String {
    let language = random.chance(10) ? ["en", "ka", "ru"][random.next(below: 3)] : language
    let words = vocabulary[language] ?? []
    // The product of two draws prefers the words that stand first.
    return words[random.next(below: words.count) * random.next(below: words.count) / words.count]
  }

  mutating func anyWord() -> String { word(["en", "ka", "ru"][random.next(below: 3)]) }
}
