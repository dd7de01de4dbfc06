import ArticleAPI
import Catalog

extension Catalog {
  /// All changes behind a place as a watch that wants to know everything is told of them, so many at a time.
  func told(after start: ChangePosition = ChangePosition(behind: 0), count: Int = 7) async throws
    -> [RecordedChange]
  {
    var (position, told): (ChangePosition, [RecordedChange]) = (start, [])
    while true {
      var page = try page(after: position, count: count) { _ in true }
      if let move = page.move, page.changes.isEmpty {
        page = try await self.page(of: move, after: page.end, count: count)
      }
      told += page.changes
      position = page.end
      if page.isLast { return told }
    }
  }
}

extension RecordedChange {
  /// The change in short: its place, the article, and before and after it the title with the categories.
  var line: String {
    get throws {
      func text(_ state: State?) throws -> String {
        try state.map {
          "\(try Article(serialized: $0.payload).title) \($0.categories.sorted().joined(separator: ","))"
        } ?? "-"
      }
      return "\(position.revision).\(position.changes) \(id): \(try text(before)) > \(try text(after))"
    }
  }
}
