/// The values of a keyword field for each document of a segment, as ordinals of the field's dictionary.
///
/// Each document has the number of a *set* of values; 0 is the empty set. Sets are few where values repeat
/// (categories), so counting sets first and values afterwards counts facets fast. A view into the segment's image,
/// valid while the segment lives. Ordinals order as the values' bytes do and mean something within their segment only.
struct KeywordColumn {
  /// How many ordinals there are.
  let valueCount: Int
  /// Whether no document has more than one value; the number of a set is then its ordinal + 1.
  let isSingleValued: Bool
  /// How many sets there are, the empty one included; every set number is below it.
  let setCount: Int
  private let sets: PackedArray
  /// Where the members of each set start; one more than there are sets.
  private let starts: PackedArray?
  private let members: PackedArray?

  /// Nil when the section cannot be a column.
  init?(_ section: UnsafeRawBufferPointer, documentCount: Int, valueCount: Int) {
    var cursor = ByteCursor(section)
    let setCount = Int(cursor.integer(UInt32.self))
    let memberCount = Int(cursor.integer(UInt32.self))
    isSingleValued = memberCount == 0
    self.valueCount = valueCount
    self.setCount = setCount
    guard setCount >= 1, !isSingleValued || setCount == valueCount + 1,
      let sets = Self.take(&cursor, count: documentCount, largest: setCount - 1)
    else { return nil }
    self.sets = sets
    guard !isSingleValued else {
      starts = nil
      members = nil
      return
    }
    guard let starts = Self.take(&cursor, count: setCount + 1, largest: memberCount),
      let members = Self.take(&cursor, count: memberCount, largest: valueCount - 1)
    else { return nil }
    self.starts = starts
    self.members = members
  }

  private static func take(_ cursor: inout ByteCursor, count: Int, largest: Int) -> PackedArray? {
    guard largest >= 0 else { return nil }
    let width = PackedArray.width(UInt64(largest))
    return PackedArray(cursor.bytes(PackedArray.bytes(count, width: width)), count: count, width: width)
  }

  /// The set of a document.
  @inline(__always)
  func set(of document: DocID) -> Int { min(Int(sets[Int(document)]), setCount - 1) }

  /// Calls `body` for each ordinal of a set, rising.
  @inline(__always)
  func forEachOrdinal(ofSet set: Int, _ body: (UInt32) -> Void) {
    guard set > 0 else { return }
    guard let starts, let members else { return body(UInt32(set - 1)) }
    let end = min(Int(starts[set + 1]), members.count)
    var index = Int(starts[set])
    while index < end {
      let ordinal = UInt32(members[index])
      if ordinal < valueCount { body(ordinal) }
      index += 1
    }
  }

  /// Calls `body` for each ordinal of a document, rising.
  @inline(__always)
  func forEachOrdinal(_ document: DocID, _ body: (UInt32) -> Void) {
    forEachOrdinal(ofSet: set(of: document), body)
  }

  /// The first ordinal of a document, or nil.
  @inline(__always)
  func firstOrdinal(_ document: DocID) -> UInt32? {
    var first: UInt32?
    forEachOrdinal(document) { first = first ?? $0 }
    return first
  }
}
