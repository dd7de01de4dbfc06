/// The sorted terms of one field in one segment: bytewise order, numbered from 0.
///
/// A view into the segment's image, valid while the segment lives.
struct TermDictionary {
  /// How many terms there are.
  let count: Int

  /// The entry of a term.
  /// - Complexity: O(log n), about 150 ns.
  func find(_ term: UnsafeRawBufferPointer) -> TermEntry? { nil }

  /// The entry of a term.
  func find(_ term: [UInt8]) -> TermEntry? { term.withUnsafeBytes { find($0) } }

  /// The ordinal of the first term not below `bytes`; `count` if there is none.
  func lowerBound(_ bytes: [UInt8]) -> Int { 0 }

  /// The ordinals of all terms with a prefix.
  func ordinals(withPrefix prefix: [UInt8]) -> Range<Int> { 0..<0 }

  /// The entry of a term by number.
  func entry(at ordinal: Int) -> TermEntry { preconditionFailure("ordinal out of range") }

  /// The bytes of a term by number.
  func term(at ordinal: Int) -> [UInt8] { [] }

  /// Walks the terms from a number on.
  func makeIterator(at ordinal: Int) -> TermIterator { TermIterator() }

  /// The largest document frequency in the group of terms that holds an ordinal, and the group's end: lets
  /// a search for the most frequent completions skip groups.
  func groupBound(at ordinal: Int) -> (maxDocumentFrequency: UInt32, end: Int) { (0, count) }
}

/// Walks terms in order.
struct TermIterator {
  /// The current term's bytes.
  private(set) var term: [UInt8] = []
  /// The current term's entry; nil before the first `next()` and at the end.
  private(set) var entry: TermEntry?

  /// Moves to the next term; false at the end.
  mutating func next() -> Bool { false }

  /// Moves to the first term not below `bytes`, which must not lie behind the current one; false at the end.
  mutating func seek(to bytes: [UInt8]) -> Bool { false }
}

/// What the dictionary knows of a term.
struct TermEntry: Hashable {
  /// The term's number in its dictionary.
  let ordinal: Int
  /// How many documents hold it, deleted ones included.
  let documentFrequency: UInt32
  /// How often it occurs in all of them.
  let totalFrequency: UInt64
}

/// The surface forms that were reduced to one term, the most frequent first.
struct TermForms {
  /// One form.
  struct Form: Hashable {
    /// The normalised form, UTF-8.
    let text: [UInt8]
    /// How often it occurs in the segment.
    let occurrences: UInt64
    /// How many documents hold it.
    let documentFrequency: UInt32
  }

  /// The forms; their index is the ordinal beside each position.
  let forms: [Form]

  /// The ordinal of a form, if the segment holds it.
  func ordinal(of text: [UInt8]) -> UInt32? {
    forms.firstIndex { $0.text == text }.map { UInt32($0) }
  }
}
