import BenchmarkSupport
import FullText
import Glibc

/// How fast texts become tokens.
enum AnalysisSpeed {
  /// Prints microseconds of CPU per article over a collection, cold lexicon included, best of five runs.
  static func measure(_ folder: String, language: String?) {
    var texts: [(text: String, language: Language)] = []
    guard let lines = LineReader(folder + "/docs.jsonl.gz") else { return print("\(folder): not found") }
    while let value = lines.next({ JSONValue(parsing: UnsafeRawBufferPointer($0)) }) {
      guard let value else { continue }
      let text = (value["title"]?.text ?? "") + "\n" + (value["body"]?.text ?? "")
      texts.append((text, Language(tag: language ?? value["language"]?.text ?? "")))
    }
    var best = Double.infinity
    var tokens = 0
    let analyzer = TextAnalyzer()
    for _ in 0..<5 {
      tokens = 0
      let start = clock()
      for (text, language) in texts {
        analyzer.analyze(text, language: language)
        tokens += analyzer.tokenCount
      }
      best = min(best, Double(clock() - start))
    }
    let bytes = texts.reduce(0) { $0 + $1.text.utf8.count }
    print(
      folder, "articles", texts.count, "bytes each", bytes / texts.count, "tokens", tokens, "words",
      analyzer.lexicon.count, "µs each", best / Double(texts.count), "ns a token",
      best * 1000 / Double(tokens))
  }
}
