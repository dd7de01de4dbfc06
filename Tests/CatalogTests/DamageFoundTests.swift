import ArticleAPI
import Catalog
import FullText
import Storage
import StorageTesting
import Testing

/// Damage of the files that an archive is served from: noticed before a snapshot carries it on, and told once.
@Suite struct DamageFoundTests {
  private func served(_ change: (inout CatalogOptions) -> Void = { _ in }) async throws -> TestArchive {
    let archive = try TestArchive { options in
      options.checkpointsOnStop = false
      // A merge would write what is in memory anew, and nothing of the damaged file.
      options.restsAfter = .seconds(1_000_000)
      change(&options)
    }
    for number in 1...4 { try await archive.put(article("a\(number)", "Headline \(number)")) }
    _ = try await archive.catalog.checkpoint()
    try await archive.put(article("b", "Headline"))
    return archive
  }

  private func section(_ archive: TestArchive, _ suffix: String) throws -> String {
    let folder = "data/snapshots/\(try #require(try archive.disk.list("data/snapshots").last))"
    return "\(folder)/\(try #require(try archive.disk.list(folder).first { $0.hasSuffix(suffix) }))"
  }

  private func damage(_ archive: TestArchive, _ path: String) throws {
    var bytes = try #require(archive.disk.bytes(of: path))
    bytes[bytes.count - 3] ^= 4
    archive.disk.setBytes(of: path, to: bytes)
  }

  private func found(_ archive: TestArchive) -> [StorageError] {
    archive.events.all.compactMap { if case .foundDamage(let error) = $0 { error } else { nil } }
  }

  @Test func `No snapshot is made from damaged articles, and the damage is told once, with its place`()
    async throws
  {
    let archive = try await served()
    let before = try archive.catalog.snapshots()
    let path = try section(archive, ".documents")
    try damage(archive, path)
    for _ in 1...2 {
      do {
        _ = try await archive.catalog.checkpoint()
        Issue.record("a snapshot of damaged articles was made")
      } catch {
        #expect(error.code == .storage && error.message.contains(path), "\(error)")
        #expect(error.message.contains("at byte") && error.message.contains("repair"), "\(error)")
      }
    }
    #expect(found(archive).map(\.file) == [path])
    #expect(archive.catalog.damagedFileCount == 1)
    #expect(try archive.catalog.snapshots() == before)
    // The archive goes on, and the log keeps what no snapshot has.
    try await archive.put(article("c", "Headline"))
    try archive.catalog.stop()
  }

  @Test func `A snapshot that is there already is read again before somebody is told that it is made`()
    async throws
  {
    let archive = try await served()
    _ = try await archive.catalog.checkpoint()
    try damage(archive, try section(archive, "catalog"))
    #expect(await code { _ = try await archive.catalog.checkpoint() } == .storage)
    try archive.catalog.stop()
  }

  @Test func `A damaged index is not carried on: the next start makes it again`() async throws {
    let archive = try await served()
    let before = ViewContent(archive.catalog.view)
    try damage(archive, try section(archive, ".index"))
    let made = try await archive.catalog.checkpoint()
    #expect(found(archive).count == 1)
    #expect(try await archive.catalog.verifySnapshot(made.revision).problems == [])
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    #expect(again.events.all.contains { if case .rebuildingIndex = $0 { true } else { false } })
    let content = ViewContent(again.catalog.view)
    #expect(content == before && content.disagreements(with: again.catalog.view) == [])
    try again.catalog.stop()
  }

  @Test(.timeLimit(.minutes(10)))
  func `The newest snapshot is read again by the clock, and what is damaged is told`() async throws {
    let archive = try await served {
      $0.verifyInterval = .milliseconds(1)
      $0.verifyBytesPerSecond = 0
    }
    let path = try section(archive, ".documents")
    try damage(archive, path)
    while archive.catalog.damagedFileCount == 0 { await Task.yield() }
    #expect(found(archive).map(\.file) == [path])
    try archive.catalog.stop()
  }
}
