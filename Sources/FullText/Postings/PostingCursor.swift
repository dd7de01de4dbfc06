/// Walks one posting list by rising document, a block of 128 at a time.
///
/// A plain value without references, so that arrays of cursors cost no reference counts. It points into the
/// segment's image and into scratch of a `PostingArena`, and is valid while both live; copying one gives two
/// cursors that share scratch, so move it instead. Starts before the first document.
struct PostingCursor {
  /// The current document; `endOfPostings` when run out. Invalid before the first move.
  private(set) var document: DocID = 0
  /// How many documents the list holds (deleted ones included).
  let documentFrequency: UInt32
  /// Bounds over the whole list.
  let impacts: Impacts

  /// The number of occurrences in the current document. Decodes the block's frequencies on first use.
  var frequency: UInt32 {
    mutating get { 0 }
  }

  /// Moves to the next document.
  mutating func next() -> DocID { endOfPostings }

  /// Moves to the first document not below `target`; stays if already there.
  mutating func advance(to target: DocID) -> DocID { endOfPostings }

  /// Looks at the block that would hold `target`, without decoding it: sets `blockLast` and `blockImpacts`.
  /// Does not move `document`; `target` must not be below it.
  mutating func seekBlock(to target: DocID) {}

  /// The last document of the block looked at; `endOfPostings` behind the last block.
  private(set) var blockLast: DocID = 0

  /// Bounds over the block looked at.
  var blockImpacts: Impacts { impacts }

  /// Appends the positions of the current document, rising.
  mutating func positions(into positions: inout [UInt32]) {}

  /// Appends positions and, beside each, the ordinal of the form within the term (see `TermForms`).
  mutating func occurrences(into occurrences: inout [Occurrence]) {}
}

/// One occurrence of a term in a field.
struct Occurrence: Hashable {
  /// Position among the field's words.
  var position: UInt32
  /// Which of the term's forms stands there.
  var form: UInt32
}

/// Scratch memory of the cursors of one query; keep it alive, with the view, while cursors are used.
///
/// Belongs to one thread. `reset()` lets it be used for the next query without allocating.
final class PostingArena {
  /// Frees all cursors' scratch for reuse.
  func reset() {}
}
