import Access
import Catalog
import Flags
import FullText
import Glibc
import Protobuf

/// `matiane-server keys create|list|revoke`: the API keys in a file.
enum KeysCommand {
  static let command = Command(
    "matiane-server keys", "Makes, lists and revokes API keys.",
    operands: "create LABEL | list | revoke ID", operandCount: 1...2,
    flags: [
      Flag("keys", "FILE", "The key file; made when it does not exist."),
      Flag(
        "role", .choice(["reader", "writer", "admin"]), "ROLE", default: "reader",
        "What a new key may do: reader, writer or admin."),
      Flag("method", .list, "PATTERN", "Service/Method or Service/*: a new key may call these methods only."),
      Flag("category", .list, "ID", "A new key sees and writes articles of these categories only."),
      Flag("language", .list, "TAG", "A new key sees and writes articles in these languages only."),
      Flag(
        "expires", .duration, "TIME", "How long a new key is good, for example 90d; for ever when not given."),
      Flag("calls-per-second", .integer(1...1_000_000), "N", "How often a new key may call."),
      Flag(switch: "help", letter: "h", "Show this help."),
    ],
    notes: """
      A reader reads, a writer also writes, an admin also makes snapshots, switches writes off and reloads the configuration.
      create prints the key, once: only its digest is kept. A running server takes changes in on SIGHUP or `matiane reload`.
      A key for categories or languages may call what keeps to them: articles, imports, search, suggestions, related articles,
      watches, and the matching of saved queries.
      Callers send it as metadata 'authorization: Bearer KEY'; `matiane` takes it from MATIANE_API_KEY or MATIANE_API_KEY_FILE.
      """)

  /// Runs the command.
  ///
  /// - Throws: `UsageError` and `AccessError`.
  static func run(_ arguments: [String], environment: [String: String]) throws -> Int32 {
    let settings = try command.parse(arguments, environment: environment)
    if try settings.isOn("help") {
      print(command.help, terminator: "")
      return 0
    }
    try settings.validate()
    guard let path = try settings.text(ifGiven: "keys") else {
      throw UsageError("keys: expected --keys FILE or MATIANE_KEYS, found neither")
    }
    switch (settings.operands[0], settings.operands.count) {
    case ("create", 2): try create(settings.operands[1], settings, path)
    case ("list", 1): try list(path)
    case ("revoke", 2): try revoke(settings.operands[1], path)
    default:
      throw UsageError("expected \(command.operands), found '\(settings.operands.joined(separator: " "))'")
    }
    return 0
  }

  private static func create(_ label: String, _ settings: Settings, _ path: String) throws {
    let (made, text) = KeyText.random()
    let role = try settings.choice("role", AccessRole.init(name:))
    var key = ApiKey()
    key.id = made.id
    key.label = try checkedLabel(label)
    key.secretSha256 = made.digest
    key.role = role.stored
    key.methods = try settings.list("method")
    key.categories = try settings.list("category").map(checkedCategory)
    key.languages = try settings.list("language").map(canonicalLanguage)
    key.createTime = .now
    key.callsPerSecond = UInt32(try settings.integer(ifGiven: "calls-per-second") ?? 0)
    if let life = try settings.duration(ifGiven: "expires") {
      var end = Timestamp.now
      end.seconds += life.components.seconds
      key.expireTime = end
    }
    let new = key
    var alone = KeyFile()
    alone.keys = [new]
    // What the server would refuse at its next start is refused here.
    _ = try Keyring(alone, methods: ServedMethods.roles, callsPerSecond: 0)
    try KeyFile.update(path: path) { file throws(AccessError) in file.keys.append(new) }
    printError("made key \(key.id) (\(role.name)) in \(path); this is the only time it is shown")
    print(text)
  }

  private static func checkedLabel(_ label: String) throws(UsageError) -> String {
    let isPrintable = label.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
    guard isPrintable, (1...200).contains(label.utf8.count) else {
      throw UsageError("LABEL: expected 1 to 200 bytes on one line, found \(label.utf8.count) bytes")
    }
    return label
  }

  private static func checkedCategory(_ id: String) throws(UsageError) -> String {
    guard ResourceName.isID(id) else {
      throw UsageError("--category: expected the id of a category such as politics, found '\(id)'")
    }
    return id
  }

  private static func canonicalLanguage(_ tag: String) throws(UsageError) -> String {
    guard let canonical = LanguageTag.canonical(tag) else {
      throw UsageError("--language: expected a BCP-47 tag such as en or ka-GE, found '\(tag)'")
    }
    return canonical
  }

  private static func list(_ path: String) throws {
    for key in try KeyFile(path: path).keys {
      var line = "\(key.id)  \(AccessRole(rawValue: Int(key.role.rawValue))?.name ?? "no role")"
      if let end = key.expireTime {
        line += end.seconds <= Timestamp.now.seconds ? "  expired" : "  until \(end.rfc3339 ?? "?")"
      }
      for (name, values) in [
        ("methods", key.methods), ("categories", key.categories), ("languages", key.languages),
      ] where !values.isEmpty {
        line += "  \(name) \(values.joined(separator: ","))"
      }
      print(line + "  \(key.label)")
    }
  }

  private static func revoke(_ id: String, _ path: String) throws {
    _ = try KeyFile(path: path)
    let known = try KeyFile.update(path: path) { file throws(AccessError) in
      let count = file.keys.count
      file.keys.removeAll { $0.id == id }
      return file.keys.count < count
    }
    guard known else { throw UsageError("\(path): expected the id of a key, found '\(id)'") }
    printError(
      "revoked key \(id) in \(path); a running server refuses it once it has read that anew (SIGHUP, `matiane reload`)"
    )
  }
}
