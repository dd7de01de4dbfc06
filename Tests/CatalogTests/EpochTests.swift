import Catalog
import Storage
import StorageTesting
import Testing

/// A revision of a token is the one that it was, or refused.
@Suite struct EpochTests {
  private func code(_ identity: Catalog.Identity, _ revision: UInt64, _ epoch: UInt64) -> CatalogError.Code? {
    do {
      try identity.check(revision, of: epoch)
      return nil
    } catch { return error.code }
  }

  @Test func `What a power cut took under relaxed durability is not taken for what came in its place`()
    async throws
  {
    let archive = try TestArchive { $0.log.durability = .none }
    for number in 1...3 { try await archive.put(article("a\(number)")) }
    _ = try await archive.catalog.checkpoint()
    for number in 4...12 { try await archive.put(article("a\(number)")) }
    let before = archive.catalog.identity
    archive.crash(powerCut: true)
    let again = try TestArchive(archive.disk) { $0.log.durability = .none }
    let kept = again.catalog.revision
    #expect(kept >= 3 && kept < 12, "the test needs a loss; another seed of the disk has one")
    for number in 1...12 { try await again.put(article("b\(number)")) }
    for revision in 1...12 as ClosedRange<UInt64> {
      let found = code(again.catalog.identity, revision, before.epoch(of: revision))
      #expect(found == (revision <= kept ? nil : .revisionUnknown), "revision \(revision) of \(kept) kept")
    }
    try again.catalog.stop()
  }

  @Test func `No revision that was acknowledged becomes unknown by a crash or a stop`() async throws {
    for end in ["stop", "crash", "power cut"] {
      let archive = try TestArchive()
      for number in 1...9 { try await archive.put(article("a\(number)")) }
      let before = archive.catalog.identity
      if end == "stop" { try archive.catalog.stop() } else { archive.crash(powerCut: end == "power cut") }
      let again = try TestArchive(archive.disk)
      for revision in 1...9 as ClosedRange<UInt64> {
        #expect(
          code(again.catalog.identity, revision, before.epoch(of: revision)) == nil, "\(end), \(revision)")
      }
      #expect(again.catalog.identity.key == before.key)
      try again.catalog.stop()
    }
  }

  @Test
  func `An archive that is started from an older snapshot without its log says from where on it is another`()
    async throws
  {
    let archive = try TestArchive { $0.checkpointsOnStop = false }
    for number in 1...4 { try await archive.put(article("a\(number)")) }
    _ = try await archive.catalog.checkpoint()
    for number in 5...9 { try await archive.put(article("a\(number)")) }
    let before = archive.catalog.identity
    try archive.catalog.stop()
    for name in try archive.disk.list("data/log") { try archive.disk.remove("data/log/\(name)") }
    try archive.disk.removeDirectory("data/log")
    let again = try TestArchive(archive.disk)
    for number in 5...9 { try await again.put(article("b\(number)")) }
    #expect(code(again.catalog.identity, 4, before.epoch(of: 4)) == nil)
    do {
      try again.catalog.identity.check(5, of: before.epoch(of: 5))
      Issue.record("a revision of a lost history was accepted")
    } catch {
      #expect(error.code == .revisionUnknown && error.message.contains("set back to revision 4"))
    }
    try again.catalog.stop()
  }

  @Test func `Every snapshot says which history it was made in, so a copy of it has the same`() async throws {
    let archive = try TestArchive()
    for number in 1...4 { try await archive.put(article("a\(number)")) }
    _ = try await archive.catalog.checkpoint()
    let original = archive.catalog.identity
    _ = try await archive.catalog.restoreSnapshot(4, into: "copy")
    let copy = try TestArchive(archive.disk) { $0.dataDirectory = "copy" }
    try await archive.put(article("a5"))
    try await copy.put(article("b5"))
    let other = copy.catalog.identity
    #expect(code(other, 4, original.epoch(of: 4)) == nil && code(original, 4, other.epoch(of: 4)) == nil)
    #expect(code(other, 5, original.epoch(of: 5)) == .revisionUnknown)
    #expect(code(original, 5, other.epoch(of: 5)) == .revisionUnknown)
    #expect(other.key != original.key)
    try copy.catalog.stop()
    try archive.catalog.stop()
  }

  @Test func `A lineage that cannot be read keeps no archive from serving, and is told of`() async throws {
    let archive = try TestArchive()
    try await archive.put(article("a1"))
    try archive.catalog.stop()
    archive.disk.setBytes(of: "data/LINEAGE", to: [1, 2, 3])
    let again = try TestArchive(archive.disk)
    #expect(again.article("a1") != nil)
    #expect(again.events.all.contains { if case .lostIdentity = $0 { true } else { false } })
    // The snapshot still knows.
    #expect(code(again.catalog.identity, 1, archive.catalog.identity.epoch(of: 1)) == nil)
    try again.catalog.stop()
  }
}
