import Protobuf
import Storage

/// The changes in a snapshot, so that watches go on after a restart: messages behind their lengths.
extension ChangeHistory {
  /// Writes what is kept of revisions up to `revision`. What an earlier snapshot holds is read again first; where it has decayed,
  /// the history begins behind it.
  ///
  /// - Parameter lost: told of that.
  func write(
    to writer: SnapshotWriter, through revision: UInt64, lost: (StorageError) -> Void
  ) throws(StorageError) {
    var (after, changes) = content(through: revision)
    let stored = changes.lazy.compactMap { if case .stored(let place) = $0 { place.changes } else { nil } }
    if let stored = stored.first {
      do throws(StorageError) { try stored.checkAgain() } catch {
        lost(error)
        forgetStored()
        (after, changes) = content(through: revision)
      }
    }
    var head = ChangeListHead()
    head.afterRevision = after
    try writer.write(SnapshotContent.changes) { (section) throws(StorageError) in
      try section.append(behindLength: head.serialized())
      for change in changes {
        switch change {
        case .told(let change): try section.append(behindLength: StoredChange(change).serialized())
        case .stored(let place): try section.append(behindLength: place.withBytes { [UInt8]($0) })
        case .moved(let move): try section.append(behindLength: StoredChange(move).serialized())
        }
      }
    }
  }

  /// Begins with what a snapshot of a revision holds; with nothing when it holds no changes.
  ///
  /// - Throws: `malformed` when they cannot be read; then the history begins with the snapshot.
  func restore(_ stored: StoredChanges?, revision: UInt64) throws(DecodingError) {
    restore([], after: revision, revision: revision)
    guard let (after, places) = try stored?.places() else { return }
    restore(places, after: after, revision: revision)
  }
}

extension SectionWriter {
  fileprivate mutating func append(behindLength bytes: [UInt8]) throws(StorageError) {
    try append(withUnsafeBytes(of: UInt32(bytes.count).littleEndian, Array.init))
    try append(bytes)
  }
}

extension Recovery {
  /// Has the history begin where the snapshot ends, with the changes that it holds.
  func restoreHistory(from snapshot: StoredSnapshot?, _ changes: Result<StoredChanges?, StorageError>) {
    guard let snapshot else { return history.restore([], after: 0, revision: 0) }
    do {
      try history.restore(nil, revision: snapshot.revision)
      try history.restore(try changes.get(), revision: snapshot.revision)
    } catch {
      options.report(.lostChanges(section: SnapshotContent.changes, reason: "\(error)"))
    }
  }
}
