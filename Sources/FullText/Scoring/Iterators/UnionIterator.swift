/// Documents that at least one child matches; the scores of the matching children add up, or only the best counts.
///
/// Children stand in a binary heap by their current document, so many of them cost a logarithm each.
final class UnionIterator: DocIterator {
  @exclusivity(unchecked) private var heap: [DocIterator]
  private let takesBest: Bool

  init(_ children: [DocIterator], takesBest: Bool = false) {
    self.takesBest = takesBest
    heap = children.filter { $0.document != endOfPostings }
    super.init()
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(index) }
    document = heap.first?.document ?? endOfPostings
  }

  override var cost: Int { heap.reduce(0) { $0 + $1.cost } }

  override func advance(to target: DocID) -> DocID {
    while let top = heap.first, top.document < target {
      _ = top.advance(to: target)
      siftDown(0)
    }
    document = heap.first?.document ?? endOfPostings
    return document
  }

  override var isDear: Bool { heap.contains { $0.isDear } }

  override func bound() -> Double {
    var sum = 0.0
    forEachCurrent(0) { sum = takesBest ? max(sum, $0.bound()) : sum + $0.bound() }
    return sum
  }

  override func matches() -> Bool { anyCurrent(0) { $0.matches() } }

  override func score() -> Double {
    var sum = 0.0
    forEachCurrent(0) { if $0.matches() { sum = takesBest ? max(sum, $0.score()) : sum + $0.score() } }
    return sum
  }

  override func explain() -> Explanation {
    var parts: [Explanation] = []
    forEachCurrent(0) { if $0.matches() { parts.append($0.explain()) } }
    if takesBest, let best = parts.max(by: { $0.value < $1.value }) { return best }
    return parts.count == 1 ? parts[0] : .sum("any of", parts)
  }

  private func anyCurrent(_ index: Int, _ test: (DocIterator) -> Bool) -> Bool {
    guard index < heap.count, heap[index].document == document else { return false }
    return test(heap[index]) || anyCurrent(2 * index + 1, test) || anyCurrent(2 * index + 2, test)
  }

  /// Visits the children that stand on the current document: a connected top of the heap.
  private func forEachCurrent(_ index: Int, _ body: (DocIterator) -> Void) {
    guard index < heap.count, heap[index].document == document else { return }
    body(heap[index])
    forEachCurrent(2 * index + 1, body)
    forEachCurrent(2 * index + 2, body)
  }

  private func siftDown(_ start: Int) {
    var index = start
    let moving = heap[index]
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].document < heap[child].document { child += 1 }
      guard heap[child].document < moving.document else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = moving
  }
}
