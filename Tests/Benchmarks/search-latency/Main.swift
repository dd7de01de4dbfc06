import ArticleAPI
import Glibc
import MatianeClient
import Protobuf

/// Measures searches over the network: one caller, one after the other, the median of three passes for each query.
///
/// Usage: search-latency TARGET QUERIES.jsonl. Prints a line a class: name, number of queries, p50, p95, p99 in µs.
@main
enum Main {
  static let passes = 3

  static func main() async throws {
    guard CommandLine.arguments.count == 3 else {
      print("usage: search-latency TARGET QUERIES.jsonl")
      exit(2)
    }
    let client = try MatianeClient(CommandLine.arguments[1])
    var classes: [String] = []
    var queries: [String: [LatencyQuery]] = [:]
    for line in try lines(of: CommandLine.arguments[2]) {
      let query = try LatencyQuery(line)
      if queries[query.kind] == nil { classes.append(query.kind) }
      queries[query.kind, default: []].append(query)
    }
    for kind in classes {
      let times = try await measure(queries[kind] ?? [], client)
      let row = [kind, "\(times.count)"] + [0.5, 0.95, 0.99].map { "\(percentile($0, times))" }
      print(row.joined(separator: "\t"))
    }
    await client.close()
  }

  private static func measure(_ queries: [LatencyQuery], _ client: MatianeClient) async throws -> [Int] {
    var times: [[Int]] = queries.map { _ in [] }
    for pass in 0...passes {
      for (index, query) in queries.enumerated() {
        let began = ContinuousClock.now
        try await query.run(client)
        if pass > 0 { times[index].append(microseconds(ContinuousClock.now - began)) }
      }
    }
    return times.map { $0.sorted()[passes / 2] }.sorted()
  }

  private static func percentile(_ share: Double, _ sorted: [Int]) -> Int {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  private static func microseconds(_ duration: Swift.Duration) -> Int {
    Int(duration.components.seconds) * 1_000_000 + Int(duration.components.attoseconds / 1_000_000_000_000)
  }

  private static func lines(of path: String) throws -> [String] {
    guard let file = fopen(path, "r") else { throw UnreadableFile(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A file that cannot be opened.
struct UnreadableFile: Error {
  let path: String
}
