/// Takes the documents that a search scores and keeps the best.
///
/// Belongs to one search on one thread.
class HitCollector {
  /// Documents that score less cannot become hits: need not be scored, must not be collected.
  @exclusivity(unchecked) final var threshold = -Double.infinity
  /// The part of the view whose documents are being collected.
  @exclusivity(unchecked) final var part = 0 { didSet { columns = ranking.columns(ofPart: part) } }
  final let ranking: Ranking
  /// The columns of that part by which documents are ranked.
  @exclusivity(unchecked) private final var columns = Ranking.Columns()

  init(_ ranking: Ranking) { self.ranking = ranking }

  /// Takes a live, matching document whose score is not below the threshold.
  func collect(_ document: DocID, score: Double) {}

  /// A document of the part with everything that its place depends on.
  @inline(__always)
  final func ranked(_ document: DocID, score: Double) -> RankedDocument {
    ranking.ranked(document, part: part, score: score, columns)
  }

  /// Whether a document whose score is not below the threshold might become a hit; may say so of some that cannot.
  func mayTake(_ document: DocID, score: Double) -> Bool { true }

  /// Whether documents of a score, which is not below the threshold, of which none has a higher tie might become hits.
  func mayTake(ties best: Int64, score: Double) -> Bool { true }

  /// Whether no document that scores just the threshold can become a hit if none has a higher tie; may say no where that is so.
  func refusesThreshold(ties best: Int64) -> Bool { false }

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
    let ranked = ranked(document, score: score)
    if let after, !ranking.follows(ranked, after) { return }
    if heap.count < limit {
      heap.append(ranked)
      siftUp(heap.count - 1)
    } else {
      guard limit > 0, ranking.precedes(ranked, heap[0]) else { return }
      replaceWorst(by: ranked)
    }
    if heap.count == limit, ranking.isByScore { threshold = heap[0].score }
  }

  override func mayTake(_ document: DocID, score: Double) -> Bool {
    heap.count < limit || ranking.precedes(ranked(document, score: score), heap[0])
  }

  override func mayTake(ties best: Int64, score: Double) -> Bool {
    heap.count < limit || score > heap[0].score || best >= heap[0].tie
  }

  override func refusesThreshold(ties best: Int64) -> Bool {
    limit > 0 && heap.count == limit && ranking.isByScore && best < heap[0].tie
  }

  override func mayTake(best: Int64, worst: Int64) -> Bool {
    if let after, worst > after.rank { return false }
    return heap.count < limit || best >= heap[0].rank
  }

  /// The documents kept, best first. Nothing can be collected any more.
  func sorted() -> [RankedDocument] {
    heap.sort { ranking.precedes($0, $1) }
    return heap
  }

  private func siftUp(_ start: Int) {
    var index = start
    while index > 0, ranking.precedes(heap[(index - 1) / 2], heap[index]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// Puts a document where it belongs below the top, whose place those worse than it take.
  private func replaceWorst(by ranked: RankedDocument) {
    heap.withUnsafeMutableBufferPointer { heap in
      var place = 0
      while true {
        var child = 2 * place + 1
        guard child < heap.count else { break }
        if child + 1 < heap.count, ranking.precedes(heap[child], heap[child + 1]) { child += 1 }
        guard ranking.precedes(ranked, heap[child]) else { break }
        heap[place] = heap[child]
        place = child
      }
      heap[place] = ranked
    }
  }
}
