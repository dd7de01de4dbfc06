/// What moves forward over documents by rising number.
protocol Advancing: AnyObject {
  /// Moves to the first document not below `target`; stays if already there.
  func advance(to target: DocID) -> DocID
}

extension DocIterator: Advancing {}
extension PhraseSlot: Advancing {}

/// Children that move together to the documents that they have in common.
///
/// To count a reference takes as long as to move a child, so none is counted while they move.
struct Alignment<Child: Advancing> {
  /// The one that leads comes first.
  let children: [Child]
  // SAFETY: `children` keeps them alive as long as whoever owns this value is in use.
  private let moving: [Unmanaged<Child>]

  init(_ children: [Child]) {
    self.children = children
    moving = children.map { .passUnretained($0) }
  }

  /// Moves all children to the first document not below `target` that they have in common, unless there are none.
  ///
  /// - Returns: that document; `endOfPostings` without one, or when the search is given up.
  @inline(__always)
  func advance(to target: DocID, _ interruption: Interruption) -> DocID {
    if moving.isEmpty { return endOfPostings }
    var candidate = advance(0, to: target)
    search: while candidate != endOfPostings {
      if interruption.tick() { return endOfPostings }
      for place in 1..<moving.count {
        let found = advance(place, to: candidate)
        if found > candidate {
          candidate = advance(0, to: found)
          continue search
        }
      }
      return candidate
    }
    return endOfPostings
  }

  @inline(__always)
  private func advance(_ place: Int, to target: DocID) -> DocID {
    moving[place]._withUnsafeGuaranteedRef { $0.advance(to: target) }
  }
}
