import ArticleAPI
import Catalog
import Storage
import StorageTesting
import Testing

/// Log and snapshots of different archives in one data directory: told apart by name, and what belongs to the directory is kept.
@Suite struct ForeignSnapshotTests {
  /// Two archives on one disk, each with a snapshot and writes behind it: `data` at revision 6, `other` at revision 9.
  private func twoArchives() async throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    for (folder, names, count) in [("data", "a", 6), ("other", "b", 9)] {
      let archive = try TestArchive(disk) {
        $0.dataDirectory = folder
        $0.checkpointsOnStop = false
      }
      for number in 1...count {
        if number == count - 2 { _ = try await archive.catalog.checkpoint() }
        try await archive.put(article("\(names)\(number)"))
      }
      try archive.catalog.stop()
    }
    return disk
  }

  /// What a start says when it refuses.
  private func refusal(_ disk: SimulatedDisk) -> StorageError? {
    do {
      let archive = try TestArchive(disk)
      try archive.catalog.stop()
      return nil
    } catch { return (error as? CatalogError)?.cause }
  }

  private func articles(_ disk: SimulatedDisk) throws -> Set<String> {
    try TestArchive.look(at: disk) { catalog in
      Set(
        (1...9).flatMap { ["a\($0)", "b\($0)"] }.filter {
          (try? catalog.view.article(named: "articles/\($0)")) != nil
        })
    }
  }

  /// Puts a folder of the other archive in the place of the directory's own, which is kept beside it.
  private func replace(_ name: String, _ disk: SimulatedDisk) throws {
    try disk.rename("data/\(name)", to: "data/\(name).own")
    try disk.link("other/\(name)", to: "data/\(name)")
  }

  private func bringBack(_ name: String, _ disk: SimulatedDisk) throws {
    try disk.rename("data/\(name)", to: "data/\(name).other")
    try disk.rename("data/\(name).own", to: "data/\(name)")
  }

  /// The numbers of archives that a text names.
  private func numbers(_ text: String) -> [Substring] {
    text.matches(of: #/archive ([0-9a-f]{8})/#).map { $0.output.1 }
  }

  /// Expects that start and check name the file and both archives, and that a repair moves this away and nothing else.
  private func expectToldAndSetAside(_ file: String, _ disk: SimulatedDisk) throws {
    let said = refusal(disk)
    let refusal = try #require(said)
    #expect(refusal.code == .damaged && refusal.file == file)
    #expect(Set(numbers(refusal.problem)).count == 2 && !refusal.remedy.isEmpty)
    let check = try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare)
    let found = check.findings.filter { $0.kind == .damaged }
    #expect(found.map(\.file) == [file] && numbers(found[0].text) == numbers(refusal.problem))
    let repair = try DirectoryRepair("data", files: disk, care: Catalog.snapshotCare)
    #expect(repair.moved.map(\.from) == [file])
    #expect(try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare).isSound)
  }

  @Test func `Snapshots of another archive in the place of its own cost the log nothing`() async throws {
    let disk = try await twoArchives()
    try replace("snapshots", disk)
    try expectToldAndSetAside("data/snapshots/00000000000000000006", disk)
    #expect(try articles(disk) == Set((1...6).map { "a\($0)" }))
  }

  @Test func `Snapshots of another archive beside its own are set aside alone`() async throws {
    let disk = try await twoArchives()
    let name = "snapshots/00000000000000000006"
    try disk.link("other/\(name)", to: "data/\(name)")
    try expectToldAndSetAside("data/\(name)", disk)
    #expect(try articles(disk) == Set((1...6).map { "a\($0)" }))
  }

  @Test func `The log of another archive is not replayed onto the snapshots, and is what is set aside`()
    async throws
  {
    let disk = try await twoArchives()
    try replace("log", disk)
    try expectToldAndSetAside("data/log", disk)
    #expect(try articles(disk) == Set((1...3).map { "a\($0)" }))
    try disk.rename("data/log", to: "data/log.new-one")
    try disk.rename("data/log.damaged", to: "data/log")
    #expect(refusal(disk)?.file == "data/log")
  }

  @Test
  func `A log that does not reach back to its beginning stays where it is when only foreign snapshots do`()
    async throws
  {
    let disk = SimulatedDisk()
    for (folder, count) in [("data", 400), ("other", 2)] {
      let archive = try TestArchive(disk) {
        $0.dataDirectory = folder
        $0.history = .zero
        $0.historyRevisions = 1
        $0.keptSnapshots = 1
      }
      for number in 1...count { try await archive.put(article("a\(number)")) }
      try archive.catalog.stop()
    }
    let log = try disk.list("data/log")
    #expect(log.first != "00000000000000000001.log", "the test needs a log that was cut")
    try replace("snapshots", disk)
    do {
      _ = try DirectoryRepair("data", files: disk, care: Catalog.snapshotCare)
      Issue.record("a repair has kept another archive")
    } catch {
      #expect("\(error)".contains("found one of archive"))
    }
    #expect(try disk.list("data/log") == log && disk.kind(of: "data/log.damaged") == nil)
    try bringBack("snapshots", disk)
    #expect(refusal(disk) == nil)
  }

  @Test func `A directory without numbers goes on, and has one from its next start on`() async throws {
    for records in [0, 5] {
      let disk = try await twoArchives()
      try disk.rename("data", to: "gone")
      let directory = try DataDirectory(path: "data", files: disk)
      try directory.makeLogFolder()
      let log = try LocalLog.open(directory: "data/log", files: disk).log
      if records > 0 {
        _ = try log.append(
          (1...records).map { number in
            var put = PutArticle()
            put.article = article("a\(number)")
            return Mutation(.putArticle(put)).serialized()
          })
      }
      try log.close()
      directory.close()
      let archive = try TestArchive(disk)
      #expect(archive.catalog.revision == UInt64(records))
      try await archive.put(article("b1"))
      try archive.catalog.stop()
      #expect(try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare).isSound)
      #expect(try articles(disk).count == records + 1)
      let foreign = "snapshots/00000000000000000006"
      try disk.rename("data/snapshots", to: "data/own")
      try disk.createDirectory("data/snapshots")
      try disk.link("other/\(foreign)", to: "data/\(foreign)")
      #expect(refusal(disk)?.file == "data/snapshots/00000000000000000006")
    }
  }

  @Test func `A copy that was seeded from a snapshot is of the same archive`() async throws {
    let disk = try await twoArchives()
    let store = SnapshotStore(reading: "data/snapshots", files: disk)
    _ = try store.copy(3, intoNewDirectory: "seed")
    try disk.rename("data", to: "origin")
    try disk.rename("seed", to: "data")
    #expect(try articles(disk) == Set((1...3).map { "a\($0)" }))
    let own = "data/snapshots/00000000000000000003"
    try disk.rename(own, to: own + ".damaged")
    try disk.link("origin/snapshots/00000000000000000003", to: own)
    #expect(refusal(disk) == nil)
  }

  @Test func `A later snapshot of a copy of the same archive does not cost the log its end`() async throws {
    let disk = try await twoArchives()
    _ = try SnapshotStore(reading: "data/snapshots", files: disk).copy(3, intoNewDirectory: "copy")
    let copy = try TestArchive(disk) { $0.dataDirectory = "copy" }
    for number in 1...9 { try await copy.put(article("b\(number)")) }
    try copy.catalog.stop()
    let name = "snapshots/00000000000000000012"
    try disk.link("copy/\(name)", to: "data/\(name)")
    let said = refusal(disk)
    #expect(said?.file == "data/\(name)" && said?.problem.contains("another history") == true)
    let repair = try DirectoryRepair("data", files: disk, care: Catalog.snapshotCare)
    #expect(repair.moved.map(\.from) == ["data/\(name)"])
    #expect(try articles(disk) == Set((1...6).map { "a\($0)" }))
  }
}

extension SnapshotStore {
  /// Replaces a snapshot by one that says it is of other epochs.
  func writeAnew(_ revision: UInt64, asOfHistory epochs: String) throws {
    let own = try open(revision)
    var attributes = own.manifest.attributes
    attributes["epochs"] = epochs
    let writer = try begin(revision, attributes: attributes)
    for section in own.manifest.sections {
      let bytes = try own.section(section.name)
      try bytes.withUnsafeBytes { (bytes) throws(StorageError) in try writer.write(section.name, bytes) }
    }
    try delete(revision)
    _ = try writer.commit()
  }
}
