import BenchmarkSupport
import FullText
import Glibc

/// Indexes a file of articles in batches and prints CPU time and sizes, then what searches take between updates.
struct IndexBenchmark {
  /// Articles in a batch.
  let batch: Int

  private static let schema = Schema(
    textFields: [TextField("text")], keywordFields: [KeywordField("category")],
    integerFields: [IntegerField("time")])

  func run(_ path: String) throws {
    guard let reader = LineReader(path) else {
      print("cannot read \(path)")
      exit(1)
    }
    let writer = IndexWriter(schema: Self.schema)
    var operations: [IndexWriter.Operation] = []
    var seconds = 0.0
    var revision: UInt64 = 0
    func flush() throws {
      revision += 1
      seconds += try cpuSeconds { try writer.apply(operations, revision: revision) }
      operations.removeAll(keepingCapacity: true)
    }
    var first: [IndexDocument] = []
    while let document = reader.next({ document(JSONValue(parsing: UnsafeRawBufferPointer($0))) }) {
      guard let document else { continue }
      if first.count < Self.updated { first.append(document) }
      operations.append(.put(document))
      if operations.count == batch { try flush() }
    }
    try flush()
    report("indexing", writer.view, seconds)
    let merging = try cpuSeconds { try writer.mergeAll() }
    report("merging into one", writer.view, merging)
    for size in writer.view.parts.flatMap(\.segment.sectionSizes) {
      print("  \(size.name): \(tenths(Double(size.bytes) / Double(writer.view.liveCount))) bytes a document")
    }
    try searchBetweenUpdates(of: first, by: writer)
  }

  /// How many documents are written again, ten at a time.
  private static let updated = 2000

  /// Writes documents again, a few at a time with the same searches behind each time, and prints what a search takes.
  private func searchBetweenUpdates(of documents: [IndexDocument], by writer: IndexWriter) throws {
    let searcher = Searcher()
    let plans = documents.prefix(20).map { document in
      SearchPlan(.or(document.texts[0].text.split { !$0.isLetter }.prefix(3).map { .word(String($0)) }))
    }
    func search() throws { for plan in plans { _ = try searcher.search(writer.view, plan) } }
    try search()
    let atRest = try cpuSeconds { for _ in 0..<10 { try search() } } / Double(10 * plans.count)
    var (searching, rounds) = (0.0, 0)
    for start in stride(from: 0, to: documents.count, by: 10) {
      let again = documents[start..<min(start + 10, documents.count)].map { IndexWriter.Operation.put($0) }
      try writer.apply(again, revision: writer.view.revision + 1)
      searching += try cpuSeconds { try search() }
      rounds += 1
    }
    let between = searching / Double(rounds * plans.count)
    print(
      "searching: \(tenths(atRest * 1e6)) CPU µs a search at rest, \(tenths(between * 1e6)) between updates of ten documents"
    )
  }

  private func document(_ line: JSONValue?) -> IndexDocument? {
    guard let line, let id = line["id"]?.text else { return nil }
    var document = IndexDocument(key: Array(id.utf8), payload: [])
    let text = "\(line["title"]?.text ?? "")\n\(line["body"]?.text ?? "")"
    document.texts = [.init(TextFieldID(0), language: line["language"]?.text ?? "", text)]
    for category in line["categories"]?.elements ?? [] {
      if let value = category.text { document.keywords.append(.init(KeywordFieldID(0), value)) }
    }
    if let time = line["publish_time"]?.text { document.integers = [.init(IntegerFieldID(0), seconds(time))] }
    return document
  }

  /// A number that rises with an RFC 3339 time; as many bits as the seconds themselves.
  private func seconds(_ time: String) -> Int64 {
    let numbers = time.split { !$0.isNumber }.compactMap { Int64($0) }
    guard numbers.count >= 6 else { return 0 }
    let days = (numbers[0] - 1970) * 372 + (numbers[1] - 1) * 31 + numbers[2]
    return ((days * 24 + numbers[3]) * 60 + numbers[4]) * 60 + numbers[5]
  }

  private func report(_ what: String, _ view: IndexView, _ seconds: Double) {
    let index = view.parts.reduce(0) { $0 + $1.segment.indexImage.bytes.count }
    let count = Double(view.liveCount)
    print(
      "\(what): \(view.liveCount) documents, \(tenths(seconds)) CPU s, \(Int(count / seconds)) documents per CPU s,",
      "\(view.parts.count) segments, \(tenths(Double(index) / count)) bytes of index a document")
  }

  private func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private func cpuSeconds(_ body: () throws -> Void) rethrows -> Double {
    let start = cpu()
    try body()
    return cpu() - start
  }

  private func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
