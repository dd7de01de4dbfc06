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
  private let scoring: Score
  private let interruption: Interruption
  @exclusivity(unchecked) private var match: PhraseMatch
  @exclusivity(unchecked) private var checked: DocID = endOfPostings
  @exclusivity(unchecked) private var frequency: Float = 0

  /// `slots` in the order of the phrase.
  init(
    _ slots: [PhraseSlot], slop: Int32, hasRepeats: Bool, score: Score, interruption: Interruption
  ) {
    self.slots = slots.sorted { $0.cost < $1.cost }
    match = PhraseMatch(
      offsets: self.slots.map(\.offset), slop: slop, hasRepeats: hasRepeats && slop > 0)
    scoring = score
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

  override var isDear: Bool { true }

  override func bound() -> Double {
    if checked == document { return frequency > 0 ? score() : 0 }
    var least = UInt32.max
    for slot in slots { least = min(least, slot.frequency) }
    // Smallest windows count no more than the occurrences of any word; the factor covers the rounding of their sum.
    return score(frequency: Float(least) * 1.00001)
  }

  private func score(frequency: Float) -> Double {
    let inverse = scoring.inverses[Int(scoring.norms[Int(document)])]
    return Double(BM25.score(weight: scoring.weight, frequency: frequency, inverse: inverse))
  }

  override func score() -> Double {
    _ = matches()
    return score(frequency: frequency)
  }

  override func explain() -> Explanation {
    let length = FieldNorm.lengths[Int(scoring.norms[Int(document)])]
    return Explanation(
      value: score(),
      summary:
        "\(scoring.label): phrase frequency \(frequency) in about \(length) words, weight \(scoring.weight)")
  }
}
