/// Counts one facet over the matches of all parts.
struct FacetCounter {
  private let request: FacetRequest
  private var values: [[UInt8]: Int] = [:]
  private var buckets: [Int64: Int] = [:]
  private var boundCounts: [Int]
  /// The most buckets given of a calendar; periods so far apart that more would be needed are given without the empty ones.
  private let mostBuckets: Int
  private let interruption: Interruption
  /// Where the values that are counted stand in a tree.
  private var upward: UpwardCounts?

  /// All facets of a search share in so many buckets.
  static let allBuckets = 10_000

  /// How many postings are read in the time in which a value is decoded and counted.
  private static let stepsPerValue = 64
  /// How many in that in which two values are compared.
  private static let stepsPerComparison = 8

  init(_ request: FacetRequest, mostBuckets: Int, tree: ValueTree?, _ interruption: Interruption) {
    if case .values(let field, _) = request, let tree, field == tree.field {
      upward = UpwardCounts(tree, interruption)
    }
    self.request = request
    self.interruption = interruption
    self.mostBuckets = mostBuckets
    if case .histogram(_, let bounds) = request {
      boundCounts = Array(repeating: 0, count: max(bounds.count - 1, 0))
    } else {
      boundCounts = []
    }
  }

  /// Counts the matches of a segment, of which there are so many; what is counted means nothing once the search is interrupted.
  mutating func add(_ matches: BitSet, _ population: Int, _ segment: Segment) {
    interruption.spend(2 * population)
    if interruption.isInterrupted { return }
    switch request {
    case .values(let field, _): addValues(matches, segment, field)
    case .histogram(let field, let bounds): addBounded(matches, segment.integers(field), bounds)
    case .calendar(let field, let period, let ticksPerSecond):
      addDays(matches, segment.integers(field), period, ticksPerDay: ticksPerSecond * 86_400)
    }
  }

  private mutating func addValues(_ matches: BitSet, _ segment: Segment, _ field: KeywordFieldID) {
    guard let column = segment.column(field), column.valueCount > 0 else { return }
    if upward != nil {
      upward?.add(matches, column, segment.keywords(field))
      return
    }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: column.valueCount) { counts in
      counts.initialize(repeating: 0)
      if column.setCount <= Self.fewSets {
        countSets(matches, column, counts)
      } else {
        countOrdinals(matches, column, counts)
      }
      let index = segment.keywords(field)
      for ordinal in counts.indices where counts[ordinal] > 0 {
        if interruption.tick(Self.stepsPerValue) { return }
        values[index.value(at: UInt32(ordinal)), default: 0] += Int(counts[ordinal])
      }
    }
  }

  /// Columns with at most so many sets of values are counted set by set.
  private static let fewSets = 4096

  private mutating func countSets(
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

  private mutating func countOrdinals(
    _ matches: BitSet, _ column: KeywordColumn, _ counts: UnsafeMutableBufferPointer<UInt32>
  ) {
    matches.forEach { document in
      column.forEachOrdinal(document) { counts[Int($0)] += 1 }
    }
  }

  private mutating func addBounded(_ matches: BitSet, _ column: IntegerColumn, _ bounds: [Int64]) {
    guard bounds.count > 1, column.bounds != nil else { return }
    matches.forEach { document in
      guard let value = column.value(document), value >= bounds[0], value < bounds[bounds.count - 1]
      else { return }
      var low = 0
      var high = bounds.count - 1
      while high - low > 1 {
        let middle = (low + high) / 2
        if bounds[middle] <= value { low = middle } else { high = middle }
      }
      boundCounts[low] += 1
    }
  }

  private mutating func addDays(
    _ matches: BitSet, _ column: IntegerColumn, _ period: CalendarPeriod, ticksPerDay: Int64
  ) {
    guard column.bounds != nil, ticksPerDay > 0 else { return }
    var lastPeriod: Range<Int64> = 0..<0
    var lastCount = 0
    matches.forEach { document in
      guard let value = column.value(document) else { return }
      let day = value.floorDivided(by: ticksPerDay)
      if lastPeriod.contains(day) {
        lastCount += 1
        return
      }
      if lastCount > 0 { buckets[lastPeriod.lowerBound, default: 0] += lastCount }
      lastPeriod = period.days(around: day)
      lastCount = 1
    }
    if lastCount > 0 { buckets[lastPeriod.lowerBound, default: 0] += lastCount }
  }

  mutating func result() -> FacetResult {
    switch request {
    case .values(_, let limit):
      for (value, count) in upward?.all ?? [] { values[Array(value.utf8)] = count }
      let top = topValues(limit)
      let all = values.values.reduce(0, +)
      return .values(top, others: all - top.reduce(0) { $0 + $1.count })
    case .histogram(_, let bounds):
      return .buckets(
        boundCounts.indices.map {
          FacetBucket(from: bounds[$0], until: bounds[$0 + 1], count: boundCounts[$0])
        })
    case .calendar(_, let period, let ticksPerSecond):
      return .buckets(calendar(period, ticksPerDay: ticksPerSecond * 86_400))
    }
  }

  private func topValues(_ limit: Int) -> [FacetCount] {
    // The best, and behind them what came since they were put in order; what comes behind the last of them is left out.
    var best: [(key: [UInt8], value: Int)] = []
    var last: (key: [UInt8], value: Int)?
    for value in values {
      if interruption.tick(Self.stepsPerComparison) { return [] }
      if let last, Self.isBefore(last, value) { continue }
      best.append(value)
      guard best.count >= 2 * max(limit, 64) else { continue }
      best.sort(by: Self.isBefore)
      best.removeLast(best.count - limit)
      last = best.last
    }
    return best.sorted(by: Self.isBefore).prefix(limit).map {
      FacetCount(value: String(decoding: $0.key, as: UTF8.self), count: $0.value)
    }
  }

  private static func isBefore(_ one: (key: [UInt8], value: Int), _ other: (key: [UInt8], value: Int)) -> Bool
  {
    one.value != other.value
      ? one.value > other.value : one.key.lexicographicallyPrecedes(other.key)
  }

  private func calendar(_ period: CalendarPeriod, ticksPerDay: Int64) -> [FacetBucket] {
    var result: [FacetBucket] = []
    let starts = buckets.keys.sorted()
    guard let first = starts.first, let last = starts.last else { return [] }
    let isDense = period.count(inDays: last - first) < Int64(mostBuckets)
    var next = first
    for start in starts {
      while isDense, next < start {
        let days = period.days(around: next)
        result.append(bucket(days, 0, ticksPerDay))
        next = days.upperBound
      }
      let days = period.days(around: start)
      result.append(bucket(days, buckets[start] ?? 0, ticksPerDay))
      next = days.upperBound
    }
    return result
  }

  private func bucket(_ days: Range<Int64>, _ count: Int, _ ticksPerDay: Int64) -> FacetBucket {
    FacetBucket(
      from: days.lowerBound.multipliedSaturating(by: ticksPerDay),
      until: days.upperBound.multipliedSaturating(by: ticksPerDay), count: count)
  }
}
