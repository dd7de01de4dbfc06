import Protobuf
import StorageTesting
import Testing

@testable import Catalog
@testable import Storage

/// Snapshots and records that fit their checksums and say what no server has written: refused, or read as far as they make sense.
@Suite struct ForgedSnapshotTests {
  /// A disk with two snapshots and all of the log.
  private func twoSnapshots() async throws -> SimulatedDisk {
    let archive = try TestArchive { $0.checkpointsOnStop = false }
    for id in ["a", "b"] {
      try await archive.put(article(id))
      _ = try await archive.catalog.checkpoint()
    }
    try archive.catalog.stop()
    return archive.disk
  }

  private func changeManifest(
    _ revision: UInt64, on disk: SimulatedDisk, _ change: (inout Manifest) -> Void
  ) throws {
    let path = SnapshotStore(reading: "data/snapshots", files: disk).path(of: revision) + "/MANIFEST"
    var manifest = try Manifest(try #require(disk.bytes(of: path)), file: path)
    change(&manifest)
    disk.setBytes(of: path, to: manifest.encoded)
  }

  @Test(arguments: [Int64.min, -1, 253_402_300_800, .max])
  func `A snapshot of a time that is none does not say when it was made`(seconds: Int64) async throws {
    let disk = try await twoSnapshots()
    for revision in [UInt64(1), 2] {
      try changeManifest(revision, on: disk) {
        $0.attributes["created"] = String(seconds)
        $0.attributes["articles"] = "-5"
      }
    }
    let archive = try TestArchive(disk) {
      $0.history = .seconds(1 << 40)
      $0.snapshotRetention = .seconds(10)
    }
    #expect(try archive.catalog.snapshots().map(\.createSeconds) == [0, 0])
    #expect(try archive.catalog.snapshots().map(\.articleCount) == [0, 0])
    #expect(try await archive.catalog.view(at: 1).articleCount == 1)
    try await archive.put(article("c"))
    try archive.catalog.stop()
  }

  @Test(arguments: [Int64.min, .max])
  func `A record of any time is replayed`(seconds: Int64) async throws {
    let archive = try TestArchive { $0.checkpointsOnStop = false }
    var delete = DeleteArticle()
    delete.name = "articles/nothing"
    var mutation = Mutation(.deleteArticle(delete))
    var time = Timestamp()
    time.seconds = seconds
    mutation.time = time
    #expect(await code { _ = try await archive.catalog.submit(mutation) } == .notFound)
    try archive.catalog.stop()
    #expect(try TestArchive.look(at: archive.disk) { $0.revision } == 1)
  }

  @Test func `A list of segments that has a number twice, or one that is still to be given, is damaged`()
    async throws
  {
    let forgeries: [(inout CatalogState) -> Void] = [
      { $0.segments += $0.segments.prefix(1) }, { $0.nextSegment = $0.segments[0].number },
      { $0.nextSegment = .max }, { $0.segments[0].documentCount += 1 },
    ]
    for (number, forge) in forgeries.enumerated() {
      let disk = try await twoSnapshots()
      let newest = try SnapshotStore(directory: "data/snapshots", files: disk).open(2)
      let section = try newest.section(SnapshotContent.catalog)
      var state = try section.withUnsafeBytes { try CatalogState(serialized: $0) }
      forge(&state)
      _ = try state.serialized().withUnsafeBytes { try newest.replacing(SnapshotContent.catalog, with: $0) }
      let archive = try TestArchive(disk)
      let isSkipped = archive.events.all.contains {
        if case .skippedSnapshot(let error) = $0 { error.code == .damaged } else { false }
      }
      #expect(isSkipped, "forgery \(number)")
      #expect(archive.catalog.view.articleCount == 2, "forgery \(number)")
      // It is written again.
      try await archive.put(article("c"))
      #expect(try await archive.catalog.checkpoint().revision == 3, "forgery \(number)")
      try archive.catalog.stop()
    }
  }
}
