import ArticleAPI
import Catalog
import Glibc
import Protobuf
import Storage
import StorageTesting
import Testing

/// A damaged snapshot that nothing can take the place of: `repair` keeps every article that can be read, and names the others.
@Suite struct SalvageTests {
  let snapshots = "data/snapshots"

  /// A small archive with a log that its only snapshot needs: articles in categories, stories of several, deleted and changed ones.
  func seeded() async throws -> (disk: SimulatedDisk, content: ViewContent) {
    let archive = try TestArchive()
    try await archive.putCategory("world")
    try await archive.putCategory("europe", parent: "world")
    let articles = (1...7).map { number in
      var put = PutArticle()
      put.article = article(
        "a\(number)", "Headline number \(number)", language: ["en", "ka", "ru"][number % 3],
        story: "s\(number / 3)", categories: [number % 2 == 0 ? "world" : "europe"], url: "u/\(number)")
      return Mutation(.putArticle(put))
    }
    _ = try await archive.catalog.submit(articles)
    try await archive.delete("a3")
    try await archive.update(article("a5", "Changed since"), mask: ["title"])
    _ = try await archive.catalog.checkpoint()
    let content = ViewContent(archive.catalog.view)
    archive.crash(powerCut: true)
    try removeLog(archive.disk)
    return (archive.disk, content)
  }

  func removeLog(_ disk: SimulatedDisk) throws {
    for name in try disk.list("data/log") { try disk.remove("data/log/\(name)") }
    try disk.removeDirectory("data/log")
  }

  func folder(_ disk: SimulatedDisk) throws -> String {
    try #require(try disk.list(snapshots).last { $0.utf8.count == 20 })
  }

  /// The files of the newest snapshot that hold articles.
  func documents(_ disk: SimulatedDisk) throws -> [String] {
    let folder = "\(snapshots)/\(try folder(disk))"
    return try disk.list(folder).filter { $0.hasSuffix(".documents") }.map { "\(folder)/\($0)" }
  }

  func change(_ disk: SimulatedDisk, _ path: String, _ offset: Int) throws {
    var bytes = try #require(disk.bytes(of: path))
    bytes[offset] ^= 0x24
    disk.setBytes(of: path, to: bytes)
  }

