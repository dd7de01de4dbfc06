/// In how many documents of a view that are not deleted a term is.
///
/// Dictionaries count deleted documents, too, until these are merged away. Scores must not: the same revision, made again with
/// other segments, has to score as it did. What is found out about the deleted documents of a segment is kept from search
/// to search; they only become more. Belongs to one searcher, so to one thread.
final class LiveFrequencies {
  /// What is known of one segment.
  private struct Known {
    var deletions: DeletionBitmap
    /// The documents that were deleted behind the first `logged` ones, in the order in which that was noticed.
    var log: [DocID] = []
    var logged: Int
    var counts: [Int: Count] = [:]

    init(deletions: DeletionBitmap) {
      self.deletions = deletions
      logged = deletions.count
    }

    /// The documents, rising, deleted since a term was counted; nil when that is not known any more.
    func deleted(behind term: Int) -> [DocID]? {
      guard let total = counts[term]?.total, Int(total) >= logged else { return nil }
      return log[(Int(total) - logged)...].sorted()
    }
  }

  /// How many of the first `total` deleted documents hold a term.
  private struct Count {
    var found: Int32
    var total: Int32
  }

  /// So many deletions are remembered in order; behind them everything is counted anew.
  private static let mostLogged = 4096
  private static let mostTerms = 4096
  /// How many postings are read in the time of looking one document up.
  private static let readPerLookUp = 16
  private static let mostSegments = 64

  private var known: [UInt64: Known] = [:]
  private let arena = PostingArena()

  /// In how many documents of a part that are not deleted a term of its dictionary is.
  ///
  /// - Complexity: O(1) without deletions; else the first time O(postings) or O(deletions · log postings), later O(what was
  ///   deleted since
  ///   the term was last asked for).
  func frequency(
    of entry: TermEntry, in field: TextFieldID, _ part: SegmentView, _ interruption: Interruption? = nil
  ) -> Int {
    let all = Int(entry.documentFrequency)
    if part.deletions.isEmpty { return all }
    if all == 1 { return part.deletions.contains(entry.single) ? 0 : 1 }
    return all - deletedCount(entry, field, part, interruption)
  }

  private func deletedCount(
    _ entry: TermEntry, _ field: TextFieldID, _ part: SegmentView, _ interruption: Interruption?
  ) -> Int {
    let segment = part.segment
    if known.count > Self.mostSegments { known = [:] }
    prepare(&known[segment.serial, default: Known(deletions: part.deletions)], for: part.deletions)
    let term = field.index << 48 | entry.ordinal
    let total = part.deletions.count
    var count = Count(found: 0, total: Int32(clamping: total))
    if let earlier = known[segment.serial]!.counts[term] {
      if earlier.total == total { return Int(earlier.found) }
      count.found = earlier.found
    }
    if let later = known[segment.serial]!.deleted(behind: term) {
      interruption?.spend(min(Int(entry.documentFrequency), Self.readPerLookUp * later.count))
      count.found += Int32(clamping: self.count(entry, field, segment, among: later))
    } else {
      interruption?.spend(min(Int(entry.documentFrequency), Self.readPerLookUp * total))
      count.found = Int32(clamping: self.count(entry, field, segment, among: part.deletions))
    }
    keep(count, of: term, segment.serial)
    return Int(count.found)
  }

  private func keep(_ count: Count, of term: Int, _ serial: UInt64) {
    if known[serial]!.counts.count >= Self.mostTerms { known[serial]!.counts = [:] }
    known[serial]!.counts[term] = count
  }

  private func prepare(_ known: inout Known, for deletions: DeletionBitmap) {
    let more = deletions.count - known.deletions.count
    if more == 0 { return }
    // Fewer than before: a view of the past.
    guard more > 0, known.log.count + more <= Self.mostLogged else {
      known = Known(deletions: deletions)
      return
    }
    deletions.forEach(notIn: known.deletions) { known.log.append($0) }
    known.deletions = deletions
  }

  private func count(
    _ entry: TermEntry, _ field: TextFieldID, _ segment: Segment, among deletions: DeletionBitmap
  ) -> Int {
    arena.reset()
    var cursor = segment.postings(entry, field, arena: arena)
    if Int(entry.documentFrequency) < Self.readPerLookUp * deletions.count {
      return cursor.count { deletions.contains($0) }
    }
    var found = 0
    deletions.forEach { if cursor.advance(to: $0) == $0 { found += 1 } }
    return found
  }

  private func count(
    _ entry: TermEntry, _ field: TextFieldID, _ segment: Segment, among documents: [DocID]
  ) -> Int {
    arena.reset()
    var cursor = segment.postings(entry, field, arena: arena)
    return documents.count { cursor.advance(to: $0) == $0 }
  }
}

extension PostingCursor {
  /// How many documents of the list, which has not been moved yet, `body` holds for.
  fileprivate mutating func count(where body: (DocID) -> Bool) -> Int {
    var found = 0
    advance(to: 0)
    while document != endOfPostings {
      let documents = documents
      for index in index..<inBlock where body(documents[index]) { found += 1 }
      load(block + 1)
    }
    return found
  }
}

extension IndexView {
  /// In how many documents that are not deleted a term of a field is.
  func frequency(of term: [UInt8], in field: TextFieldID, by frequencies: LiveFrequencies) -> Int {
    parts.reduce(0) { sum, part in
      sum + (part.segment.find(term, in: field).map { frequencies.frequency(of: $0, in: field, part) } ?? 0)
    }
  }
}
