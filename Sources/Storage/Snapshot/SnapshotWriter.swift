import Checksums

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
  ///
  /// - Throws: a failed call, `diskFull` among them; `outOfTime` when the pace is at its end; what `body` throws.
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
  ///
  /// - Throws: a failed call, `diskFull` among them; `outOfTime` when the pace is at its end.
  public func write(_ name: String, _ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try write(name) { (section) throws(StorageError) in try section.append(bytes) }
  }

  /// Writes a section of another snapshot from `bytes`, which should be the same.
  ///
  /// - Throws: `damaged` when they are not, and then there is no such section.
  public func write(_ section: Manifest.Section, _ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try write(section.name, bytes)
    guard manifest.sections.last?.checksum != section.checksum else { return }
    manifest.sections.removeLast()
    let file = path + "/" + section.name
    try store.files.remove(file)
    throw StorageError(.damaged, file: file, problem: "what is in memory of the section fails its checksum")
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

  /// Takes over a sound section of a snapshot of which something else is damaged, without copying it where that is possible.
  ///
  /// - Throws: `damaged` when the section is not sound; a failed call.
  func take(_ name: String, of damaged: DamagedSnapshot) throws(StorageError) {
    checkName(name)
    let source = damaged.path + "/" + name
    guard let file = damaged.sound(name) else {
      throw StorageError(.damaged, file: source, problem: "the section is not as it was written")
    }
    do throws(StorageError) {
      try store.files.link(source, to: path + "/" + name)
      manifest.sections.append(file.withUnsafeBytes { Manifest.Section(name: name, $0) })
    } catch {
      try file.withUnsafeBytes { (bytes) throws(StorageError) in try write(name, bytes) }
    }
  }

  /// Makes the snapshot durable and visible, in place of one of the same revision.
  ///
  /// - Throws: a failed call; the snapshot is then either visible as a whole or not at all.
  public func commit() throws(StorageError) -> StoredSnapshot {
    let files = store.files
    let place = store.path(of: manifest.revision)
    guard try files.kind(of: place) != nil else {
      try finish(as: place)
      return try store.open(manifest.revision)
    }
    // At any moment one of the two is there for the next start.
    let waiting = place + DataDirectory.repairedSuffix
    try finish(as: waiting)
    let doomed = place + ".deleted"
    if try files.kind(of: doomed) != nil { try files.removeAll(doomed) }
    try files.rename(place, to: doomed)
    try files.rename(waiting, to: place)
    try files.synchronizeDirectory(store.directory)
    try files.removeAll(doomed)
    return try store.open(manifest.revision)
  }

  /// Makes the snapshot durable, as a folder of another name in place of one that is there.
  func finish(as place: String) throws(StorageError) {
    let files = store.files
    try complete()
    if try files.kind(of: place) != nil { try files.removeAll(place) }
    try files.rename(path, to: place)
    try files.synchronizeDirectory(store.directory)
  }

  private func complete() throws(StorageError) {
    let files = store.files
    let file = try files.open(path + "/" + Manifest.fileName, .create)
    try manifest.encoded.withUnsafeBytes { bytes in
      Result { () throws(StorageError) in try file.writeAll(bytes, at: 0) }
    }.get()
    try file.synchronize()
    try files.synchronizeDirectory(path)
  }

  /// Gives the snapshot up and removes what was written, as far as that works.
  public func abandon() { try? store.files.removeAll(path) }

  private func checkName(_ name: String) {
    precondition(Manifest.Section.isName(name), "not a name for a section: \(name)")
    precondition(!manifest.sections.contains { $0.name == name }, "a section twice: \(name)")
  }
}

extension Manifest.Section {
  /// What stands in a file.
  fileprivate init(name: String, _ bytes: UnsafeRawBufferPointer) {
    self.init(
      name: name, byteCount: bytes.count, checksum: Checksum.of(bytes), digest: SHA256.of(bytes).hexadecimal)
  }

  /// What was written under a name.
  init(name: String, _ written: SectionWriter) {
    self.init(
      name: name, byteCount: written.byteCount, checksum: written.checksum.value,
      digest: written.digest.hexadecimal)
  }
}
