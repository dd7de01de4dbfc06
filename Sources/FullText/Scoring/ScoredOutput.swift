/// Where scored documents of one part go: past the filter and the recency to a collector.
///
/// Belongs to one search on one thread.
final class ScoredOutput {
  /// A document that scores less, before recency, cannot become a hit.
  @exclusivity(unchecked) private(set) var threshold: Double

  private let collector: HitCollector
  private let filter: DocumentFilter
  private let isOpen: Bool
  private let recency: Recency?
  private let times: IntegerColumn?
  /// The largest factor by which recency multiplies a score in this part.
  private let largestFactor: Double

  init(_ collector: HitCollector, filter: DocumentFilter, recency: Recency?, segment: Segment) {
    self.collector = collector
    self.filter = filter
    isOpen = filter.allowsEverything
    self.recency = recency
    let times = recency.map { segment.integers($0.field) }
    self.times = times
    largestFactor = recency.map { max($0.factor(times?.bounds?.upperBound), $0.factor(nil)) } ?? 1
    threshold = 0
    updateThreshold()
  }

  @inline(__always)
  func allows(_ document: DocID) -> Bool { isOpen || filter.allows(document) }

  /// Takes the score of a document that the filter allows.
  @inline(__always)
  func take(_ document: DocID, _ score: Double) {
    guard score >= threshold else { return }
    collect(document, score)
  }

  private func collect(_ document: DocID, _ score: Double) {
    var score = score
    if let recency, let times { score *= recency.factor(times.value(document)) }
    guard score >= collector.threshold else { return }
    collector.collect(document, score: score)
    updateThreshold()
  }

  /// The collector's threshold without recency, lowered by more than the rounding of the division.
  private func updateThreshold() {
    threshold = collector.threshold
    if recency != nil { threshold = threshold / largestFactor * (1 - 1e-12) }
  }
}
