/// Something in a data directory that takes room and that no server reads.
public struct Leftover: Hashable, Sendable {
  /// Why it is there.
  public enum Origin: String, Sendable {
    /// It is being written, or somebody had to stop in the middle of it; the next start removes it.
    case unfinished
    /// A repair moved it out of the way; it stays until somebody removes it.
    case setAside = "set_aside"
  }

  /// The file or folder.
  public let path: String
  /// Why it is there.
  public let origin: Origin
  /// The bytes of its files, as far as they can be asked.
  public let byteCount: Int

  /// Everything of the kind in the data directory at `path`; what cannot be looked at is left out.
  ///
  /// - Complexity: O(files of the directory's folders, and of what is left over).
  public static func all(in path: String, _ files: any FileSystem) -> [Leftover] {
    var found: [Leftover] = []
    func look(_ folder: String, _ isUnfinished: (String) -> Bool) {
      for name in (try? files.list(folder)) ?? [] {
        guard let origin = isUnfinished(name) ? .unfinished : isSetAside(name) ? Origin.setAside : nil else {
          continue
        }
        let place = folder + "/" + name
        found.append(Leftover(path: place, origin: origin, byteCount: files.byteCount(of: place)))
      }
    }
    look(path) { DataDirectory.unfinished.contains($0) }
    look(path + "/log") { $0.hasSuffix(".new") }
    let snapshots = SnapshotStore(reading: path + "/snapshots", files: files)
    look(snapshots.directory) { SnapshotStore.unfinished.contains(where: $0.hasSuffix) }
    for revision in (try? snapshots.revisions()) ?? [] {
      look(snapshots.path(of: revision)) { $0.hasSuffix(".new") }
    }
    return found
  }

  private static func isSetAside(_ name: String) -> Bool {
    name.hasSuffix(".damaged") || name.contains(".damaged-")
  }

  /// What it is, and what becomes of it.
  public var remark: String {
    switch origin {
    case .unfinished: "unfinished, \(sizeText(byteCount)); the next start removes it"
    case .setAside:
      "set aside by a repair, \(sizeText(byteCount)); nothing reads it, remove it once nobody misses it"
    }
  }
}
