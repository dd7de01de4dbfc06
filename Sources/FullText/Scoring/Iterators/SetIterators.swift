/// Every document of a segment as a candidate; which of them match, subclasses say.
class CandidateIterator: DocIterator {
  private let count: DocID

  init(count: Int) {
    self.count = DocID(count)
    super.init()
    document = count > 0 ? 0 : endOfPostings
  }

  override final var cost: Int { Int(count) }

  override final func advance(to target: DocID) -> DocID {
    if document < target { document = target < count ? target : endOfPostings }
    return document
  }
}

/// Every document of a segment.
final class AllIterator: CandidateIterator {
  override func explain() -> Explanation { Explanation(value: 0, summary: "every document") }
}

/// Documents that a child does not match.
final class ComplementIterator: CandidateIterator {
  private let child: DocIterator

  init(_ child: DocIterator, count: Int) {
    self.child = child
    super.init(count: count)
  }

  override func matches() -> Bool { child.advance(to: document) != document || !child.matches() }

  override func explain() -> Explanation { Explanation(value: 0, summary: "not excluded") }
}

/// Documents that satisfy a condition.
final class ConditionIterator: CandidateIterator {
  private let filter: DocumentFilter

  init(_ filter: DocumentFilter, count: Int) {
    self.filter = filter
    super.init(count: count)
  }

  override func matches() -> Bool { filter.allows(document) }

  override func explain() -> Explanation { Explanation(value: 0, summary: "satisfies a condition") }
}

/// The documents of a bit set, each with the same score.
final class BitSetIterator: DocIterator {
  private let bits: BitSet
  private let constant: Float
  private let label: String

  init(_ bits: BitSet, score: Float, label: String) {
    self.bits = bits
    constant = score
    self.label = label
    super.init()
    document = bits.first(from: 0)
  }

  override var cost: Int { bits.population }

  override func advance(to target: DocID) -> DocID {
    if document < target { document = bits.first(from: target) }
    return document
  }

  override func score() -> Double { Double(constant) }

  override func explain() -> Explanation {
    Explanation(value: score(), summary: "\(label): the same for every document")
  }
}
