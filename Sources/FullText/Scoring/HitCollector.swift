/// Takes the documents that a search scores and keeps the best.
///
/// Belongs to one search on one thread.
class HitCollector {
  /// Documents that score less cannot become hits: need not be scored, must not be collected.
  @exclusivity(unchecked) final var threshold = -Double.infinity
  /// The part of the view whose documents are being collected.
  @exclusivity(unchecked) final var part = 0
  final let ranking: Ranking

  init(_ ranking: Ranking) { self.ranking = ranking }

  /// Takes a live, matching document whose score is not below the threshold.
  func collect(_ document: DocID, score: Double) {}

  /// Whether a document whose score is not below the threshold might become a hit; may say so of some that cannot.
  func mayTake(_ document: DocID, score: Double) -> Bool { true }

  /// Whether documents of these ranks, all of them in an order by a field, might become hits.
  func mayTake(best: Int64, worst: Int64) -> Bool { true }
}

/// Keeps the best documents in a heap, the worst on top.
final class TopDocuments: HitCollector {
  private let limit: Int
  private let after: SearchCursor?
  @exclusivity(unchecked) private var heap: [RankedDocument] = []

  init(_ ranking: Ranking, limit: Int, after: SearchCursor?) {
    self.limit = limit
    self.after = after
    super.init(ranking)
    heap.reserveCapacity(min(limit, 1024))
    if limit == 0 { threshold = .infinity }
  }

  override func collect(_ document: DocID, score: Double) {
    let ranked = ranking.ranked(document, part: part, score: score)
    if let after, !ranking.follows(ranked, after) { return }
    if heap.count < limit {
      heap.append(ranked)
      siftUp(heap.count - 1)
    } else {
      guard limit > 0, ranking.precedes(ranked, heap[0]) else { return }
      heap[0] = ranked
      siftDown(0, count: heap.count)
    }
    if heap.count == limit, ranking.order == .relevance { threshold = heap[0].score }
  }

  override func mayTake(_ document: DocID, score: Double) -> Bool {
    heap.count < limit || ranking.precedes(ranking.ranked(document, part: part, score: score), heap[0])
  }

  override func mayTake(best: Int64, worst: Int64) -> Bool {
    if let after, worst > after.rank { return false }
    return heap.count < limit || best >= heap[0].rank
  }

  /// The documents kept, best first.
  func sorted() -> [RankedDocument] { heap.sorted { ranking.precedes($0, $1) } }

  private func siftUp(_ start: Int) {
    var index = start
    while index > 0, ranking.precedes(heap[(index - 1) / 2], heap[index]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private func siftDown(_ start: Int, count: Int) {
    var index = start
    while true {
      var child = 2 * index + 1
      guard child < count else { return }
      if child + 1 < count, ranking.precedes(heap[child], heap[child + 1]) { child += 1 }
      guard ranking.precedes(heap[index], heap[child]) else { return }
      heap.swapAt(index, child)
      index = child
    }
  }
}
