import Checksums

/// What makes tokens of a data directory its own: the history that they point into, and the key that they are signed with.
///
/// Kept in the file `LINEAGE`, which FORMAT.md describes, readable by its owner only.
public struct ArchiveIdentity: Hashable, Sendable {
  /// The name of its file.
  static let fileName = "LINEAGE"
  private static let title = "matiane lineage 1"
  private static let keyDigits = 32

  /// The epochs of the archive.
  public internal(set) var lineage = Lineage()
  /// 128 random bits that never leave the data directory.
  public let key: Key

  /// A key for signatures.
  public struct Key: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    /// Its 16 bytes, as the file spells them.
    public var bytes: [UInt8] {
      [high, low].flatMap { number in withUnsafeBytes(of: number.bigEndian) { Array($0) } }
    }
  }

  /// Of no archive yet, with a key of its own.
  public init() { key = Key(high: .random(in: .min ... .max), low: .random(in: .min ... .max)) }

  var encoded: [UInt8] {
    let text = "\(Self.title)\nkey \(key.high.hexadecimal)\(key.low.hexadecimal)\nepochs \(lineage.text)\n"
    let checksum = Array(text.utf8).withUnsafeBytes { Checksum.of($0) }
    return Array("\(text)checksum crc32c \(checksum.hexadecimal)\n".utf8)
  }

  /// Reads what `encoded` writes.
  ///
  /// - Throws: `damaged`, naming `file`.
  init(_ bytes: [UInt8], file: String) throws(StorageError) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 5, lines[0] == Self.title, lines[1].hasPrefix("key "), lines[2].hasPrefix("epochs "),
      lines[1].utf8.count == 4 + Self.keyDigits,
      let high = UInt64(lines[1].dropFirst(4).prefix(Self.keyDigits / 2), radix: 16),
      let low = UInt64(lines[1].suffix(Self.keyDigits / 2), radix: 16),
      let lineage = Lineage(lines[2].dropFirst("epochs ".count))
    else { throw Self.damaged(file, "expected \"\(Self.title)\", a key and epochs on a line each") }
    key = Key(high: high, low: low)
    self.lineage = lineage
    guard encoded == bytes else { throw Self.damaged(file, "the file fails its checksum") }
  }

  private static func damaged(_ file: String, _ problem: String) -> StorageError {
    StorageError(
      .damaged, file: file, problem: problem,
      remedy:
        "put a copy of the file back; without it the archive is whole, and only tokens from before are refused"
    )
  }
}

extension DataDirectory {
  private var identityPath: String { path + "/" + ArchiveIdentity.fileName }

  /// Begins an epoch of the archive behind record `last`, which was recovered from `snapshot` and the log, and notes it on disk:
  /// before any record of it is told to anybody.
  ///
  /// An archive without its file goes on by what the snapshot knows; a disk that does not take the file keeps no start from
  /// serving: then tokens of this run are good as long as it lasts.
  /// - Parameter report: hears why what was noted before is lost, or cannot be noted now.
  public func beginEpoch(
    after last: UInt64, from snapshot: StoredSnapshot?, report: (StorageError) -> Void
  ) -> ArchiveIdentity {
    var identity = ArchiveIdentity()
    var isKnown = false
    do throws(StorageError) {
      if try files.kind(of: identityPath) != nil {
        identity = try Self.identity(at: identityPath, files)
        isKnown = true
      }
    } catch {
      report(error)
    }
    var begin = last
    if let snapshot, let inherited = snapshot.lineage,
      !isKnown || !identity.lineage.knows(newestOf: inherited)
    {
      // Which records of the log are of later epochs nobody knows.
      identity.lineage = inherited
      begin = snapshot.revision
    }
    // Nothing comes behind the end of an archive that cannot be written.
    if seal != nil { return identity }
    identity.lineage.begin(after: begin)
    do throws(StorageError) {
      try files.replace(identityPath, in: path, with: identity.encoded, isPrivate: true)
    } catch {
      report(error)
      // One from before would be taken for the truth by the next start.
      try? files.remove(identityPath)
      try? files.synchronizeDirectory(path)
    }
    return identity
  }

  static func identity(at path: String, _ files: any FileSystem) throws(StorageError) -> ArchiveIdentity {
    try ArchiveIdentity(try files.contents(of: path), file: path)
  }
}
