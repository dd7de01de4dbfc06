import FullText
import Storage

/// What the writer thread works with, confined to it.
// SAFETY: made before the thread starts, handed over once, and from then on used by that thread alone.
final class WriterRun: @unchecked Sendable {
  /// From how many mutations on a batch is applied while it is being made durable.
  private static let overlappingMutations = 32

  let synchronizer: LogSynchronizer
  private let writer: CatalogWriter
  private let applier: Applier
  private let log: any Log
  private var loggedBytes: Int
  private let batchMutations: Int
  private let publish: @Sendable (CatalogView) -> Void

  init(
    writer: CatalogWriter, applier: Applier, log: any Log, loggedBytes: Int, batchMutations: Int,
    publish: @escaping @Sendable (CatalogView) -> Void
  ) {
    self.writer = writer
    self.applier = applier
    self.log = log
    self.loggedBytes = loggedBytes
    self.batchMutations = batchMutations
    self.publish = publish
    synchronizer = LogSynchronizer(log)
  }

  /// The state as published; none after a failure, when the applier may be ahead of the log.
  var capture: Result<CatalogWriter.Capture, CatalogError> {
    if let failure = writer.failure { return .failure(failure) }
    return .success(
      CatalogWriter.Capture(view: applier.view, requests: applier.requests, loggedBytes: loggedBytes))
  }

  /// Performs commands in order, mutations that stand next to each other as one batch.
  func perform(_ commands: [CatalogWriter.Command]) {
    var batch: [Submission] = []
    var count = 0
    for command in commands {
      if case .mutations(let submission) = command {
        if count > 0, count + submission.mutations.count > batchMutations {
          write(batch)
          (batch, count) = ([], 0)
        }
        batch.append(submission)
        count += submission.mutations.count
        continue
      }
      write(batch)
      (batch, count) = ([], 0)
      switch command {
      case .check(let mutation, let continuation): continuation.resume(returning: applier.check(mutation))
      case .capture(let body): body(capture)
      case .adoptMerge: if writer.failure == nil, applier.adoptFinishedMerge() { publish(applier.view) }
      case .mutations: break
      }
    }
    write(batch)
  }

  private func write(_ batch: [Submission]) {
    if batch.isEmpty { return }
    do throws(CatalogError) {
      let results = try apply(batch.flatMap(\.mutations), batch.flatMap(\.payloads))
      var next = 0
      for submission in batch {
        let end = next + submission.mutations.count
        submission.continuation.resume(returning: .success(Array(results[next..<end])))
        next = end
      }
    } catch {
      for submission in batch { submission.continuation.resume(returning: .failure(error)) }
    }
  }

  /// Logs, makes durable, applies and publishes one batch.
  private func apply(
    _ mutations: [Mutation], _ payloads: [[UInt8]]
  ) throws(CatalogError) -> [Result<MutationOutcome, CatalogError>] {
    if let failure = writer.failure { throw failure }
    let revisions: ClosedRange<UInt64>
    do throws(StorageError) {
      revisions = try log.append(payloads)
      loggedBytes += payloads.reduce(0) { $0 + $1.count }
    } catch {
      throw refused(error)
    }
    let isOverlapping = mutations.count >= Self.overlappingMutations
    if isOverlapping { synchronizer.begin(through: revisions.upperBound) }
    do throws(StorageError) {
      if !isOverlapping { try log.waitUntilDurable(revisions.upperBound) }
    } catch {
      throw refused(error)
    }
    let applied = Result { () throws(IndexError) in try applier.apply(mutations, first: revisions.lowerBound)
    }
    do throws(StorageError) {
      if isOverlapping { try synchronizer.finish() }
    } catch {
      throw refused(error)
    }
    switch applied {
    case .success(let results):
      publish(applier.view)
      applier.tellChanges()
      return results
    case .failure(let error):
      let failure = CatalogError(.readOnly, "the index refused revision \(revisions.lowerBound): \(error)")
      writer.fail(failure)
      throw failure
    }
  }

  /// What the callers of a batch are told that did not get into the log; ends all writing if the log has ended.
  private func refused(_ error: StorageError) -> CatalogError {
    let refusal = CatalogError(error)
    if log.failure != nil { writer.fail(refusal) }
    return refusal
  }
}
