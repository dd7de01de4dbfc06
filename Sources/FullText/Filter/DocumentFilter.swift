/// A condition compiled for one segment: a range of documents, and tests asked document by document.
///
/// The first conjuncts that a column can answer are compared there, so a filter costs nothing for documents that never become
/// candidates; anything else becomes a bit set once. Belongs to one search on one thread.
final class DocumentFilter {
  /// A comparison of a document's set of values.
  private struct ValueTest {
    let column: KeywordColumn
    /// The value that is looked for; of several the first.
    let ordinal: UInt32
    /// A bit for each value that will do, where there are several.
    let ordinals: UnsafePointer<UInt64>?
    /// A bit for each set that holds such a value; nil where there are too many sets, or none is needed.
    var holders: UnsafePointer<UInt64>?
    let isNegated: Bool

    @inline(__always)
    func fails(_ document: DocID) -> Bool { isHeld(by: column.set(of: document)) == isNegated }

    @inline(__always)
    private func isHeld(by set: Int) -> Bool {
      if let holders { return holders[set >> 6] >> UInt64(set & 63) & 1 != 0 }
      if column.isSingleValued, ordinals == nil { return set == Int(ordinal) + 1 }
      var isFound = false
      column.forEachOrdinal(ofSet: set) { isFound = isFound || isWanted($0) }
      return isFound
    }

    @inline(__always)
    func isWanted(_ other: UInt32) -> Bool {
      guard let ordinals else { return other == ordinal }
      return ordinals[Int(other >> 6)] >> UInt64(other & 63) & 1 != 0
    }
  }

  /// A comparison of a document's integer.
  private struct RangeTest {
    let field: IntegerFieldID
    let column: IntegerColumn
    var lower: Int64
    var upper: Int64
    let isNegated: Bool

    @inline(__always)
    func fails(_ document: DocID) -> Bool {
      let value = column.value(document)
      return (value != nil && value! >= lower && value! <= upper) == isNegated
    }
  }

  /// Whether no document passes.
  @exclusivity(unchecked) private(set) var allowsNothing = false
  /// No document outside passes; `allows` may be asked about documents inside only.
  @exclusivity(unchecked) private(set) var range: Range<DocID>
  /// Whether every document passes.
  var allowsEverything: Bool { isOpen && deletions == nil && !allowsNothing }
  private var isOpen: Bool { masks.isEmpty && values.isEmpty && ranges.isEmpty }

  /// So many comparisons are made document by document.
  private static let mostTests = 8

  /// Columns with at most so many sets of values are tested set by set.
  private static let fewSets = 4096

  private let deletions: DeletionBitmap?
  @exclusivity(unchecked) private var masks: [UnsafeMutablePointer<UInt64>] = []
  @exclusivity(unchecked) private var values: [ValueTest] = []
  @exclusivity(unchecked) private var ranges: [RangeTest] = []
  /// What masks and holders point into.
  private var sets: [BitSet] = []
  /// The mask into which all conditions go that are not compared, so that many take no more memory than one.
  private var common: BitSet?
  /// Nil where nothing is compared.
  private let interruption: Interruption?

  /// Compiles a condition together with the deletions of a part. Of no use once interrupted.
  init(_ condition: Condition, part: SegmentView, _ interruption: Interruption) {
    deletions = part.omissions.isEmpty ? nil : part.omissions
    range = 0..<DocID(part.segment.documentCount)
    self.interruption = interruption
    add(condition, part.segment, interruption, isNegated: false)
  }

  /// Compiles a condition alone. Of no use once interrupted.
  init(_ condition: Condition, segment: Segment, _ interruption: Interruption) {
    deletions = nil
    range = 0..<DocID(segment.documentCount)
    self.interruption = interruption
    add(condition, segment, interruption, isNegated: false)
  }

  /// Lets the documents of a set pass, all of which lie in a range.
  init(_ set: BitSet, in range: Range<DocID>) {
    deletions = nil
    self.range = range
    interruption = nil
    add(set)
  }

  /// Lets those documents of another filter pass that are in a set.
  init(_ other: DocumentFilter, and set: BitSet) {
    deletions = other.deletions
    interruption = other.interruption
    range = other.range
    allowsNothing = other.allowsNothing
    masks = other.masks
    values = other.values
    ranges = other.ranges
    sets = other.sets
    add(set)
  }

  /// Whether a document passes.
  @inline(__always)
  func allows(_ document: DocID) -> Bool {
    if allowsNothing { return false }
    if let deletions, deletions.contains(document) { return false }
    // By index, so that no test is copied.
    for index in 0..<masks.count where masks[index][Int(document >> 6)] >> UInt64(document & 63) & 1 == 0 {
      return false
    }
    for index in 0..<values.count where values[index].fails(document) { return false }
    for index in 0..<ranges.count where ranges[index].fails(document) { return false }
    return true
  }