  /// The names of the articles in a documents image by where their records lie.
  func records(_ bytes: [UInt8]) -> [(name: String, range: Range<Int>)] {
    var result: [(String, Range<Int>)] = []
    var offset = 64
    while offset < bytes.count {
      let end = offset + 8 + (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
      let key = bytes[(offset + 9)...].prefix(Int(bytes[offset + 8]))
      result.append(("articles/\(String(decoding: key, as: UTF8.self))", offset..<end))
      offset = end
    }
    return result
  }

  func records(_ disk: SimulatedDisk, _ path: String) throws -> [(name: String, range: Range<Int>)] {
    records(try #require(disk.bytes(of: path)))
  }

  func repair(_ disk: SimulatedDisk) throws -> DirectoryRepair {
    let check = try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare)
    let repair = try DirectoryRepair("data", files: disk, care: Catalog.snapshotCare)
    #expect(!check.isSound)
    #expect(check.salvage?.losses == repair.check.salvage?.losses)
    #expect(check.revision == repair.check.revision)
    #expect(try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare).isSound)
    return repair
  }

  /// Starts, and expects all articles of `before` but some, everything else in agreement with that.
  func expectAll(
    _ before: ViewContent, but lost: Set<String>, on disk: SimulatedDisk, _ what: String
  ) throws {
    let archive = try TestArchive(disk)
    let content = ViewContent(archive.catalog.view)
    #expect(content.disagreements(with: archive.catalog.view) == [], "\(what)")
    #expect(content.articles == before.articles.filter { !lost.contains($0.key) }, "\(what)")
    #expect(content.revision == before.revision, "\(what)")
    #expect(content.categories.map(\.name) == before.categories.map(\.name), "\(what)")
    for (name, story) in content.stories {
      #expect(story.revision >= before.stories[name]?.revision ?? 0, "\(what)")
    }
    archive.crash(powerCut: true)
  }

  @Test func `Whichever byte of the articles is changed, all but the article it belongs to are kept`()
    async throws
  {
    let (pristine, before) = try await seeded()
    for path in try documents(pristine) {
      let bytes = try #require(pristine.bytes(of: path))
      let records = records(bytes)
      #expect(records.count > 0)
      for offset in stride(from: 0, to: bytes.count, by: 7) {
        for isWithoutIndex in [false, true] where !isWithoutIndex || offset % 3 == 0 {
          let disk = pristine.copy()
          try change(disk, path, offset)
          if isWithoutIndex { try disk.remove(path.replacingSuffix(".documents", by: ".index")) }
          let touched = records.first { $0.range.contains(offset) }?.name
          let lost = Set([touched].compactMap { $0 }.filter { before.articles[$0] != nil })
          let what = "byte \(offset) of \(path)"
          let losses = try #require(try repair(disk).check.salvage?.losses, "\(what)")
          #expect(losses.count <= 1, "\(what)")
          // An older record of an article that changed since is in the way of nobody.
          if losses.isEmpty {
            try expectAll(before, but: [], on: disk, what)
          } else {
            try expectAll(before, but: lost, on: disk, what)
          }
        }
      }
    }
  }

  @Test func `A lost article is named where its name can be read, and its place always`() async throws {
    let (disk, before) = try await seeded()
    let path = try #require(try documents(disk).first)
    let found = try records(disk, path)
    let record = try #require(found.first { $0.name == "articles/a4" })
    try change(disk, path, record.range.upperBound - 5)
    let number = try #require(found.firstIndex { $0.range == record.range })
    let losses = try repair(disk).check.salvage?.losses
    let file = try #require(path.split(separator: "/").last)
    #expect(losses == ["articles/a4 (\(file), record \(number))"])
    try expectAll(before, but: ["articles/a4"], on: disk, "")
  }

  @Test func `A start refuses, and names the file, the place and the remedy`() async throws {
    let (disk, _) = try await seeded()
    let path = try #require(try documents(disk).first)
    try change(disk, path, 100)
    do {
      _ = try TestArchive(disk)
      Issue.record("a damaged archive was opened")
    } catch let error as CatalogError {
      #expect(error.cause?.file == path && error.message.contains("at byte 64"))
      #expect(error.message.contains("matiane-server repair"))
    }
  }

  @Test(arguments: [0, 10, 40, 70, 99])
  func `What is left of documents that were cut is kept`(percent: Int) async throws {
    let (disk, before) = try await seeded()
    var whole: Set<String> = []
    for path in try documents(disk) {
      let bytes = try #require(disk.bytes(of: path))
      let size = bytes.count * percent / 100
      whole.formUnion(records(bytes).filter { $0.range.upperBound <= size }.map(\.name))
      disk.setBytes(of: path, to: Array(bytes.prefix(size)))
    }
    guard !whole.isEmpty else {
      #expect(throws: StorageError.self) {
        try DirectoryRepair("data", files: disk, care: Catalog.snapshotCare)
      }
      return
    }
    _ = try repair(disk)
    let archive = try TestArchive(disk)
    let content = ViewContent(archive.catalog.view)
    #expect(content.disagreements(with: archive.catalog.view) == [])
    #expect(Set(content.articles.keys).isSubset(of: whole) && !content.articles.isEmpty)
    for (name, article) in content.articles { #expect(article == before.articles[name]) }
    archive.crash(powerCut: true)
  }

  @Test func `Without categories, saved queries and remembered requests the articles are kept`() async throws
  {
    for (name, isGone) in ["categories", "queries", "requests"].flatMap({ [($0, false), ($0, true)] }) {
      let (disk, before) = try await seeded()
      let path = "\(snapshots)/\(try folder(disk))/\(name)"
      if isGone { try disk.remove(path) } else { disk.setBytes(of: path, to: [1, 2, 3]) }
      let losses = try #require(try repair(disk).check.salvage?.losses)
      #expect(losses.count == 1 && losses[0].contains(name), "\(losses)")
      let archive = try TestArchive(disk)
      let content = ViewContent(archive.catalog.view)
      #expect(content.articles == before.articles, "\(name)")
      #expect(content.disagreements(with: archive.catalog.view) == [], "\(name)")
      archive.crash(powerCut: true)
    }
  }

  @Test
  func
    `What only a start needs less of is no damage: stories count as changed, and their revisions do not fall`()
    async throws
  {
    let (disk, before) = try await seeded()
    disk.setBytes(of: "\(snapshots)/\(try folder(disk))/stories", to: [1, 2, 3])
    #expect(try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare).isSound)
    try expectAll(before, but: [], on: disk, "")
    let archive = try TestArchive(disk)
    #expect(
      archive.events.all.contains { if case .lostStoryRevisions = $0 { true } else { false } })
    try await archive.put(article("another"))
    try await archive.delete("another")
    let content = ViewContent(archive.catalog.view)
    #expect(content.articles == before.articles)
    for (name, story) in content.stories { #expect(story.revision == before.revision, "\(name)") }
    try archive.catalog.stop()
    let again = try TestArchive(disk)
    #expect(ViewContent(again.catalog.view) == content)
    again.crash(powerCut: true)
  }

  @Test func `The log behind the snapshot is applied to what is left`() async throws {
    let archive = try TestArchive {
      $0.log.fileBytes = 600
      $0.historyRevisions = 1
      $0.keptSnapshots = 1
    }
    for number in 1...20 { try await archive.put(article("a\(number)", "Headline \(number)")) }
    _ = try await archive.catalog.checkpoint()
    for number in 21...24 { try await archive.put(article("a\(number)", "Headline \(number)")) }
    try await archive.put(article("a2", "Headline two"))
    var expected = ViewContent(archive.catalog.view).articles
    archive.crash(powerCut: true)
    #expect(try #require(archive.disk.list("data/log").first) > "00000000000000000001.log")
    for path in try documents(archive.disk) {
      for (name, range) in try records(archive.disk, path)
      where name == "articles/a2" || name == "articles/a7" {
        try change(archive.disk, path, range.upperBound - 1)
      }
    }
    let repair = try repair(archive.disk)
    #expect(repair.check.revision == 25 && repair.check.salvage?.losses.count == 2)
    expected["articles/a7"] = nil
    let again = try TestArchive(archive.disk)
    let content = ViewContent(again.catalog.view)
    #expect(content.disagreements(with: again.catalog.view) == [])
    #expect(Set(content.articles.keys) == Set(expected.keys))
    #expect(content.articles["articles/a2"]?.title == "Headline two")
    try again.catalog.stop()
  }

  @Test func `A repair that dies in any call can be repeated`() async throws {
    let (pristine, before) = try await seeded()
    let path = try #require(try documents(pristine).first)
    let record = try #require(
      try records(pristine, path).first { $0.name == "articles/a4" })
    try change(pristine, path, record.range.upperBound - 1)
    let rehearsal = pristine.copy()
    rehearsal.arm(.none)
    _ = try DirectoryRepair("data", files: rehearsal, care: Catalog.snapshotCare)
    for call in 1...rehearsal.calls {
      let disk = pristine.copy()
      disk.arm(.death(call: call))
      _ = try? DirectoryRepair("data", files: disk, care: Catalog.snapshotCare)
      disk.powerCut()
      if try !DirectoryCheck("data", files: disk, care: Catalog.snapshotCare).isSound {
        _ = try DirectoryRepair("data", files: disk, care: Catalog.snapshotCare)
      }
      try expectAll(before, but: ["articles/a4"], on: disk, "death in call \(call)")
    }
  }

