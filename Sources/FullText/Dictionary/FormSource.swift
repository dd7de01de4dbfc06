/// One form of a term that is being written, by how it differs from the term; points into memory of the writer's caller.
struct FormSource {
  /// How many of the term's first bytes it begins with, as many as possible.
  var shared: Int
  /// What stands behind these.
  var suffix: UnsafeRawBufferPointer
  var occurrences: UInt64
  var documentFrequency: UInt32
}

extension FormSource {
  /// A form by its text.
  init(
    _ text: UnsafeRawBufferPointer, term: UnsafeRawBufferPointer, occurrences: UInt64 = 0,
    documentFrequency: UInt32 = 0
  ) {
    var shared = 0
    while shared < min(term.count, text.count), term[shared] == text[shared] { shared += 1 }
    self.init(
      shared: shared, suffix: UnsafeRawBufferPointer(rebasing: text[shared...]), occurrences: occurrences,
      documentFrequency: documentFrequency)
  }

  /// Whether it is the term itself.
  func isTerm(_ term: UnsafeRawBufferPointer) -> Bool { shared == term.count && suffix.isEmpty }

  /// Whether another form of the same term has the same text.
  @inline(__always)
  func isSameText(as other: FormSource) -> Bool {
    shared == other.shared && suffix.count == other.suffix.count && compare(suffix, other.suffix) == 0
  }

  /// Whether its text stands before that of another form of the same term, bytewise.
  func precedes(_ other: FormSource, term: UnsafeRawBufferPointer) -> Bool {
    if shared == other.shared { return compare(suffix, other.suffix) < 0 }
    guard shared < other.shared else { return !other.precedes(self, term: term) }
    // The other one goes on with the term's next byte, this one with another byte or not at all.
    return suffix.isEmpty || suffix[0] < term[shared]
  }
}
