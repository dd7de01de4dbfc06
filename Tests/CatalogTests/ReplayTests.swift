import Storage
import StorageTesting
import Synchronization
import Testing

@testable import Catalog

/// Reading mutations on one thread while another applies them: all of them, in order, and an end as soon as either fails.
@Suite struct ReplayTests {
  private struct Refusal: Error, Equatable { let number: UInt64 }

  /// A log of so many mutations, of which every third deletes.
  private func log(_ count: Int) throws -> (log: LocalLog, mutations: [Mutation]) {
    let mutations = (1...count).map { number -> Mutation in
      if number % 3 == 0 {
        var delete = DeleteArticle()
        delete.name = "articles/a\(number)"
        return Mutation(.deleteArticle(delete))
      }
      var put = PutArticle()
      put.article = article("a\(number)", "Title \(number)")
      return Mutation(.putArticle(put))
    }
    let disk = SimulatedDisk()
    try disk.createDirectory("log")
    let log = try LocalLog.open(directory: "log", files: disk).log
    _ = try log.append(mutations.map { $0.serialized() })
    return (log, mutations)
  }

  private func decode(_ sequence: UInt64, _ payload: UnsafeRawBufferPointer) throws -> Mutation {
    try Mutation(serialized: payload)
  }

  @Test(arguments: [1, 3, 10, 1000])
  func `Every mutation comes once, in order, with the facts of its text`(batch: Int) throws {
    let (log, mutations) = try log(20)
    for (first, last) in [(1, 20), (4, 17), (20, 20), (5, 4)] as [(UInt64, UInt64)] {
      var found: [Mutation] = []
      var bytes = 0
      try Replay(log: log, batchMutations: batch).run(from: first, through: last, decode: decode) { batch in
        #expect(!batch.proposals.isEmpty)
        for proposal in batch.proposals {
          guard case .putArticle(let put) = proposal.mutation.change, let article = put.article else {
            #expect(proposal.facts == nil)
            continue
          }
          #expect(proposal.facts?.hold(for: article) == true)
        }
        found += batch.proposals.map(\.mutation)
        bytes += batch.byteCount
      }
      let expected = mutations[Int(first - 1)..<Int(last)]
      #expect(found == Array(expected))
      #expect(bytes == expected.reduce(0) { $0 + $1.serialized().count })
    }
  }

  @Test func `A record that cannot be read ends it with its error`() throws {
    let (log, _) = try log(20)
    var applied = 0
    #expect(throws: Refusal(number: 12)) {
      try Replay(log: log, batchMutations: 2).run(from: 1, through: 20) { sequence, payload in
        if sequence == 12 { throw Refusal(number: 12) }
        return try decode(sequence, payload)
      } apply: {
        applied += $0.proposals.count
      }
    }
    #expect(applied <= 10)
  }

  @Test func `What cannot be applied ends the reading`() throws {
    let (log, _) = try log(2000)
    let read = Mutex(0)
    #expect(throws: Refusal(number: 3)) {
      try Replay(log: log, batchMutations: 3).run(from: 1, through: 2000) { sequence, payload in
        read.withLock { $0 += 1 }
        return try decode(sequence, payload)
      } apply: { _ in
        throw Refusal(number: 3)
      }
    }
    // One batch was applied, one was waiting, one being read.
    #expect(read.withLock { $0 } <= 9)
  }
}
