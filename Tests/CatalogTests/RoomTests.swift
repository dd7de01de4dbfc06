import Glibc
import Protobuf
import Storage
import StorageTesting
import Synchronization
import Testing

@testable import Catalog

/// Watermarks of disk and memory, and checkpoints by the clock.
@Suite struct RoomTests {
  /// Waits for the maintenance, which looks a few times a second.
  private func wait(_ archive: TestArchive, for isIt: (CatalogEvent) -> Bool, count: Int = 1) async throws {
    while archive.events.all.filter(isIt).count < count { await Task.yield() }
  }

  @Test func `Below the free-disk floor writes are refused and reads go on, until there is room again`()
    async throws
  {
    let archive = try TestArchive { $0.minFreeDiskBytes = 1 << 20 }
    try await archive.put(article("a"))
    archive.disk.room.withLock { $0.free = 1000 }
    try await wait(archive) { if case .writesPaused = $0 { true } else { false } }
    #expect(await code { try await archive.put(article("b")) } == .diskFull)
    #expect(archive.article("a") != nil && archive.article("b") == nil)
    archive.disk.room.withLock { $0.free = 1 << 40 }
    try await wait(archive) { if case .writesResumed = $0 { true } else { false } }
    try await archive.put(article("b"))
    try archive.catalog.stop()
  }

  @Test
  func
    `A disk that is full without a floor is told of once, tried again by every write, and told of when there is room`()
    async throws
  {
    let archive = try TestArchive()
    try await archive.put(article("a"))
    archive.disk.room.withLock { $0.free = 1000 }
    archive.disk.arm(.failures(from: 1, error: ENOSPC))
    // More than what is reserved already.
    let large = article("b", String(repeating: "x", count: 10_000))
    for _ in 0..<2 { #expect(await code { try await archive.put(large) } == .diskFull) }
    func told(_ isIt: (CatalogEvent) -> Bool) -> Int { archive.events.all.count(where: isIt) }
    func isPaused(_ event: CatalogEvent) -> Bool { if case .writesPaused = event { true } else { false } }
    func isResumed(_ event: CatalogEvent) -> Bool { if case .writesResumed = event { true } else { false } }
    #expect(told(isPaused) == 1 && told(isResumed) == 0)
    #expect(archive.catalog.shortage?.code == .diskFull)
    // What fits is taken, and that says that there is room.
    archive.disk.arm(.none)
    try await archive.put(large)
    #expect(told(isResumed) == 1 && archive.catalog.shortage == nil)
    // Nobody needs to try: more free space says so, too.
    archive.disk.arm(.failures(from: 1, error: ENOSPC))
    #expect(
      await code { try await archive.put(article("c", String(repeating: "x", count: 10_000))) } == .diskFull)
    archive.disk.arm(.none)
    archive.disk.room.withLock { $0.free = 1 << 40 }
    try await wait(archive, for: isResumed, count: 2)
    #expect(archive.catalog.shortage == nil && told(isPaused) == 2)
    try archive.catalog.stop()
  }

