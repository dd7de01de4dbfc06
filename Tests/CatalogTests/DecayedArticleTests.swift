import ArticleAPI
import Catalog
import FullText
import StorageTesting
import Testing

/// Articles that were checked when the archive was opened, and are other bytes when they are asked for.
@Suite struct DecayedArticleTests {
  private static let body = "Nobody reads this any more"

  /// An archive whose article "b" decays under it, as memory that is mapped from a failing disk does.
  private func decayed() async throws -> TestArchive {
    let first = try TestArchive()
    for id in ["a", "b"] { try await first.put(article(id, "Title \(id)", story: "s-\(id)", source: id)) }
    _ = try await first.catalog.checkpoint()
    try first.catalog.stop()
    let archive = try TestArchive(first.disk) { options in
      options.checkpointsOnStop = false
      options.restsAfter = .seconds(1_000_000)
    }
    let view = archive.catalog.view
    let document = try #require(view.document(named: "articles/b"))
    view.index.withPayload(document) { bytes in
      // SAFETY: the bytes are the test's copy of the file, which nobody else reads meanwhile.
      UnsafeMutableRawPointer(mutating: bytes.baseAddress!).storeBytes(of: 0xff, as: UInt8.self)
    }
    return archive
  }

  @Test func `what cannot be read any more is refused to those who ask for it, and to nobody else`()
    async throws
  {
    let archive = try await decayed()
    let view = archive.catalog.view
    let error = #expect(throws: CatalogError.self) { try view.article(named: "articles/b") }
    #expect(error?.code == .storage && error?.cause?.code == .damaged && error?.subject == "articles/b")
    #expect(error?.message.contains("matiane-server check") == true)
    #expect(await code { try await archive.put(article("b", "New", source: "b")) } == .storage)
    #expect(await code { try await archive.delete("b") } == .storage)
    #expect(try view.article(named: "articles/a")?.title == "Title a")
    try await archive.put(article("a", "New"))
    #expect(archive.article("a")?.title == "New")
    try archive.catalog.stop()
  }
}
