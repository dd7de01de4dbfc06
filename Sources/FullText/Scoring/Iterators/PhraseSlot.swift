/// One place of a phrase in one field: the terms that may stand there.
///
/// Owns its cursors, which are valid as long as their arena.
final class PhraseSlot {
  /// The first document, not below the last target, that holds one of the terms.
  @exclusivity(unchecked) private(set) var document: DocID = endOfPostings
  /// The place in the phrase.
  let offset: Int32

  private var cursors: UnsafeMutablePointer<PostingCursor>
  private var capacity = 1
  private var count = 0
  /// For each term the forms that will do, as ordinals; nil when all will.
  private var forms: [[UInt32]?] = []
  @exclusivity(unchecked) private var occurrences: [Occurrence] = []

  init(offset: Int32) {
    self.offset = offset
    cursors = .allocate(capacity: 1)
  }

  deinit { cursors.deallocate() }

  /// About how many documents there are.
  var cost: Int { (0..<count).reduce(0) { $0 + Int(cursors[$1].documentFrequency) } }

  func add(_ cursor: consuming PostingCursor, forms: [UInt32]?) {
    if count == capacity {
      let larger = UnsafeMutablePointer<PostingCursor>.allocate(capacity: 2 * capacity)
      larger.moveInitialize(from: cursors, count: count)
      cursors.deallocate()
      cursors = larger
      capacity *= 2
    }
    (cursors + count).initialize(to: cursor)
    document = min(document, cursors[count].next())
    count += 1
    self.forms.append(forms)
  }

  func advance(to target: DocID) -> DocID {
    guard document < target else { return document }
    document = endOfPostings
    for index in 0..<count {
      if cursors[index].document < target { cursors[index].advance(to: target) }
      document = min(document, cursors[index].document)
    }
    return document
  }

  /// How often the terms occur in the current document, in whatever form.
  var frequency: UInt32 {
    var sum: UInt32 = 0
    for index in 0..<count where cursors[index].document == document {
      sum &+= cursors[index].frequency
    }
    return sum
  }

  /// Whether one of the terms occurs in the current document in a form that will do.
  var isConfirmed: Bool {
    var positions: [UInt32] = []
    var starts: [Int32] = []
    self.starts(into: &starts, positions: &positions)
    return !starts.isEmpty
  }

  /// Replaces `starts` by where the phrase would have to start for each occurrence in the current document, rising.
  func starts(into starts: inout [Int32], positions: inout [UInt32]) {
    positions.removeAll(keepingCapacity: true)
    var found = 0
    for index in 0..<count where cursors[index].document == document {
      found += 1
      guard let wanted = forms[index] else {
        cursors[index].positions(into: &positions)
        continue
      }
      occurrences.removeAll(keepingCapacity: true)
      cursors[index].occurrences(into: &occurrences)
      for occurrence in occurrences where wanted.contains(occurrence.form) {
        positions.append(occurrence.position)
      }
    }
    if found > 1 { positions.sort() }
    starts.removeAll(keepingCapacity: true)
    for position in positions { starts.append(Int32(bitPattern: position) - offset) }
  }
}
