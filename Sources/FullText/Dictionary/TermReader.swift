import Glibc

/// Reads the terms of one group in order, from bytes that are not trusted.
///
/// Holds the current term in memory of its own. A plain value but for that memory, which `TermScratch` owns.
struct TermReader {
  private let sections: TermSections
  private var cursor: ByteCursor
  private let buffer: UnsafeMutablePointer<UInt8>
  private(set) var length = 0
  /// How many bytes the current term shares with the one before it in the group.
  private(set) var shared = 0
  private var postingsOffset = 0
  private var positionsOffset = 0
  private var formsOffset = 0

  /// Starts in front of the first term at `offset`; `scratch` takes as many bytes as the longest term may have.
  init(_ sections: TermSections, offset: Int, scratch: UnsafeMutablePointer<UInt8>) {
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
    let lengths = cursor.byte()
    var shared = Int(lengths >> 4)
    var suffix = Int(lengths & 15)
    if shared == TermDictionaryFormat.shortLength { shared += cursor.count() }
    if suffix == TermDictionaryFormat.shortLength { suffix += cursor.count() }
    guard shared <= length, shared + suffix <= sections.longestTerm else { return false }
    let bytes = cursor.bytes(suffix)
    guard !cursor.isPastEnd else { return false }
    copy(bytes, to: shared)
    self.shared = shared
    length = shared + suffix
    return true
  }

  /// Copies bytes of the terms' section to a place in the buffer; few of them as one number, with what lies behind.
  @inline(__always)
  private func copy(_ bytes: UnsafeRawBufferPointer, to place: Int) {
    let source = bytes.baseAddress!
    if bytes.count <= 8, cursor.end - source >= 8, place + 8 <= sections.longestTerm {
      UnsafeMutableRawPointer(buffer + place).storeBytes(
        of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
    } else if bytes.count > 0 {
      memcpy(buffer + place, source, bytes.count)
    }
  }

  /// Reads what follows the term's bytes.
  @inline(__always)
  mutating func entry(ordinal: Int) -> TermEntry {
    var entry = TermEntry()
    entry.ordinal = ordinal
    let head = cursor.varint()
    entry.documentFrequency = UInt32(truncatingIfNeeded: head >> TermDictionaryFormat.flagBits) &+ 1
    entry.hasFormTable = head & TermDictionaryFormat.hasFormTable != 0
    entry.hasSeveralForms = head & TermDictionaryFormat.hasSeveralForms != 0
    entry.totalFrequency = UInt64(entry.documentFrequency)
    if head & TermDictionaryFormat.repeats != 0 { entry.totalFrequency &+= cursor.varint() }
    if entry.documentFrequency == 1 {
      entry.single = cursor.varint32()
    } else {
      entry.postings = take(cursor.count(), at: &postingsOffset, of: sections.postings)
    }
    if sections.hasPositions {
      if entry.documentFrequency == 1, entry.totalFrequency <= TermDictionaryFormat.inlineOccurrences {
        entry.positions = inlinePositions(entry)
      } else {
        entry.positions = take(cursor.count(), at: &positionsOffset, of: sections.positions)
      }
    } else {
      cursor.skip(1)
    }
    if entry.hasFormTable { entry.forms = take(cursor.count(), at: &formsOffset, of: sections.forms) }
    return entry
  }

  /// Passes over what follows the term's bytes, for much less; gives how many documents hold the term.
  @inline(__always)
  @discardableResult
  mutating func skipEntry() -> UInt32 {
    let head = cursor.varint()
    let documentFrequency = UInt32(truncatingIfNeeded: head >> TermDictionaryFormat.flagBits) &+ 1
    var occurrences = UInt64(documentFrequency)
    if head & TermDictionaryFormat.repeats != 0 { occurrences &+= cursor.varint() }
    let isSingle = documentFrequency == 1
    if isSingle { _ = cursor.varint() } else { postingsOffset &+= cursor.count() }
    if sections.hasPositions, isSingle, occurrences <= TermDictionaryFormat.inlineOccurrences {
      let perOccurrence: UInt64 = head & TermDictionaryFormat.hasSeveralForms != 0 ? 2 : 1
      for _ in 0..<occurrences &* perOccurrence { _ = cursor.varint() }
    } else {
      positionsOffset &+= cursor.count()
    }
    if head & TermDictionaryFormat.hasFormTable != 0 { formsOffset &+= cursor.count() }
    return documentFrequency
  }

  /// The varints of a few positions and, with a table of several forms, their forms.
  private mutating func inlinePositions(_ entry: TermEntry) -> UnsafeRawBufferPointer {
    let start = cursor.position
    let numbers = Int(entry.totalFrequency) * (entry.hasSeveralForms ? 2 : 1)
    for _ in 0..<numbers { _ = cursor.varint() }
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
