/// Documents that every child matches; scores add up.
///
/// The rarest child leads, the others gallop behind it; candidates are confirmed only once all children agree, the
/// cheapest check first.
final class IntersectionIterator: DocIterator {
  private let alignment: Alignment<DocIterator>
  private let interruption: Interruption

  init(_ children: [DocIterator], interruption: Interruption) {
    alignment = Alignment(children.sorted { $0.cost < $1.cost })
    self.interruption = interruption
    super.init()
    document = alignment.advance(to: 0, interruption)
  }

  private var children: [DocIterator] { alignment.children }

  override var cost: Int { children.first?.cost ?? 0 }

  override func advance(to target: DocID) -> DocID {
    if document < target { document = alignment.advance(to: target, interruption) }
    return document
  }

  override var isDear: Bool { children.contains { $0.isDear } }

  override func bound() -> Double { children.reduce(0) { $0 + $1.bound() } }

  override func matches() -> Bool { children.allSatisfy { $0.matches() } }

  override func score() -> Double { children.reduce(0) { $0 + $1.score() } }

  override func explain() -> Explanation { .sum("all of", children.map { $0.explain() }) }
}
