import ArticleAPI
import Catalog
import Glibc
import Protobuf
import Storage
import StorageTesting
import Testing

/// Damage of what says which sections there are, and which articles of them are deleted: the manifest and the list of segments.
extension SalvageTests {
  @Test func `Whichever byte of the manifest is changed, everything is kept`() async throws {
    let (pristine, before) = try await seeded()
    let path = "\(snapshots)/\(try folder(pristine))/MANIFEST"
    for offset in stride(from: 0, to: try #require(pristine.bytes(of: path)).count, by: 11) {
      let disk = pristine.copy()
      try change(disk, path, offset)
      #expect(try repair(disk).check.salvage?.losses == [], "byte \(offset)")
      try expectAll(before, but: [], on: disk, "byte \(offset)")
    }
  }

  @Test func `Whichever byte of the list of segments is changed, and without it, everything is kept`()
    async throws
  {
    let (pristine, before) = try await seeded()
    let path = "\(snapshots)/\(try folder(pristine))/catalog"
    let count = try #require(pristine.bytes(of: path)).count
    for offset in 0...count {
      let disk = pristine.copy()
      if offset < count { try change(disk, path, offset) } else { try disk.remove(path) }
      #expect(await code { _ = try TestArchive(disk) } == .storage)
      #expect(try repair(disk).check.salvage?.losses == [], "byte \(offset)")
      try expectAll(before, but: [], on: disk, "byte \(offset)")
    }
  }

  @Test func `Without the list of segments nothing comes back that may have been deleted, and that is named`()
    async throws
  {
    let (disk, before) = try await seeded()
    let folder = "\(snapshots)/\(try folder(disk))"
    for name in ["catalog", "history"] { disk.setBytes(of: "\(folder)/\(name)", to: [1, 2, 3]) }
    // As many are left in "world" as there were; of those in "europe" one is too many.
    let doubtful = ["articles/a1", "articles/a3", "articles/a5", "articles/a7"]
    let losses = try repair(disk).check.salvage?.losses
    #expect(losses == doubtful.map { "\($0), which may have been deleted before (catalog)" })
    try expectAll(before, but: Set(doubtful), on: disk, "")
    // Whoever wants to have them says so.
    let other = try await seeded().disk
    for name in ["catalog", "history"] { other.setBytes(of: "\(folder)/\(name)", to: [1, 2, 3]) }
    let repair = try DirectoryRepair(
      "data", files: other, care: Catalog.snapshotCare(keepingDoubtful: true))
    #expect(repair.check.salvage?.losses.count == 4)
    let archive = try TestArchive(other)
    let content = ViewContent(archive.catalog.view)
    #expect(content.articles.count == 7 && content.disagreements(with: archive.catalog.view) == [])
    for (name, article) in before.articles { #expect(content.articles[name] == article) }
    archive.crash(powerCut: true)
  }

  @Test func `Without a list of segments and some of their documents nothing is made up`() async throws {
    for isCut in [false, true] {
      let (disk, _) = try await seeded()
      let path = try #require(try documents(disk).first)
      disk.setBytes(of: "\(snapshots)/\(try folder(disk))/catalog", to: [1, 2, 3])
      if isCut { try change(disk, path, 100) } else { try disk.remove(path) }
      #expect(try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare).revision == nil)
      #expect(throws: StorageError.self) {
        try DirectoryRepair("data", files: disk, care: Catalog.snapshotCare)
      }
    }
  }

  @Test(arguments: [nil, 0, 1, 100, 400])
  func `Without a manifest, or much of it, what agrees with the articles is kept`(left: Int?) async throws {
    let (disk, before) = try await seeded()
    let folder = "\(snapshots)/\(try folder(disk))"
    if let left {
      let bytes = try #require(disk.bytes(of: folder + "/MANIFEST"))
      disk.setBytes(
        of: folder + "/MANIFEST", to: bytes.prefix(left) + Array(repeating: 0, count: bytes.count - left))
    } else {
      try disk.remove(folder + "/MANIFEST")
    }
    #expect(await code { _ = try TestArchive(disk) } == .storage)
    #expect(try repair(disk).check.salvage?.losses == [])
    try expectAll(before, but: [], on: disk, "")
  }

  @Test func `Without a manifest a list of segments is not believed that the articles speak against`()
    async throws
  {
    let (pristine, before) = try await seeded()
    let folder = "\(snapshots)/\(try folder(pristine))"
    try pristine.remove(folder + "/MANIFEST")
    for offset in 0..<(try #require(pristine.bytes(of: folder + "/catalog")).count) {
      let disk = pristine.copy()
      try change(disk, folder + "/catalog", offset)
      guard try DirectoryCheck("data", files: disk, care: Catalog.snapshotCare).revision != nil else {
        continue
      }
      // Only the number of the next segment is not known otherwise.
      _ = try repair(disk)
      try expectAll(before, but: [], on: disk, "byte \(offset)")
    }
  }
}
