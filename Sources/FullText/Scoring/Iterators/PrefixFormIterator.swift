/// Documents that match a prefix by a form of one of some terms; forms are read only to confirm a candidate.
final class PrefixFormIterator: DocIterator {
  private let slot: PhraseSlot
  private let constant: Float
  private let whole: BitSet
  private let label: String

  /// Starts on the first document of `slot` or of `whole`, which need not be confirmed.
  init(_ slot: PhraseSlot, whole: BitSet, score: Float, label: String) {
    self.slot = slot
    self.whole = whole
    constant = score
    self.label = label
    super.init()
    document = min(slot.document, whole.first(from: 0))
  }

  override var cost: Int { whole.population + slot.cost }

  override func advance(to target: DocID) -> DocID {
    if document < target { document = min(slot.advance(to: target), whole.first(from: target)) }
    return document
  }

  override func matches() -> Bool {
    whole.contains(document) || (slot.document == document && slot.isConfirmed)
  }

  override func score() -> Double { Double(constant) }

  override func explain() -> Explanation {
    Explanation(value: score(), summary: "\(label): the same for every document")
  }
}
