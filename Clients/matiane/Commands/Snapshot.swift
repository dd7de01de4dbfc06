import ArticleAPI
import Flags
import GRPC
import MatianeClient
import Storage

/// `matiane snapshot create|list|verify|download|delete`
enum SnapshotCommand: Subcommand {
  static let name = "snapshot"
  static let command = Command(
    "matiane snapshot", "Create, list, verify, download or delete snapshots of the server.",
    operands: "create | list | verify SNAPSHOT | download [SNAPSHOT] | delete SNAPSHOT", operandCount: 1...2,
    flags: [Flag("into", "DIR", "For download: the new data directory, from which a server can start.")]
      + commonFlags)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let operands = context.settings.operands
    switch (operands[0], operands.count) {
    case ("create", 1):
      try context.format.show([try await context.client.admin.createSnapshot()], columns: columns)
    case ("list", 1):
      var snapshots: [Snapshot] = []
      for try await snapshot in context.client.admin.snapshots() { snapshots.append(snapshot) }
      try context.format.show(snapshots, columns: columns)
    case ("verify", 2): return try await verify(operands[1], context)
    case ("download", 1): try await download("", context)
    case ("download", 2): try await download(operands[1], context)
    case ("delete", 2):
      try await context.client.admin.deleteSnapshot(operands[1])
      context.format.showDeletion(of: operands[1])
    default:
      throw UsageError("expected \(command.operands), found '\(operands.joined(separator: " "))'")
    }
    return .ok
  }

  /// Seeds a new data directory on this machine with a snapshot of the server.
  private static func download(_ name: String, _ context: CommandContext) async throws {
    guard let path = try context.settings.text(ifGiven: "into") else {
      throw UsageError("download: --into DIR is missing")
    }
    var receiver: SnapshotReceiver?
    for try await part in context.client.admin.download(name) {
      if let snapshot = part.snapshot {
        receiver = try SnapshotReceiver(UInt64(clamping: snapshot.revision), intoNewDirectory: path)
      }
      try receiver?.receive(part.data, of: part.file, at: Int(part.offset))
    }
    guard let receiver else { throw RPCError(.dataLoss, "the server sent no snapshot") }
    let snapshot = try receiver.finish()
    switch context.format {
    case .table:
      print("downloaded snapshot \(snapshot.revision) into \(path) (\(snapshot.byteCount) bytes, checked)")
    case .json, .jsonl: print(#"{"revision":"\#(snapshot.revision)","sizeBytes":"\#(snapshot.byteCount)"}"#)
    }
  }

  private static func verify(_ name: String, _ context: CommandContext) async throws -> ExitCode {
    let result = try await context.client.admin.verifySnapshot(name)
    try context.format.show(result) { result in
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
