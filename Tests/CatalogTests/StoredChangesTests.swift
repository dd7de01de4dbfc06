import ArticleAPI
import StorageTesting
import Testing

@testable import Catalog

/// Changes that a run finds in the snapshot that it begins with.
@Suite struct StoredChangesTests {
  private static let beginning = ChangePosition(behind: 0)

  /// The changes of an archive, revision and id of each.
  private func changes(_ archive: TestArchive, after position: ChangePosition = beginning) throws -> [String]
  {
    try archive.catalog.changes.page(after: position, count: .max).changes.map {
      "\($0.position.revision) \($0.id)"
    }
  }

  /// An archive with some changes in its snapshot, stopped.
  private func written() async throws -> TestArchive {
    let archive = try TestArchive()
    for (number, id) in ["a", "b", "a"].enumerated() {
      try await archive.put(article(id, "Title \(number)"))
    }
    try await archive.delete("b")
    _ = try await archive.catalog.checkpoint()
    try archive.catalog.stop()
    return archive
  }

  @Test func `They are counted as before, take no memory, and are in the next snapshot as they were`()
    async throws
  {
    let first = try await written()
    let second = try TestArchive(first.disk)
    #expect(second.catalog.changes.byteCount == first.catalog.changes.byteCount)
    #expect(second.catalog.changes.memoryBytes == 0)
    try await second.put(article("c", "Title c"))
    #expect(second.catalog.changes.memoryBytes > 0)
    _ = try await second.catalog.checkpoint()
    try second.catalog.stop()
    let third = try TestArchive(first.disk)
    #expect(try changes(third) == ["1 a", "2 b", "3 a", "4 b", "5 c"])
    let deleted = try third.catalog.changes.page(after: ChangePosition(behind: 3), count: 1).changes[0]
    #expect(try deleted.before.map { try Article(serialized: $0.payload).title } == "Title 1")
    #expect(deleted.after == nil)
    try third.catalog.stop()
  }

  @Test func `The oldest are dropped for new ones, as if all were of one run`() async throws {
    let archive = try TestArchive { $0.changeHistoryBytes = 2000 }
    for number in 1...5 { try await archive.put(article("a\(number)", "Title")) }
    _ = try await archive.catalog.checkpoint()
    try archive.catalog.stop()
    let again = try TestArchive(archive.disk) { $0.changeHistoryBytes = 2000 }
    for number in 6...40 { try await again.put(article("a\(number)", "Title")) }
    let changes = again.catalog.changes
    #expect(changes.oldestRevision > 5 && changes.oldestRevision < 40)
    #expect(changes.memoryBytes == changes.byteCount && changes.byteCount <= 2000)
    try again.catalog.stop()
  }

  @Test func `Those that decayed are refused to watches, and no later snapshot vouches for them`()
    async throws
  {
    let first = try await written()
    let second = try TestArchive(first.disk)
    guard case .stored(let place) = second.catalog.changes.content(through: .max).changes[1] else {
      Issue.record("the change is not read from the snapshot")
      return
    }
    place.withBytes { bytes in
      // SAFETY: the bytes are the test's copy of the file, which nobody else reads meanwhile.
      UnsafeMutableRawPointer(mutating: bytes.baseAddress!).storeBytes(of: 0xff, as: UInt8.self)
    }
    let error = #expect(throws: CatalogError.self) { try changes(second) }
    #expect(error?.code == .storage)
    try await second.put(article("c", "Title c"))
    _ = try await second.catalog.checkpoint()
    #expect(second.catalog.changes.oldestRevision == 4)
    #expect(try changes(second, after: ChangePosition(behind: 4)) == ["5 c"])
    try second.catalog.stop()
    let third = try TestArchive(first.disk)
    #expect(third.catalog.changes.oldestRevision == 4)
    #expect(await code { _ = try changes(third) } == .revisionCompacted)
    try third.catalog.stop()
  }
}
