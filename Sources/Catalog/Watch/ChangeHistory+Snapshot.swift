import Protobuf
import Storage

/// The changes in a snapshot, so that watches go on after a restart: messages behind their lengths.
extension ChangeHistory {
  private static let lengthBytes = 4

  /// Writes what is kept of revisions up to `revision`.
  func write(to writer: SnapshotWriter, through revision: UInt64) throws(StorageError) {
    let (after, changes) = content(through: revision)
    var head = ChangeListHead()
    head.afterRevision = after
    try writer.write(SnapshotContent.changes) { (section) throws(StorageError) in
      try Self.append(head, to: &section)
      for change in changes { try Self.append(StoredChange(change), to: &section) }
    }
  }

  private static func append(_ message: some Message, to section: inout SectionWriter) throws(StorageError) {
    let bytes = message.serialized()
    try section.append(withUnsafeBytes(of: UInt32(bytes.count).littleEndian, Array.init))
    try section.append(bytes)
  }

  /// Begins with what a snapshot holds; with nothing when it holds no changes.
  ///
  /// - Throws: `damaged` when they cannot be read; then the history begins with the snapshot.
  func restore(from snapshot: StoredSnapshot) throws(StorageError) {
    restore([], after: snapshot.revision, revision: snapshot.revision)
    guard snapshot.entry(SnapshotContent.changes) != nil else { return }
    let section = try snapshot.section(SnapshotContent.changes)
    do {
      try section.withUnsafeBytes { bytes in
        let (after, changes) = try Self.decode(bytes)
        restore(changes, after: after, revision: snapshot.revision)
      }
    } catch {
      throw StorageError(
        .damaged, file: snapshot.path + "/" + SnapshotContent.changes, problem: "\(error)")
    }
  }

  static func decode(
    _ bytes: UnsafeRawBufferPointer
  ) throws(DecodingError) -> (after: UInt64, changes: [RecordedChange]) {
    var rest = bytes[...]
    func next() -> UnsafeRawBufferPointer? {
      guard rest.count >= lengthBytes else { return nil }
      let length = Int(
        UInt32(littleEndian: UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: UInt32.self)))
      guard rest.count - lengthBytes >= length else { return nil }
      defer { rest = rest.dropFirst(lengthBytes + length) }
      return UnsafeRawBufferPointer(rebasing: rest.dropFirst(lengthBytes).prefix(length))
    }
    let head = try next().map { bytes throws(DecodingError) in try ChangeListHead(serialized: bytes) }
    var changes: [RecordedChange] = []
    var last: RecordedChange?
    while let bytes = next() {
      let stored = try StoredChange(serialized: bytes)
      let isSame = last?.position.revision == stored.revision
      let change = RecordedChange(
        position: ChangePosition(
          revision: stored.revision, changes: isSame ? (last?.position.changes ?? 0) + 1 : 1),
        id: stored.id, before: stored.before.map { RecordedChange.State($0) },
        after: stored.after.map { RecordedChange.State($0) })
      changes.append(change)
      last = change
    }
    return (head?.afterRevision ?? 0, changes)
  }
}

extension Recovery {
  /// Has the history begin where the snapshot ends, with the changes that it holds.
  func restoreHistory(from snapshot: StoredSnapshot?) {
    guard let snapshot else { return history.restore([], after: 0, revision: 0) }
    do throws(StorageError) {
      try history.restore(from: snapshot)
    } catch {
      options.report(.lostChanges(section: SnapshotContent.changes, reason: "\(error)"))
    }
  }
}
