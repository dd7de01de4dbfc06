import ArticleAPI
import Flags
import Glibc
import MatianeClient

/// `matiane watch [QUERY]`
enum Watch: Subcommand {
  static let name = "watch"
  static let command = Command(
    "matiane watch", "Follow changes of articles, or a live query, as they happen.", operands: "[QUERY]",
    operandCount: 0...64,
    flags: [
      Flag("article", letter: "a", "NAMES", "Only these articles, separated by commas."),
      Flag("category", letter: "c", "NAMES", "Only articles in these categories or below them."),
      Flag("language", letter: "l", "TAGS", "Only articles in these languages (BCP-47)."),
      Flag("filter", letter: "f", "FILTER", "AIP-160 filter, for example 'tag = \"wine\"'."),
      Flag(switch: "all-words", "Every word of the query has to match."),
      Flag("after-revision", .integer(0...Int.max), "N", "Begin with the first change after this revision."),
      Flag("resume", "TOKEN", "Go on behind the change or progress that had this token."),
      Flag("count", letter: "n", .integer(1...Int.max), "N", "Stop after so many changes."),
      Flag(switch: "progress", "Tell how far the watch is when nothing happens."),
    ] + commonFlags,
    notes: """
      A lost connection is opened again by itself, without loss or repetition, and so is a watch of which nothing is heard for
      --timeout; the server says something every ten seconds. With -o jsonl every line is an ArticleChange
      with its resume token.
      """)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let settings = context.settings
    let count = try settings.integer(ifGiven: "count")
    let showsProgress = try settings.isOn("progress")
    var shown = 0
    let updates = context.client.watch(
      try scope(settings), from: try start(settings), maxSilence: try settings.timeout())
    for try await update in updates {
      switch update {
      case .change(let change):
        try context.format.show(change, describe: describe)
        shown += 1
      case .progress(let revision, let token):
        if showsProgress {
          printError("sent everything up to revision \(revision); resume token \(printable(token))")
        }
      }
      fflush(nil)
      if let count, shown >= count { break }
    }
    return .ok
  }

  private static func scope(_ settings: Settings) throws -> WatchScope {
    var scope = WatchScope()
    scope.query = settings.operands.joined(separator: " ")
    scope.matchMode = try settings.isOn("all-words") ? .all : .any
    scope.articles = try names("article", in: "articles", settings)
    scope.categories = try names("category", in: "categories", settings)
    scope.languages = try list("language", settings)
    scope.filter = try settings.text(ifGiven: "filter") ?? ""
    return scope
  }

  private static func start(_ settings: Settings) throws(UsageError) -> ArticleWatch.Start {
    switch (try settings.text(ifGiven: "resume"), try settings.integer(ifGiven: "after-revision")) {
    case (nil, nil): return .now
    case (let token?, nil): return .resumeToken(token)
    case (nil, let revision?): return .after(revision: Int64(revision))
    default: throw UsageError("--resume and --after-revision say both where to begin; leave one out")
    }
  }

  private static func names(
    _ flag: String, in collection: String, _ settings: Settings
  ) throws(UsageError) -> [String] {
    try list(flag, settings).map { resourceName($0, in: collection) }
  }

  private static func list(_ flag: String, _ settings: Settings) throws(UsageError) -> [String] {
    (try settings.text(ifGiven: flag) ?? "").split(separator: ",").map { String($0.filter { $0 != " " }) }
  }

  private static func describe(_ change: ArticleChange) -> String {
    let verb =
      switch (change.scopeChange, change.action) {
      case (.left, .deleted): "deleted"
      case (.entered, .created): "created"
      case (.entered, _): "entered"
      case (.left, _): "left"
      default: "changed"
      }
    let article = change.article ?? Article()
    return printable("\(change.revision)  \(verb)  \(change.name)  \(article.language)  \(article.title)")
  }
}
