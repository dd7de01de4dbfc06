import FullText

extension PagePosition {
  /// The place behind a page's last hit.
  init(_ cursor: SearchCursor, revision: UInt64) {
    self.init()
    self.revision = revision
    key = cursor.key
    rank = cursor.rank
    tie = cursor.tie
  }

  /// The place from which a search goes on.
  var cursor: SearchCursor {
    SearchCursor(rank: rank, tie: tie, key: key)
  }
}
