/// The smallest and largest values of an integer column in each stretch of documents.
///
/// Documents mostly come in the order of their times, so a range of times is a short stretch of documents; a search need
/// not look beyond it. Immutable.
final class IntegerZones: Sendable {
  /// Documents in a zone.
  static let span = 1024

  private let documentCount: Int
  private let minima: [Int64]
  private let maxima: [Int64]
  /// Whether every document of a zone has a value.
  private let areFull: [Bool]

  /// A stretch of documents, and what ranks they may have in an order by the column.
  struct Stretch {
    let documents: Range<DocID>
    /// None ranks higher.
    let best: Int64
    /// None ranks lower; a document without a value has the lowest rank there is.
    let worst: Int64
  }

  /// - Complexity: O(documents).
  init(_ column: IntegerColumn, documentCount: Int) {
    self.documentCount = documentCount
    guard column.bounds != nil else {
      minima = []
      maxima = []
      areFull = []
      return
    }
    let count = (documentCount + Self.span - 1) / Self.span
    var minima = [Int64](repeating: .max, count: count)
    var maxima = [Int64](repeating: .min, count: count)
    var areFull = [Bool](repeating: true, count: count)
    for zone in 0..<count {
      for document in zone * Self.span..<min((zone + 1) * Self.span, documentCount) {
        guard let value = column.value(DocID(document)) else {
          areFull[zone] = false
          continue
        }
        minima[zone] = min(minima[zone], value)
        maxima[zone] = max(maxima[zone], value)
      }
    }
    self.minima = minima
    self.maxima = maxima
    self.areFull = areFull
  }

  /// All documents in stretches, those with the best ranks first; see `Ranking`.
  /// - Complexity: O(z log z) for z = documents / 1024.
  func stretches(isAscending: Bool) -> [Stretch] {
    guard !minima.isEmpty else {
      return [Stretch(documents: 0..<DocID(documentCount), best: .min, worst: .min)]
    }
    return minima.indices.map { zone in
      let documents = DocID(zone * Self.span)..<DocID(min((zone + 1) * Self.span, documentCount))
      let (best, worst) = isAscending ? (~minima[zone], ~maxima[zone]) : (maxima[zone], minima[zone])
      return Stretch(documents: documents, best: best, worst: areFull[zone] ? worst : .min)
    }
    .sorted { $0.best > $1.best }
  }

  /// A stretch of documents outside which none has a value of a range.
  /// - Complexity: O(documents / 1024).
  func documents(in range: ClosedRange<Int64>) -> Range<DocID> {
    guard
      let first = minima.indices.first(where: { holds(range, zone: $0) }),
      let last = minima.indices.last(where: { holds(range, zone: $0) })
    else { return 0..<0 }
    return DocID(first * Self.span)..<DocID(min((last + 1) * Self.span, documentCount))
  }

  private func holds(_ range: ClosedRange<Int64>, zone: Int) -> Bool {
    minima[zone] <= range.upperBound && maxima[zone] >= range.lowerBound
  }
}
