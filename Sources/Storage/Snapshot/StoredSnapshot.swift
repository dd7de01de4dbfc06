import Checksums

/// A snapshot on disk: a manifest that was checked, and sections that are checked when they are mapped.
///
/// It stays readable while it lives only if nobody deletes it; sections already mapped stay valid even then.
public final class StoredSnapshot: Sendable {
  /// The snapshot's folder.
  public let path: String
  /// What it consists of.
  public let manifest: Manifest
  private let files: any FileSystem

  /// The revision whose state it holds.
  public var revision: UInt64 { manifest.revision }
  /// The bytes of all sections.
  public var byteCount: Int { manifest.sections.reduce(0) { $0 + $1.byteCount } }

  init(path: String, revision: UInt64, files: any FileSystem) throws(StorageError) {
    self.path = path
    self.files = files
    let file = path + "/" + Manifest.fileName
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try files.contents(of: file)
    } catch  where error.code == .missing {
      throw StorageError(.damaged, file: file, problem: "the snapshot has no manifest")
    }
    manifest = try Manifest(bytes, file: file)
    guard manifest.revision == revision else {
      throw StorageError(
        .damaged, file: file,
        problem: "the manifest is that of revision \(manifest.revision), its folder's name says \(revision)")
    }
  }

  /// The entry of section `name`, `nil` when the snapshot has none.
  public func entry(_ name: String) -> Manifest.Section? { manifest.section(name) }

  /// Whether the file of a section is there.
  public func isThere(_ name: String) -> Bool { (try? files.kind(of: path + "/" + name)) == .file }

  /// That it was deleted since it was opened: what is not there of it is not damaged then. `nil` while its folder is there.
  private var deletion: StorageError? {
    do throws(StorageError) { return try files.kind(of: path) == nil ? .deleted(path) : nil } catch {
      return nil
    }
  }

  /// Maps all sections that are wanted, after checking their lengths alone: they stay readable when the snapshot is deleted meanwhile.
  ///
  /// - Throws: as ``map(_:)``.
  public func mapAll(
    where isWanted: (_ section: String) -> Bool = { _ in true }
  ) throws(StorageError) -> [(file: MappedFile, entry: Manifest.Section)] {
    var files: [(file: MappedFile, entry: Manifest.Section)] = []
    for entry in manifest.sections where isWanted(entry.name) { files.append(try map(entry.name)) }
    return files
  }

  /// Whether all sections are there, in their lengths.
  public var isComplete: Bool { manifest.sections.allSatisfy { (try? map($0.name)) != nil } }

  /// Maps a section after checking its length and checksum.
  ///
  /// - Throws: `damaged` when it is not there, too short, or different from what was written; `deleted` when the whole snapshot is
  ///   gone; or a failed call.
  /// - Complexity: O(bytes), at memory speed once the file is cached.
  public func section(_ name: String) throws(StorageError) -> MappedFile {
    let (mapped, entry) = try map(name)
    try mapped.fetch()
    guard Checksum.of(mapped.bytes) == entry.checksum else {
      throw StorageError(.damaged, file: mapped.path, problem: "the section fails its checksum")
    }
    return mapped
  }

  /// Maps a section after checking its length alone. It stays readable when the snapshot is deleted meanwhile.
  ///
  /// - Throws: as ``section(_:)``.
  public func map(_ name: String) throws(StorageError) -> (file: MappedFile, entry: Manifest.Section) {
    let file = path + "/" + name
    guard let entry = entry(name) else {
      throw StorageError(.damaged, file: file, problem: "the manifest names no such section")
    }
    let mapped: MappedFile
    do throws(StorageError) {
      mapped = try files.map(file)
    } catch  where error.code == .missing {
      throw deletion ?? StorageError(.damaged, file: file, problem: "the section is missing")
    }
    guard mapped.bytes.count == entry.byteCount else {
      throw StorageError(
        .damaged, file: file, offset: min(mapped.bytes.count, entry.byteCount),
        problem: "expected \(entry.byteCount) bytes, found \(mapped.bytes.count)")
    }
    return (mapped, entry)
  }

  /// The manifest's file as it is.
  ///
  /// - Throws: `deleted` once the snapshot is, or a failed call.
  public func manifestBytes() throws(StorageError) -> [UInt8] {
    do throws(StorageError) {
      return try files.contents(of: path + "/" + Manifest.fileName)
    } catch { throw deletion ?? error }
  }

  /// Checks every section, by both of its sums.
  ///
  /// - Parameters:
  ///   - isWanted: whether a section is to be checked.
  ///   - locate: says of the bytes of a damaged section what is wrong and where, as far as they tell.
  /// - Throws: `deleted`, or a failed call that has nothing to do with what is stored.
  /// - Returns: the damage found, at most one for each section.
  public func damages(
    where isWanted: (_ section: String) -> Bool = { _ in true },
    locate: (_ section: String, _ bytes: UnsafeRawBufferPointer) -> String? = { _, _ in nil }
  ) throws(StorageError) -> [StorageError] {
    var damages: [StorageError] = []
    for entry in manifest.sections where isWanted(entry.name) {
      do throws(StorageError) {
        let mapped = try map(entry.name).file
        if let damage = damage(of: mapped, entry, locate) { damages.append(damage) }
      } catch {
        guard error.code == .damaged else { throw error }
        damages.append(error)
      }
    }
    return damages
  }

  /// What is wrong with the bytes of a section; `nil` when both of its sums are right.
  func damage(
    of mapped: MappedFile, _ entry: Manifest.Section,
    _ locate: (_ section: String, _ bytes: UnsafeRawBufferPointer) -> String? = { _, _ in nil }
  ) -> StorageError? {
    do throws(StorageError) { try mapped.fetch() } catch { return error }
    return mapped.withUnsafeBytes { bytes in
      guard let difference = difference(of: bytes, from: entry) else { return nil }
      let place = locate(entry.name, bytes).map { "; \($0)" } ?? ""
      return StorageError(.damaged, file: mapped.path, problem: difference + place)
    }
  }

  /// Reads a section and compares it with its CRC-32C, no faster than `pace`; what was read does not stay in the process's memory.
  ///
  /// - Parameters:
  ///   - locate: as for ``damages(where:locate:)``.
  ///   - isWanted: asked now and then.
  /// - Throws: `damaged`; `outOfTime` when it is not wanted any more; a failed call.
  public func check(
    _ name: String, pace: Pace, locate: (_ section: String, _ bytes: UnsafeRawBufferPointer) -> String?,
    while isWanted: () -> Bool
  ) throws(StorageError) {
    let (mapped, entry) = try map(name)
    var checksum = Checksum()
    let count = mapped.bytes.count
    for start in stride(from: 0, to: count, by: Self.checkedPieceBytes) {
      guard isWanted() else {
        throw StorageError(.outOfTime, file: mapped.path, problem: "it was given up before it was read")
      }
      let range = start..<min(start + Self.checkedPieceBytes, count)
      try mapped.fetch(range)
      mapped.withUnsafeBytes { checksum.add(UnsafeRawBufferPointer(rebasing: $0[range])) }
      mapped.letGo(of: range)
      try pace.spend(range.count, on: mapped.path)
    }
    guard checksum.value != entry.checksum else { return }
    let place = mapped.withUnsafeBytes { locate(name, $0) }.map { "; \($0)" } ?? ""
    throw StorageError(
      .damaged, file: mapped.path, problem: "the section fails its checksum" + place)
  }

  /// A fraction of a millisecond, which is what somebody else waits for the core.
  private static let checkedPieceBytes = 128 << 10

  /// What the sums of a section's bytes are and should be, where they differ.
  private func difference(of bytes: UnsafeRawBufferPointer, from entry: Manifest.Section) -> String? {
    let checksum = Checksum.of(bytes)
    guard checksum == entry.checksum else {
      return
        "the section fails its checksum: expected \(entry.checksum.hexadecimal), found \(checksum.hexadecimal)"
    }
    guard !entry.digest.isEmpty, SHA256.of(bytes).hexadecimal != entry.digest else { return nil }
    return "the section has another SHA-256 than noted"
  }

  /// Checks every section, by both of its sums.
  ///
  /// - Throws: the first damage found.
  public func verify() throws(StorageError) {
    if let damage = try damages().first { throw damage }
  }
}

