/// The documents of one walk, to whose scores another adds where both match.
final class ExtraIterator: DocIterator {
  private let walk: DocIterator
  private let extra: DocIterator

  init(_ walk: DocIterator, extra: DocIterator) {
    self.walk = walk
    self.extra = extra
    super.init()
    document = walk.document
  }

  override var cost: Int { walk.cost }

  override func advance(to target: DocID) -> DocID {
    document = walk.advance(to: target)
    return document
  }

  override func matches() -> Bool { walk.matches() }

  override var isDear: Bool { walk.isDear }

  override func bound() -> Double { walk.bound() + (isBeside ? extra.bound() : 0) }

  override func score() -> Double { walk.score() + (isBeside && extra.matches() ? extra.score() : 0) }

  override func explain() -> Explanation {
    guard isBeside, extra.matches() else { return walk.explain() }
    return .sum("with stop words", [walk.explain(), extra.explain()])
  }

  private var isBeside: Bool { extra.advance(to: document) == document }
}
