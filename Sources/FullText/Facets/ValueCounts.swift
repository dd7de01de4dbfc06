/// How many matches have each value of a keyword field, and which values are the most frequent.
///
/// Values are known by their ordinals until the end; only those are decoded that may be among the most frequent. Belongs to one
/// search on one thread, and is valid while its view lives.
struct ValueCounts {
  /// A value of a segment and how many matches there have it.
  private struct Counted {
    let ordinal: UInt32
    let count: UInt32

    /// Rises with the count, and falls with the value among equal ones.
    var rank: UInt64 { UInt64(count) << 32 | UInt64(~ordinal) }
  }

  /// What the matches of one segment have, by rising value.
  private struct Part {
    let values: KeywordIndex
    let counts: [Counted]

    func count(of value: [UInt8]) -> Int {
      guard let ordinal = values.find(value) else { return 0 }
      var low = 0
      var high = counts.count
      while low < high {
        let middle = (low + high) / 2
        if counts[middle].ordinal < ordinal { low = middle + 1 } else { high = middle }
      }
      return low < counts.count && counts[low].ordinal == ordinal ? Int(counts[low].count) : 0
    }
  }

  /// How often matches have a value, over all values.
  private(set) var total = 0

  private var parts: [Part] = []
  private let interruption: Interruption

  /// How many postings are read in the time in which a value is decoded and counted, or looked up.
  private static let stepsPerValue = 64
  /// How many in that in which a value of a match is found, and put in order among others.
  private static let stepsPerHeld = 2
  private static let stepsPerSorted = 8
  /// How many in that in which two values are compared.
  private static let stepsPerComparison = 8
  /// Columns with at most so many sets of values are counted set by set.
  private static let fewSets = 4096
  /// Of matches that are fewer by so much than there are values, their own values are put in order instead.
  private static let valuesPerMatch = 16
  /// A value is looked up in the time of decoding and counting so many.
  private static let decodedPerLookUp = 4

  init(_ interruption: Interruption) { self.interruption = interruption }

  /// Counts the matches of a segment, of which there are so many.
  mutating func add(_ matches: BitSet, _ population: Int, _ column: KeywordColumn, _ values: KeywordIndex) {
    let counts =
      population < column.valueCount / Self.valuesPerMatch ? few(matches, column) : many(matches, column)
    let held = counts.reduce(0) { $0 + Int($1.count) }
    interruption.spend(counts.count + Self.stepsPerHeld * held)
    total += held
    parts.append(Part(values: values, counts: counts))
  }

  private func few(_ matches: BitSet, _ column: KeywordColumn) -> [Counted] {
    var ordinals: [UInt32] = []
    matches.forEach { document in column.forEachOrdinal(document) { ordinals.append($0) } }
    interruption.spend(Self.stepsPerSorted * ordinals.count)
    if interruption.isInterrupted { return [] }
    ordinals.sort()
    var counts: [Counted] = []
    var start = 0
    for (place, ordinal) in ordinals.enumerated()
    where place + 1 == ordinals.count || ordinals[place + 1] != ordinal {
      counts.append(Counted(ordinal: ordinal, count: UInt32(place + 1 - start)))
      start = place + 1
    }
    return counts
  }

