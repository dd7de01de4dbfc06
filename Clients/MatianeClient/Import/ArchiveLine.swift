import ArticleAPI
import Protobuf

/// Reads a line of an archive: the canonical JSON of an `Article`, or the flat form of `FlatArticle`.
public enum ArchiveLine {
  /// What some programs put in front of UTF-8: it says nothing.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads one JSON object.
  ///
  /// A flat object is known by its `id`; an article by its `name`, `blocks` or `source`.
  /// - Throws: `ArchiveLineError` with what was expected and what was found.
  public static func article(_ line: [UInt8]) throws(ArchiveLineError) -> Article {
    let json = line.starts(with: byteOrderMark) ? Array(line.dropFirst(byteOrderMark.count)) : line
    let flatError: JSONError
    do {
      return article(from: try FlatArticle(json: json))
    } catch {
      flatError = error
    }
    do {
      return try Article(json: json)
    } catch {
      throw ArchiveLineError(isFlat(json) ? flatError.description : error.description)
    }
  }

  /// Turns a flat article into one with blocks: paragraphs are what empty lines, or else line breaks, separate.
  ///
  /// Ids and categories that cannot stand in a name get one that can (`ResourceID`); the source keeps the id as it was.
  static func article(from flat: FlatArticle) -> Article {
    var article = Article()
    article.name = flat.id.isEmpty ? "" : "articles/" + ResourceID.unique(flat.id)
    article.story = flat.story.isEmpty ? "" : "stories/" + ResourceID.unique(flat.story)
    article.language = flat.language
    if !flat.id.isEmpty {
      var source = Source()
      source.id = flat.id
      article.source = source
    }
    article.url = flat.url
    article.title = flat.title
    article.subtitle = flat.subtitle
    article.summary = flat.summary
    article.blocks = paragraphs(flat.body).map(block)
    article.categories = flat.categories.map { "categories/" + ResourceID.readable($0) }
    article.tags = flat.tags
    article.authors = flat.authors.map(author)
    article.publishTime = flat.publishTime
    article.updateTime = flat.updateTime
    return article
  }

  package static func paragraphs(_ body: String) -> [String] {
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(trimmed)
    let hasEmptyLine = lines.contains("") && lines.contains { !$0.isEmpty }
    guard hasEmptyLine else { return lines.filter { !$0.isEmpty } }
    return lines.split(separator: "").map { $0.joined(separator: " ") }
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line.drop(while: \.isWhitespace))
  }

  private static func block(_ text: String) -> Block {
    var paragraph = Paragraph()
    paragraph.text = text
    var block = Block()
    block.content = .paragraph(paragraph)
    return block
  }

  private static func author(_ name: String) -> Author {
    var author = Author()
    author.name = name
    return author
  }

  /// Whether a line that neither form accepts was meant to be flat: it has a member `id` or `body`.
  private static func isFlat(_ json: [UInt8]) -> Bool {
    let text = String(decoding: json.prefix(4096), as: UTF8.self)
    return text.contains("\"id\"") && !text.contains("\"name\"")
  }
}

/// Why a line of an archive is not an article.
public struct ArchiveLineError: Error, Hashable, CustomStringConvertible {
  /// What was expected and what was found.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
