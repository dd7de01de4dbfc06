import Catalog
import Flags
import Storage

/// What the program does to a data directory without serving it.
enum Maintenance: String {
  /// Reads everything and changes nothing.
  case check
  /// Makes a damaged directory fit for a start.
  case repair
  /// Copies a snapshot into a new directory.
  case restore

  private static let dataDirectory = Flag("data-dir", "DIR", default: "./matiane-data", "The data directory.")
  private static let help = Flag(switch: "help", letter: "h", "Show this help.")

  private var command: Command {
    switch self {
    case .check:
      Command(
        "matiane-server check",
        "Reads a data directory from end to end and says what is damaged and what is left.",
        flags: [Self.dataDirectory, Self.help],
        notes:
          "Changes nothing, and needs no permission to write; no server may be at work in it that writes. Exit codes: 0 sound, 1 damaged or unreadable, 2 usage."
      )
    case .repair:
      Command(
        "matiane-server repair", "Makes a damaged data directory fit for a start, and says what is lost.",
        flags: [
          Self.dataDirectory,
          Flag(
            switch: "keep-doubtful",
            "Keep articles of which nobody can say whether they had been deleted, where only the list of that is lost."
          ),
          Self.help,
        ],
        notes: """
          Deletes nothing: what cannot be used gets a name that ends in .damaged. A sound directory is left as it is.
          Exit codes: 0 fit for a start, 1 beyond repair, 2 usage.
          """)
    case .restore:
      Command(
        "matiane-server restore",
        "Copies a snapshot into a new data directory, from which a server can start.",
        flags: [
          Self.dataDirectory, Flag("into", "DIR", "The new data directory; must not hold an archive."),
          Flag("snapshot", .integer(1...Int.max), "REVISION", "Which snapshot; the newest when not given."),
          Flag(
            switch: "for-any-release",
            "Leave out the indexes, which a server makes anew from the articles, and what watches are resumed with: "
              + "the way back to an earlier release."
          ),
          Self.help,
        ],
        notes: "A server may be at work in --data-dir meanwhile. Exit codes: 0 restored, 1 failed, 2 usage.")
    }
  }

  /// Does it; returns the exit code.
  ///
  /// - Throws: `UsageError`, or `StorageError` for what cannot be read or written.
  func run(_ arguments: [String], environment: [String: String]) throws -> Int32 {
    let settings = try command.parse(arguments, environment: environment)
    if try settings.isOn("help") {
      print(command.help, terminator: "")
      return 0
    }
    let path = try settings.text("data-dir")
    switch self {
    case .check: return try check(path)
    case .repair: return try repair(path, keepingDoubtful: try settings.isOn("keep-doubtful"))
    case .restore: return try restore(path, settings)
    }
  }

  private func check(_ path: String) throws -> Int32 {
    let check = try DirectoryCheck(path, care: Catalog.snapshotCare)
    for finding in check.findings { print(finding) }
    printLosses(check)
    if check.isSound {
      print("\(path) is sound, at revision \(check.revision ?? 0)")
      return 0
    }
    guard check.unreadable.isEmpty else {
      let count = check.unreadable.count
      print(
        "\(path): \(count) file\(count == 1 ? "" : "s") cannot be read, so nobody can say what is left; see to"
          + " permissions and the disk, then check again")
      return 1
    }
    print(
      check.revision == nil
        ? "\(path) is damaged, and nothing can be saved by itself: restore a copy, or seed it from another server"
        : "\(path) is damaged; `matiane-server repair --data-dir \(path)` \(outcome(check))")
    return 1
  }

  private func repair(_ path: String, keepingDoubtful: Bool) throws -> Int32 {
    let repair = try DirectoryRepair(
      path, care: Catalog.snapshotCare(keepingDoubtful: keepingDoubtful))
    for finding in repair.check.findings where finding.kind != .sound { print(finding) }
    printLosses(repair.check)
    for (from, to) in repair.moved { print("moved  \(from) to \(to)") }
    print(repair.check.isSound ? "\(path) is sound; nothing was changed" : "\(path) \(outcome(repair.check))")
    return 0
  }

  private func printLosses(_ check: DirectoryCheck) {
    for loss in check.salvage?.losses ?? [] { print("lost  \(loss)") }
  }

  /// What a repair keeps and what it loses.
  private func outcome(_ check: DirectoryCheck) -> String {
    let revision = check.revision ?? 0
    let but = (check.salvage?.losses.isEmpty ?? true) ? "" : " but what is named above as lost"
    let lost = check.newestSeen > revision ? "loses revisions \(revision + 1) to \(check.newestSeen)" : ""
    return "keeps everything up to revision \(revision)\(but)" + (lost.isEmpty ? "" : " and \(lost)")
  }

  private func restore(_ path: String, _ settings: Settings) throws -> Int32 {
    guard let target = try settings.text(ifGiven: "into") else {
      throw UsageError("restore: --into DIR is missing")
    }
    try DataDirectory.checkVersion(of: path)
    let store = SnapshotStore(reading: path + "/snapshots")
    let wanted = try settings.integer(ifGiven: "snapshot").map { UInt64($0) }
    let newest = try store.revisions().last
    guard let revision = wanted ?? newest else {
      throw StorageError(.missing, file: store.directory, problem: "there is no snapshot")
    }
    let restored =
      try settings.isOn("for-any-release")
      ? store.copyForAnyRelease(revision, intoNewDirectory: target)
      : store.copy(revision, intoNewDirectory: target)
    print("restored snapshot \(revision) into \(target) (\(restored.byteCount) bytes)")
    return 0
  }
}
