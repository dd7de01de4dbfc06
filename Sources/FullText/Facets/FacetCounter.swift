/// Counts one facet over the matches of all parts.
struct FacetCounter {
  private let request: FacetRequest
  private var values: ValueCounts
  private var buckets: [Int64: Int] = [:]
  private var boundCounts: [Int]
  /// The most buckets given of a calendar; periods so far apart that more would be needed are given without the empty ones.
  private let mostBuckets: Int
  private let interruption: Interruption
  /// Where the values that are counted stand in a tree.
  private var upward: UpwardCounts?

  /// All facets of a search share in so many buckets.
  static let allBuckets = 10_000

  /// How many postings are read in the time in which two values are compared.
  private static let stepsPerComparison = 8

  init(_ request: FacetRequest, mostBuckets: Int, tree: ValueTree?, _ interruption: Interruption) {
    if case .values(let field, _) = request, let tree, field == tree.field {
      upward = UpwardCounts(tree, interruption)
    }
    self.request = request
    self.interruption = interruption
    values = ValueCounts(interruption)
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
    case .values(let field, _): addValues(matches, population, segment, field)
    case .histogram(let field, let bounds): addBounded(matches, segment.integers(field), bounds)
    case .calendar(let field, let period, let ticksPerSecond):
      addDays(matches, segment.integers(field), period, ticksPerDay: ticksPerSecond * 86_400)
    }
  }

  private mutating func addValues(
    _ matches: BitSet, _ population: Int, _ segment: Segment, _ field: KeywordFieldID
  ) {
    guard let column = segment.column(field), column.valueCount > 0 else { return }
    if upward != nil {
      upward?.add(matches, column, segment.keywords(field))
      return
    }
    values.add(matches, population, column, segment.keywords(field))
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
      let top = upward.map { self.top($0, limit) } ?? values.top(limit)
      let all = upward.map { $0.all.reduce(0) { $0 + $1.count } } ?? values.total
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

  private func top(_ upward: UpwardCounts, _ limit: Int) -> [FacetCount] {
    upward.all.first(limit, while: { !interruption.tick(Self.stepsPerComparison) }) { one, other in
      one.count != other.count
        ? one.count > other.count : one.value.utf8.lexicographicallyPrecedes(other.value.utf8)
    }.map { FacetCount(value: $0.value, count: $0.count) }
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
