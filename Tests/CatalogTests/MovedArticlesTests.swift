import ArticleAPI
import Catalog
import Protobuf
import Storage
import StorageTesting
import RandomTesting
import Testing

/// What watches are told of categories that move, against a model that notes every article at the time.
@Suite struct MovedArticlesTests {
  private struct Model {
    var parents: [String: String] = [:]
    var articles: [String: (title: String, categories: [String])] = [:]
    var told: [String] = []

    func closure(_ ids: [String]) -> Set<String> {
      Set(
        ids.flatMap { id in
          sequence(first: id) { parents[$0].flatMap { $0.isEmpty ? nil : $0 } }.filter { parents[$0] != nil }
        })
    }

    private func text(_ id: String) -> String {
      articles[id].map { "\($0.title) \(closure($0.categories).sorted().joined(separator: ","))" } ?? "-"
    }

    /// Carries out a change of a revision; notes what it means for the articles of these ids.
    mutating func change(_ revision: UInt64, _ ids: [String], _ body: (inout Model) -> Void) {
      let before = ids.sorted().map { ($0, text($0)) }
      body(&self)
      for (number, (id, before)) in before.enumerated() {
        told.append("\(revision).\(number + 1) \(id): \(before) > \(text(id))")
      }
    }

    func filed(below category: String) -> [String] {
      articles.filter { closure($0.value.categories).contains(category) }.map(\.key)
    }
  }

  private static let categories = (0..<6).map { "c\($0)" }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `Each article below is told of as it was then, whatever changes afterwards`(seed: UInt64) async throws
  {
    var generator = SeededGenerator(seed: seed)
    let disk = SimulatedDisk(seed: seed)
    var archive = try TestArchive(disk)
    var model = Model()
    for step in 0..<TestRounds.of(150) {
      switch Int.random(in: 0..<20, using: &generator) {
      case 0..<9: try await putArticle(step, archive, &model, &generator)
      case 9..<11: try await deleteArticle(archive, &model, &generator)
      case 11..<16: try await putCategory(archive, &model, &generator)
      case 16: try await deleteCategory(archive, &model, &generator)
      case 17: _ = try await archive.catalog.checkpoint()
      case 18:
        archive.crash(powerCut: Bool.random(using: &generator))
        archive = try TestArchive(disk)
      default: try await check(archive, model, &generator, "seed \(seed), step \(step)")
      }
    }
    try await check(archive, model, &generator, "seed \(seed)")
    try archive.catalog.stop()
  }

  private func putArticle(
    _ step: Int, _ archive: TestArchive, _ model: inout Model, _ generator: inout SeededGenerator
  ) async throws {
    let id = "a\(Int.random(in: 0..<12, using: &generator))"
    let own = model.parents.keys.sorted().filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    var article = Article()
    article.name = "articles/\(id)"
    article.title = "t\(step)"
    article.language = "en"
    article.categories = own.map { "categories/\($0)" }
    let revision = try await archive.put(article).revision
    model.change(revision, [id]) { $0.articles[id] = ("t\(step)", own) }
  }

  private func deleteArticle(
    _ archive: TestArchive, _ model: inout Model, _ generator: inout SeededGenerator
  ) async throws {
    guard let id = model.articles.keys.sorted().randomElement(using: &generator) else { return }
    let revision = try await archive.delete(id).revision
    model.change(revision, [id]) { $0.articles[id] = nil }
  }

  private func putCategory(
    _ archive: TestArchive, _ model: inout Model, _ generator: inout SeededGenerator
  ) async throws {
    let id = Self.categories.randomElement(using: &generator)!
    let others = model.parents.keys.sorted().filter { $0 != id && !model.closure([$0]).contains(id) }
    let parent =
      Int.random(in: 0..<4, using: &generator) == 0 ? "" : others.randomElement(using: &generator) ?? ""
    let outcome = try await archive.putCategory(id, parent: parent)
    let isMove = model.parents[id].map { $0 != parent } ?? false
    model.change(outcome.revision, isMove ? model.filed(below: id) : []) { $0.parents[id] = parent }
  }

