import ArticleAPI
import Catalog
import Glibc
import Protobuf
import Storage
import StorageTesting
import Testing

@Suite struct RecoveryTests {
  /// A small archive with all that mutations can leave behind; calls `after` when one was acknowledged.
  private func fill(_ archive: TestArchive, after: () -> Void = {}) async throws {
    try await archive.putCategory("world")
    after()
    try await archive.putCategory("europe", parent: "world")
    after()
    for number in 1...6 {
      try await archive.put(
        article(
          "a\(number)", "Headline number \(number)", categories: [number % 2 == 0 ? "world" : "europe"],
          url: "u/\(number)"))
      after()
    }
    try await archive.put(article("k1", "სათაური", language: "ka", categories: ["europe"]))
    after()
    var link = LinkEditions()
    link.articles = ["articles/a1", "articles/k1"]
    _ = try await archive.catalog.submit(Mutation(.linkEditions(link)))
    after()
    _ = try await archive.catalog.checkpoint()
    try await archive.update(article("a2", "Another headline"), mask: ["title"])
    after()
    try await archive.delete("a3")
    after()
    var move = UpdateCategory()
    move.category = category("europe")
    move.mask = FieldMask(["parent"])
    _ = try await archive.catalog.submit(Mutation(.updateCategory(move)))
    after()
    _ = try await archive.catalog.checkpoint()
    try await archive.put(article("a7", "The last one", categories: ["europe"]))
    after()
  }

  private func content(_ archive: TestArchive) -> ViewContent {
    let view = archive.catalog.view
    let content = ViewContent(view)
    #expect(content.disagreements(with: view) == [])
    return content
  }

