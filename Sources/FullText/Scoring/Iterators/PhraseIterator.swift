/// One place of a phrase in one field: the terms that may stand there.
final class PhraseSlot {
  /// The first document, not below the last target, that holds one of the terms.
  private(set) var document: DocID = endOfPostings
  /// The place in the phrase.
  let offset: Int32

  private struct Member {
    var cursor: PostingCursor
    var document: DocID
    /// The forms that will do, as ordinals of the term; nil when all will.
    let forms: [UInt32]?
  }

  private var members: [Member] = []
  private var occurrences: [Occurrence] = []

  init(offset: Int32) { self.offset = offset }

  var cost: Int { members.reduce(0) { $0 + Int($1.cursor.documentFrequency) } }

  func add(_ cursor: consuming PostingCursor, forms: [UInt32]?) {
    var member = Member(cursor: cursor, document: 0, forms: forms)
    member.document = member.cursor.next()
    document = min(document, member.document)
    members.append(member)
  }

  func advance(to target: DocID) -> DocID {
    guard document < target else { return document }
    document = endOfPostings
    for index in members.indices {
      if members[index].document < target {
        members[index].document = members[index].cursor.advance(to: target)
      }
      document = min(document, members[index].document)
    }
    return document
  }

  /// Replaces `starts` by where the phrase would have to start for each occurrence in the current document, rising.
  func starts(into starts: inout [Int32], positions: inout [UInt32]) {
    positions.removeAll(keepingCapacity: true)
    var found = 0
    for index in members.indices where members[index].document == document {
      found += 1
      if let forms = members[index].forms {
        occurrences.removeAll(keepingCapacity: true)
        members[index].cursor.occurrences(into: &occurrences)
        for occurrence in occurrences where forms.contains(occurrence.form) {
          positions.append(occurrence.position)
        }
      } else {
        members[index].cursor.positions(into: &positions)
      }
    }
    if found > 1 { positions.sort() }
    starts.removeAll(keepingCapacity: true)
    for position in positions { starts.append(Int32(bitPattern: position) - offset) }
  }
}

/// The documents that hold a phrase in one field; positions are read only for documents that hold all of its words.
final class PhraseIterator: DocIterator {
  /// How a match scores: the field's norms, the search's table of lengths, the phrase's weight.
  struct Score {
    let norms: UnsafePointer<UInt8>
    let inverses: UnsafePointer<Float>
    let weight: Float
    let label: String
  }

  private let slots: [PhraseSlot]
  private let score_: Score
  private let interruption: Interruption
  private var match: PhraseMatch
  private var checked: DocID = endOfPostings
  private var frequency: Float = 0

  /// `slots` in the order of the phrase.
  init(
    _ slots: [PhraseSlot], slop: Int32, hasRepeats: Bool, score: Score, interruption: Interruption
  ) {
    self.slots = slots.sorted { $0.cost < $1.cost }
    match = PhraseMatch(
      offsets: self.slots.map(\.offset), slop: slop, hasRepeats: hasRepeats && slop > 0)
    score_ = score
    self.interruption = interruption
    super.init()
    document = settle(self.slots[0].document)
  }

  override var cost: Int { slots[0].cost }

  override func advance(to target: DocID) -> DocID {
    if document < target { document = settle(slots[0].advance(to: target)) }
    return document
  }

  private func settle(_ candidate: DocID) -> DocID {
    var candidate = candidate
    search: while candidate != endOfPostings {
      if interruption.tick() { return endOfPostings }
      for slot in slots.dropFirst() {
        let found = slot.advance(to: candidate)
        if found > candidate {
          candidate = slots[0].advance(to: found)
          continue search
        }
      }
      return candidate
    }
    return endOfPostings
  }

  override func matches() -> Bool {
    if checked != document {
      checked = document
      frequency = match.frequency(of: slots)
    }
    return frequency > 0
  }

  override func score() -> Double {
    _ = matches()
    let inverse = score_.inverses[Int(score_.norms[Int(document)])]
    return Double(BM25.score(weight: score_.weight, frequency: frequency, inverse: inverse))
  }

  override func explain() -> Explanation {
    let length = FieldNorm.lengths[Int(score_.norms[Int(document)])]
    return Explanation(
      value: score(),
      summary:
        "\(score_.label): phrase frequency \(frequency) in about \(length) words, weight \(score_.weight)")
  }
}
