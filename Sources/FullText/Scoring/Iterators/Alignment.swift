/// What moves forward over documents by rising number.
protocol Advancing {
  /// Moves to the first document not below `target`; stays if already there.
  func advance(to target: DocID) -> DocID
}

extension DocIterator: Advancing {}
extension PhraseSlot: Advancing {}

/// Moves all children to the first document that they have in common from `candidate` on, where the first of them stands.
///
/// - Returns: that document; `endOfPostings` without one, or when the search is given up.
@inline(__always)
func aligned<Child: Advancing>(
  _ children: [Child], from candidate: DocID, _ interruption: Interruption
) -> DocID {
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
