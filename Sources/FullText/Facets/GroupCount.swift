/// Counts the distinct values of a keyword field over matches; a document without one counts for itself.
///
/// Within a segment values are counted by their ordinals. What several segments have is compared by fingerprints, so that
/// no value is decoded for a search.
struct GroupCount {
  private let field: KeywordFieldID
  private var ungrouped = 0
  /// The segments with values that were seen, which those are, and how many.
  private var seen: [(segment: Segment, ordinals: BitSet, count: Int)] = []

  init(field: KeywordFieldID) { self.field = field }

  /// How many groups there are.
  ///
  /// - Complexity: O(values seen), when more than one segment has any.
  var count: Int {
    let values = seen.reduce(0) { $0 + $1.count }
    guard seen.count > 1 else { return ungrouped + values }
    var distinct = DistinctNumbers(capacity: values)
    for (segment, ordinals, _) in seen {
      segment.fingerprints(field).withUnsafeBufferPointer { numbers in
        ordinals.forEach { distinct.insert(numbers[Int($0)]) }
      }
    }
    return ungrouped + distinct.count
  }

  /// Counts the matches of a segment, which is to be added once.
  mutating func add(_ matches: BitSet, _ segment: Segment) {
    guard let column = segment.column(field), column.valueCount > 0 else {
      ungrouped += matches.population
      return
    }
    let ordinals = BitSet(capacity: column.valueCount)
    ungrouped +=
      column.isSingleValued ? addSets(of: matches, column, ordinals) : addFirst(of: matches, column, ordinals)
    let count = ordinals.population
    if count > 0 { seen.append((segment, ordinals, count)) }
  }

  /// Adds the values of matches that have one each; gives how many have none.
  private func addSets(of matches: BitSet, _ column: KeywordColumn, _ ordinals: BitSet) -> Int {
    var without = 0
    matches.forEach { document in
      let set = column.set(of: document)
      // The empty set is 0, that of an ordinal the number behind it.
      if set == 0 { without += 1 } else { ordinals.insert(DocID(truncatingIfNeeded: set &- 1)) }
    }
    return without
  }

  /// Adds the first values of matches; gives how many have none.
  private func addFirst(of matches: BitSet, _ column: KeywordColumn, _ ordinals: BitSet) -> Int {
    var without = 0
    matches.forEach { document in
      if let ordinal = column.firstOrdinal(document) { ordinals.insert(ordinal) } else { without += 1 }
    }
    return without
  }
}

/// A set of numbers other than zero that is only asked for its size.
private struct DistinctNumbers {
  private(set) var count = 0
  // Open addressing; 0 is a free slot, and at least half of them are.
  private var slots: ContiguousArray<UInt64>

  init(capacity: Int) {
    let needed = max(64, 2 * capacity)
    slots = ContiguousArray(repeating: 0, count: 1 << (Int.bitWidth - (needed - 1).leadingZeroBitCount))
  }

  mutating func insert(_ number: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: number) & mask
    while slots[slot] != 0 {
      if slots[slot] == number { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = number
    count += 1
  }
}
