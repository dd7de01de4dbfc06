// Keeps a copy of an archive: all of it as of one revision, then every change behind that, once and in order.
//
//     mirror-archive 127.0.0.1:50051
@preconcurrency import Glibc
import MatianeClient

/// A copy of the archive's titles.
struct Mirror {
  let client: MatianeClient
  private var titles: [String: String] = [:]
  /// Whether the server has ever answered; an address that is wrong is not asked again.
  private var hasBegun = false

  init(_ client: MatianeClient) { self.client = client }

  /// Follows the archive for good; returns only when the task is cancelled.
  mutating func run() async throws(RPCError) {
    while !Task.isCancelled {
      do throws(RPCError) {
        try await follow(from: try await readAll())
      } catch {
        switch error.code {
        // Away for longer than the server keeps (--history): the copy is made anew.
        case .outOfRange: continue
        // Restarted while it was read.
        case .unavailable where hasBegun: try? await Task.sleep(for: .seconds(1))
        default: throw error
        }
      }
    }
  }

  /// Reads all articles, of one revision although writers go on meanwhile, and returns the revision.
  private mutating func readAll() async throws(RPCError) -> Int64 {
    titles = [:]
    var revision: Int64 = 0
    for try await part in client.articles.export() {
      hasBegun = true
      revision = part.readRevision
      for article in part.articles { titles[article.name] = article.title }
    }
    print("at revision \(revision) there are \(titles.count) articles")
    return revision
  }

  /// Bridges lost connections and restarts of the server. A program that is to go on after its own keeps the resume token.
  private mutating func follow(from revision: Int64) async throws(RPCError) {
    for try await case .change(let change) in client.watch(from: .after(revision: revision)) {
      titles[change.name] = change.action == .deleted ? nil : change.article?.title
      print("\(change.revision): \(change.action) \(change.name), now \(titles.count) articles")
    }
  }
}

guard CommandLine.arguments.count == 2, !CommandLine.arguments[1].hasPrefix("-") else {
  print("usage: mirror-archive TARGET")
  exit(2)
}
do throws(RPCError) {
  var mirror = Mirror(try MatianeClient(CommandLine.arguments[1]))
  try await mirror.run()
} catch {
  fputs("\(error)\n", stderr)
  exit(1)
}
