import ArticleAPI
import Catalog
import Protobuf
import StorageTesting
import Testing

/// Ids of requests: a repetition is answered as the first one was, another request is refused.
@Suite struct RequestMemoryTests {
  private func delete(_ name: String) -> Mutation.Change {
    var delete = DeleteArticle()
    delete.name = "articles/\(name)"
    return .deleteArticle(delete)
  }

  private func put(_ id: String) -> Mutation.Change {
    var put = PutArticle()
    put.article = article(id)
    put.existence = .forbidden
    return .putArticle(put)
  }

  private func update(_ id: String) -> Mutation.Change {
    var update = UpdateArticle()
    update.article = article(id, "Changed")
    return .updateArticle(update)
  }

  @Test func `an id says nothing about another kind of change, another resource, or a creation`() async throws
  {
    let disk = SimulatedDisk()
    var archive = try TestArchive(disk)
    let made = try await archive.catalog.submit(Mutation(put("a"), request: "made"))
    _ = try await archive.catalog.submit(Mutation(put("b")))
    let gone = try await archive.catalog.submit(Mutation(delete("b"), request: "gone"))
    // Before and after a restart from a snapshot.
    for _ in 0..<2 {
      #expect(try await archive.catalog.submit(Mutation(put("a"), request: "made")) == made)
      #expect(try await archive.catalog.submit(Mutation(delete("b"), request: "gone")) == gone)
      let others: [(Mutation.Change, String)] = [
        (delete("a"), "made"), (update("a"), "made"), (update("b"), "made"), (delete("a"), "gone"),
        (put("c"), "gone"),
      ]
      for (change, id) in others {
        let error = await #expect(throws: CatalogError.self) {
          try await archive.catalog.submit(Mutation(change, request: id))
        }
        #expect(error?.code == .requestReused && error?.subject == "request_id")
      }
      #expect(archive.article("a")?.title == "Title" && archive.article("c") == nil)
      _ = try await archive.catalog.checkpoint()
      try archive.catalog.stop()
      disk.restart()
      archive = try TestArchive(disk)
    }
    try archive.catalog.stop()
  }

  @Test func `what was refused for its id changes nothing in the past either`() async throws {
    let archive = try TestArchive {
      $0.historyRevisions = 1000
      $0.checkpointsOnStop = false
    }
    _ = try await archive.catalog.submit(Mutation(put("a"), request: "made"))
    // In one batch, so that the revisions between are made again from the log.
    _ = try await archive.catalog.submit([
      Mutation(put("b")), Mutation(delete("a"), request: "made"), Mutation(put("c")), Mutation(put("d")),
    ])
    for revision in UInt64(3)...5 {
      let view = try await archive.catalog.view(at: revision)
      #expect(view.article(named: "articles/a") != nil, "at revision \(revision)")
    }
    try archive.catalog.stop()
  }
}
