/// Counts matches under the values of a tree: each once under every value that one of its own is, or stands below.
///
/// What stands above a value is looked up once, and each set of values of a segment is taken apart once, however many
/// documents have it. Values know the next one above only, so a deep tree takes no more memory than a flat one.
struct UpwardCounts {
  private let tree: ValueTree
  private var numbers: [String: Int] = [:]
  private var values: [String] = []
  private var counts: [Int] = []
  /// For each value the number of the next one above; `top` for none.
  private var above: [Int] = []
  /// For each value the last set that was counted under it.
  private var lastSets: [Int] = []
  private var setsSeen = 0

  private static let top = -1

  private let interruption: Interruption

  /// How many postings are read in the time in which a value is decoded.
  private static let stepsPerValue = 64

  init(_ tree: ValueTree, _ interruption: Interruption) {
    self.tree = tree
    self.interruption = interruption
  }

  /// The values with their counts.
  var all: [(value: String, count: Int)] { zip(values, counts).map { ($0, $1) } }

  /// Adds the matches of a segment.
  ///
  /// - Complexity: O(matches + values and those above them, over the sets of values that the segment has).
  mutating func add(_ matches: BitSet, _ column: KeywordColumn, _ index: KeywordIndex) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: column.setCount) { sets in
      sets.initialize(repeating: 0)
      let sets = sets.baseAddress!
      matches.forEach { sets[column.set(of: $0)] += 1 }
      var known = [Int?](repeating: nil, count: column.valueCount)
      for set in 1..<max(column.setCount, 1) where sets[set] > 0 {
        if interruption.tick(Self.stepsPerValue) { return }
        setsSeen += 1
        column.forEachOrdinal(ofSet: set) { ordinal in
          let value = known[Int(ordinal)] ?? number(of: index.value(at: ordinal))
          known[Int(ordinal)] = value
          count(value, Int(sets[set]))
        }
      }
    }
  }

  /// Counts documents of the present set under a value and those above it, as far as these have not been counted.
  private mutating func count(_ value: Int, _ documents: Int) {
    var next = value
    var steps = 0
    // Who has been counted has been with all above.
    while next != Self.top, lastSets[next] != setsSeen {
      lastSets[next] = setsSeen
      counts[next] += documents
      next = above[next]
      steps += 1
    }
    interruption.spend(steps)
  }

  /// The number of a value, which is given one, as are those above it.
  private mutating func number(of bytes: [UInt8]) -> Int {
    let value = String(decoding: bytes, as: UTF8.self)
    if let known = numbers[value] { return known }
    let first = values.count
    var next: String? = value
    while let value = next {
      if let known = numbers[value] {
        above[values.count - 1] = known
        break
      }
      if values.count > first { above[values.count - 1] = values.count }
      numbers[value] = values.count
      values.append(value)
      counts.append(0)
      above.append(Self.top)
      lastSets.append(0)
      next = tree.above(value)
    }
    return first
  }
}