  @Test func `A full disk that claims to be without end refuses writes and goes on`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a"))
    archive.disk.room.withLock { $0 = DiskSpace(free: .max, total: .max) }
    archive.disk.arm(.failures(from: 1, error: EDQUOT))
    let large = article("b", String(repeating: "x", count: 10_000))
    #expect(await code { try await archive.put(large) } == .diskFull)
    archive.disk.arm(.none)
    try await archive.put(large)
    try archive.catalog.stop()
  }

  @Test func `What is short is told in sizes that differ`() async throws {
    let archive = try TestArchive {
      $0.minFreeDiskBytes = 2 << 20
      $0.maxMemoryBytes = 4 << 20
      $0.memoryBytes = { 4 << 20 + 1 }
    }
    try await wait(archive) { if case .writesPaused = $0 { true } else { false } }
    let memory = try #require(archive.catalog.shortage?.message)
    #expect(memory.contains("4194305 bytes of memory, more than the 4194304 bytes"))
    archive.disk.room.withLock { $0 = DiskSpace(free: 500, total: 1 << 40) }
    while archive.catalog.shortage?.code != .diskFull { await Task.yield() }
    let disk = try #require(archive.catalog.shortage?.message)
    #expect(disk.contains("500 bytes free, less than the 2 MiB"))
    try archive.catalog.stop()
  }

  @Test func `On a small disk the floor is a twentieth of it`() async throws {
    let disk = SimulatedDisk()
    disk.room.withLock { $0 = DiskSpace(free: 6 << 20, total: 100 << 20) }
    let archive = try TestArchive(disk) { $0.minFreeDiskBytes = 256 << 20 }
    try await archive.put(article("a"))
    try archive.catalog.stop()
  }

  @Test func `Above the memory limit writes are refused but deletions, until memory is free again`()
    async throws
  {
    let held = Mutex(10)
    let archive = try TestArchive {
      $0.maxMemoryBytes = 100
      $0.memoryBytes = { held.withLock { $0 } }
    }
    try await archive.put(article("a"))
    held.withLock { $0 = 101 }
    try await wait(archive) { if case .writesPaused = $0 { true } else { false } }
    #expect(await code { try await archive.put(article("b")) } == .memoryLimit)
    try await archive.delete("a")
    held.withLock { $0 = 99 }
    try await wait(archive) { if case .writesResumed = $0 { true } else { false } }
    try await archive.put(article("b"))
    try archive.catalog.stop()
  }

  @Test func `Memory is looked at whenever much was written, not by the clock alone`() async throws {
    let held = Mutex(10 << 20)
    let archive = try TestArchive {
      $0.limitMemory(to: 64 << 20)
      $0.memoryBytes = { held.withLock { $0 } }
    }
    try await archive.put(article("a"))
    held.withLock { $0 = 65 << 20 }
    // More than a 64th of the limit: the writer looks before it takes it.
    #expect(
      await code { try await archive.put(article("b", String(repeating: "x ", count: 600_000))) }
        == .memoryLimit)
    try await archive.delete("a")
    try archive.catalog.stop()
  }

  @Test func `In a small memory less is kept beside the archive, and written at once`() {
    var options = CatalogOptions(dataDirectory: "/nowhere")
    let usual = options
    options.limitMemory(to: 1 << 40)
    #expect(options.historyBytes == usual.historyBytes && options.batchBytes == usual.batchBytes)
    options.limitMemory(to: 256 << 20)
    #expect(options.historyBytes == 16 << 20 && options.youngHistoryBytes == 32 << 20)
    #expect(options.batchBytes == 4 << 20 && options.maxMemoryBytes == 256 << 20)
    options.limitMemory(to: 0)
    #expect(options.maxMemoryBytes == 0 && options.batchBytes > 0)
  }

  @Test func `Merging may take an eighth more than the limit, however large that is`() {
    var options = CatalogOptions(dataDirectory: "/nowhere")
    options.memoryBytes = { 7 << 20 }
    options.limitMemory(to: 8 << 20)
    #expect(options.hasRoom(toMerge: 2 << 20) && !options.hasRoom(toMerge: 2 << 20 | 1))
    options.limitMemory(to: .max)
    #expect(options.hasRoom(toMerge: 1 << 40))
  }

  @Test
  func `No article grows beyond what it may take, and a restart comes to the same whatever it may take then`()
    async throws
  {
    let archive = try TestArchive { $0.maxArticleBytes = 3000 }
    try await archive.put(article("a", String(repeating: "x", count: 2000)))
    #expect(
      await code { try await archive.put(article("b", String(repeating: "x", count: 3000))) } == .invalidField
    )
    var update = UpdateArticle()
    update.article = article("a")
    update.article?.rights = String(repeating: "r", count: 1000)
    update.mask = FieldMask(paths: ["rights"])
    let growing = Mutation(.updateArticle(update))
    #expect(await code { _ = try await archive.catalog.submit(growing) } == .invalidField)
    #expect(await code { _ = try await archive.catalog.check(growing) } == .invalidField)
    #expect(archive.article("a")?.rights == "")
    try archive.catalog.stop()
    for most in [0, 1000] {
      let again = try TestArchive(archive.disk) { $0.maxArticleBytes = most }
      #expect(again.article("a")?.title.utf8.count == 2000 && again.article("b") == nil)
      try again.catalog.stop()
    }
  }

  @Test func `What is too large for the log is refused alone, whoever writes beside it`() async throws {
    let archive = try TestArchive { $0.log.maxRecordBytes = 2000 }
    let large = article("large", String(repeating: "x", count: 3000))
    let results = await withTaskGroup(of: CatalogError.Code?.self) { group in
      for number in 0..<20 {
        group.addTask { await code { try await archive.put(number == 7 ? large : article("a\(number)")) } }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count { $0 == nil } == 19 && results.contains(.invalidField))
    #expect(archive.article("large") == nil && archive.catalog.readiness == .serving)
    try archive.catalog.stop()
  }

  @Test func `A snapshot that would take the log's room is not begun`() async throws {
    let archive = try TestArchive { $0.minFreeDiskBytes = 1 << 20 }
    try await archive.put(article("a"))
    archive.disk.room.withLock { $0.free = 3 << 19 }
    #expect(await code { _ = try await archive.catalog.checkpoint() } == .diskFull)
    #expect(try archive.disk.list("data/snapshots") == [])
    archive.disk.room.withLock { $0.free = 1 << 40 }
    _ = try await archive.catalog.checkpoint()
    try archive.catalog.stop()
  }

  @Test func `What a snapshot that failed would have held needs its room all the same`() async throws {
    let archive = try TestArchive { $0.minFreeDiskBytes = 1 << 20 }
    try await archive.put(article("a"))
    archive.disk.beforeCall.withLock {
      $0 = { [disk = archive.disk] name, path in
        if name == "rename", path.hasSuffix("1.new") { disk.arm(.failures(from: 1, error: EIO)) }
      }
    }
    #expect(await code { _ = try await archive.catalog.checkpoint() } == .storage)
    archive.disk.beforeCall.withLock { $0 = nil }
    archive.disk.arm(.none)
    // Enough for everything but the articles.
    archive.disk.room.withLock { $0.free = 2 << 20 }
    #expect(await code { _ = try await archive.catalog.checkpoint() } == .diskFull)
    archive.disk.room.withLock { $0.free = 1 << 40 }
    #expect(try await archive.catalog.checkpoint().revision == 1)
    try archive.catalog.stop()
  }

  @Test func `The schedule makes a snapshot when anything changed`() async throws {
    let archive = try TestArchive { $0.checkpointInterval = .milliseconds(1) }
    try await archive.put(article("a"))
    try await wait(archive) { if case .checkpointed = $0 { true } else { false } }
    #expect(try archive.catalog.snapshots().map(\.revision) == [1])
    try archive.catalog.stop()
  }

  @Test func `A snapshot is made though an older one cannot be deleted, and the next one deletes it`()
    async throws
  {
    let archive = try TestArchive { $0.keptSnapshots = 1 }
    func snapshot(_ number: Int) async throws -> UInt64 {
      try await archive.put(article("a\(number)", "Title", categories: []))
      return try await archive.catalog.checkpoint().revision
    }
    #expect(try await snapshot(1) == 1)
    archive.disk.unchangeable.withLock { $0["data/snapshots/00000000000000000001"] = EPERM }
    #expect(try await snapshot(2) == 2)
    #expect(try archive.catalog.snapshots().map(\.revision) == [1, 2])
    let left = archive.events.all.compactMap {
      if case .keptTooMuch(let error) = $0 { error.file } else { nil }
    }
    #expect(left == ["data/snapshots/00000000000000000001"])
    archive.disk.unchangeable.withLock { $0 = [:] }
    #expect(try await snapshot(3) == 3)
    #expect(try archive.catalog.snapshots().map(\.revision) == [3])
    try archive.catalog.stop()
  }

  @Test func `Young snapshots are kept beyond the number`() async throws {
    let archive = try TestArchive {
      $0.keptSnapshots = 1
      $0.snapshotRetention = .seconds(10)
    }
    for number in 1...3 {
      try await archive.put(article("a\(number)"))
      _ = try await archive.catalog.checkpoint()
    }
    #expect(try archive.catalog.snapshots().map(\.revision) == [1, 2, 3])
    try archive.catalog.stop()
  }

  @Test(arguments: ["MANIFEST", "catalog"])
  func `The newest snapshot is not deleted, nor while it cannot be opened`(file: String) async throws {
    let archive = try TestArchive { $0.keptSnapshots = 1 }
    for id in ["a", "b"] {
      try await archive.put(article(id))
      _ = try await archive.catalog.checkpoint()
    }
    #expect(await code { try archive.catalog.deleteSnapshot(2) } == .invalidField)
    archive.disk.unreadable.withLock { $0["data/snapshots/00000000000000000002/" + file] = EMFILE }
    #expect(await code { try archive.catalog.deleteSnapshot(2) } == .storage)
    archive.disk.unreadable.withLock { $0 = [:] }
    #expect(try archive.catalog.snapshots().map(\.revision) == [2])
    try archive.catalog.stop()
  }

  @Test func `A young snapshot that cannot be opened just now stays`() async throws {
    let archive = try TestArchive {
      $0.keptSnapshots = 1
      $0.snapshotRetention = .seconds(10)
    }
    for number in 1...3 {
      try await archive.put(article("a\(number)"))
      // When its age is looked at, after the list of all; and not any more when the oldest are deleted.
      let opened = Mutex(0)
      archive.disk.beforeCall.withLock {
        $0 = { [disk = archive.disk] name, path in
          guard name == StorageError.openToRead, path.hasSuffix("00000000000000000001/MANIFEST") else {
            return
          }
          let count = opened.withLock { count in
            count += 1
            return count
          }
          if number > 1, count == 2 || count == 3 { disk.arm(count == 2 ? .noDescriptors : .none) }
        }
      }
      _ = try await archive.catalog.checkpoint()
      #expect(number == 1 || opened.withLock { $0 } > 4)
    }
    archive.disk.beforeCall.withLock { $0 = nil }
    #expect(try archive.catalog.snapshots().map(\.revision) == [1, 2, 3])
    try archive.catalog.stop()
  }

  @Test func `A clock that is set forward deletes no snapshot; time that passes does`() async throws {
    let clocks = Mutex<(wall: Int64, uptime: Int64)>((1_700_000_000, 0))
    let archive = try TestArchive {
      $0.keptSnapshots = 1
      $0.snapshotRetention = .seconds(100)
      $0.uptime = { clocks.withLock { $0.uptime } }
      $0.now = {
        var time = Timestamp()
        time.seconds = clocks.withLock { $0.wall }
        return time
      }
    }
    func snapshot(_ id: String) async throws {
      try await archive.put(article(id))
      _ = try await archive.catalog.checkpoint()
    }
    try await snapshot("a")
    clocks.withLock { $0.wall += 1_000_000 }
    try await snapshot("b")
    clocks.withLock { $0.wall -= 2_000_000 }
    try await snapshot("c")
    #expect(try archive.catalog.snapshots().map(\.revision) == [1, 2, 3])
    clocks.withLock { $0 = (1_700_000_200, 200) }
    try await snapshot("d")
    // The second has a time that is still to come; it goes with the third, which was made after it.
    #expect(try archive.catalog.snapshots().map(\.revision) == [4])
    try archive.catalog.stop()
  }

  @Test func `Snapshots that were made while the clock was wrong do not stay beyond the number`() async throws
  {
    let wall = Mutex<Int64>(1_700_000_000)
    let archive = try TestArchive {
      $0.keptSnapshots = 1
      $0.now = {
        var time = Timestamp()
        time.seconds = wall.withLock { $0 }
        return time
      }
    }
    for (id, jump) in [("a", 1_000_000), ("b", -2_000_000), ("c", 500_000)] as [(String, Int64)] {
      wall.withLock { $0 += jump }
      try await archive.put(article(id))
      _ = try await archive.catalog.checkpoint()
    }
    #expect(try archive.catalog.snapshots().map(\.revision) == [3])
    try archive.catalog.stop()
  }
}
