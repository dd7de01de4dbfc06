import ArticleAPI
import Flags
import GRPC
import MatianeClient

/// `matiane search QUERY`
enum Search: Subcommand {
  static let name = "search"
  static let command = Command(
    "matiane search", "Search the archive.", operands: "QUERY", operandCount: 1...64,
    flags: [
      Flag("language", letter: "l", "TAG", "Only articles in this language (BCP-47)."),
      Flag("category", letter: "c", "NAME", "Only articles in this category or below it."),
      Flag("after", "DATE", "Only articles published on this date or later."),
      Flag("before", "DATE", "Only articles published before this date."),
      Flag("filter", letter: "f", "FILTER", "AIP-160 filter, for example 'tag = \"wine\"'."),
      Flag("limit", letter: "n", .integer(1...1000), "N", default: "10", "At most this many hits."),
      Flag(switch: "stories", "One hit per story."),
      Flag(switch: "unique", "Take articles with nearly the same text as one hit."),
      Flag(switch: "all-words", "Every word has to match."),
      Flag(switch: "forgive-typos", "Also find words that are one letter away."),
      Flag(switch: "facets", "Count hits by category and language."),
      Flag(switch: "highlight", "Show where the query matched."),
    ] + commonFlags,
    notes: """
      A query has words, "exact phrases", AND OR NOT -, parentheses, field:word, prefix*, word~ (also words one edit
      away; word~2: two), "phrase"~3, before:2022-03-01, after:2022-03-01 and word^2.

      Ids of categories are case-sensitive: 'Politics' is not 'politics'; 'matiane categories' lists them.
      """)

  static func run(_ context: CommandContext) async throws -> ExitCode {
    let response = try await context.client.searchWhole(try request(context.settings))
    switch context.format {
    case .table: show(response)
    case .json: print(try response.json(pretty: true))
    case .jsonl: for hit in response.hits { print(try hit.json()) }
    }
    if response.totalArticles ?? 0 == 0, response.hits.isEmpty { await explainNothing(context) }
    return .ok
  }

  /// Says of a language or category given by a flag that the archive has none of the name, and nothing when that cannot be told.
  private static func explainNothing(_ context: CommandContext) async {
    let (settings, client) = (context.settings, context.client)
    if let language = try? settings.text(ifGiven: "language"),
      let count = try? await client.count("", filter: "language = \(quoted(language))"),
      count.totalArticles == 0
    {
      printError(
        "matiane: no article is in the language '\(printable(language))'; expected a BCP-47 tag such as en or pt-BR"
      )
    }
    if let category = try? settings.text(ifGiven: "category") {
      do throws(RPCError) {
        _ = try await client.categories.get(category)
      } catch  where error.code == .notFound || error.code == .invalidArgument {
        printError(
          "matiane: there is no category '\(printable(category))'; 'matiane categories' lists them, and case matters in their ids"
        )
      } catch {}
    }
  }

  private static func request(_ settings: Settings) throws -> SearchRequest {
    var request = SearchRequest()
    request.query = settings.operands.joined(separator: " ")
    request.filter = try filter(settings)
    request.pageSize = Int32(try settings.integer("limit"))
    request.collapse =
      try settings.isOn("stories") ? .story : settings.isOn("unique") ? .duplicates : .none
    if try settings.isOn("forgive-typos") { request.typoPolicy = .match }
    request.matchMode = try settings.isOn("all-words") ? .all : .any
    if let language = try settings.text(ifGiven: "language") { request.languagePreferences = [language] }
    if try settings.isOn("facets") { request.facets = ["category", "language"].map(facet) }
    if try settings.isOn("highlight") { request.highlight = HighlightOptions() }
    return request
  }

  private static func facet(_ field: String) -> FacetRequest {
    var facet = FacetRequest()
    facet.by = .field(field)
    return facet
  }

  /// The flags' conditions joined with the caller's own filter.
  private static func filter(_ settings: Settings) throws(UsageError) -> String {
    var conditions: [String] = []
    if let language = try settings.text(ifGiven: "language") {
      conditions.append("language = \(quoted(language))")
    }
    if let category = try settings.text(ifGiven: "category") {
      conditions.append("category = \(quoted(category))")
    }
    if let date = try settings.text(ifGiven: "after") {
      conditions.append("publish_time >= \(quoted(try instant(date, flag: "after")))")
    }
    if let date = try settings.text(ifGiven: "before") {
      conditions.append("publish_time < \(quoted(try instant(date, flag: "before")))")
    }
    if let own = try settings.text(ifGiven: "filter"), !own.isEmpty { conditions.append("(\(own))") }
    return conditions.joined(separator: " AND ")
  }

  private static func instant(_ text: String, flag: String) throws(UsageError) -> String {
    if text.contains("T") { return text }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, text.utf8.count == 10, let month = parts[1], (1...12).contains(month),
      let day = parts[2], (1...31).contains(day), parts[0] != nil
    else {
      throw UsageError("--\(flag): expected a date such as 2025-03-01, found '\(text)'")
    }
    return text + "T00:00:00Z"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  private static func show(_ response: SearchResponse) {
    for hit in response.hits {
      let article = hit.article ?? Article()
      print(printable(article.title.isEmpty ? article.name : article.title))
      let date = article.publishTime == nil ? "undated" : String(timeText(article.publishTime).prefix(10))
      print("  \(article.name)  \(article.language)  \(date)  score \(rounded(hit.score))")
      for edition in hit.editions {
        print("  also \(edition.language): \(printable(edition.title)) (\(edition.article))")
      }
      if !hit.duplicates.isEmpty { print("  same text: \(hit.duplicates.joined(separator: ", "))") }
      for highlight in hit.highlights { print("  … \(printable(highlight.text)) …") }
    }
    let articles = response.totalArticles ?? 0
    var summary =
      "\(counted(articles, "article", "articles")) in \(counted(response.totalStories ?? 0, "story", "stories"))"
      + " \(articles == 1 ? "matches" : "match")"
    if !response.correctedQuery.isEmpty { summary += "; did you mean '\(response.correctedQuery)'?" }
    if response.wordsLeftOut { summary += "; there are more near words than the 1,024 that were looked for" }
    print(summary)
    for facet in response.facets {
      let counts = facet.values.map { "\($0.value) \($0.count)" }.joined(separator: ", ")
      print("\(facet.field): \(printable(counts))")
    }
  }

  private static func rounded(_ score: Double) -> String {
    String((score * 100).rounded() / 100)
  }
}