  /// Removes from a set of documents, all of them in `range`, those that do not pass. Of no use once interrupted.
  /// - Complexity: O(documents / 64), and O(1) a document that is left where a column has to be asked.
  func restrict(_ set: BitSet) {
    if allowsNothing { return set.removeAll() }
    for mask in masks { set.formIntersection(UnsafeBufferPointer(start: mask, count: set.words.count)) }
    deletions?.remove(from: set)
    for test in values {
      interruption?.spend(range.count)
      if interruption?.isInterrupted == true { return }
      set.forEach(in: range) { if test.fails($0) { set.remove($0) } }
    }
    for test in ranges {
      interruption?.spend(range.count)
      if interruption?.isInterrupted == true { return }
      set.forEach(in: range) { if test.fails($0) { set.remove($0) } }
    }
  }

  private func add(
    _ condition: Condition, _ segment: Segment, _ interruption: Interruption, isNegated: Bool
  ) {
    if interruption.tick() { return }
    switch condition {
    case .all: allowsNothing = allowsNothing || isNegated
    case .none: allowsNothing = allowsNothing || !isNegated
    case .and(let operands) where !isNegated:
      for operand in operands { add(operand, segment, interruption, isNegated: false) }
    case .or(let operands) where isNegated:
      for operand in operands { add(operand, segment, interruption, isNegated: true) }
    case .not(let operand): add(operand, segment, interruption, isNegated: !isNegated)
    case .integer(let field, let range)
    where values.count + ranges.count < Self.mostTests || !isNegated && isNarrowed(field):
      add(field, range, segment: segment, isNegated: isNegated)
    case .keyword(let field, let value) where values.count + ranges.count < Self.mostTests:
      add(field, [value], segment, interruption, isNegated: isNegated)
    case .keywordAmong(let field, let wanted) where values.count + ranges.count < Self.mostTests:
      add(field, wanted, segment, interruption, isNegated: isNegated)
    default: intersect(condition, segment, interruption, isNegated: isNegated)
    }
  }

  private func intersect(
    _ condition: Condition, _ segment: Segment, _ interruption: Interruption, isNegated: Bool
  ) {
    let set = condition.bits(in: segment, interruption)
    if isNegated { set.complement() }
    if let common { return common.formIntersection(set) }
    common = set
    add(set)
  }

  private func add(_ set: BitSet) {
    sets.append(set)
    if let mask = set.words.baseAddress { masks.append(mask) }
  }

  private func add(
    _ field: KeywordFieldID, _ wanted: [String], _ segment: Segment, _ interruption: Interruption,
    isNegated: Bool
  ) {
    interruption.spend(wanted.count)
    let index = segment.keywords(field)
    let ordinals = wanted.compactMap { index.find(Array($0.utf8)) }
    guard let first = ordinals.first else {
      allowsNothing = allowsNothing || !isNegated
      return
    }
    guard let column = segment.column(field) else {
      return intersect(.keywordAmong(field, wanted), segment, interruption, isNegated: isNegated)
    }
    let isPlain = column.isSingleValued && ordinals.count == 1
    if !isPlain { interruption.spend(column.setCount) }
    var test = ValueTest(
      column: column, ordinal: first, ordinals: bits(of: ordinals, column), holders: nil,
      isNegated: isNegated)
    if !isPlain { test.holders = setsHolding(test, column) }
    values.append(test)
  }

  /// A bit for each of several values; nil for one.
  private func bits(of ordinals: [UInt32], _ column: KeywordColumn) -> UnsafePointer<UInt64>? {
    guard ordinals.count > 1 else { return nil }
    let found = BitSet(capacity: column.valueCount)
    for ordinal in ordinals where ordinal < column.valueCount { found.insert(ordinal) }
    sets.append(found)
    return UnsafePointer(found.words.baseAddress)
  }

  private func setsHolding(_ test: ValueTest, _ column: KeywordColumn) -> UnsafePointer<UInt64>? {
    guard column.setCount <= Self.fewSets else { return nil }
    let found = BitSet(capacity: column.setCount)
    for set in 0..<column.setCount {
      column.forEachOrdinal(ofSet: set) { if test.isWanted($0) { found.insert(DocID(set)) } }
    }
    sets.append(found)
    return UnsafePointer(found.words.baseAddress)
  }

  private func add(
    _ field: IntegerFieldID, _ range: ClosedRange<Int64>, segment: Segment, isNegated: Bool
  ) {
    let column = segment.integers(field)
    guard let bounds = column.bounds, bounds.overlaps(range) else {
      allowsNothing = allowsNothing || !isNegated
      return
    }
    if isNegated || !narrow(field, to: range) {
      ranges.append(
        RangeTest(
          field: field, column: column, lower: range.lowerBound, upper: range.upperBound,
          isNegated: isNegated))
    }
    guard !isNegated else { return }
    self.range = self.range.clamped(to: segment.zones(field).documents(in: range))
    allowsNothing = allowsNothing || self.range.isEmpty
  }

  private func isNarrowed(_ field: IntegerFieldID) -> Bool {
    ranges.contains { $0.field == field && !$0.isNegated }
  }

  /// Narrows the range that a field has to be in already; false when there is none.
  private func narrow(_ field: IntegerFieldID, to range: ClosedRange<Int64>) -> Bool {
    guard let index = ranges.firstIndex(where: { $0.field == field && !$0.isNegated }) else { return false }
    ranges[index].lower = max(ranges[index].lower, range.lowerBound)
    ranges[index].upper = min(ranges[index].upper, range.upperBound)
    allowsNothing = allowsNothing || ranges[index].lower > ranges[index].upper
    return true
  }
}
