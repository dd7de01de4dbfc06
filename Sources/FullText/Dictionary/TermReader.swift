import Glibc

/// Reads the terms of one group in order, from bytes that are not trusted.
///
/// A plain value. Holds whole terms in memory that it is given; who only compares them needs none.
struct TermReader {
  private let sections: TermSections
  private var cursor: ByteCursor
  private let buffer: UnsafeMutablePointer<UInt8>?
  private(set) var length = 0
  /// How many bytes the current term shares with the one before it in the group.
  private(set) var shared = 0
  private var postingsOffset = 0
  private var positionsOffset = 0
  private var formsOffset = 0

  /// Starts in front of the first term at `offset`; `scratch`, without which `next` must not be called, takes as many bytes as the
  /// longest term may have.
  init(_ sections: TermSections, offset: Int, scratch: UnsafeMutablePointer<UInt8>? = nil) {
    self.sections = sections
    buffer = scratch
    let start = min(offset, sections.terms.count)
    cursor = ByteCursor(UnsafeRawBufferPointer(rebasing: sections.terms[start...]))
    postingsOffset = cursor.count()
    positionsOffset = cursor.count()
    formsOffset = cursor.count()
  }

  /// The current term.
  var term: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: buffer, count: length) }

  /// Reads the next term's bytes; `entry` or `skipEntry` must follow. False at the end or when damaged.
  @inline(__always)
  mutating func next() -> Bool {
    guard let buffer, let suffix = nextSuffix() else { return false }
    copy(suffix, to: buffer + shared)
    return true
  }

  /// Reads what the next term goes on with behind the bytes that it shares with the one before it; `entry` or `skipEntry` must
  /// follow. Nil at the end or when damaged.
  @inline(__always)
  mutating func nextSuffix() -> UnsafeRawBufferPointer? {
    let lengths = cursor.byte()
    var shared = Int(lengths >> 4)
    var count = Int(lengths & 15)
    if shared == TermDictionaryFormat.shortLength { shared += cursor.count() }
    if count == TermDictionaryFormat.shortLength { count += cursor.count() }
    guard shared <= length, shared + count <= sections.longestTerm else { return nil }
    let suffix = cursor.bytes(count)
    guard !cursor.isPastEnd else { return nil }
    self.shared = shared
    length = shared + count
    return suffix
  }

  /// Passes over the terms, at most so many from the first of a group on, that are below another one, and gives how many these are
  /// and whether that one follows, or one that begins so; its `entry` may be read then.
  mutating func seek(
    _ term: UnsafeRawBufferPointer, among count: Int
  ) -> (below: Int, isFound: Bool, isBeginning: Bool) {
    // How many bytes the current term has in common with the one that is looked for, as long as it is below that.
    var common = 0
    for below in 0..<count {
      guard let suffix = nextSuffix(), shared >= common else { return (below, false, false) }
      if shared == common {
        while common < min(length, term.count), suffix[common - shared] == term[common] { common += 1 }
        if common == term.count { return (below, length == common, true) }
        if common < length, suffix[common - shared] > term[common] { return (below, false, false) }
      }
      skipEntry()
    }
    return (count, false, false)
  }

  /// Copies bytes of the terms' section into the buffer; few of them as one number, with what lies behind.
  @inline(__always)
  private func copy(_ bytes: UnsafeRawBufferPointer, to target: UnsafeMutablePointer<UInt8>) {
    let source = bytes.baseAddress!
    if bytes.count <= 8, cursor.end - source >= 8, shared + 8 <= sections.longestTerm {
      UnsafeMutableRawPointer(target).storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
    } else if bytes.count > 0 {
      memcpy(target, source, bytes.count)
    }
  }

  /// Reads what follows the term's bytes.
  @inline(__always)
  mutating func entry(ordinal: Int) -> TermEntry {
    let head = head()
    var entry = TermEntry()
    entry.ordinal = ordinal
    entry.documentFrequency = head.documentFrequency
    entry.totalFrequency = head.occurrences
    entry.hasFormTable = head.hasFormTable
    entry.hasSeveralForms = head.hasSeveralForms
    if head.documentFrequency == 1 {
      entry.single = cursor.varint32()
    } else {
      entry.postings = take(cursor.count(), at: &postingsOffset, of: sections.postings)
    }
    if head.positions > 0 {
      entry.positions = inlinePositions(head.positions)
    } else if sections.hasPositions {
      entry.positions = take(cursor.count(), at: &positionsOffset, of: sections.positions)
    } else {
      cursor.skip(1)
    }
    if entry.hasFormTable { entry.forms = take(cursor.count(), at: &formsOffset, of: sections.forms) }
    return entry
  }

  /// Passes over what follows the term's bytes, for much less.
  @inline(__always)
  mutating func skipEntry() {
    let head = head()
    if head.positions > 0 {
      cursor.skipVarints(1 + head.positions)
    } else {
      if head.documentFrequency == 1 { cursor.skipVarints(1) } else { postingsOffset &+= cursor.count() }
      positionsOffset &+= cursor.count()
    }
    if head.hasFormTable { formsOffset &+= cursor.count() }
  }

  /// Passes over what follows the term's bytes, for even less, in a group of which no entry is read any more; gives how many
  /// documents hold the term.
  @inline(__always)
  mutating func documentFrequency() -> UInt32 {
    let head = head()
    cursor.skipVarints(max(2, 1 + head.positions) + (head.hasFormTable ? 1 : 0))
    return head.documentFrequency
  }

  /// What an entry begins with.
  private struct Head {
    let documentFrequency: UInt32
    let occurrences: UInt64
    let hasFormTable: Bool
    let hasSeveralForms: Bool
    /// How many numbers positions and forms are that stand in the entry itself; 0 when they do not.
    let positions: Int
  }

  @inline(__always)
  private mutating func head() -> Head {
    let head = cursor.varint()
    let documentFrequency = UInt32(truncatingIfNeeded: head >> TermDictionaryFormat.flagBits) &+ 1
    var occurrences = UInt64(documentFrequency)
    if head & TermDictionaryFormat.repeats != 0 { occurrences &+= cursor.varint() }
    let hasSeveralForms = head & TermDictionaryFormat.hasSeveralForms != 0
    let isInline =
      sections.hasPositions && documentFrequency == 1 && occurrences <= TermDictionaryFormat.inlineOccurrences
    return Head(
      documentFrequency: documentFrequency, occurrences: occurrences,
      hasFormTable: head & TermDictionaryFormat.hasFormTable != 0, hasSeveralForms: hasSeveralForms,
      positions: isInline ? Int(occurrences) * (hasSeveralForms ? 2 : 1) : 0)
  }

  /// The varints of a few positions and, with a table of several forms, their forms.
  private mutating func inlinePositions(_ numbers: Int) -> UnsafeRawBufferPointer {
    let start = cursor.position
    cursor.skipVarints(numbers)
    return UnsafeRawBufferPointer(start: start, count: cursor.position - start)
  }

  @inline(__always)
  private func take(
    _ count: Int, at offset: inout Int, of section: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    guard offset <= section.count, count <= section.count - offset else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    defer { offset += count }
    return UnsafeRawBufferPointer(start: section.baseAddress! + offset, count: count)
  }
}

/// The sections that the terms of one field point into.
struct TermSections {
  var terms: UnsafeRawBufferPointer
  var groups: UnsafeRawBufferPointer
  var postings: UnsafeRawBufferPointer
  var positions: UnsafeRawBufferPointer
  var forms: UnsafeRawBufferPointer
  var hasPositions: Bool
  /// The most bytes that a term may have; one that has more is damage.
  var longestTerm: Int
}
