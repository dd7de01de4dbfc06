import Storage
import Synchronization
import Testing

@testable import Catalog

/// Snapshots that are asked for while one is being made.
@Suite(.timeLimit(.minutes(10))) struct CheckpointQueueTests {
  @Test func `those that wait become one, of the newest state, which answers all who asked`() async throws {
    let gate = Monitor((hasMade: false, isOpen: false))
    let archive = try TestArchive { options in
      let report = options.report
      options.report = { event in
        report(event)
        guard case .checkpointed = event else { return }
        gate.update { $0.hasMade = true }
        gate.wait(until: \.isOpen) { _ in }
      }
    }
    func capture(_ number: Int) async throws -> CatalogWriter.Capture {
      try await archive.put(article("a\(number)", "Title", categories: []))
      let captured = await withCheckedContinuation { done in
        archive.catalog.writer.enqueue(.capture { done.resume(returning: $0) })
      }
      return try captured.get()
    }
    let (answers, last) = (Monitor<[UInt64]>([]), 10)
    func ask(_ number: Int) async throws {
      archive.catalog.checkpointer.enqueue(try await capture(number), isAsked: true) { answer in
        answers.update { $0.append((try? answer.get().revision) ?? 0) }
      }
    }
    try await ask(1)
    gate.wait(until: \.hasMade) { _ in }
    for number in 2...last { try await ask(number) }
    gate.update { $0.isOpen = true }
    answers.wait(until: { $0.count == last }) { _ in }
    let revision = archive.catalog.revision
    let first = revision - UInt64(last - 1)
    #expect(answers.withLock { $0 } == [first] + Array(repeating: revision, count: last - 1))
    let made = archive.events.all.compactMap {
      if case .checkpointed(let made) = $0 { made.revision } else { nil }
    }
    #expect(made == [first, revision])
    try archive.catalog.stop()
  }
}
