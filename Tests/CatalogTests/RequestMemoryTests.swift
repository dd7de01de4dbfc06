import ArticleAPI
import Protobuf
import StorageTesting
import Testing

@testable import Catalog

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
      #expect(try view.article(named: "articles/a") != nil, "at revision \(revision)")
    }
    try archive.catalog.stop()
  }

  @Test func `what the answers take is told, after a restart too`() async throws {
    let archive = try TestArchive()
    #expect(archive.catalog.memory.writer.requestBytes == 0)
    let outcome = try await archive.catalog.submit(Mutation(put("a"), request: "once"))
    try archive.catalog.stop()
    let bytes = try #require(outcome.article).serialized().count
    #expect(archive.catalog.memory.writer.requestBytes == bytes)
    #expect(archive.catalog.memory.writer.bufferBytes > 0)
    #expect(try TestArchive.look(at: archive.disk) { $0.memory.writer.requestBytes } == bytes)
  }

  @Test func `answers to the oldest requests are forgotten when all of them are many bytes`() throws {
    var made = article("a")
    made.rights = String(repeating: "r", count: 500)
    let bytes = made.serialized().count
    var memory = RequestMemory(maxBytes: 12 * bytes + bytes / 2)
    for number in 0..<16 {
      let outcome = MutationOutcome(answer: .article(made), action: .updated, revision: UInt64(number))
      memory.insert(Mutation(update("a"), request: "request-\(number)"), outcome)
    }
    let ids = (4..<16).map { "request-\($0)" }
    #expect(memory.all.map(\.id) == ids)
    #expect(try memory.outcome(repeatedBy: Mutation(update("a"), request: "request-3")) == nil)
    #expect(try memory.outcome(repeatedBy: Mutation(update("a"), request: "request-4"))?.revision == 4)
    // A restart remembers the same ones, and forgets the next one at the same time.
    var restored = RequestMemory(memory.all, maxBytes: 12 * bytes + bytes / 2)
    #expect(restored.all.map(\.id) == ids)
    let outcome = MutationOutcome(answer: .deleted, action: .deleted, revision: 16)
    restored.insert(Mutation(delete("a"), request: "request-16"), outcome)
    #expect(restored.all.map(\.id) == ids + ["request-16"])
    // What was forgotten for a batch that was not carried out is remembered again, also where it had one of the same id.
    memory.begin()
    for number in [16, 0, 4, 17, 18] + Array(30..<45) {
      let outcome = MutationOutcome(answer: .article(made), action: .updated, revision: UInt64(100 + number))
      memory.insert(Mutation(update("a"), request: "request-\(number)"), outcome)
    }
    #expect(Set(memory.all.map(\.id)).isDisjoint(with: ids))
    memory.takeBack()
    #expect(memory.all.map(\.id) == ids && memory.all.map(\.revision) == Array(4..<16))
    for number in 50..<56 {
      let outcome = MutationOutcome(answer: .article(made), action: .updated, revision: UInt64(number))
      memory.insert(Mutation(update("a"), request: "request-\(number)"), outcome)
    }
    #expect(memory.all.map(\.id) == ids.dropFirst(6) + (50..<56).map { "request-\($0)" })
    // One that is too large by itself is not remembered at all.
    var small = RequestMemory([memory.all[0]], maxBytes: bytes - 1)
    #expect(small.all.isEmpty)
    small.insert(Mutation(delete("a"), request: "request-16"), outcome)
    #expect(small.all.count == 1)
  }
}
