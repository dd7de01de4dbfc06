import Glibc

/// Mean effectiveness of ranked answers over queries, as trec_eval computes it.
public struct Effectiveness {
  private var gain = 0.0
  private var recall = 0.0
  private var precision = 0.0
  private var queries = 0.0

  /// No queries yet.
  public init() {}

  /// Mean nDCG of the ten best.
  public var gainAt10: Double { gain / queries }
  /// Mean recall among the hundred best.
  public var recallAt100: Double { recall / queries }
  /// Mean average precision of the thousand best.
  public var averagePrecision: Double { precision / queries }

  /// Adds one query's answer, best first.
  ///
  /// A query `q-X` was made from article X, which is left out of the ranking.
  public mutating func add(_ query: JudgedCollection.Query, ranking: [String]) {
    let relevant = query.grades.filter { $0.value > 0 }
    guard !relevant.isEmpty else { return }
    let own = query.id.hasPrefix("q-") ? String(query.id.dropFirst(2)) : nil
    let ranking = ranking.filter { $0 != own }
    queries += 1
    let best = relevant.values.sorted(by: >)
    gain += Self.discounted(ranking.map { max(0, query.grades[$0] ?? 0) }) / Self.discounted(best)
    recall += Double(ranking.prefix(100).count { relevant[$0] != nil }) / Double(relevant.count)
    var hits = 0.0
    var sum = 0.0
    for (index, id) in ranking.prefix(1000).enumerated() where relevant[id] != nil {
      hits += 1
      sum += hits / Double(index + 1)
    }
    precision += sum / Double(relevant.count)
  }

  private static func discounted(_ gains: [Double]) -> Double {
    gains.prefix(10).enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
  }
}
