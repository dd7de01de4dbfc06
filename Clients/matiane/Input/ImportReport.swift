import ArticleAPI
import ArticleFormats
import GRPC
import Glibc
import Synchronization

/// Collects what becomes of an import's lines, and shows it: bad lines at once, progress on a terminal.
///
/// Shared by the task that reads lines and the one that reads results.
final class ImportReport: Sendable {
  /// Where an article stands; also the number by which the server's result comes back.
  struct Place: Sendable {
    var file: Int
    /// The line on which it begins, from 1.
    var line: Int
    /// Which article of an array it is, from 1; 0 where lines tell.
    var item: Int

    /// All numbers in one: files are at most 1,000; items and lines that are too many for it are told as 0.
    var itemID: Int64 {
      Int64(file) << 52 | Int64(item >> 22 == 0 ? item : 0) << 30 | Int64(line >> 30 == 0 ? line : 0)
    }

    init(file: Int, line: Int, item: Int = 0) {
      self.file = file
      self.line = line
      self.item = item
    }

    init(itemID: Int64) {
      self.init(
        file: Int(itemID >> 52), line: Int(itemID & (1 << 30 - 1)), item: Int(itemID >> 30 & (1 << 22 - 1)))
    }
  }

  private struct State {
    var bytesRead: [Int]
    var badLines = 0
    var results = 0
    var imported = 0
    var namesUnknownCategories = false
    var bar: ProgressBar?
  }

  private let paths: [String]
  private let state: Mutex<State>

  /// - Parameter showsProgress: draw a bar on standard error.
  init(paths: [String], showsProgress: Bool) {
    self.paths = paths
    let sizes = paths.map(plainFileSize)
    let total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
    state = Mutex(
      State(
        bytesRead: paths.map { _ in 0 }, bar: showsProgress ? ProgressBar(totalBytes: total) : nil))
  }

  /// Lines that are no article.
  var badLines: Int { state.withLock { $0.badLines } }

  /// Articles that the archive is known to hold.
  var imported: Int { state.withLock { $0.imported } }

  /// Whether an article was refused because a category that it names is none.
  var namesUnknownCategories: Bool { state.withLock { $0.namesUnknownCategories } }

  func read(bytes: Int, of file: Int) {
    state.withLock { $0.bytesRead[file] = bytes }
  }

  func badLine(_ place: Place, _ reason: String) {
    state.withLock { state in
      state.badLines += 1
      state.bar?.clear()
      printError("\(text(place)): \(printable(reason))")
    }
  }

  /// Says what a file is taken for that says itself what it is.
  func reads(_ file: Int, as format: ArticleFormat) {
    state.withLock { state in
      state.bar?.clear()
      printError("\(paths[file]): read as \(format.rawValue); --format says otherwise")
    }
  }

  /// An array often stands on one line: its articles are counted.
  private func text(_ place: Place) -> String {
    "\(paths[place.file]):\(place.line)" + (place.item > 0 ? ": item \(place.item)" : "")
  }

  func result(_ result: ImportResult) {
    state.withLock { state in
      state.results += 1
      if case .error(let error) = result.outcome {
        let place = Place(itemID: result.itemId)
        state.bar?.clear()
        let name = result.name.isEmpty ? "" : result.name + ": "
        let isOurs = paths.indices.contains(place.file)
        let sent = isOurs ? text(place) : "item \(result.itemId), which was not sent"
        printError("\(sent): \(printable(name + error.message))")
        if error.details.contains(where: {
          (try? ErrorInfo(serialized: $0.value))?.reason == "CATEGORY_UNKNOWN"
        }) {
          state.namesUnknownCategories = true
        }
      } else {
        state.imported += 1
      }
      let bytes = state.bytesRead.reduce(0, +)
      state.bar?.update(articles: state.results, bytes: bytes)
    }
  }

  func finish() {
    state.withLock { $0.bar?.clear() }
  }
}

private func plainFileSize(_ path: String) -> Int? {
  var status = stat()
  guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  return Int(status.st_size)
}