  private func many(_ matches: BitSet, _ column: KeywordColumn) -> [Counted] {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: column.valueCount) { counts in
      counts.initialize(repeating: 0)
      if column.setCount <= Self.fewSets {
        Self.countSets(matches, column, counts)
      } else {
        matches.forEach { document in column.forEachOrdinal(document) { counts[Int($0)] += 1 } }
      }
      var found: [Counted] = []
      for ordinal in counts.indices where counts[ordinal] > 0 {
        found.append(Counted(ordinal: UInt32(ordinal), count: counts[ordinal]))
      }
      return found
    }
  }

  private static func countSets(
    _ matches: BitSet, _ column: KeywordColumn, _ counts: UnsafeMutableBufferPointer<UInt32>
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: column.setCount) { sets in
      sets.initialize(repeating: 0)
      let sets = sets.baseAddress!
      matches.forEach { sets[column.set(of: $0)] += 1 }
      for set in 1..<max(column.setCount, 1) where sets[set] > 0 {
        column.forEachOrdinal(ofSet: set) { counts[Int($0)] += sets[set] }
      }
    }
  }

  /// The most frequent values, the largest count first, equal ones by value; anything when interrupted.
  ///
  /// - Complexity: O(values counted), of which only those that may be among them are decoded.
  func top(_ limit: Int) -> [FacetCount] {
    guard parts.count > 1 else {
      return parts.first.map { part in
        best(part.counts, limit).map {
          FacetCount(
            value: String(decoding: part.values.value(at: $0.ordinal), as: UTF8.self), count: Int($0.count))
        }
      } ?? []
    }
    return best(totals(ofBest: limit), limit).map {
      FacetCount(value: String(decoding: $0.key, as: UTF8.self), count: $0.value)
    }
  }

  /// The counts over all segments of at least those values that are the most frequent.
  ///
  /// What is among as many has in one of p segments a p-th at least of what the last of the best of any one segment has.
  private func totals(ofBest limit: Int) -> [[UInt8]: Int] {
    let last = parts.map { part in
      let best = best(part.counts, limit)
      return best.count == limit ? Int(best.last?.count ?? 0) : 0
    }
    let least = max(1, ((last.max() ?? 0) + parts.count - 1) / parts.count)
    let all = parts.reduce(0) { $0 + $1.counts.count }
    let candidates = parts.reduce(0) { $0 + $1.counts.count { Int($0.count) >= least } }
    guard candidates * (parts.count - 1) * Self.decodedPerLookUp < all else { return totals() }
    var totals: [[UInt8]: Int] = [:]
    for (number, part) in parts.enumerated() {
      for counted in part.counts where Int(counted.count) >= least {
        if interruption.tick(Self.stepsPerValue * parts.count) { return [:] }
        let value = part.values.value(at: counted.ordinal)
        guard totals[value] == nil else { continue }
        totals[value] = parts.indices.reduce(Int(counted.count)) {
          $1 == number ? $0 : $0 + parts[$1].count(of: value)
        }
      }
    }
    return totals
  }

  /// The counts of all values over all segments.
  private func totals() -> [[UInt8]: Int] {
    var totals: [[UInt8]: Int] = [:]
    for part in parts {
      for counted in part.counts {
        if interruption.tick(Self.stepsPerValue) { return [:] }
        totals[part.values.value(at: counted.ordinal), default: 0] += Int(counted.count)
      }
    }
    return totals
  }

  private func best(_ counts: [Counted], _ limit: Int) -> [Counted] {
    interruption.spend(counts.count)
    return counts.first(limit, while: { !interruption.isInterrupted }) { $0.rank > $1.rank }
  }

  private func best(_ totals: [[UInt8]: Int], _ limit: Int) -> [(key: [UInt8], value: Int)] {
    totals.first(limit, while: { !interruption.tick(Self.stepsPerComparison) }) {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
  }
}

extension Sequence {
  /// The first so many elements in an order; none when `goOn`, asked for each, says to stop.
  ///
  /// - Complexity: O(n log limit) at worst; O(n) where most come behind the first ones.
  func first(
    _ limit: Int, while goOn: () -> Bool, by precedes: (Element, Element) -> Bool
  ) -> [Element] {
    // The best, and behind them what came since they were put in order; what comes behind the last of them is left out.
    var best: [Element] = []
    var last: Element?
    for element in self {
      if !goOn() { return [] }
      if let last, precedes(last, element) { continue }
      best.append(element)
      guard best.count >= 2 * Swift.max(limit, 64) else { continue }
      best.sort(by: precedes)
      best.removeLast(best.count - limit)
      last = best.last
    }
    best.sort(by: precedes)
    return Array(best.prefix(limit))
  }
}
