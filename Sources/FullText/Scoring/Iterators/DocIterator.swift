/// Walks the matching documents of one segment by rising number.
///
/// Stands on the first candidate when made and on `endOfPostings` at the end. A candidate is a match only when
/// ``matches()`` says so: what is dear to check (positions of a phrase) is checked after everything cheap. Belongs to one
/// search on one thread.
class DocIterator {
  /// The current candidate.
  @exclusivity(unchecked) final var document: DocID = endOfPostings

  /// About how many candidates there are.
  var cost: Int { 0 }

  /// Moves to the next candidate.
  func next() -> DocID { advance(to: document + 1) }

  /// Moves to the first candidate not below `target`; stays if already there.
  func advance(to target: DocID) -> DocID { endOfPostings }

  /// Whether the current candidate really matches; may be asked repeatedly.
  func matches() -> Bool { true }

  /// Whether it is worth asking for a bound before asking for a match.
  var isDear: Bool { false }

  /// What the current candidate scores at most, without checking whether it matches.
  func bound() -> Double { score() }

  /// The score of the current document, which must match.
  func score() -> Double { 0 }

  /// How the score of the current document, which must match, comes about.
  func explain() -> Explanation { Explanation(value: score(), summary: "matches") }
}

/// An iterator over nothing.
final class EmptyIterator: DocIterator {
  override func explain() -> Explanation { Explanation(value: 0, summary: "matches nothing") }
}
