extension PostingListWriter {
  /// Adds a short list of another segment all of whose documents come, in order, from number `base` on here; nil, and
  /// nothing added, when the list is longer or damaged.
  func copy(_ entry: TermEntry, base: DocID, documentCount: Int) -> Finished? {
    var list = Finished()
    list.documentFrequency = Int(entry.documentFrequency)
    list.totalFrequency = entry.totalFrequency
    let start = postings.count
    if entry.documentFrequency == 1 {
      guard entry.single < documentCount else { return nil }
      list.single = base + entry.single
    } else {
      guard entry.documentFrequency < PostingListFormat.packedFrom,
        copyVarints(entry, base: base, documentCount: documentCount)
      else { return nil }
    }
    positions.append(entry.positions)
    list.postingsBytes = postings.count - start
    list.positionsBytes = entry.positions.count
    return list
  }

  /// Only the first document changes; the others are told by their distance.
  private func copyVarints(_ entry: TermEntry, base: DocID, documentCount: Int) -> Bool {
    var cursor = ByteCursor(entry.postings)
    let first = cursor.varint()
    var (code, next) = (first, UInt64(0))
    let rest = cursor.position
    for index in 0..<entry.documentFrequency {
      if index > 0 { code = cursor.varint() }
      next += code >> 1 + 1
      if code & 1 == 1 { _ = cursor.varint() }
    }
    guard !cursor.isPastEnd, cursor.remaining == 0, next <= documentCount else { return false }
    postings.append(varint: first + UInt64(base) << 1)
    postings.append(UnsafeRawBufferPointer(start: rest, count: cursor.position - rest))
    return true
  }
}
