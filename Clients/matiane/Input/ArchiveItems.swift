import ArticleAPI
import MatianeClient

/// The articles of some files as import items; a line that is no article is reported and left out.
///
/// Reads on the executor of the task that iterates; iterate it once.
struct ArchiveItems: AsyncSequence, Sendable {
  let paths: [String]
  let report: ImportReport
  /// Whether an article's etag must be the one that the archive has; an export writes those of the archive it comes from.
  let checksEtags: Bool

  func makeAsyncIterator() -> Iterator {
    Iterator(paths: paths[...], report: report, checksEtags: checksEtags)
  }

  struct Iterator: AsyncIteratorProtocol {
    var paths: ArraySlice<String>
    let report: ImportReport
    let checksEtags: Bool
    private var file: ArchiveFile?
    private var place = ImportReport.Place(file: -1, line: 0)

    init(paths: ArraySlice<String>, report: ImportReport, checksEtags: Bool) {
      self.paths = paths
      self.report = report
      self.checksEtags = checksEtags
    }

    mutating func next() async throws -> ImportItem? {
      while true {
        guard let file else {
          guard let path = paths.popFirst() else { return nil }
          file = try ArchiveFile(path)
          place = ImportReport.Place(file: place.file + 1, line: 0)
          continue
        }
        guard let read = try file.nextLine() else {
          self.file = nil
          continue
        }
        place.line += 1
        report.read(bytes: file.bytesRead, of: place.file)
        guard case .text(let line) = read else {
          report.badLine(place, "expected at most \(ArchiveFile.maxLineBytes) bytes, found a longer line")
          continue
        }
        if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
        do {
          var article = try ArchiveLine.article(line)
          if !checksEtags { article.etag = "" }
          var item = ImportItem()
          item.article = article
          item.itemId = place.itemID
          return item
        } catch {
          report.badLine(place, "\(error)")
        }
      }
    }
  }
}
