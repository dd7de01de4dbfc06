/// A condition compiled for one segment: a range of documents, and tests asked document by document.
///
/// The first conjuncts that a column can answer are compared there, so a filter costs nothing for documents that never become
/// candidates, or against the documents of a value, gathered once so many have been asked about; anything else becomes a bit
/// set at once. Belongs to one search on one thread.
final class DocumentFilter {
  /// Whether no document passes.
  @exclusivity(unchecked) private(set) var allowsNothing = false
  /// No document outside passes; `allows` may be asked about documents inside only.
  @exclusivity(unchecked) private(set) var range: Range<DocID>
  /// Whether every document passes.
  var allowsEverything: Bool { isOpen && deletions == nil && !allowsNothing }
  private var isOpen: Bool { masks.isEmpty && values.isEmpty && ranges.isEmpty }

  /// So many comparisons are made document by document.
  private static let mostTests = 8

  let deletions: DeletionBitmap?
  /// Nil where nothing is compared.
  let segment: Segment?
  @exclusivity(unchecked) private(set) var masks: [UnsafeMutablePointer<UInt64>] = []
  @exclusivity(unchecked) private(set) var values: [ValueTest] = []
  @exclusivity(unchecked) private(set) var ranges: [RangeTest] = []
  /// What masks and tests point into.
  private var sets: [BitSet] = []
  /// The mask into which all conditions go that are not compared, so that many take no more memory than one.
  private(set) var common: BitSet?
  /// Nil where nothing is compared.
  let interruption: Interruption?

  /// Compiles a condition together with the deletions of a part. Of no use once interrupted.
  init(_ condition: Condition, part: SegmentView, _ interruption: Interruption) {
    deletions = part.omissions.isEmpty ? nil : part.omissions
    segment = part.segment
    range = 0..<DocID(part.segment.documentCount)
    self.interruption = interruption
    add(condition, part.segment, interruption, isNegated: false)
  }

  /// Compiles a condition alone. Of no use once interrupted.
  init(_ condition: Condition, segment: Segment, _ interruption: Interruption) {
    deletions = nil
    self.segment = segment
    range = 0..<DocID(segment.documentCount)
    self.interruption = interruption
    add(condition, segment, interruption, isNegated: false)
  }

  /// Lets the documents of a set pass, all of which lie in a range.
  init(_ set: BitSet, in range: Range<DocID>) {
    deletions = nil
    segment = nil
    self.range = range
    interruption = nil
    add(set)
  }

  /// Lets those documents of another filter pass that are in a set.
  init(_ other: DocumentFilter, and set: BitSet) {
    deletions = other.deletions
    segment = other.segment
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
    for index in 0..<values.count where holds(document, index) == values[index].isNegated { return false }
    for index in 0..<ranges.count where ranges[index].fails(document) { return false }
    return true
  }

  @inline(__always)
  private func holds(_ document: DocID, _ test: Int) -> Bool {
    values[test].holds(document) ?? holdsInSet(document, test)
  }

  /// Goes through the set of a document, or gathers the documents at last, so that asking never takes more than twice the time
  /// of what would have been quicker.
  @inline(never)
  private func holdsInSet(_ document: DocID, _ test: Int) -> Bool {
    if let segment, values[test].countAsked(segment.documentCount) {
      let set = BitSet(capacity: segment.documentCount)
      values[test].gather(segment, into: set)
      sets.append(set)
      values[test].answer(from: set)
    }
    return values[test].holds(document) ?? values[test].isInSet(of: document)
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
    if ordinals.isEmpty {
      allowsNothing = allowsNothing || !isNegated
      return
    }
    guard let column = segment.column(field) else {
      return intersect(.keywordAmong(field, wanted), segment, interruption, isNegated: isNegated)
    }
    values.append(ValueTest(field, column, Array(Set(ordinals)), index, isNegated: isNegated))
  }

  private func add(
    _ field: IntegerFieldID, _ range: ClosedRange<Int64>, segment: Segment, isNegated: Bool
  ) {
    guard let test = RangeTest(field, segment.integers(field), range, isNegated: isNegated) else {
      allowsNothing = allowsNothing || !isNegated
      return
    }
    if isNegated || !narrow(field, to: range) { ranges.append(test) }
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
    if let narrowed = ranges[index].narrowed(to: range) {
      ranges[index] = narrowed
    } else {
      allowsNothing = true
    }
    return true
  }
}
