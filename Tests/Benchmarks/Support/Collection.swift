/// A judged collection of the corpora: articles, queries and who is relevant to which.
public struct JudgedCollection {
  /// An article as the collections give it.
  public struct Article {
    /// The name that judgements use.
    public let id: String
    /// The headline.
    public let title: String
    /// The text.
    public let body: String
    /// Its BCP-47 tag.
    public let language: String
  }

  /// A query with its relevant articles and their grades.
  public struct Query {
    /// The name that judgements use.
    public let id: String
    /// What was asked.
    public let text: String
    /// Relevance by article id; 0 is none.
    public let grades: [String: Double]
  }

  /// The name of its folder.
  public let name: String
  /// The articles in file order.
  public let articles: [Article]
  /// The queries that have judgements.
  public let queries: [Query]

  /// Reads the collection in a folder; nil when a file is missing.
  public init?(folder: String) {
    guard let articles = LineReader(folder + "/docs.jsonl.gz"),
      let queries = LineReader(folder + "/queries.jsonl"), let judgements = LineReader(folder + "/qrels.tsv")
    else { return nil }
    name = String(folder.split(separator: "/").last ?? "")
    self.articles = Self.read(articles) { value in
      Article(
        id: value["id"]?.text ?? "", title: value["title"]?.text ?? "", body: value["body"]?.text ?? "",
        language: value["language"]?.text ?? "")
    }
    var grades: [String: [String: Double]] = [:]
    while let line = judgements.next({ String(decoding: $0, as: UTF8.self) }) {
      let fields = line.split(separator: "\t").map(String.init)
      if fields.count == 3 { grades[fields[0], default: [:]][fields[1]] = Double(fields[2]) }
    }
    self.queries = Self.read(queries) { value in
      let id = value["id"]?.text ?? ""
      return grades[id].map { Query(id: id, text: value["text"]?.text ?? "", grades: $0) }
    }
  }

  private static func read<Element>(_ lines: LineReader, _ make: (JSONValue) -> Element?) -> [Element] {
    var elements: [Element] = []
    while let value = lines.next({ JSONValue(parsing: UnsafeRawBufferPointer($0)) }) {
      if let element = value.flatMap(make) { elements.append(element) }
    }
    return elements
  }
}
