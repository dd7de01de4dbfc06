import FullText

extension PagePosition {
  /// The place behind a page's last hit; `now` is what the ages of hits were counted from.
  init(_ cursor: SearchCursor, revision: UInt64, now: Int64? = nil) {
    self.init()
    origin = now ?? 0
    self.revision = revision
    key = cursor.key
    rank = cursor.rank
    tie = cursor.tie
  }

  /// What the ages of the first page's hits were counted from, so that the following ones score alike.
  var now: Int64? { origin == 0 ? nil : origin }

  /// The place from which a search goes on.
  var cursor: SearchCursor {
    SearchCursor(rank: rank, tie: tie, key: key)
  }
}
