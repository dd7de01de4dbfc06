/// Keeps the best document of each of the best groups.
///
/// A group that drops out and comes back with a better document is found again: its best document always scores at
/// least the threshold, which never exceeds the score of the last group kept.
final class TopGroups: HitCollector {
  /// One group kept.
  struct Entry {
    /// The value that makes the group; nil for a document that is a group of its own.
    let group: [UInt8]?
    let best: RankedDocument
  }

  private let limit: Int
  private let after: SearchCursor?
  private let excluded: Set<[UInt8]>
  private let field: KeywordFieldID
  /// The groups kept, best first.
  private(set) var entries: [Entry] = []

  /// `excluded` groups have been given on an earlier page.
  init(
    _ ranking: Ranking, field: KeywordFieldID, limit: Int, after: SearchCursor?,
    excluded: Set<[UInt8]>
  ) {
    self.limit = limit
    self.after = after
    self.excluded = excluded
    self.field = field
    super.init(ranking)
    if limit == 0 { threshold = .infinity }
  }

  override func collect(_ document: DocID, score: Double) {
    let ranked = ranked(document, score: score)
    if let after, !ranking.follows(ranked, after) { return }
    if entries.count == limit, limit == 0 || !ranking.precedes(ranked, entries[limit - 1].best) {
      return
    }
    let group = ranking.view.parts[part].segment.groupValue(of: document, field)
    if let group {
      if excluded.contains(group) { return }
      if let known = entries.firstIndex(where: { $0.group == group }) {
        guard ranking.precedes(ranked, entries[known].best) else { return }
        entries.remove(at: known)
      }
    }
    insert(Entry(group: group, best: ranked))
  }

  override func mayTake(best: Int64, worst: Int64) -> Bool {
    if let after, worst > after.rank { return false }
    return entries.count < limit || best >= entries[limit - 1].best.rank
  }

  private func insert(_ entry: Entry) {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if ranking.precedes(entries[middle].best, entry.best) { low = middle + 1 } else { high = middle }
    }
    entries.insert(entry, at: low)
    if entries.count > limit { entries.removeLast() }
    if entries.count == limit, ranking.order == .relevance { threshold = entries[limit - 1].best.score }
  }
}

/// Finds the groups with a document that does not come after a cursor: those of earlier pages.
final class EarlierGroups: HitCollector {
  private(set) var groups: Set<[UInt8]> = []
  private let cursor: SearchCursor
  private let field: KeywordFieldID

  init(_ ranking: Ranking, field: KeywordFieldID, cursor: SearchCursor) {
    self.cursor = cursor
    self.field = field
    super.init(ranking)
    if ranking.order == .relevance { threshold = Double(bitPattern: UInt64(bitPattern: cursor.rank)) }
  }

  override func mayTake(best: Int64, worst: Int64) -> Bool { best >= cursor.rank }

  override func collect(_ document: DocID, score: Double) {
    let ranked = ranked(document, score: score)
    if ranking.follows(ranked, cursor) { return }
    if let group = ranking.view.parts[part].segment.groupValue(of: document, field) {
      groups.insert(group)
    }
  }
}

extension Segment {
  /// The value by which a document is grouped; nil when it has none.
  func groupValue(of document: DocID, _ field: KeywordFieldID) -> [UInt8]? {
    guard let ordinal = column(field)?.firstOrdinal(document) else { return nil }
    return keywords(field).value(at: ordinal)
  }
}
