// Searches all editions and shows each story once, in the language that the reader prefers.
//
//     search-stories 127.0.0.1:50051 'night train' ka en
@preconcurrency import Glibc
import MatianeClient

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: search-stories TARGET QUERY [LANGUAGE ...]")
  exit(2)
}
do throws(RPCError) {
  let client = try MatianeClient(arguments[1])
  let found = try await client.search(
    arguments[2], languages: Array(arguments.dropFirst(3)), byStory: true)
  print("the best \(found.hits.count) of \(found.totalStories ?? 0) stories")
  for hit in found.hits {
    guard let article = hit.article else { continue }
    // What matched need not be the edition that is shown.
    let matched = hit.matchedLanguage == article.language ? "" : ", found in \(hit.matchedLanguage)"
    print("\(article.name)  \(article.title)  (\(article.language)\(matched))")
  }
  await client.close()
} catch {
  // A query that cannot be read names the byte.
  fputs("\(error)\n", stderr)
  exit(1)
}
