extension DocumentFilter {
  /// A comparison of every document of a set.
  private enum Test {
    case value(Int)
    case range(Int)
  }

  /// How many documents have to be looked at to find those that pass.
  var leastCandidates: Int {
    if allowsNothing { return 0 }
    let gathered = values.lazy.filter { !$0.isNegated }.map(\.documentFrequency).min() ?? range.count
    return min(range.count, gathered, common?.population ?? range.count)
  }

  /// The documents that pass, in an empty set. Of no use once interrupted.
  /// - Complexity: O(documents / 64), and O(1) a document that is looked at.
  func insertAll(into set: BitSet) {
    if allowsNothing || range.isEmpty { return }
    let least = values.indices.filter { !values[$0].isNegated }
      .min { values[$0].documentFrequency < values[$1].documentFrequency }
    if let least, values[least].documentFrequency < range.count {
      gather(least, into: set)
      set.formIntersection(range)
      restrict(set, but: least)
    } else {
      set.insert(range)
      restrict(set, but: nil)
    }
  }

  /// Removes from a set of documents, all of them in `range`, those that do not pass. Of no use once interrupted.
  /// - Complexity: O(documents / 64), and O(1) a document that is left where a column has to be asked.
  func restrict(_ set: BitSet) { restrict(set, but: nil) }

  /// - Parameter gathered: the value that all documents of the set hold already.
  private func restrict(_ set: BitSet, but gathered: Int?) {
    if allowsNothing { return set.removeAll() }
    for mask in masks { set.formIntersection(UnsafeBufferPointer(start: mask, count: set.words.count)) }
    deletions?.remove(from: set)
    let asked = values.indices.filter { $0 != gathered }
    var tests = asked.map { (test: Test.value($0), share: share(value: $0)) }
    tests += ranges.indices.map { (test: Test.range($0), share: share(range: $0)) }
    tests.sort { $0.share < $1.share }
    for (test, _) in tests {
      let left = set.population
      interruption?.spend(left)
      if interruption?.isInterrupted == true || left == 0 { return }
      switch test {
      case .value(let index): keep(index, in: set, left)
      case .range(let index):
        let test = ranges[index]
        set.keep(in: range) { !test.fails($0) }
      }
    }
  }

  /// Keeps the documents, of which so many are left, that pass a comparison of their values.
  private func keep(_ index: Int, in set: BitSet, _ left: Int) {
    let test = values[index]
    guard test.documents == nil, test.isGatheringQuicker(than: left, set.capacity) else {
      return set.keep(in: range) { (test.holds($0) ?? test.isInSet(of: $0)) != test.isNegated }
    }
    let gathered = set.emptySet()
    gather(index, into: gathered)
    if test.isNegated { gathered.complement() }
    set.formIntersection(gathered)
  }

  private func gather(_ index: Int, into set: BitSet) {
    guard let segment else { return }
    interruption?.spend(values[index].gatheringTime(set.capacity))
    values[index].gather(segment, into: set)
  }

  /// About which part of the documents passes.
  private func share(value index: Int) -> Double {
    let documents = max(1, segment?.documentCount ?? 1)
    let held = min(1, Double(values[index].documentFrequency) / Double(documents))
    return values[index].isNegated ? 1 - held : held
  }

  private func share(range index: Int) -> Double {
    guard let segment else { return 1 }
    let held = segment.zones(ranges[index].field).share(of: ranges[index].range, in: range)
    return ranges[index].isNegated ? 1 - held : held
  }
}
