@testable import FullText

/// Writes random documents into an index, with updates and deletions, and remembers every version of each.
struct RandomArchive {
  static let schema = Schema(
    textFields: [
      TextField("title", boost: 2), TextField("body"), TextField("tags", boost: 0.5, hasPositions: false),
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
    ],
    "ka": [
      "არჩევნები", "არჩევნების", "პარლამენტი", "პარლამენტში", "ომი", "ომის", "და", "ახალი", "qartuli",
    ],
    "ru": ["выборы", "выборов", "парламент", "парламента", "война", "войны", "и", "новый", "слово"],
  ]
  static let categories = ["politics", "politics/eu", "economy", "culture", "sport"]

  var random: SplitMix64
  let writer = IndexWriter(schema: RandomArchive.schema)
  private(set) var versions: [String: IndexDocument] = [:]
  private var revision: UInt64 = 0
  private var structure: Structure?

  /// Random documents, or `alike` ones: see `Structure`.
  init(seed: UInt64, alike: Bool = false) {
    random = SplitMix64(seed: seed)
    if alike { structure = Structure(&random) }
  }

  /// Applies one batch of additions, replacements and deletions.
  mutating func writeBatch(of count: Int, keys: Int) throws -> IndexView {
    if structure != nil { return try writeStretch(of: count) }
    var batch: [IndexWriter.Operation] = []
    for _ in 0..<count {
      let key = "k\(random.next(below: keys))"
      if random.chance(15) {
        batch.append(.delete(key: Array(key.utf8)))
      } else {
        batch.append(.put(document(key: key)))
      }
    }
    revision += 1
    return try writer.apply(batch, revision: revision)
  }

  /// Adds, replaces or deletes documents with numbers in a row.
  private mutating func writeStretch(of count: Int) throws -> IndexView {
    guard let structure else { return writer.view }
    let isNew = versions.isEmpty || random.chance(50)
    let known = Set(versions.values.map(\.key)).count
    let first = isNew ? known : random.next(below: known)
    let isDeletion = !isNew && random.chance(50)
    let batch = (first..<first + count).map { number -> IndexWriter.Operation in
      let key = Structure.key(number)
      if isDeletion { return .delete(key: Array(key.utf8)) }
      let version = "\(key)#\(versions.count)"
      versions[version] = structure.document(number, payload: version)
      return .put(versions[version]!)
    }
    revision += 1
    return try writer.apply(batch, revision: revision)
  }

  private mutating func document(key: String) -> IndexDocument {
    let version = "\(key)#\(versions.count)"
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
    versions[version] = document
    return document
  }

  /// A text of up to `limit` words, mostly of one language.
  mutating func text(_ language: String, _ limit: Int) -> String {
    (0..<random.next(below: limit + 1)).map { _ in word(language) }.joined(separator: " ")
  }

  mutating func word(_ language: String) -> String {
    let language = random.chance(10) ? ["en", "ka", "ru"][random.next(below: 3)] : language
    let words = Self.vocabulary[language] ?? []
    // The product of two draws prefers the words that stand first.
    return words[random.next(below: words.count) * random.next(below: words.count) / words.count]
  }

  mutating func anyWord() -> String { word(["en", "ka", "ru"][random.next(below: 3)]) }
}
