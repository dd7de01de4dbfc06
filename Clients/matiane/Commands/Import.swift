import ArticleAPI
import ArticleFormats
import Flags
import Glibc
import MatianeClient

/// `matiane import FILE...`
enum Import: Subcommand {
  static let name = "import"
  static let command = Command(
    "matiane import", "Import articles from files, plain or gzipped; '-' reads standard input.",
    operands: "FILE...", operandCount: 1...1000,
    flags: [
      Flag(
        "format", .choice(ArticleFormat.allCases.map(\.rawValue)), "FORMAT",
        "How articles are written down; what each file says itself when not given."),
      Flag("language", "TAG", "Language (BCP-47) of articles that name none."),
      Flag(switch: "create-categories", "Create categories that articles name and that do not exist."),
      Flag(switch: "create-only", "Refuse articles that exist instead of replacing them."),
      Flag(switch: "skip-existing", "Leave articles that exist as they are."),
      Flag(switch: "check-etags", "Refuse articles that were changed since their etags were exported."),
      Flag(switch: "dry-run", "Check everything, change nothing."),
      Flag(
        "max-message-mb", .integer(1...1024), "N", default: "4",
        "Largest request message that the server takes, in MiB: its flag of the same name."),
      Flag(switch: "quiet", letter: "q", "No progress bar, no summary."),
    ] + commonFlags,
    notes: """
      matiane     a line, or an element of an array, is the canonical JSON of a matiane.v1.Article, or flat:
                  {"id","title","body","language","categories":[…],"publish_time","url"}
      schema-org  JSON-LD: NewsArticle and its kin, each by itself or in an @graph
      ninjs       text items of IPTC ninjs 3.1
      wordpress   posts of the REST API; with ?_embed they say what categories, tags, authors and pictures are called
      wxr         an export of WordPress; pages, menus and settings are passed over

      JSON objects stand in an array or follow one another. What identifies an article is its id at its publisher (identifier,
      uri, guid), by which it is found again under another address; the former one becomes an alias. HTML becomes paragraphs,
      headings, quotations, lists, pictures and links. Translations are one story where they name one another.

      What is no article is reported with its line and its reason; the rest goes on, and the exit code is 5. With -o jsonl every
      article's result is a line, with -o json the numbers at the end are an object.
      """)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let settings = context.settings
    let isQuiet = try settings.isOn("quiet")
    let report = ImportReport(
      paths: settings.operands, showsProgress: !isQuiet && isatty(STDERR_FILENO) == 1)
    defer { report.finish() }
    let started = ContinuousClock.now
    let items = ArchiveItems(
      paths: settings.operands, report: report,
      format: try settings.choice(ifGiven: "format").flatMap(ArticleFormat.init(rawValue:)),
      language: try settings.text(ifGiven: "language") ?? "", checksEtags: try settings.isOn("check-etags"),
      tellsFormats: !isQuiet)
    let options = try options(settings)
    var summary: ImportSummary
    do {
      summary = try await context.client.articles.importItems(
        items, options: options, maxMessageBytes: try settings.integer("max-message-mb") << 20
      ) { result in
        report.result(result)
        if context.format == .jsonl { print(try result.json()) }
      }
    } catch {
      report.finish()
      if !options.validateOnly { noteImported(report.imported) }
      throw error
    }
    report.finish()
    if report.namesUnknownCategories {
      printError("--create-categories creates the categories that articles name")
    }
    // Nothing that was only tried, or was there already, is found at a new revision.
    if options.validateOnly || summary.created + summary.updated == 0 { summary.revision = 0 }
    switch context.format {
    case _ where isQuiet: break
    case .table: show(summary, report, elapsed: ContinuousClock.now - started)
    case .json: print(json(summary, badLines: report.badLines))
    case .jsonl: break
    }
    return summary.failed + report.badLines == 0 ? .ok : .partialImport
  }

  /// Says after a failure what there is of the import.
  private static func noteImported(_ count: Int) {
    guard count > 0 else { return }
    let were = counted(count, "article was", "articles were")
    printError(
      "\(were) imported before; the same import can be started again, and leaves what has a name or a "
        + "source id as it is")
  }

  static func isRepeatable(_ settings: Settings) -> Bool { !settings.operands.contains("-") }

  private static func options(_ settings: Settings) throws(UsageError) -> ImportOptions {
    var options = ImportOptions()
    options.createMissingCategories = try settings.isOn("create-categories")
    options.validateOnly = try settings.isOn("dry-run")
    switch (try settings.isOn("create-only"), try settings.isOn("skip-existing")) {
    case (true, true): throw UsageError("--create-only and --skip-existing exclude each other")
    case (true, false): options.mode = .createOnly
    case (false, true): options.mode = .skipExisting
    case (false, false): break
    }
    return options
  }

  private static func json(_ summary: ImportSummary, badLines: Int) -> String {
    """
    {
      "created": \(summary.created),
      "updated": \(summary.updated),
      "unchanged": \(summary.unchanged),
      "refused": \(summary.failed),
      "badLines": \(badLines),
      "revision": "\(summary.revision)"
    }
    """
  }

  private static func show(_ summary: ImportSummary, _ report: ImportReport, elapsed: Duration) {
    let seconds = elapsed / .seconds(1)
    let rate = Int(Double(summary.accepted) / max(seconds, 0.001))
    var line = "\(summary.created) created, \(summary.updated) updated, \(summary.unchanged) unchanged"
    if summary.failed > 0 { line += ", \(summary.failed) refused" }
    if report.badLines > 0 { line += ", " + counted(report.badLines, "bad line", "bad lines") }
    line += " in \((seconds * 10).rounded() / 10) s (\(rate)/s)"
    print(summary.revision == 0 ? line : "\(line), revision \(summary.revision)")
  }
}