  @Test
  func
    `Fewer articles lost than revisions otherwise: then the newest snapshot is kept, and else the older one`()
    async throws
  {
    for later in [1, 6] {
      let archive = try TestArchive { $0.keptSnapshots = 2 }
      try await archive.put(article("old"))
      _ = try await archive.catalog.checkpoint()
      for number in 1...later { try await archive.put(article("a\(number)")) }
      _ = try await archive.catalog.checkpoint()
      archive.crash(powerCut: true)
      try removeLog(archive.disk)
      let path = try #require(try documents(archive.disk).last)
      try change(
        archive.disk, path,
        try #require(try records(archive.disk, path).last).range.lowerBound + 12)
      let repair = try repair(archive.disk)
      #expect(repair.check.revision == (later == 1 ? 1 : 7))
      #expect((repair.check.salvage == nil) == (later == 1))
    }
  }

  @Test func `A snapshot copied into the folder of another revision keeps nothing from starting`()
    async throws
  {
    let (disk, before) = try await seeded()
    let name = try folder(disk)
    let copy = "\(snapshots)/00000000000000000999"
    try disk.createDirectory(copy)
    for file in try disk.list("\(snapshots)/\(name)") {
      try disk.link("\(snapshots)/\(name)/\(file)", to: "\(copy)/\(file)")
    }
    let check = try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare)
    #expect(check.isSound && check.revision == before.revision)
    #expect(check.findings.contains { $0.file == copy && $0.kind == .note })
    let archive = try TestArchive(disk)
    #expect(ViewContent(archive.catalog.view) == before)
    #expect(
      archive.events.all.contains {
        if case .misplacedSnapshot(let error) = $0 { error.file == copy } else { false }
      })
    #expect(try archive.catalog.snapshots().map(\.revision) == [before.revision])
    try archive.catalog.stop()
    // Where it is the only one, nobody starts without it.
    let (other, _) = try await seeded()
    try other.rename("\(snapshots)/\(name)", to: copy)
    #expect(await code { _ = try TestArchive(other) } == .storage)
    #expect(try !DirectoryCheck("data", files: other, care: Catalog.snapshotCare).isSound)
  }

  @Test func `A snapshot of which only an index is damaged is copied for any release`() async throws {
    let (disk, before) = try await seeded()
    let folder = "\(snapshots)/\(try folder(disk))"
    for name in try disk.list(folder) where name.hasSuffix(".index") {
      disk.setBytes(of: "\(folder)/\(name)", to: [1, 2, 3])
    }
    let store = SnapshotStore(reading: snapshots, files: disk)
    #expect(throws: StorageError.self) { try store.copy(before.revision, intoNewDirectory: "one") }
    _ = try store.copyForAnyRelease(before.revision, intoNewDirectory: "other")
    let archive = try TestArchive(disk) { $0.dataDirectory = "other" }
    #expect(ViewContent(archive.catalog.view) == before)
    try archive.catalog.stop()
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    String(dropLast(suffix.count)) + other
  }
}