  private func deleteCategory(
    _ archive: TestArchive, _ model: inout Model, _ generator: inout SeededGenerator
  ) async throws {
    let leaves = model.parents.keys.sorted().filter { !model.parents.values.contains($0) }
    guard let id = leaves.randomElement(using: &generator) else { return }
    var delete = DeleteCategory()
    delete.name = "categories/\(id)"
    delete.force = true
    let revision = try await archive.catalog.submit(Mutation(.deleteCategory(delete))).revision
    model.change(revision, model.filed(below: id)) { model in
      for article in model.articles.keys { model.articles[article]?.categories.removeAll { $0 == id } }
      model.parents[id] = nil
    }
  }

  /// Everything behind any place, read in pages of any size, is what was noted.
  private func check(
    _ archive: TestArchive, _ model: Model, _ generator: inout SeededGenerator, _ place: String
  ) async throws {
    let view = archive.catalog.view
    #expect(ViewContent(view).disagreements(with: view) == [], "\(place)")
    for start in [0, Int.random(in: 0...model.told.count, using: &generator)] {
      var position = ChangePosition(behind: 0)
      if start > 0 {
        let numbers = model.told[start - 1].prefix { $0 != " " }.split(separator: ".")
        position = ChangePosition(revision: UInt64(numbers[0])!, changes: UInt32(numbers[1])!)
      }
      let count = Int.random(in: 1...9, using: &generator)
      let lines = try await archive.catalog.told(after: position, count: count).map { try $0.line }
      #expect(lines == Array(model.told[start...]), "\(place), behind \(position), \(count) at a time")
    }
  }

