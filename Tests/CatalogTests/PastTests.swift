import ArticleAPI
import Protobuf
import Storage
import StorageTesting
import Synchronization
import RandomTesting
import Testing

@testable import Catalog

/// The past by revision: complete within its window, honest about its end.
@Suite struct PastTests {
  /// Writes in batches, so that most revisions are never published by themselves; returns the content at every revision.
  private func fill(_ archive: TestArchive, batches: Int) async throws {
    var generator = SeededGenerator(seed: 11)
    for batch in 0..<batches {
      let mutations = (0..<8).map { number -> Mutation in
        let id = "a\(Int.random(in: 0..<12, using: &generator))"
        if number == 5 {
          var delete = DeleteArticle()
          delete.name = "articles/\(id)"
          delete.allowMissing = true
          return Mutation(.deleteArticle(delete))
        }
        var put = PutArticle()
        put.article = article(id, "Title \(batch) \(number)", categories: ["c\(number % 3)"])
        put.createMissingCategories = true
        // Every batch repeats a request of the one before.
        return Mutation(.putArticle(put), request: number == 7 ? "request-\((batch + 1) / 2)" : "")
      }
      _ = try await archive.catalog.submit(mutations)
    }
  }

  /// What an archive holds that was given the first so many mutations one by one.
  private func expected(_ disk: SimulatedDisk, upTo revision: UInt64) throws -> ViewContent {
    let log = try LocalLog.open(directory: "data/log", files: disk).log
    let copy = SimulatedDisk()
    try copy.createDirectory("log")
    let cut = try LocalLog.open(directory: "log", files: copy).log
    try log.replay(from: 1) { sequence, payload in
      if sequence <= revision { _ = try cut.append([Array(payload)]) }
    }
    try cut.close()
    let only = SimulatedDisk()
    try only.createDirectory("data")
    _ = try DataDirectory(path: "data", files: only)
    try only.createDirectory("data/log")
    for name in try copy.list("log") {
      let bytes = copy.bytes(of: "log/\(name)") ?? []
      _ = try only.open("data/log/\(name)", .create)
      only.setBytes(of: "data/log/\(name)", to: bytes)
    }
    only.restart()
    let archive = try TestArchive(only)
    defer { try? archive.catalog.stop() }
    return ViewContent(archive.catalog.view)
  }

  @Test func `Every revision can be read, also those that were published together with later ones`()
    async throws
  {
    let archive = try TestArchive {
      $0.historyRevisions = 1000
      $0.checkpointsOnStop = false
    }
    try await fill(archive, batches: 12)
    var found: [UInt64: ViewContent] = [:]
    let afterwards: [UInt64] = [1, 7, 8, 9, 16, 23, 47, 63, 64, 65, 95, 96]
    for revision in UInt64(1)...96 where TestRounds.factor >= 1 || afterwards.contains(revision) {
      let view = try await archive.catalog.view(at: revision)
      #expect(view.revision == revision)
      found[revision] = ViewContent(view)
      #expect(found[revision]?.disagreements(with: view) == [])
    }
    try archive.catalog.stop()
    archive.disk.restart()
    for revision in afterwards {
      #expect(try found[revision] == expected(archive.disk, upTo: revision), "revision \(revision)")
    }
  }

  /// Removes the log files that end before a revision, as a longer life would have.
  private func forget(_ disk: SimulatedDisk, before revision: UInt64) throws {
    let firsts = try disk.list("data/log").compactMap { UInt64($0.prefix(20)) }
    for (first, next) in zip(firsts, firsts.dropFirst()) where next <= revision {
      let digits = String(first)
      try disk.remove("data/log/\(String(repeating: "0", count: 20 - digits.count))\(digits).log")
    }
    #expect(try #require(try disk.list("data/log").first) > "00000000000000000001.log")
  }

