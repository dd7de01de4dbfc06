import BenchmarkSupport
import FullText
import Glibc

// index-bench DOCS.jsonl[.gz] [BATCH]: how fast articles are indexed, how large the index is, part by part, and what searches
// take between updates.
let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: index-bench DOCS.jsonl[.gz] [BATCH]")
  exit(2)
}
do {
  let benchmark = IndexBenchmark(batch: arguments.count > 2 ? Int(arguments[2]) ?? 10_000 : 10_000)
  try benchmark.run(arguments[1])
} catch {
  print("error: \(error)")
  exit(1)
}
