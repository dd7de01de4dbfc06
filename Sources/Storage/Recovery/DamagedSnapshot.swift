import Checksums

/// A snapshot of which something is damaged: what its folder holds, and which of that is as it was written.
///
/// Of a damaged manifest the sums are still good for what they fit: a section is sound if one of its two, with what stands around
/// it, is anywhere in the manifest.
public struct DamagedSnapshot: Sendable {
  /// A file of the folder.
  public struct Section: Sendable {
    /// Its bytes as they are.
    public let file: MappedFile
    /// Whether they are those that were written.
    public let isSound: Bool
    /// How many were written, as far as that is known.
    public let byteCount: Int
  }

  /// The revision that the folder is named by.
  public let revision: UInt64
  /// The folder.
  public let path: String
  /// What stands in the folder under names of sections.
  public let sections: [String: Section]
  /// What the manifest says beside its sections; empty when it is damaged.
  public let attributes: [String: String]
  /// Whether the manifest is as it was written. What fits none of its sums is damaged then, and else may well be sound.
  public let hasManifest: Bool
  /// The sections that a sound manifest names and that are not there.
  public let missing: [String]

  /// Reads every byte of the folder; nil if it is the snapshot of another revision.
  ///
  /// - Throws: a failed call.
  init?(_ revision: UInt64, in store: SnapshotStore) throws(StorageError) {
    let files = store.files
    self.revision = revision
    path = store.path(of: revision)
    guard try files.kind(of: path) == .directory else { return nil }
    let manifestPath = path + "/" + Manifest.fileName
    let kind = try files.kind(of: manifestPath)
    guard kind == .file || kind == nil else { return nil }
    let bytes = kind == nil ? [] : try files.contents(of: manifestPath)
    let manifest = try? Manifest(bytes, file: manifestPath)
    if let manifest, manifest.revision != revision { return nil }
    attributes = manifest?.attributes ?? [:]
    hasManifest = manifest != nil
    let text = String(decoding: bytes, as: UTF8.self)
    var sections: [String: Section] = [:]
    for name in try files.list(path) where Manifest.Section.isName(name) {
      guard try files.kind(of: path + "/" + name) == .file else { continue }
      let file = try files.map(path + "/" + name)
      let (checksum, digest) = file.withUnsafeBytes { (Checksum.of($0), SHA256.of($0).hexadecimal) }
      let entry = manifest?.section(name)
      let isSound: Bool
      if manifest != nil {
        isSound =
          entry.map {
            $0.byteCount == file.bytes.count && $0.checksum == checksum
              && ($0.digest.isEmpty || $0.digest == digest)
          } ?? false
      } else {
        isSound =
          text.contains(" sha256 \(digest)\n")
          || text.contains("section \(name) \(file.bytes.count) crc32c \(checksum.hexadecimal)")
      }
      sections[name] = Section(
        file: file, isSound: isSound, byteCount: entry?.byteCount ?? file.bytes.count)
    }
    self.sections = sections
    missing = (manifest?.sections ?? []).map(\.name).filter { sections[$0] == nil }
  }

  /// The bytes of a section that is as it was written; nil for any other.
  public func sound(_ name: String) -> MappedFile? { sections[name].flatMap { $0.isSound ? $0.file : nil } }
}

/// What a snapshot that is damaged can still be made into.
public struct SnapshotSalvage: Sendable {
  /// What is lost, a line each.
  public let losses: [String]
  /// How much that is, a lost article being one.
  public let lossCount: Int
  /// How many articles are left.
  let articleCount: Int
  /// The names of the sections that stay as they are.
  let kept: [String]
  /// Writes the others.
  let write: @Sendable (SnapshotWriter) throws(StorageError) -> Void

  /// Describes a salvage.
  public init(
    losses: [String], lossCount: Int, articleCount: Int, kept: [String],
    write: @escaping @Sendable (SnapshotWriter) throws(StorageError) -> Void
  ) {
    self.losses = losses
    self.lossCount = lossCount
    self.articleCount = articleCount
    self.kept = kept
    self.write = write
  }
}

/// What those who write snapshots know of their sections, for those who check and repair a data directory.
public struct SnapshotCare: Sendable {
  /// Of a section that a start can do without, what it does then; nil of every other one.
  let remark: @Sendable (_ section: String) -> String?
  /// What is wrong with the bytes of a damaged section, and where, as far as they tell.
  let locate: @Sendable (_ section: String, _ bytes: UnsafeRawBufferPointer) -> String?
  /// What can be made of a damaged snapshot; nil when it cannot be one any more.
  let salvage: @Sendable (DamagedSnapshot) -> SnapshotSalvage?

  /// Of snapshots of which nothing is known: every section is needed as it is.
  public init(
    remark: @escaping @Sendable (_ section: String) -> String? = { _ in nil },
    locate: @escaping @Sendable (_ section: String, _ bytes: UnsafeRawBufferPointer) -> String? = { _, _ in
      nil
    },
    salvage: @escaping @Sendable (DamagedSnapshot) -> SnapshotSalvage? = { _ in nil }
  ) {
    self.remark = remark
    self.locate = locate
    self.salvage = salvage
  }
}