  @Test(arguments: [false, true], [1, 2])
  func `The first stops of an archive lose nothing of the past`(isCrash: Bool, stops: Int) async throws {
    var archive = try TestArchive { $0.historyRevisions = 1000 }
    try await fill(archive, batches: 3)
    var found: [UInt64: ViewContent] = [:]
    for revision in [1, 5, 17, 24] as [UInt64] {
      found[revision] = ViewContent(try await archive.catalog.view(at: revision))
    }
    for _ in 1...stops {
      if isCrash { archive.crash(powerCut: true) } else { try archive.catalog.stop() }
      archive = try TestArchive(archive.disk) { $0.historyRevisions = 1000 }
      #expect(archive.catalog.oldestRevision == 0)
      for (revision, content) in found {
        #expect(ViewContent(try await archive.catalog.view(at: revision)) == content, "revision \(revision)")
      }
      // It outlives the next checkpoint as well.
      try await fill(archive, batches: 1)
      _ = try await archive.catalog.checkpoint()
      #expect(ViewContent(try await archive.catalog.view(at: 5)) == found[5])
    }
    try archive.catalog.stop()
  }

  @Test func `The past survives a crash as far as the log reaches back to the snapshot`() async throws {
    let archive = try TestArchive {
      $0.historyRevisions = 1000
      $0.log.fileBytes = 600
    }
    try await fill(archive, batches: 3)
    _ = try await archive.catalog.checkpoint()
    try await fill(archive, batches: 3)
    let before = ViewContent(try await archive.catalog.view(at: 30))
    archive.crash(powerCut: true)
    try forget(archive.disk, before: 25)
    let again = try TestArchive(archive.disk) { $0.historyRevisions = 1000 }
    #expect(again.catalog.oldestRevision == 24)
    #expect(ViewContent(try await again.catalog.view(at: 30)) == before)
    #expect(await code { _ = try await again.catalog.view(at: 23) } == .revisionCompacted)
    try again.catalog.stop()
  }

  /// An archive that was stopped at revision 72, with snapshots of 24 and 72, and what it held at some revisions in between.
  private func stopped() async throws -> (disk: SimulatedDisk, found: [UInt64: ViewContent]) {
    let archive = try TestArchive {
      $0.historyRevisions = 1000
      $0.log.fileBytes = 600
    }
    try await fill(archive, batches: 3)
    _ = try await archive.catalog.checkpoint()
    try await fill(archive, batches: 6)
    var found: [UInt64: ViewContent] = [:]
    for revision in [24, 25, 31, 32, 40, 47, 48, 49, 64, 71, 72] as [UInt64] {
      found[revision] = ViewContent(try await archive.catalog.view(at: revision))
    }
    try archive.catalog.stop()
    archive.disk.restart()
    try forget(archive.disk, before: 25)
    return (archive.disk, found)
  }

  @Test func `The past survives a stop as far as an older snapshot and the log reach back`() async throws {
    let (disk, found) = try await stopped()
    for order in [found.keys.sorted(), found.keys.sorted().reversed()] {
      let archive = try TestArchive(disk) { $0.historyRevisions = 1000 }
      #expect(archive.catalog.oldestRevision == 24)
      for revision in order {
        let view = try await archive.catalog.view(at: revision)
        #expect(view.revision == revision && ViewContent(view) == found[revision], "revision \(revision)")
        #expect(ViewContent(view).disagreements(with: view) == [])
      }
      #expect(await code { _ = try await archive.catalog.view(at: 23) } == .revisionCompacted)
      try archive.catalog.stop()
    }
  }

