import ArticleAPI
import GRPC
import Glibc
import MatianeClient
import Protobuf

/// Calls a server in every way at once for a while, and says how often and what failed.
///
/// Usage: mixed-load TARGET SECONDS CALLERS read|all. `read` calls what any of several servers answers alike; `all` also
/// writes, imports, lists and exports. Prints one JSON object; exits 1 when a call failed.
@main
enum Main {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let seconds = Int(arguments[2]), let callers = Int(arguments[3]),
      ["read", "all"].contains(arguments[4])
    else {
      print("usage: mixed-load TARGET SECONDS CALLERS read|all")
      exit(2)
    }
    var configuration = ChannelConfiguration()
    configuration.loadBalancing = .roundRobin
    configuration.defaults.waitsForReady = true
    configuration.defaults.timeout = .seconds(30)
    let client = try MatianeClient(arguments[1], configuration: configuration)
    let load = MixedLoad(client, writes: arguments[4] == "all")
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    let outcome = await withTaskGroup(of: Outcome.self, returning: Outcome.self) { group in
      for caller in 0..<callers { group.addTask { await load.run(caller: caller, until: end) } }
      var sum = Outcome()
      for await outcome in group { sum.merge(outcome) }
      return sum
    }
    await client.close()
    print(outcome.json)
    exit(outcome.failures.isEmpty ? 0 : 1)
  }
}

/// What came of the calls.
struct Outcome: Sendable {
  private var calls: [String: Int] = [:]
  private(set) var failures: [String: Int] = [:]

  /// Makes a call and counts it.
  mutating func count(_ name: String, _ call: () async throws -> Void) async {
    calls[name, default: 0] += 1
    do { try await call() } catch { failures["\(name): \(error)", default: 0] += 1 }
  }

  mutating func merge(_ other: Outcome) {
    calls.merge(other.calls, uniquingKeysWith: +)
    failures.merge(other.failures, uniquingKeysWith: +)
  }

  var json: String {
    func object(_ counts: [String: Int]) -> String {
      let entries = counts.sorted { $0.key < $1.key }
        .map { "\"\($0.key.filter { $0 != "\"" && $0 != "\\" && $0 != "\n" })\": \($0.value)" }
      return "{" + entries.joined(separator: ", ") + "}"
    }
    return "{\"calls\": \(object(calls)), \"failures\": \(object(failures))}"
  }
}

/// Calls of every kind, chosen by a generator that starts the same way each time.
struct MixedLoad: Sendable {
  private static let words = [
    "train", "hail", "bridge", "chess", "матч", "мост", "ხიდი", "მატარებელი", "budget", "ferry",
  ]
  private let client: MatianeClient
  private let writes: Bool

  init(_ client: MatianeClient, writes: Bool) {
    self.client = client
    self.writes = writes
  }

  func run(caller: Int, until end: ContinuousClock.Instant) async -> Outcome {
    var outcome = Outcome()
    var turn = caller
    while ContinuousClock.now < end {
      turn += 1
      let word = Self.words[turn * 7 % Self.words.count]
      switch turn % (writes ? 16 : 6) {
      case 0, 1, 2: await outcome.count("search") { _ = try await client.search(word) }
      case 3: await outcome.count("count") { _ = try await client.count("\(word) OR bridge") }
      case 4: await outcome.count("suggest") { _ = try await client.suggest(String(word.prefix(2))) }
      case 5: await outcome.count("facts") { _ = try await client.admin.stats() }
      case 6, 7, 8: await write(caller: caller, turn: turn, &outcome)
      case 9: await bring(caller: caller, &outcome)
      case 10: await outcome.count("list") { for try await _ in client.articles.list(pageSize: 20) {} }
      case 11: await outcome.count("export") { for try await _ in client.articles.export() {} }
      default: await outcome.count("search grouped") { _ = try await client.search(word, byStory: true) }
      }
    }
    return outcome
  }

  /// An article comes, changes and goes, so that the archive stays as large as it is.
  private func write(caller: Int, turn: Int, _ outcome: inout Outcome) async {
    var article = Article()
    article.title = "Load \(caller) \(turn)"
    article.language = "en"
    let id = "load-\(caller)-\(turn)"
    await outcome.count("create") { _ = try await client.articles.create(article, id: id) }
    await outcome.count("get") { _ = try await client.articles.get(id) }
    await outcome.count("delete") { _ = try await client.articles.delete(id) }
  }

  /// The same articles are brought again and again.
  private func bring(caller: Int, _ outcome: inout Outcome) async {
    let articles = (0..<20).map { number in
      var article = Article()
      article.name = "articles/brought-\(caller)-\(number)"
      article.title = "Brought \(number)"
      article.language = "en"
      return article
    }
    await outcome.count("import") {
      let summary = try await client.articles.importArticles(
        AsyncStream { stream in
          for article in articles { stream.yield(article) }
          stream.finish()
        })
      guard summary.failed == 0 else { throw RPCError(.unknown, "\(summary.failed) of the items failed") }
    }
  }
}
