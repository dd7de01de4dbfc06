import BenchmarkSupport
import FullText

/// Answers the requests of the line protocol, one at a time.
struct BenchServer {
  /// That of the programs it is released with.
  private static let version = "0.1.0"

  private var archive: BenchArchive?
  private var languages: [Language] = []
  private let searcher = Searcher()

  /// The answer to a request; `{"error": …}` when it has none.
  mutating func answer(_ request: JSONValue?) -> JSONValue {
    do {
      guard let request else { throw BenchError("not a line of JSON") }
      return try dispatch(request)
    } catch let error as BenchError {
      return .object([("error", .string(error.message))])
    } catch {
      return .object([("error", .string("\(error)"))])
    }
  }

  private mutating func dispatch(_ request: JSONValue) throws -> JSONValue {
    switch request["op"]?.text {
    case "info": return .object([("system", .string("matiane \(Self.version)"))])
    case "ping": return .object([("ok", .bool(true))])
    case "build": return try BenchBuild(request).run()
    case "open": return try open(request)
    case "search", "suggest": return try search(request)
    default: throw BenchError("unknown op")
    }
  }

  private mutating func open(_ request: JSONValue) throws -> JSONValue {
    guard let folder = request["index"]?.text else { throw BenchError("index is missing") }
    let archive = try BenchArchive(folder: folder)
    self.archive = archive
    languages = archive.languages
    return .object([
      ("ok", .bool(true)), ("docs", .number(Double(archive.view.liveCount))),
      ("segments", .number(Double(archive.view.parts.count))),
    ])
  }

  private func search(_ request: JSONValue) throws -> JSONValue {
    guard let archive else { throw BenchError("no index is open") }
    let search = BenchSearch(view: archive.view, languages: languages, searcher: searcher)
    if request["op"]?.text == "suggest" { return try search.suggest(request) }
    return request["count"]?.isTrue == true ? try search.count(request) : try search.hits(request)
  }
}
