import Catalog
import Glibc
import Storage
import StorageTesting
import Testing

/// An archive on a file system that is mounted for reading only, such as a copy of a volume, or that belongs to another user.
@Suite struct ReadOnlyFilesTests {
  private func open(_ disk: SimulatedDisk, isForeign: Bool = false) throws -> TestArchive {
    disk.isForeign.withLock { $0 = isForeign }
    disk.isReadOnly.withLock { $0 = !isForeign }
    // Its owner's alone.
    if isForeign { disk.unreadable.withLock { $0 = ["data/LINEAGE": EACCES] } }
    return try TestArchive(disk) {
      $0.isForReading = true
      // There is no room on such a disk, which nobody needs.
      $0.minFreeDiskBytes = 1 << 20
      $0.restsAfter = .milliseconds(1)
      $0.checkpointInterval = .milliseconds(1)
    }
  }

  /// Articles of which a snapshot holds the first half, and the log the rest.
  private func filled() async throws -> (disk: SimulatedDisk, content: ViewContent) {
    let archive = try TestArchive()
    for number in 0..<20 { try await archive.put(article("a\(number)", categories: ["c"])) }
    _ = try await archive.catalog.checkpoint()
    for number in 10..<40 { try await archive.put(article("a\(number)", "Later")) }
    let content = ViewContent(archive.catalog.view)
    archive.crash(powerCut: false)
    return (archive.disk, content)
  }

  @Test(arguments: [true, false])
  func `What the snapshot and the log hold is served, writes are refused, and nothing is touched`(
    isForeign: Bool
  ) async throws {
    let (disk, content) = try await filled()
    disk.room.withLock { $0.free = 0 }
    let files = try disk.list("data").map { $0 + "\(disk.bytes(of: "data/\($0)") ?? [])" }
    let archive = try open(disk, isForeign: isForeign)
    #expect(ViewContent(archive.catalog.view) == content)
    #expect(archive.events.all.contains { if case .openedForReading = $0 { true } else { false } })
    guard case .readOnly(let reason) = archive.catalog.readiness else {
      return #expect(Bool(false), "it takes writes")
    }
    #expect(reason.contains("cannot be written"))
    #expect(await code { try await archive.put(article("b")) } == .readOnly)
    #expect(await code { _ = try await archive.catalog.checkpoint() } == .readOnly)
    #expect(await code { try archive.catalog.setReadOnly(false) } == .readOnly)
    #expect(try await archive.catalog.view(at: 30).revision == 30)
    try archive.catalog.stop()
    #expect(try disk.list("data").map { $0 + "\(disk.bytes(of: "data/\($0)") ?? [])" } == files)
    #expect(archive.events.all.allSatisfy { if case .becameReadOnly = $0 { false } else { true } })
    #expect(archive.events.all.allSatisfy { if case .checkpointFailed = $0 { false } else { true } })
    #expect(archive.events.all.allSatisfy { if case .writesPaused = $0 { false } else { true } })
    // Mounted for writing it goes on where it was.
    disk.isReadOnly.withLock { $0 = false }
    disk.isForeign.withLock { $0 = false }
    disk.unreadable.withLock { $0 = [:] }
    let again = try TestArchive(disk)
    #expect(ViewContent(again.catalog.view) == content)
    try await again.put(article("b"))
    try again.catalog.stop()
  }

  @Test func `A directory that was seeded with a snapshot, and has no log, is served`() async throws {
    let (disk, _) = try await filled()
    for name in try disk.list("data/log") { try disk.remove("data/log/\(name)") }
    try disk.removeDirectory("data/log")
    let archive = try open(disk)
    #expect(archive.catalog.view.articleCount == 20 && archive.catalog.revision == 20)
    try archive.catalog.stop()
  }

  @Test func `Where nobody asked for reading only, or there is no archive, it says what to do`() async throws
  {
    let (disk, _) = try await filled()
    disk.isReadOnly.withLock { $0 = true }
    let error = #expect(throws: CatalogError.self) { _ = try TestArchive(disk) }
    #expect(error?.message.contains("--read-only") == true)
    #expect(throws: CatalogError.self) { _ = try open(SimulatedDisk()) }
  }
}
