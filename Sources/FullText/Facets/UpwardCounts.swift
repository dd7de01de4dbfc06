/// Counts matches under the values of a tree: each once under every value that one of its own is, or stands below.
///
/// What stands above a value is looked up once, and each set of values of a segment is taken apart once, however many
/// documents have it.
struct UpwardCounts {
  private let tree: ValueTree
  private var numbers: [String: Int] = [:]
  private var values: [String] = []
  private var counts: [Int] = []
  /// For each value the last set that was counted under it.
  private var lastSets: [Int] = []
  private var setsSeen = 0
  /// Of each value that documents have the numbers of it and of all above.
  private var chains: [String: [Int]] = [:]

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
      var known = [[Int]?](repeating: nil, count: column.valueCount)
      for set in 1..<max(column.setCount, 1) where sets[set] > 0 {
        if interruption.tick(Self.stepsPerValue) { return }
        setsSeen += 1
        column.forEachOrdinal(ofSet: set) { ordinal in
          let chain = known[Int(ordinal)] ?? chain(of: index.value(at: ordinal))
          known[Int(ordinal)] = chain
          for number in chain where lastSets[number] != setsSeen {
            lastSets[number] = setsSeen
            counts[number] += Int(sets[set])
          }
        }
      }
    }
  }

  private mutating func chain(of bytes: [UInt8]) -> [Int] {
    let value = String(decoding: bytes, as: UTF8.self)
    if let known = chains[value] { return known }
    var chain: [Int] = []
    for value in tree.upward(value) {
      let number = numbers[value] ?? values.count
      if number == values.count {
        numbers[value] = number
        values.append(value)
        counts.append(0)
        lastSets.append(0)
      }
      chain.append(number)
    }
    chains[value] = chain
    return chain
  }
}