  @Test func `The past that a snapshot begins goes with it`() async throws {
    for isDamaged in [true, false] {
      let (disk, found) = try await stopped()
      let archive = try TestArchive(disk) { $0.historyRevisions = 1000 }
      if isDamaged {
        disk.setBytes(of: "data/snapshots/00000000000000000024/catalog", to: [1, 2, 3])
      } else {
        try archive.catalog.deleteSnapshot(24)
        #expect(archive.catalog.oldestRevision == 72)
      }
      do {
        _ = try await archive.catalog.view(at: 40)
        Issue.record("a revision was read from a snapshot that is gone")
      } catch { #expect(error.code == .revisionCompacted && error.oldestRevision == 72) }
      #expect(ViewContent(try await archive.catalog.view(at: 72)) == found[72])
      #expect(archive.events.all.contains { if case .lostPast = $0 { true } else { false } } == isDamaged)
      try archive.catalog.stop()
    }
  }

  @Test func `A snapshot of another history, or too old, is no part of the past`() async throws {
    let (disk, _) = try await stopped()
    let late = try TestArchive(disk) {
      $0.historyRevisions = 1000
      $0.now = {
        var time = Timestamp()
        time.seconds = 1_700_100_000
        return time
      }
    }
    #expect(late.catalog.oldestRevision == 72)
    try late.catalog.stop()
    let few = try TestArchive(disk) { $0.historyRevisions = 40 }
    #expect(few.catalog.oldestRevision == 72)
    try few.catalog.stop()
    try SnapshotStore(reading: "data/snapshots", files: disk).writeAnew(24, asOfHistory: "abc:0")
    let again = try TestArchive(disk) { $0.historyRevisions = 1000 }
    #expect(again.catalog.oldestRevision == 72)
    try again.catalog.stop()
  }

  @Test func `A revision leaves with its window, and the refusal names the oldest`() async throws {
    let seconds = Mutex<Int64>(1_700_000_000)
    let archive = try TestArchive {
      $0.historyRevisions = 1000
      $0.history = .seconds(60)
      $0.historyRevisions = 1000
      $0.uptime = { seconds.withLock { $0 } }
    }
    for number in 0..<200 {
      try await archive.put(article("a\(number % 7)", "Title \(number)"))
      seconds.withLock { $0 += 1 }
    }
    let oldest = archive.catalog.oldestRevision
    // One view beyond the window is kept, to begin with.
    #expect((130...140).contains(oldest))
    #expect(try await archive.catalog.view(at: oldest).revision == oldest)
    do {
      _ = try await archive.catalog.view(at: oldest - 1)
      Issue.record("a revision outside of the window was read")
    } catch {
      #expect(error.code == .revisionCompacted && error.oldestRevision == oldest)
      #expect(error.message.contains("\(oldest)"))
    }
    try archive.catalog.stop()
  }

  /// Waits until the past is as short as it may be.
  private func waitUntilOnlyTheNewestIsKept(_ archive: TestArchive, _ clock: WatchedClock) async {
    while archive.catalog.oldestRevision < archive.catalog.revision { await clock.waitForLooks(1) }
  }

  @Test(.timeLimit(.minutes(10)))
  func `What the past holds beyond its bytes is given up ten seconds later, also when nobody writes`()
    async throws
  {
    let clock = WatchedClock(1000)
    let archive = try TestArchive {
      $0.historyBytes = 0
      $0.historyRevisions = 1000
      $0.uptime = { clock.read() }
      // A merge would look at the clock, too.
      $0.restsAfter = .seconds(86_400)
    }
    for number in 0..<100 { try await archive.put(article("a\(number % 7)", "Title \(number)")) }
    // Readers go on for a while.
    clock.advance(by: 10)
    await clock.waitForLooks(3)
    #expect(try await archive.catalog.view(at: 50).revision == 50)
    clock.advance(by: 1)
    await waitUntilOnlyTheNewestIsKept(archive, clock)
    #expect(archive.catalog.memory.pastBytes == 0)
    do {
      _ = try await archive.catalog.view(at: 50)
      Issue.record("a revision was read that is given up")
    } catch { #expect(error.code == .revisionCompacted && error.oldestRevision == 100) }
    #expect(archive.article("a1")?.title == "Title 99")
    try archive.catalog.stop()
  }

  @Test(.timeLimit(.minutes(10)))
  func `What left the present a moment ago has its bounds, too`() async throws {
    let clock = WatchedClock(1000)
    let archive = try TestArchive {
      ($0.historyBytes, $0.youngHistoryBytes) = (0, 0)
      $0.historyRevisions = 1000
      $0.uptime = { clock.read() }
    }
    for number in 0..<100 { try await archive.put(article("a\(number)", "Title \(number)")) }
    let newest = archive.catalog.view.index.parts.reduce(0) { $0 + $1.segment.byteCount }
    while archive.catalog.memory.pastBytes > newest / 2 { await clock.waitForLooks(1) }
    #expect(try await archive.catalog.view(at: 100).revision == 100)
    try archive.catalog.stop()
  }

  @Test(.timeLimit(.minutes(10)))
  func `Memory that is short is taken from the past at once`() async throws {
    let held = Mutex(0)
    let clock = WatchedClock(1000)
    let archive = try TestArchive {
      $0.historyRevisions = 1000
      $0.uptime = { clock.read() }
      $0.maxMemoryBytes = 1 << 30
      $0.memoryBytes = { held.withLock { $0 } }
    }
    for number in 0..<20 { try await archive.put(article("a\(number % 7)", "Title \(number)")) }
    held.withLock { $0 = 2 << 30 }
    // A view that takes nothing beside the newest may stay: whether there is one depends on when segments were merged.
    while archive.catalog.memory.pastBytes > 0 { await clock.waitForLooks(1) }
    #expect(archive.catalog.memory.pastBytes == 0)
    try archive.catalog.stop()
  }

  @Test(.timeLimit(.minutes(10)))
  func `The past leaves with its window, also when nobody writes`() async throws {
    let clock = WatchedClock(1000)
    let archive = try TestArchive {
      $0.history = .seconds(60)
      $0.historyRevisions = 1000
      $0.uptime = { clock.read() }
    }
    for number in 0..<20 { try await archive.put(article("a\(number % 7)", "Title \(number)")) }
    clock.advance(by: 61)
    await waitUntilOnlyTheNewestIsKept(archive, clock)
    #expect(try await archive.catalog.view(at: 20).revision == 20)
    try archive.catalog.stop()
  }

  @Test func `A view stays for its window from when there was a newer one, however old it was`() async throws
  {
    var options = CatalogOptions(dataDirectory: "/")
    options.history = .seconds(60)
    var past = PastViews(options: options)
    let archive = try TestArchive()
    for second in 0..<5 as Range<Int64> {
      try await archive.put(article("a", "Title \(second)"))
      past.add(archive.catalog.view, repeats: [], at: second)
    }
    #expect(past.excess(at: 1000, isShort: false) == 4)
    past.giveUp(through: 4)
    try await archive.put(article("a", "News after a quiet night"))
    past.add(archive.catalog.view, repeats: [], at: 1000)
    for seconds in [1000, 1001, 1060] as [Int64] {
      #expect(past.excess(at: seconds, isShort: false) == nil)
      #expect(past.view(at: 5)?.revision == 5)
      #expect(past.oldest <= 5)
    }
    #expect(past.excess(at: 1061, isShort: false) == 5)
    try archive.catalog.stop()
  }

  @Test func `Setting the clock changes nothing of what can be read`() async throws {
    let wall = Mutex<Int64>(1_700_000_000)
    let uptime = Mutex<Int64>(1000)
    func open(_ disk: SimulatedDisk = SimulatedDisk()) throws -> TestArchive {
      try TestArchive(disk) {
        $0.historyRevisions = 1000
        $0.history = .seconds(60)
        $0.uptime = { uptime.withLock { $0 } }
        $0.now = {
          var time = Timestamp()
          time.seconds = wall.withLock { $0 }
          return time
        }
      }
    }
    let archive = try open()
    for number in 0..<60 {
      try await archive.put(article("a\(number % 7)", "Title \(number)"))
      wall.withLock { $0 += number.isMultiple(of: 2) ? 7200 : -7000 }
      uptime.withLock { $0 += 1 }
    }
    #expect(archive.catalog.oldestRevision == 0)
    let created = try #require(archive.article("a1")).createTime
    archive.crash(powerCut: true)
    for step in [-86_400, 86_400] as [Int64] {
      wall.withLock { $0 += step }
      let again = try open(archive.disk)
      #expect(again.article("a1")?.createTime == created)
      #expect(again.catalog.oldestRevision == 0)
      #expect(try await again.catalog.view(at: 30).revision == 30)
      // It leaves with its window all the same.
      for number in 0..<130 {
        try await again.put(article("b\(number % 7)"))
        uptime.withLock { $0 += 1 }
      }
      #expect(again.catalog.oldestRevision > 60)
      again.crash(powerCut: true)
    }
  }

  @Test func `The log is kept as far back as the past can be read`() async throws {
    let archive = try TestArchive {
      $0.log.fileBytes = 2000
      $0.historyRevisions = 40
      $0.keptSnapshots = 1
    }
    for number in 0..<200 { try await archive.put(article("a\(number % 7)", "Title \(number)")) }
    _ = try await archive.catalog.checkpoint()
    let oldest = archive.catalog.oldestRevision
    #expect(oldest == 161)
    for revision in oldest...200 {
      #expect(try await archive.catalog.view(at: revision).revision == revision)
    }
    try archive.catalog.stop()
  }
}