  @Test func `A stop that has no time left makes no snapshot and loses nothing`() async throws {
    let archive = try TestArchive()
    try await fill(archive)
    let before = content(archive)
    let snapshots = try archive.catalog.snapshots()
    try archive.catalog.stop(by: .now)
    #expect(
      archive.events.all.contains {
        if case .stoppedWithoutSnapshot = $0 { true } else { false }
      })
    let again = try TestArchive(archive.disk)
    #expect(content(again) == before)
    #expect(try again.catalog.snapshots() == snapshots)
    try again.catalog.stop()
  }

  @Test func `After an orderly stop, a crash and a power cut the archive is what it was`() async throws {
    for end in ["stop", "crash", "power cut"] {
      let archive = try TestArchive()
      try await fill(archive)
      let before = content(archive)
      if end == "stop" { try archive.catalog.stop() } else { archive.crash(powerCut: end == "power cut") }
      let again = try TestArchive(archive.disk)
      #expect(content(again) == before, "\(end)")
      #expect(again.catalog.readiness == .serving)
      try again.catalog.stop()
    }
  }

  @Test func `Stopping makes a checkpoint, from which the next start need not replay`() async throws {
    let archive = try TestArchive()
    try await fill(archive)
    let revision = archive.catalog.revision
    try archive.catalog.stop()
    let again = try TestArchive(archive.disk)
    let replayed = again.events.all.contains { if case .replaying = $0 { true } else { false } }
    #expect(!replayed)
    #expect(try again.catalog.snapshots().map(\.revision).last == revision)
    try again.catalog.stop()
    // Nothing changed: no other snapshot.
    #expect(try TestArchive.look(at: archive.disk) { try $0.snapshots().map(\.revision).last } == revision)
  }

  @Test func `Dying in any call loses nothing acknowledged and shows no half of a change`() async throws {
    let reference = try TestArchive()
    var contents: [UInt64: ViewContent] = [0: content(reference)]
    reference.disk.arm(.none)
    try await fill(reference) { contents[reference.catalog.revision] = content(reference) }
    try reference.catalog.stop()
    let calls = reference.disk.calls
    #expect(calls > 100)
    for call in stride(from: 1, through: calls, by: 4) {
      for isPowerCut in [false, true] {
        let disk = SimulatedDisk(seed: UInt64(call))
        let archive = try TestArchive(disk)
        disk.arm(.death(call: call))
        var acknowledged: UInt64 = 0
        try? await fill(archive) { acknowledged = archive.catalog.revision }
        try? archive.catalog.stop()
        if isPowerCut { disk.powerCut() } else { disk.restart() }
        do {
          let again = try TestArchive(disk)
          let found = content(again)
          #expect(found.revision >= acknowledged, "dying in call \(call)")
          #expect(found == contents[found.revision], "dying in call \(call), revision \(found.revision)")
          try again.catalog.stop()
        } catch { Issue.record("dying in call \(call): \(error)") }
      }
    }
  }

  @Test func `A recovery that dies in any call can be repeated`() async throws {
    func crashed() async throws -> (SimulatedDisk, ViewContent) {
      let archive = try TestArchive()
      try await fill(archive)
      let before = content(archive)
      archive.crash(powerCut: true)
      return (archive.disk, before)
    }
    let (rehearsal, _) = try await crashed()
    rehearsal.arm(.none)
    try TestArchive(rehearsal).catalog.stop()
    for call in stride(from: 1, through: rehearsal.calls, by: 8) {
      let (disk, before) = try await crashed()
      disk.arm(.death(call: call))
      if let archive = try? TestArchive(disk) { try? archive.catalog.stop() }
      disk.powerCut()
      let again = try TestArchive(disk)
      #expect(content(again) == before, "dying in call \(call)")
      try again.catalog.stop()
    }
  }

  @Test func `A damaged snapshot is reported and the one before is used`() async throws {
    let archive = try TestArchive()
    try await fill(archive)
    let before = content(archive)
    let newest = try #require(try archive.catalog.snapshots().last?.revision)
    archive.crash(powerCut: true)
    let folder = try #require(try archive.disk.list("data/snapshots").last)
    for name in ["MANIFEST", "catalog", "categories", "requests", "segment-1.documents"] {
      let path = "data/snapshots/\(folder)/\(name)"
      guard let sound = archive.disk.bytes(of: path) else { continue }
      var bytes = sound
      if bytes.isEmpty { bytes = [0] } else { bytes[bytes.count / 2] ^= 1 }
      archive.disk.setBytes(of: path, to: bytes)
      // A linked section is damaged in both snapshots: then the log from its beginning would be needed.
      if let again = try? TestArchive(archive.disk, { $0.checkpointsOnStop = false }) {
        #expect(content(again) == before, "\(name)")
        let reported = again.events.all.contains { event in
          if case .skippedSnapshot(let error) = event { error.file == path } else { false }
        }
        #expect(reported, "\(name)")
        let usesOneBefore = again.events.all.contains {
          if case .openedSnapshot(let revision, _) = $0 { revision < newest } else { false }
        }
        // Where both are damaged the log alone does it, if its beginning had not been dropped yet.
        #expect(usesOneBefore || name.hasSuffix(".documents"), "\(name)")
        try again.catalog.stop()
      } else {
        #expect(name.hasSuffix(".documents"))
      }
      archive.disk.setBytes(of: path, to: sound)
    }
  }

  @Test func `An index that cannot be read is made again from the documents`() async throws {
    let archive = try TestArchive()
    try await fill(archive)
    let before = content(archive)
    try archive.catalog.stop()
    let folder = try #require(try archive.disk.list("data/snapshots").last)
    let sections = try archive.disk.list("data/snapshots/\(folder)").filter { $0.hasSuffix(".index") }
    for section in sections {
      let path = "data/snapshots/\(folder)/\(section)"
      var bytes = try #require(archive.disk.bytes(of: path))
      bytes[bytes.count / 2] ^= 1
      archive.disk.setBytes(of: path, to: bytes)
    }
    let again = try TestArchive(archive.disk)
    #expect(content(again) == before)
    #expect(
      again.events.all.count { if case .rebuildingIndex = $0 { true } else { false } } == sections.count)
    // It is kept, though nothing is written afterwards.
    again.crash(powerCut: true)
    let third = try TestArchive(archive.disk)
    #expect(content(third) == before)
    #expect(!third.events.all.contains { if case .rebuildingIndex = $0 { true } else { false } })
    try third.catalog.stop()
  }

  @Test func `A start that makes an index again loses nothing, in whatever call the power goes`() async throws
  {
    func damaged() async throws -> (SimulatedDisk, ViewContent) {
      let archive = try TestArchive()
      try await fill(archive)
      let before = content(archive)
      try archive.catalog.stop()
      let folder = try #require(try archive.disk.list("data/snapshots").last)
      for name in try archive.disk.list("data/snapshots/\(folder)") where name.hasSuffix(".index") {
        archive.disk.setBytes(of: "data/snapshots/\(folder)/\(name)", to: [1, 2, 3])
      }
      return (archive.disk, before)
    }
    let (rehearsal, _) = try await damaged()
    rehearsal.arm(.none)
    let made = try TestArchive(rehearsal)
    #expect(made.events.all.contains { if case .rebuildingIndex = $0 { true } else { false } })
    for call in stride(from: 1, through: rehearsal.calls, by: 5) {
      let (disk, before) = try await damaged()
      disk.arm(.death(call: call))
      if let opened = try? TestArchive(disk) { try? opened.catalog.stop() }
      disk.powerCut()
      let again = try TestArchive(disk)
      #expect(content(again) == before, "call \(call)")
      try again.catalog.stop()
    }
    try made.catalog.stop()
  }

  @Test func `Without room an index that is made again is used all the same, and said not to be kept`()
    async throws
  {
    let archive = try TestArchive()
    try await fill(archive)
    let before = content(archive)
    try archive.catalog.stop()
    let folder = try #require(try archive.disk.list("data/snapshots").last)
    let name = try #require(
      try archive.disk.list("data/snapshots/\(folder)").first { $0.hasSuffix(".index") })
    archive.disk.setBytes(of: "data/snapshots/\(folder)/\(name)", to: [1, 2, 3])
    archive.disk.room.withLock { $0 = DiskSpace(free: 100, total: 1 << 40) }
    for _ in 1...2 {
      let again = try TestArchive(archive.disk) { $0.minFreeDiskBytes = 1 << 20 }
      #expect(content(again) == before)
      #expect(again.events.all.contains { if case .indexNotKept = $0 { true } else { false } })
      again.crash(powerCut: false)
    }
  }

  @Test func `Unchanged segments are linked, and the log ends behind the oldest snapshot kept`() async throws
  {
    let archive = try TestArchive {
      $0.log.fileBytes = 3000
      $0.historyRevisions = 1
    }
    for round in 0..<6 {
      for number in 0..<10 { try await archive.put(article("r\(round)-\(number)", "Round \(round)")) }
      _ = try await archive.catalog.checkpoint()
    }
    let kept = try archive.catalog.snapshots().map(\.revision)
    #expect(kept == [50, 60])
    let first = try #require(try archive.disk.list("data/log").first)
    #expect(first > "00000000000000000001.log")
    #expect(try await archive.catalog.verifySnapshot(60).summary.articleCount == 60)
    #expect(await code { try archive.catalog.deleteSnapshot(60) } == .invalidField)
    #expect(await code { _ = try await archive.catalog.verifySnapshot(10) } == .notFound)
    try archive.catalog.deleteSnapshot(50)
    let before = content(archive)
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk)
    #expect(content(again) == before)
    try again.catalog.stop()
  }

  @Test func `A checkpoint happens by itself when the log has grown`() async throws {
    let archive = try TestArchive { $0.checkpointLogBytes = 3000 }
    for number in 0..<40 { try await archive.put(article("a\(number)")) }
    let before = content(archive)
    try archive.catalog.stop()
    #expect(
      archive.events.all.contains {
        if case .checkpointed(let made) = $0 { made.revision < 40 } else { false }
      })
    let again = try TestArchive(archive.disk)
    #expect(content(again) == before)
    try again.catalog.stop()
  }

  @Test func `A start that has replayed a long log makes a snapshot, so that the next one need not`()
    async throws
  {
    let archive = try TestArchive()
    for number in 1...20 { try await archive.put(article("a\(number)")) }
    archive.crash(powerCut: false)
    let again = try TestArchive(archive.disk) { $0.checkpointLogBytes = 1000 }
    func isMade(_ event: CatalogEvent) -> Bool { if case .checkpointed = event { true } else { false } }
    while !again.events.all.contains(where: isMade) { await Task.yield() }
    #expect(try again.catalog.snapshots().map(\.revision) == [20])
    try again.catalog.stop()
  }

  @Test func `Missing log files are missed, unless the log's folder was removed on purpose`() async throws {
    let archive = try TestArchive()
    try await fill(archive)
    let before = content(archive)
    try archive.catalog.stop()
    for name in try archive.disk.list("data/log") { try archive.disk.remove("data/log/\(name)") }
    do {
      _ = try TestArchive(archive.disk)
      Issue.record("a missing log went unnoticed")
    } catch let error as CatalogError { #expect(error.code == .storage && error.cause?.code == .missing) }
    try archive.disk.removeDirectory("data/log")
    let seeded = try TestArchive(archive.disk)
    #expect(content(seeded) == before)
    let outcome = try await seeded.put(article("next"))
    #expect(outcome.revision == before.revision + 1)
    seeded.crash(powerCut: true)
    #expect(try TestArchive.look(at: archive.disk) { try $0.view.article(named: "articles/next") } != nil)
  }

  @Test func `A log that was cut before a snapshot is missed, also when that snapshot cannot be read`()
    async throws
  {
    let archive = try TestArchive()
    try await fill(archive)
    let summary = try await archive.catalog.checkpoint()
    archive.crash(powerCut: true)
    let log = try #require(archive.disk.list("data/log").last)
    let bytes = try #require(archive.disk.bytes(of: "data/log/\(log)"))
    let manifest = "data/snapshots/\(try #require(archive.disk.list("data/snapshots").last))/MANIFEST"
    for isReadable in [true, false] {
      if !isReadable { archive.disk.setBytes(of: manifest, to: [1, 2, 3]) }
      archive.disk.setBytes(of: "data/log/\(log)", to: Array(bytes[..<56]))
      do {
        _ = try TestArchive(archive.disk)
        Issue.record("a log that was cut went unnoticed")
      } catch let error as CatalogError {
        #expect(
          error.cause?.code == .damaged && error.message.contains("before snapshot \(summary.revision)"))
      }
      #expect(try !DirectoryCheck("data", files: archive.disk).isSound)
      archive.disk.restart()
    }
  }

  @Test func `A restored copy is an archive of its own`() async throws {
    let archive = try TestArchive()
    try await fill(archive)
    let summary = try await archive.catalog.checkpoint()
    let before = content(archive)
    _ = try await archive.catalog.restoreSnapshot(summary.revision, into: "copy")
    let copy = try TestArchive(archive.disk) { $0.dataDirectory = "copy" }
    #expect(content(copy) == before)
    try copy.catalog.stop()
    try archive.catalog.stop()
  }
}
