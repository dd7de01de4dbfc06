/// The documents that hold a phrase in one field; positions are read only for documents that hold all of its words.
final class PhraseIterator: FieldIterator {
  /// The slots, the rarest first.
  private let alignment: Alignment<PhraseSlot>
  private let interruption: Interruption
  @exclusivity(unchecked) private var match: PhraseMatch
  @exclusivity(unchecked) private var checked: DocID = endOfPostings
  @exclusivity(unchecked) private var found: Float = 0

  /// `slots` in the order of the phrase.
  init(
    _ slots: [PhraseSlot], slop: Int32, hasRepeats: Bool, score: Score, interruption: Interruption
  ) {
    alignment = Alignment(slots.sorted { $0.cost < $1.cost })
    match = PhraseMatch(
      offsets: alignment.children.map(\.offset), slop: slop, hasRepeats: hasRepeats && slop > 0,
      interruption: interruption)
    self.interruption = interruption
    super.init(score)
    document = alignment.advance(to: 0, interruption)
  }

  private var slots: [PhraseSlot] { alignment.children }

  override var cost: Int { slots[0].cost }

  override func advance(to target: DocID) -> DocID {
    if document < target { document = alignment.advance(to: target, interruption) }
    return document
  }

  override func matches() -> Bool {
    if checked != document {
      checked = document
      found = match.frequency(of: slots)
    }
    return found > 0
  }

  override var isDear: Bool { true }

  override func gainBound() -> Float {
    if checked == document { return gain(found) }
    var least = UInt32.max
    for slot in slots { least = min(least, slot.frequency) }
    // Smallest windows count no more than the occurrences of any word; the factor covers the rounding of their sum.
    return gain(Float(least) * 1.00001)
  }

  override func frequency() -> Float {
    _ = matches()
    return found
  }
}