  @Test func `A move takes the room of one change, and drops none before it`() async throws {
    let archive = try TestArchive { $0.changeHistoryBytes = 60_000 }
    for id in ["world", "georgia"] { try await archive.putCategory(id) }
    for number in 0..<200 { try await archive.put(filed("a\(number)", under: "georgia")) }
    let bytes = archive.catalog.changes.byteCount
    let oldest = archive.catalog.changes.oldestRevision
    for round in 0..<10 { try await archive.putCategory("georgia", parent: round % 2 == 0 ? "world" : "") }
    #expect(archive.catalog.changes.byteCount < bytes + 10 * 300)
    #expect(archive.catalog.changes.oldestRevision == oldest)
    let told = try await archive.catalog.told(after: ChangePosition(behind: 202), count: 64)
    #expect(told.count == 2000 && told[0].id == "a0" && told[199].id == "a99")
    #expect(
      told[1999].before?.categories == ["georgia", "world"] && told[1999].after?.categories == ["georgia"])
    try archive.catalog.stop()
  }

  @Test func `Only who asks for a category that is above before or afterwards alone is concerned`()
    async throws
  {
    let archive = try TestArchive()
    for (id, parent) in [
      ("all", ""), ("north", "all"), ("south", "all"), ("town", "north"), ("quarter", "town"),
    ] {
      try await archive.putCategory(id, parent: parent)
    }
    try await archive.putCategory("town", parent: "south")
    let start = ChangePosition(behind: 5)
    let move = try #require(try archive.catalog.page(after: start, count: 1) { _ in true }.move)
    for (id, isConcerned) in [
      ("all", false), ("north", true), ("south", true), ("town", false), ("quarter", false), ("none", false),
    ] {
      #expect(move.concerns([id]) == isConcerned, "\(id)")
    }
    let page = try archive.catalog.page(after: start, count: 1) { $0.concerns(["quarter"]) }
    #expect(page.changes.isEmpty && page.move == nil && page.isLast && page.end == ChangePosition(behind: 6))
    try archive.catalog.stop()
  }

  @Test func `A move that an earlier release refused for a large article below is refused by every replay`()
    async throws
  {
    let archive = try TestArchive { $0.maxArticleBytes = 1000 }
    for id in ["world", "georgia"] { try await archive.putCategory(id) }
    try archive.catalog.stop()
    let log = try LocalLog.open(directory: "data/log", files: archive.disk).log
    var article = PutArticle()
    article.article = filed("a", under: "georgia", title: String(repeating: "x", count: 2000))
    var move = PutCategory()
    move.category = category("georgia", parent: "world")
    var refused = Mutation(.putCategory(move))
    refused.maxArticleBytes = 1000
    _ = try log.append([Mutation(.putArticle(article)).serialized(), refused.serialized()])
    try log.waitUntilDurable(4)
    try log.close()
    let again = try TestArchive(archive.disk) { $0.maxArticleBytes = 1000 }
    #expect(again.catalog.revision == 4 && again.article("a") != nil)
    #expect(again.catalog.view.categories.parent(of: "georgia") == nil)
    // Since then nobody looks.
    try await again.putCategory("georgia", parent: "world")
    #expect(again.catalog.view.categories.parent(of: "georgia") == "world")
    try again.catalog.stop()
  }

  @Test func `Moves that an earlier release wrote article by article are told as before`() async throws {
    let archive = try TestArchive()
    for id in ["world", "georgia"] { try await archive.putCategory(id) }
    for id in ["b", "a"] { try await archive.put(filed(id, under: "georgia", title: id)) }
    try await archive.putCategory("georgia", parent: "world")
    _ = try await archive.catalog.checkpoint()
    let expected = try await archive.catalog.told().map { try $0.line }
    let moved = try await archive.catalog.told(after: ChangePosition(behind: 4))
    try archive.catalog.stop()
    let store = try SnapshotStore(directory: "data/snapshots", files: archive.disk)
    let snapshot = try store.open(5)
    let writer = try store.begin(5, attributes: snapshot.manifest.attributes)
    for section in snapshot.manifest.sections where section.name != "history" {
      try snapshot.section(section.name).withUnsafeBytes { bytes throws(StorageError) in
        try writer.write(section.name, bytes)
      }
    }
    let stored = try snapshot.section("history").withUnsafeBytes { Self.withoutPlaces($0) }
    try (stored + moved.flatMap(Self.alone)).withUnsafeBytes { try writer.write("changes", $0) }
    _ = try writer.commit()
    let again = try TestArchive(archive.disk)
    #expect(try await again.catalog.told().map { try $0.line } == expected)
    // And as they were, when they have changed since.
    try await again.put(filed("a", under: "georgia", title: "new"))
    #expect(try await again.catalog.told().map { try $0.line }.prefix(4) == expected[...])
    try again.catalog.stop()
  }

  /// A list of changes without those of categories.
  private static func withoutPlaces(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var (rest, kept): (ArraySlice<UInt8>, [UInt8]) = (Array(bytes)[...], [])
    while rest.count >= 4 {
      let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      let message = rest.prefix(4 + length)
      rest = rest.dropFirst(4 + length)
      if (try? StoredChange(serialized: Array(message.dropFirst(4))))?.places == nil { kept += message }
    }
    return kept
  }

  /// A change as an earlier release wrote it of an article that only moved, behind its length.
  private static func alone(_ change: RecordedChange) -> [UInt8] {
    func state(_ state: RecordedChange.State?) -> ArticleState {
      var stored = ArticleState()
      stored.language = state?.language ?? ""
      stored.categories = state?.categories ?? []
      return stored
    }
    var stored = StoredChange()
    stored.revision = change.position.revision
    stored.id = change.id
    stored.before = state(change.before)
    stored.after = state(change.after)
    let bytes = stored.serialized()
    return withUnsafeBytes(of: UInt32(bytes.count).littleEndian, Array.init) + bytes
  }

  private func filed(_ id: String, under category: String, title: String = "title") -> Article {
    Article.with { article in
      article.name = "articles/\(id)"
      article.title = title
      article.categories = ["categories/\(category)"]
    }
  }
}