extension StorageError {
  /// A snapshot that is not where it was.
  static func deleted(_ snapshot: String) -> StorageError {
    StorageError(
      .deleted, file: snapshot,
      problem: "the snapshot was deleted meanwhile: by somebody, or because only so many are kept",
      remedy: "take a later one, or keep more (--keep-snapshots, --keep-days)")
  }
}

extension StoredSnapshot {
  /// Puts `bytes` in the place of section `name`, or adds it, and a manifest that says so in the place of the snapshot's.
  ///
  /// For a section that can be made again: after a crash in between, it is not what the manifest says. Other snapshots that share
  /// the file keep theirs.
  /// - Throws: the failure of a call; the section is then as before, or as after such a crash.
  /// - Returns: The snapshot as it is now.
  public func replacing(_ name: String, with bytes: UnsafeRawBufferPointer) throws(StorageError)
    -> StoredSnapshot
  {
    var changed = manifest
    let file = path + "/" + name
    let temporary = file + ".new"
    do throws(StorageError) {
      var section = SectionWriter(file: try files.open(temporary, .create), pace: .unlimited)
      try section.append(bytes)
      try section.finish()
      changed.sections.removeAll { $0.name == name }
      changed.sections.append(Manifest.Section(name: name, section))
    } catch {
      try? files.remove(temporary)
      throw error
    }
    try files.rename(temporary, to: file)
    try files.replace(path + "/" + Manifest.fileName, in: path, with: changed.encoded)
    return try StoredSnapshot(path: path, revision: revision, files: files)
  }
}
