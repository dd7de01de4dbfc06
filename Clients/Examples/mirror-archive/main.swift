// Keeps a copy of an archive: all of it as of one revision, then every change behind that, once and in order.
//
//     mirror-archive 127.0.0.1:50051
import Glibc
import MatianeClient

/// Follows the archive for good; returns only when the task is cancelled.
func mirror(_ client: MatianeClient) async throws(RPCError) {
  while !Task.isCancelled {
    // Writers go on meanwhile; what is read is of one revision all the same.
    var titles: [String: String] = [:]
    var revision: Int64 = 0
    for try await part in client.articles.export() {
      revision = part.readRevision
      for article in part.articles { titles[article.name] = article.title }
    }
    print("at revision \(revision) there are \(titles.count) articles")
    do throws(RPCError) {
      // Bridges lost connections and restarts of the server. A program that is to go on after its own keeps the resume token.
      for try await case .change(let change) in client.watch(from: .after(revision: revision)) {
        titles[change.name] = change.action == .deleted ? nil : change.article?.title
        print("\(change.revision): \(change.action) \(change.name), now \(titles.count) articles")
      }
    } catch {
      // Away for longer than the server keeps (--history): the copy is made anew.
      guard error.code == .outOfRange else { throw error }
    }
  }
}

guard CommandLine.arguments.count == 2 else {
  print("usage: mirror-archive TARGET")
  exit(2)
}
try await mirror(MatianeClient(CommandLine.arguments[1]))
