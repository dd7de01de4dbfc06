/// The smallest and largest values of an integer column in each zone of documents.
///
/// Documents mostly come in the order of their times, so a range of times is a short run of documents; a search need
/// not look beyond it. Immutable.
final class IntegerZones: Sendable {
  /// Documents in a zone.
  static let span = 1024

  private let documentCount: Int
  private let zones: [Zone]
  /// The greatest value of each zone and those before it.
  private let greatest: [Int64]

  private struct Zone {
    var least = Int64.max
    var greatest = Int64.min
    /// Whether every document of the zone has a value.
    var isFull = true

    mutating func add(_ value: Int64?) {
      guard let value else {
        isFull = false
        return
      }
      least = min(least, value)
      greatest = max(greatest, value)
    }

    func share(of range: ClosedRange<Int64>) -> Double {
      guard least <= greatest, holdsAny(of: range) else { return 0 }
      let held = range.clamped(to: least...greatest)
      return (Double(held.upperBound) - Double(held.lowerBound) + 1) / (Double(greatest) - Double(least) + 1)
    }

    func holdsAny(of range: ClosedRange<Int64>) -> Bool {
      least <= range.upperBound && greatest >= range.lowerBound
    }
  }

  /// A zone of documents, and what ranks they may have in an order by the column.
  struct RankedZone {
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
      zones = []
      greatest = []
      return
    }
    let zones = stride(from: 0, to: documentCount, by: Self.span).map { first in
      var zone = Zone()
      for document in first..<min(first + Self.span, documentCount) {
        zone.add(column.value(DocID(document)))
      }
      return zone
    }
    self.zones = zones
    var last = Int64.min
    greatest = zones.map { zone in
      last = max(last, zone.greatest)
      return last
    }
  }

  /// The last ones of a range of documents, about one in so many, and the greatest value of all before them; nil where the last zone
  /// has no greater ones.
  ///
  /// - Complexity: O(1).
  func newest(oneIn part: DocID, of range: Range<DocID>) -> (documents: Range<DocID>, greatestBefore: Int64)?
  {
    guard !range.isEmpty, range.upperBound <= DocID(documentCount) else { return nil }
    let first = Int(range.upperBound - (range.upperBound - range.lowerBound) / part) / Self.span
    let last = Int(range.upperBound - 1) / Self.span
    guard first > 0, first <= last, last < zones.count, first * Self.span > Int(range.lowerBound) else {
      return nil
    }
    let before = greatest[first - 1]
    guard zones[last].isFull, zones[last].least > before else { return nil }
    return (DocID(first * Self.span)..<range.upperBound, before)
  }

  /// All documents in zones, those with the best ranks first; see `Ranking`.
  /// - Complexity: O(z log z) for z = documents / 1024.
  func rankedZones(isAscending: Bool) -> [RankedZone] {
    guard !zones.isEmpty else {
      return [RankedZone(documents: 0..<DocID(documentCount), best: .min, worst: .min)]
    }
    return zones.enumerated().map { number, zone in
      let (best, worst) = isAscending ? (~zone.least, ~zone.greatest) : (zone.greatest, zone.least)
      return RankedZone(documents: documents(number...number), best: best, worst: zone.isFull ? worst : .min)
    }
    .sorted { $0.best > $1.best }
  }

  /// The documents outside which none has a value of a range.
  /// - Complexity: O(documents / 1024).
  func documents(in range: ClosedRange<Int64>) -> Range<DocID> {
    guard let first = zones.firstIndex(where: { $0.holdsAny(of: range) }),
      let last = zones.lastIndex(where: { $0.holdsAny(of: range) })
    else { return 0..<0 }
    return documents(first...last)
  }

  /// About which part of the documents of a range has a value of a range, values being spread evenly within a zone.
  /// - Complexity: O(documents / 1024).
  func share(of range: ClosedRange<Int64>, in documents: Range<DocID>) -> Double {
    guard !zones.isEmpty, !documents.isEmpty else { return 0 }
    let first = Int(documents.lowerBound) / Self.span
    let last = min(Int(documents.upperBound - 1) / Self.span, zones.count - 1)
    guard first <= last else { return 0 }
    return zones[first...last].reduce(0) { $0 + $1.share(of: range) } / Double(last - first + 1)
  }

  private func documents(_ zones: ClosedRange<Int>) -> Range<DocID> {
    DocID(zones.lowerBound * Self.span)..<DocID(min((zones.upperBound + 1) * Self.span, documentCount))
  }
}
