/// In how many documents of a view that are not deleted a term is.
///
/// Dictionaries count deleted documents, too, until these are merged away. Scores must not: the same revision, made again with
/// other segments, has to score as it did. What is found out about the deleted documents of a segment is kept from search to search;
/// they only become more. Belongs to one searcher, so to one thread.
final class LiveFrequencies {
  /// What is known of one segment: how many of the documents deleted at some time hold a term.
  private struct Known {
    var deletions: DeletionBitmap
    var counts: [Int: Int32] = [:]
    /// What has been deleted since, when so many were deleted in all.
    var later: (total: Int, documents: [DocID])
  }

  /// After so many further deletions everything is counted anew.
  private static let mostLater = 1024
  private static let mostTerms = 4096
  /// How many postings are read in the time of looking one document up.
  private static let readPerLookUp = 16
  private static let mostSegments = 64

  private var known: [UInt64: Known] = [:]
  private let arena = PostingArena()

  /// In how many documents of a part that are not deleted a term of its dictionary is.
  ///
  /// - Complexity: O(1) without deletions; else the first time O(postings) or O(deletions · log postings), later O(what was deleted since).
  func frequency(
    of entry: TermEntry, in field: TextFieldID, _ part: IndexView.Part, _ interruption: Interruption? = nil
  ) -> Int {
    let all = Int(entry.documentFrequency)
    if part.deletions.isEmpty { return all }
    if all == 1 { return part.deletions.contains(entry.single) ? 0 : 1 }
    return all - deletedCount(entry, field, part, interruption)
  }

  private func deletedCount(
    _ entry: TermEntry, _ field: TextFieldID, _ part: IndexView.Part, _ interruption: Interruption?
  ) -> Int {
    let segment = part.segment
    if known.count > Self.mostSegments { known = [:] }
    prepare(&known[segment.serial], for: part.deletions)
    let term = field.index << 48 | entry.ordinal
    let later = known[segment.serial]!.later.documents
    let earlier: Int
    if let count = known[segment.serial]!.counts[term] {
      earlier = Int(count)
    } else {
      let deletions = known[segment.serial]!.deletions
      interruption?.spend(min(Int(entry.documentFrequency), Self.readPerLookUp * deletions.count))
      earlier = count(entry, field, segment, among: deletions)
      if known[segment.serial]!.counts.count >= Self.mostTerms { known[segment.serial]!.counts = [:] }
      known[segment.serial]!.counts[term] = Int32(clamping: earlier)
    }
    return later.isEmpty ? earlier : earlier + count(entry, field, segment, among: later)
  }

  private func prepare(_ known: inout Known?, for deletions: DeletionBitmap) {
    if let total = known?.later.total, total == deletions.count { return }
    // Fewer than before: a view of the past.
    guard let earlier = known?.deletions, earlier.count <= deletions.count,
      deletions.count - earlier.count <= Self.mostLater
    else {
      known = Known(deletions: deletions, later: (deletions.count, []))
      return
    }
    var documents: [DocID] = []
    deletions.forEach(notIn: earlier) { documents.append($0) }
    known?.later = (deletions.count, documents)
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
