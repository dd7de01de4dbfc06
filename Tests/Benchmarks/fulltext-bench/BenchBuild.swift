import BenchmarkSupport
import FullText
import Glibc

/// Builds an index folder from a file of articles; its clock leaves reading and parsing out.
struct BenchBuild {
  /// A batch ends with so many articles, or so many bytes of text: it is in memory beside the segment that is made of it.
  private static let batchArticles = 32_768
  private static let batchBytes = 48 << 20

  private let articles: LineReader
  private let folder: String
  private let language: String?
  private let writer = IndexWriter(schema: BenchSchema.schema, policy: BenchBuild.policy)

  /// Nobody searches meanwhile, so segments are merged once, at the end.
  private static var policy: MergePolicy {
    var policy = MergePolicy()
    policy.fanIn = 256
    policy.maxSegments = 4096
    return policy
  }

  init(_ request: JSONValue) throws {
    guard let path = request["docs"]?.text, let folder = request["index"]?.text else {
      throw BenchError("docs or index is missing")
    }
    guard let articles = LineReader(path) else { throw BenchError("\(path) cannot be read") }
    self.articles = articles
    self.folder = folder
    language = request["language"]?.text
  }

  /// Reads, indexes and writes everything.
  func run() throws -> JSONValue {
    var tags: Set<String> = []
    var seconds = 0.0
    var count = 0
    while true {
      var batch: [IndexWriter.Operation] = []
      var bytes = 0
      while batch.count < Self.batchArticles, bytes < Self.batchBytes, let article = try next() {
        tags.insert(article.language)
        batch.append(.put(article.document))
        bytes += article.document.texts.reduce(0) { $0 + $1.text.utf8.count }
      }
      guard !batch.isEmpty else { break }
      count += batch.count
      let start = clock()
      try writer.apply(batch, revision: UInt64(count))
      seconds += Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }
    let start = clock()
    try writer.mergeAll()
    let bytes = try BenchArchive.write(writer.view, languages: tags.sorted(), to: folder)
    seconds += Double(clock() - start) / Double(CLOCKS_PER_SEC)
    return .object([
      ("docs", .number(Double(count))), ("seconds", .number(seconds)), ("bytes", .number(Double(bytes))),
    ])
  }

  private func next() throws -> (document: IndexDocument, language: String)? {
    var line: JSONValue?
    var isBlank = false
    repeat {
      let read: Void? = articles.next { bytes in
        isBlank = bytes.allSatisfy { $0 <= 32 }
        line = isBlank ? nil : JSONValue(parsing: UnsafeRawBufferPointer(bytes))
      }
      if read == nil { return nil }
    } while isBlank
    guard let value = line, let id = value["id"]?.text else { throw BenchError("a line is no article") }
    let title = value["title"]?.text ?? ""
    let tag = language ?? value["language"]?.text ?? ""
    let analysed = Language(tag: tag)
    var document = IndexDocument(key: Array(id.utf8), payload: [])
    document.texts = [
      IndexDocument.Text(BenchSchema.text, language: analysed, title + "\n" + (value["body"]?.text ?? "")),
      IndexDocument.Text(BenchSchema.text, language: analysed, title),
    ]
    // Nobody can ask for a category that is longer than any that an index takes: the article is there without it.
    document.keywords = (value["categories"]?.elements ?? []).compactMap(\.text)
      .filter { $0.utf8.count <= Limits.keywordBytes }.map { IndexDocument.Keyword(BenchSchema.category, $0) }
    if let time = value["publish_time"]?.text.flatMap(UTCTime.seconds) {
      document.integers = [IndexDocument.Integer(BenchSchema.time, time)]
    }
    return (document, tag)
  }
}
