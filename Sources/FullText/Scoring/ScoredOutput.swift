/// Where scored documents of one part go: past the filter and the recency to a collector.
///
/// Belongs to one search on one thread.
final class ScoredOutput {
  /// A document that scores less, before recency, cannot become a hit.
  @exclusivity(unchecked) private(set) var threshold: Double

  /// What no document that is still to come has a higher tie than; see ``Ranking``.
  @exclusivity(unchecked) var bestTie = Int64.max { didSet { updateThreshold() } }

  private let collector: HitCollector
  private let filter: DocumentFilter
  /// Whether the filter allows every document.
  let allowsEverything: Bool
  private let recency: Recency?
  private let times: IntegerColumn?
  /// The largest factor by which recency multiplies a score in this part.
  private let largestFactor: Double

  init(_ collector: HitCollector, filter: DocumentFilter, recency: Recency?, segment: Segment) {
    self.collector = collector
    self.filter = filter
    allowsEverything = filter.allowsEverything
    self.recency = recency
    let times = recency.map { segment.integers($0.field) }
    self.times = times
    largestFactor = recency.map { max($0.factor(times?.bounds?.upperBound), $0.factor(nil)) } ?? 1
    threshold = 0
    updateThreshold()
  }

  /// The field by which equal scores are ordered, if nothing else changes them.
  var tieBreak: IntegerFieldID? { recency == nil ? collector.ranking.tieBreak : nil }

  @inline(__always)
  func allows(_ document: DocID) -> Bool { allowsEverything || filter.allows(document) }

  /// Takes the score of a document that the filter allows.
  @inline(__always)
  func take(_ document: DocID, _ score: Double) {
    guard score >= threshold else { return }
    collect(document, score)
  }

  /// Whether a document that the filter allows might become a hit, if it matches; may say so of some that cannot.
  func mayTake(_ document: DocID, _ score: Double) -> Bool {
    guard score >= threshold else { return false }
    let score = withRecency(document, score)
    return score >= collector.threshold && collector.mayTake(document, score: score)
  }

  /// Whether documents of a score of which none has a higher tie may become hits.
  func mayTake(ties best: Int64, _ score: Double) -> Bool {
    recency != nil || collector.mayTake(ties: best, score: score)
  }

  /// All documents of a segment, in zones, those first whose documents come first among equals.
  func zones(of segment: Segment) -> [IntegerZones.RankedZone] {
    if let tieBreak = collector.ranking.tieBreak {
      return segment.zones(tieBreak).rankedZones(isAscending: false)
    }
    return [IntegerZones.RankedZone(documents: 0..<DocID(segment.documentCount), best: .max, worst: .min)]
  }

  private func withRecency(_ document: DocID, _ score: Double) -> Double {
    guard let recency, let times else { return score }
    return score * recency.factor(times.value(document))
  }

  private func collect(_ document: DocID, _ score: Double) {
    let score = withRecency(document, score)
    guard score >= collector.threshold else { return }
    collector.collect(document, score: score)
    updateThreshold()
  }

  /// The collector's threshold without recency, lowered by more than the rounding of the division; one of 0 stays, for the
  /// factor may be 0, too. Where ties decide against all that is to come, the next number above it.
  @inline(__always)
  private func updateThreshold() {
    threshold = collector.threshold
    if recency != nil || bestTie < .max { adjustThreshold() }
  }

  @inline(never)
  private func adjustThreshold() {
    if recency != nil {
      if threshold > 0 { threshold = threshold / largestFactor * (1 - 1e-12) }
    } else if collector.refusesThreshold(ties: bestTie) {
      threshold = threshold.nextUp
    }
  }
}
