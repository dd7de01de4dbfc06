/// Writes one snapshot under a temporary name, and makes it visible when it is complete and durable.
///
/// Used by one thread. A writer that is neither committed nor abandoned leaves a folder that the next start removes.
public final class SnapshotWriter {
  private let store: SnapshotStore
  private let path: String
  private var manifest: Manifest
  private let pace: Pace

  init(store: SnapshotStore, path: String, manifest: Manifest, pace: Pace) {
    self.store = store
    self.path = path
    self.manifest = manifest
    self.pace = pace
  }

  /// Writes section `name` with what `body` puts into it, and makes its content durable.
  public func write(_ name: String, _ body: (inout SectionWriter) throws(StorageError) -> Void)
    throws(StorageError)
  {
    checkName(name)
    var section = SectionWriter(file: try store.files.open(path + "/" + name, .create), pace: pace)
    try body(&section)
    try section.finish()
    manifest.sections.append(Manifest.Section(name: name, section))
  }

  /// Writes section `name` with `bytes`.
  public func write(_ name: String, _ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try write(name) { (section) throws(StorageError) in try section.append(bytes) }
  }

  /// Takes over a section of an older snapshot without copying it.
  ///
  /// - Throws: `missing` when the older snapshot has no such section; the failure of the call on a file system without links,
  ///   or when somebody deleted the older snapshot. The section may then be written instead.
  public func link(_ name: String, from snapshot: StoredSnapshot) throws(StorageError) {
    checkName(name)
    guard let entry = snapshot.entry(name) else {
      throw StorageError(
        .missing, file: snapshot.path + "/" + name, problem: "the snapshot has no such section")
    }
    try store.files.link(snapshot.path + "/" + name, to: path + "/" + name)
    manifest.sections.append(entry)
  }

  /// Makes the snapshot durable and visible, in place of one of the same revision.
  public func commit() throws(StorageError) -> StoredSnapshot {
    let files = store.files
    let file = try files.open(path + "/" + Manifest.fileName, .create)
    try manifest.encoded.withUnsafeBytes { bytes in
      Result { () throws(StorageError) in try file.writeAll(bytes, at: 0) }
    }.get()
    try file.synchronize()
    try files.synchronizeDirectory(path)
    if try files.kind(of: store.path(of: manifest.revision)) != nil { try store.delete(manifest.revision) }
    try files.rename(path, to: store.path(of: manifest.revision))
    try files.synchronizeDirectory(store.directory)
    return try store.open(manifest.revision)
  }

  /// Gives the snapshot up and removes what was written, as far as that works.
  public func abandon() { try? store.files.removeAll(path) }

  private func checkName(_ name: String) {
    precondition(Manifest.Section.isName(name), "not a name for a section: \(name)")
    precondition(!manifest.sections.contains { $0.name == name }, "a section twice: \(name)")
  }
}

extension Manifest.Section {
  /// What was written under a name.
  init(name: String, _ written: SectionWriter) {
    self.init(
      name: name, byteCount: written.byteCount, checksum: written.checksum.value,
      digest: written.digest.hexadecimal)
  }
}
