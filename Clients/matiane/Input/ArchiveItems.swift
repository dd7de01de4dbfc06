import ArticleAPI
import ArticleFormats
import MatianeClient

/// The articles of some files as import items; what is no article is reported and left out.
///
/// Reads on the executor of the task that iterates; iterate it once.
struct ArchiveItems: AsyncSequence, Sendable {
  let paths: [String]
  let report: ImportReport
  /// Nil for what each file says itself.
  let format: ArticleFormat?
  /// The language of articles that name none.
  let language: String
  /// Whether an article's etag must be the one that the archive has; an export writes those of the archive it comes from.
  let checksEtags: Bool
  /// Whether to say what a file is taken for that is not of our own format.
  let tellsFormats: Bool

  func makeAsyncIterator() -> Iterator { Iterator(self) }

  struct Iterator: AsyncIteratorProtocol {
    private let items: ArchiveItems
    private var paths: ArraySlice<String>
    private var file: ArchiveFile?
    private var fileNumber = -1
    private var reader: ArticleReader?
    private var found: ArraySlice<FoundArticle> = []
    private var isArray = false
    private var count = 0

    fileprivate init(_ items: ArchiveItems) {
      self.items = items
      paths = items.paths[...]
    }

    mutating func next() async throws -> ImportItem? {
      while true {
        if let next = found.popFirst() {
          if let item = item(next) { return item }
        } else if file == nil {
          guard let path = paths.popFirst() else { return nil }
          try open(path)
        } else {
          try readOn()
        }
      }
    }

    private mutating func open(_ path: String) throws {
      let opened = try ArchiveFile(path)
      let beginning = try opened.peek()
      guard let format = items.format ?? ArticleFormat(ofTextThatBegins: beginning) else {
        throw FileError("'\(path)': expected one format, found the signs of several; --format says which")
      }
      isArray = ArticleReader.isArray(beginning)
      count = 0
      reader = ArticleReader(
        format, isOnLines: ArticleReader.isOnLines(beginning), language: items.language)
      file = opened
      fileNumber += 1
      if items.tellsFormats, items.format == nil, format != .matiane {
        items.report.reads(fileNumber, as: format)
      }
    }

    /// Reads the next piece of the file, and leaves it at its end.
    private mutating func readOn() throws {
      guard let file else { return }
      let piece = try file.nextPiece()
      items.report.read(bytes: file.bytesRead, of: fileNumber)
      found = reader?.read(piece ?? [], isLast: piece == nil)[...] ?? []
      if piece == nil { self.file = nil }
    }

    /// The item of an article; nil for what is none, which is reported.
    private mutating func item(_ found: FoundArticle) -> ImportItem? {
      count += 1
      let place = ImportReport.Place(file: fileNumber, line: found.line, item: isArray ? count : 0)
      switch found.result {
      case .failure(let error):
        items.report.badLine(place, "\(error)")
        return nil
      case .success(var article):
        if !items.checksEtags { article.etag = "" }
        var item = ImportItem()
        item.article = article
        item.itemId = place.itemID
        return item
      }
    }
  }
}
