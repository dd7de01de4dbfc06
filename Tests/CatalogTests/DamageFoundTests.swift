import ArticleAPI
import Catalog
import Foundation
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
    if bytes.count < 3 { bytes = [1, 2, 3] }
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

  @Test func `What is known to be damaged is not carried on by a stop either, until a copy is brought back`()
    async throws
  {
    for isBroughtBack in [false, true] {
      let archive = try await served { $0.checkpointsOnStop = true }
      let before = try archive.catalog.snapshots()
      let path = try section(archive, ".documents")
      let sound = try #require(archive.disk.bytes(of: path))
      try damage(archive, path)
      #expect(await code { _ = try await archive.catalog.checkpoint() } == .storage)
      #expect(archive.catalog.damagedFileCount == 1)
      if isBroughtBack {
        archive.disk.setBytes(of: path, to: sound)
        _ = try await archive.catalog.checkpoint()
        #expect(archive.catalog.damagedFileCount == 0)
      }
      try archive.catalog.stop()
      #expect(try archive.disk.list("data/snapshots").count == before.count + (isBroughtBack ? 1 : 0))
      archive.disk.setBytes(of: path, to: sound)
      #expect(try TestArchive.look(at: archive.disk) { $0.view.articleCount } == 5)
    }
  }

  @Test(arguments: ["catalog", "MANIFEST", "requests"])
  func `A snapshot that is there already and is damaged is made again, when asked for and by a stop`(
    name: String
  ) async throws {
    for isAsked in [true, false] where isAsked || name == "MANIFEST" {
      let archive = try await served { $0.checkpointsOnStop = !isAsked }
      let made = try await archive.catalog.checkpoint()
      try damage(archive, try section(archive, name))
      if isAsked { #expect(try await archive.catalog.checkpoint().revision == made.revision) }
      #expect(try isAsked == archive.catalog.verifySound(made.revision))
      try archive.catalog.stop()
      let again = try TestArchive(archive.disk)
      #expect(again.article("b") != nil && again.catalog.revision == made.revision)
      #expect(try again.catalog.verifySound(made.revision))
      try again.catalog.stop()
    }
  }

  @Test func `The newest snapshot that is complete is not deleted, and one that is damaged is listed`()
    async throws
  {
    let archive = try await served()
    let first = try #require(try archive.catalog.snapshots().last)
    let second = try await archive.catalog.checkpoint()
    try damage(archive, try section(archive, "MANIFEST"))
    #expect(try archive.catalog.snapshots().map(\.revision) == [first.revision, second.revision])
    #expect(await code { try archive.catalog.deleteSnapshot(first.revision) } == .invalidField)
    try archive.catalog.deleteSnapshot(second.revision)
    #expect(try archive.catalog.snapshots() == [first])
    try archive.catalog.stop()
  }

  @Test
  func `A folder of snapshots that is removed under a running server is made again, with all that is needed`()
    async throws
  {
    let archive = try await served { $0.minFreeDiskBytes = 1 << 20 }
    let disk = archive.disk
    for snapshot in try disk.list("data/snapshots") {
      for name in try disk.list("data/snapshots/" + snapshot) {
        try disk.remove("data/snapshots/\(snapshot)/\(name)")
      }
      try disk.removeDirectory("data/snapshots/" + snapshot)
    }
    try disk.removeDirectory("data/snapshots")
    #expect(try archive.catalog.snapshots().isEmpty)
    try await archive.put(article("e"))
    let content = ViewContent(archive.catalog.view)
    let made = try await archive.catalog.checkpoint()
    archive.crash(powerCut: true)
    let again = try TestArchive(disk)
    #expect(ViewContent(again.catalog.view) == content)
    #expect(try again.catalog.snapshots().map(\.revision) == [made.revision])
    try again.catalog.stop()
  }

  @Test func `A snapshot that is deleted while somebody takes it is not found, and is no damage`()
    async throws
  {
    for isNamed in [true, false] {
      let archive = try await served { $0.keptSnapshots = 1 }
      let first = try await archive.catalog.checkpoint()
      try await archive.put(article("d"))
      _ = try await archive.catalog.checkpoint()
      #expect(await code { _ = try archive.catalog.snapshotFiles(first.revision) } == .notFound)
      // Of one that is opened and not yet mapped when the next one takes its place.
      let newest = try #require(try archive.catalog.snapshots().last).revision
      let disk = archive.disk
      let folder = "data/snapshots/" + String(repeating: "0", count: 20 - "\(newest)".count) + "\(newest)"
      disk.beforeCall.withLock {
        $0 = { [unowned disk] call, path in
          guard call == StorageError.openToRead, path == folder + "/catalog" else { return }
          disk.beforeCall.withLock { $0 = nil }
          try? SnapshotStore(reading: "data/snapshots", files: disk).delete(newest)
        }
      }
      if isNamed {
        let error = #expect(throws: CatalogError.self) { try archive.catalog.snapshotFiles(newest) }
        #expect(error?.code == .notFound && error?.cause?.code == .deleted)
        #expect(await code { _ = try await archive.catalog.verifySnapshot(newest) } == .notFound)
        #expect(await code { _ = try await archive.catalog.restoreSnapshot(newest, into: "c") } == .notFound)
      } else {
        // There is no other one left; with one, it is that.
        #expect(await code { _ = try archive.catalog.snapshotFiles(nil) } == .notFound)
        _ = try await archive.catalog.checkpoint()
        #expect(try archive.catalog.snapshotFiles(nil).files.last?.name == Manifest.fileName)
        // What only has the name of one is not waited for.
        _ = try disk.open("data/snapshots/00000000000000009999", .create)
        #expect(await code { _ = try archive.catalog.snapshotFiles(nil) } == .notFound)
        try disk.remove("data/snapshots/00000000000000009999")
      }
      #expect(archive.events.all.allSatisfy { if case .foundDamage = $0 { false } else { true } })
      try archive.catalog.stop()
    }
  }

  @Test func `A snapshot is not restored into the data directory that it is of`() async throws {
    let path = "/tmp/matiane-inside-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let files = PosixFileSystem()
    try files.createDirectory(path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(symlink(path + "/data", path + "/link") == 0)
    var options = CatalogOptions(dataDirectory: path + "/data")
    options.checkpointsOnStop = false
    let catalog = Catalog(options: options)
    try catalog.start()
    let made = try await catalog.checkpoint()
    for inside in ["/data/x", "/data/snapshots/00000000000000000999", "/link/x", "/data/../data/x", "/data"] {
      #expect(
        await code { _ = try await catalog.restoreSnapshot(made.revision, into: path + inside) }
          == .invalidField,
        "\(inside)")
    }
    _ = try await catalog.restoreSnapshot(made.revision, into: path + "/data2")
    try catalog.stop()
  }
}

extension Catalog {
  /// Whether a snapshot can be read, and is as it was written.
  fileprivate func verifySound(_ revision: UInt64) throws -> Bool {
    guard let snapshot = try? snapshots().first(where: { $0.revision == revision }) else { return false }
    return snapshot.byteCount > 0
  }
}

extension DamageFoundTests {
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
    // It is counted first, then told.
    while found(archive).isEmpty { await Task.yield() }
    #expect(found(archive).map(\.file) == [path] && archive.catalog.damagedFileCount == 1)
    try archive.catalog.stop()
  }
}
