import ArticleAPI
import Flags
import MatianeClient

/// `matiane snapshot create|list|verify|delete`
enum SnapshotCommand: Subcommand {
  static let name = "snapshot"
  static let command = Command(
    "matiane snapshot", "Create, list, verify or delete snapshots on the server's disk.",
    operands: "create | list | verify SNAPSHOT | delete SNAPSHOT", operandCount: 1...2, flags: commonFlags)

  static func run(_ session: Session) async throws -> ExitCode {
    let operands = session.settings.operands
    switch (operands[0], operands.count) {
    case ("create", 1):
      try session.format.show([try await session.client.admin.createSnapshot()], columns: columns)
    case ("list", 1):
      var snapshots: [Snapshot] = []
      for try await snapshot in session.client.admin.snapshots() { snapshots.append(snapshot) }
      try session.format.show(snapshots, columns: columns)
    case ("verify", 2): return try await verify(operands[1], session)
    case ("delete", 2): try await session.client.admin.deleteSnapshot(operands[1])
    default:
      throw UsageError("expected \(command.operands), found '\(operands.joined(separator: " "))'")
    }
    return .ok
  }

  private static func verify(_ name: String, _ session: Session) async throws -> ExitCode {
    let result = try await session.client.admin.verifySnapshot(name)
    try session.format.show(result) { result in
      result.valid
        ? "\(name) is intact (\(result.bytesVerified) bytes read)"
        : "\(name) is damaged:\n" + result.problems.map { "  " + $0 }.joined(separator: "\n")
    }
    return result.valid ? .ok : .failure
  }

  private static let columns: [Column<Snapshot>] = [
    Column("SNAPSHOT") { $0.name },
    Column("REVISION", alignsRight: true) { "\($0.revision)" },
    Column("ARTICLES", alignsRight: true) { "\($0.articleCount)" },
    Column("BYTES", alignsRight: true) { "\($0.sizeBytes)" },
    Column("CREATED") { timeText($0.createTime) },
  ]
}
