import ArticleAPI
import MatianeClient
import XML

/// Reads articles of any format from text that comes in pieces.
///
/// One article is held at a time, of at most ``maxArticleBytes``, or ``maxForeignBytes`` in other formats than our own; one that is
/// longer, or no article, is told with its line, and the rest goes on. Behind XML that is none nothing is read. Belongs to
/// one task at a time.
public struct ArticleReader {
  /// The most bytes that an article may take in a file.
  public static let maxArticleBytes = 64 << 20
  /// The same of other formats: read, they take many times as much memory.
  public static let maxForeignBytes = 16 << 20

  /// The format that is read.
  public let format: ArticleFormat
  private let language: String
  private var source: Source

  private enum Source {
    case lines(TextLines)
    case objects(JSONItems)
    case export(WXRReader)
    /// Nothing more can be read.
    case ended
  }

  /// A reader at the beginning of a text.
  ///
  /// - Parameters:
  ///   - isOnLines: whether articles of ``ArticleFormat/matiane`` stand on a line each, see ``isOnLines(_:)``.
  ///   - language: the language of articles that name none.
  public init(_ format: ArticleFormat, isOnLines: Bool = true, language: String = "") {
    self.format = format
    self.language = language
    switch format {
    case .matiane where isOnLines: source = .lines(TextLines(maxBytes: Self.maxArticleBytes))
    case .wxr: source = .export(WXRReader())
    case .matiane: source = .objects(JSONItems(maxBytes: Self.maxArticleBytes))
    default: source = .objects(JSONItems(maxBytes: Self.maxForeignBytes))
    }
  }

  /// Whether each line of a text that begins so is a JSON object: it is no array, and its first object ends on the line on which it
  /// begins, as far as that can be seen.
  public static func isOnLines(_ beginning: [UInt8]) -> Bool {
    if isArray(beginning) { return false }
    let text = text(beginning)
    let line = text.prefix { $0 != UInt8(ascii: "\n") }
    return line.count == text.count || line.last { $0 > 0x20 } == UInt8(ascii: "}")
  }

  /// Whether a text that begins so is a JSON array.
  public static func isArray(_ beginning: [UInt8]) -> Bool { text(beginning).first == UInt8(ascii: "[") }

  /// What stands behind blanks and a byte order mark.
  private static func text(_ beginning: [UInt8]) -> ArraySlice<UInt8> {
    beginning.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
  }

  /// The articles that end in the next piece, in order.
  ///
  /// - Parameter isLast: whether the text ends with it.
  public mutating func read(_ piece: [UInt8], isLast: Bool = false) -> [FoundArticle] {
    var found: [FoundArticle]
    switch source {
    case .lines(var lines):
      source = .objects(JSONItems(maxBytes: 0))
      found = lines.read(piece, isLast: isLast).compactMap(article)
      source = .lines(lines)
    case .objects(var items):
      source = .objects(JSONItems(maxBytes: 0))
      found = (items.read(piece) + (isLast ? [items.end()].compactMap { $0 } : [])).flatMap(articles)
      source = .objects(items)
    case .export(var export):
      do throws(XMLError) {
        found = try export.read(piece, isLast: isLast)
        source = .export(export)
      } catch {
        found = [.failed(error.line, "\(error.message); what stands behind it cannot be read")]
        source = .ended
      }
    case .ended: found = []
    }
    return language.isEmpty ? found : found.map(spoken)
  }

  private func spoken(_ found: FoundArticle) -> FoundArticle {
    FoundArticle(
      line: found.line,
      result: found.result.map { article in
        var article = article
        if article.language.isEmpty { article.language = language }
        return article
      })
  }

  private func article(_ line: TextLines.Line) -> FoundArticle? {
    guard let text = line.text else { return tooLong(line.number) }
    if text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return nil }
    return FoundArticle(line: line.number, result: Self.own(text))
  }

  private static func own(_ json: [UInt8]) -> Result<Article, ArticleError> {
    do {
      let article = try ArchiveLine.article(json)
      guard article != Article() else {
        return .failure(
          ArticleError("expected an article, found an object without title, text or anything else"))
      }
      return .success(article)
    } catch {
      return .failure(ArticleError(error.description))
    }
  }

  private func tooLong(_ line: Int) -> FoundArticle {
    let most = format == .matiane ? Self.maxArticleBytes : Self.maxForeignBytes
    return .failed(line, "expected at most \(most) bytes, found a longer article")
  }

  private func articles(_ item: JSONItems.Item) -> [FoundArticle] {
    switch item {
    case .tooLong(let line): return [tooLong(line)]
    case .notAnObject(let line): return [.failed(line, "expected a JSON object, found something else")]
    case .unfinished(let line):
      return [
        .failed(line, "expected the end of the JSON object that begins here, found the end of the text")
      ]
    case .unfinishedArray(let line):
      return [
        .failed(
          line,
          "expected the end of the JSON array that begins here, found the end of the text; was it cut off?")
      ]
    case .object(let json, let line):
      if format == .matiane { return [FoundArticle(line: line, result: Self.own(json))] }
      do throws(ArticleError) {
        return try articles(JSONFields(json)).map {
          FoundArticle(line: line, result: $0.flatMap(Self.checked))
        }
      } catch {
        return [FoundArticle(line: line, result: .failure(error))]
      }
    }
  }

  private static func checked(_ article: Article) -> Result<Article, ArticleError> {
    do throws(ArticleError) {
      try article.checkLists()
      return .success(article)
    } catch {
      return .failure(error)
    }
  }

  private func articles(_ object: JSONFields) throws(ArticleError) -> [Result<Article, ArticleError>] {
    switch format {
    case .schemaOrg: try SchemaOrgArticle.articles(object)
    case .ninjs: [.success(try NinjsItem.article(object))]
    default: [.success(try WordPressREST.article(object))]
    }
  }
}
