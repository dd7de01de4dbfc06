import ArticleAPI
import Catalog
import Protobuf
import StorageTesting
import RandomTesting
import Testing

/// Random changes against a dictionary, with restarts in between.
@Suite struct ModelTests {
  private struct Model {
    var titles: [String: String] = [:]
    var etags: [String: String] = [:]
    var filed: [String: [String]] = [:]
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `The archive does what a dictionary does, across restarts`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let disk = SimulatedDisk(seed: seed)
    var archive = try TestArchive(disk) { $0.checkpointLogBytes = 20_000 }
    var model = Model()
    for step in 0..<TestRounds.of(300) {
      let id = "a\(Int.random(in: 0..<25, using: &generator))"
      switch Int.random(in: 0..<100, using: &generator) {
      case 0..<45: try await put(id, "Put \(step)", archive, &model, &generator)
      case 45..<65: try await update(id, "Updated \(step)", archive, &model)
      case 65..<80: try await delete(id, archive, &model, isFresh: Bool.random(using: &generator))
      case 80..<90: try await several(step, archive, &model, &generator)
      case 90..<95: _ = try await archive.catalog.checkpoint()
      default:
        if Bool.random(using: &generator) {
          try archive.catalog.stop()
        } else {
          archive.crash(powerCut: Bool.random(using: &generator))
        }
        archive = try TestArchive(disk) { $0.checkpointLogBytes = 20_000 }
        check(archive, model, "seed \(seed), step \(step)")
      }
    }
    check(archive, model, "seed \(seed)")
    try archive.catalog.stop()
  }

  private func check(_ archive: TestArchive, _ model: Model, _ place: String) {
    let view = archive.catalog.view
    let content = ViewContent(view)
    #expect(
      Dictionary(uniqueKeysWithValues: content.articles.values.map { ($0.name, $0.title) }) == model.titles,
      "\(place)")
    #expect(content.articles.mapValues(\.etag) == model.etags, "\(place)")
    #expect(content.articles.mapValues(\.categories) == model.filed, "\(place)")
    #expect(content.disagreements(with: view) == [], "\(place)")
  }

  private func note(_ outcome: MutationOutcome, _ model: inout Model) throws {
    let article = try #require(outcome.article)
    model.titles[article.name] = article.title
    model.etags[article.name] = article.etag
    model.filed[article.name] = article.categories
  }

  private func put(
    _ id: String, _ title: String, _ archive: TestArchive, _ model: inout Model,
    _ generator: inout SeededGenerator
  ) async throws {
    let categories = (0..<3).filter { _ in Bool.random(using: &generator) }.map { "c\($0)" }
    let outcome = try await archive.put(article(id, title, categories: categories))
    #expect(outcome.action == (model.titles["articles/\(id)"] == nil ? .created : .updated))
    #expect(outcome.article?.title == title)
    try note(outcome, &model)
  }

  private func update(_ id: String, _ title: String, _ archive: TestArchive, _ model: inout Model)
    async throws
  {
    guard let etag = model.etags["articles/\(id)"] else {
      #expect(await code { try await archive.update(article(id, title), mask: ["title"]) } == .notFound)
      return
    }
    try note(try await archive.update(article(id, title), mask: ["title"]) { $0.expectedEtag = etag }, &model)
    #expect(model.titles["articles/\(id)"] == title)
  }

  private func delete(_ id: String, _ archive: TestArchive, _ model: inout Model, isFresh: Bool) async throws
  {
    let name = "articles/\(id)"
    guard let etag = model.etags[name] else {
      #expect(await code { try await archive.delete(id) } == .notFound)
      return
    }
    guard isFresh else {
      #expect(await code { try await archive.delete(id) { $0.expectedEtag = "stale" } } == .etagMismatch)
      return
    }
    try await archive.delete(id) { $0.expectedEtag = etag }
    model.titles[name] = nil
    model.etags[name] = nil
    model.filed[name] = nil
  }

  /// A batch large enough to be applied while it is on its way to the disk.
  private func several(
    _ step: Int, _ archive: TestArchive, _ model: inout Model, _ generator: inout SeededGenerator
  ) async throws {
    let changes = (0..<40).map { number in
      var put = PutArticle()
      put.article = article(
        "a\(Int.random(in: 0..<25, using: &generator))", "Batch \(step) \(number)", categories: ["c0"])
      put.createMissingCategories = true
      return Mutation(.putArticle(put))
    }
    for result in try await archive.catalog.submit(changes) { try note(try result.get(), &model) }
  }
}
