/// Documents that every child matches; scores add up.
///
/// The rarest child leads, the others gallop behind it; candidates are confirmed only once all children agree, the
/// cheapest check first.
final class IntersectionIterator: DocIterator {
  private let children: [DocIterator]
  private let interruption: Interruption

  init(_ children: [DocIterator], interruption: Interruption) {
    self.children = children.sorted { $0.cost < $1.cost }
    self.interruption = interruption
    super.init()
    document = settle(children.isEmpty ? endOfPostings : self.children[0].document)
  }

  override var cost: Int { children.first?.cost ?? 0 }

  override func advance(to target: DocID) -> DocID {
    if document < target { document = settle(children[0].advance(to: target)) }
    return document
  }

  /// Moves all children to the first common document from `candidate` on, where the leader stands.
  private func settle(_ candidate: DocID) -> DocID {
    var candidate = candidate
    search: while candidate != endOfPostings {
      if interruption.tick() { return endOfPostings }
      for child in children.dropFirst() {
        let found = child.advance(to: candidate)
        if found > candidate {
          candidate = children[0].advance(to: found)
          continue search
        }
      }
      return candidate
    }
    return endOfPostings
  }

  override var isDear: Bool { children.contains { $0.isDear } }

  override func bound() -> Double { children.reduce(0) { $0 + $1.bound() } }

  override func matches() -> Bool { children.allSatisfy { $0.matches() } }

  override func score() -> Double { children.reduce(0) { $0 + $1.score() } }

  override func explain() -> Explanation { .sum("all of", children.map { $0.explain() }) }
}
