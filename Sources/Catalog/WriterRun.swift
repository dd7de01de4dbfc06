import FullText
import Storage

/// What the writer thread works with, confined to it.
// SAFETY: made before the thread starts, handed over once, and from then on used by that thread alone.
final class WriterRun: @unchecked Sendable {
  /// From how many mutations on a batch is always applied while it is being made durable, and from which time of an
  /// `fdatasync` on every batch is.
  private static let overlappingMutations = 32
  private static let slowSync = Duration.microseconds(100)

  let synchronizer: LogSynchronizer
  private let writer: CatalogWriter
  private let applier: Applier
  private let log: any Log
  private var loggedBytes: Int
  private let batchMutations: Int
  /// How long making a batch durable took lately.
  private var syncTime = Duration.zero
  /// How long a batch took lately, from the log to the answers.
  private var batchTime = Duration.zero
  /// How many submissions the newest commands answered.
  private(set) var answered = 0
  private let publish: @Sendable (CatalogView, _ repeats: [UInt64]) -> Void

  private let measure: @Sendable (CatalogMeasurement) -> Void

  init(
    writer: CatalogWriter, applier: Applier, log: any Log, loggedBytes: Int, batchMutations: Int,
    measure: @escaping @Sendable (CatalogMeasurement) -> Void,
    publish: @escaping @Sendable (CatalogView, _ repeats: [UInt64]) -> Void
  ) {
    self.writer = writer
    self.applier = applier
    self.log = log
    self.loggedBytes = loggedBytes
    self.batchMutations = batchMutations
    self.measure = measure
    self.publish = publish
    synchronizer = LogSynchronizer(log)
  }

  /// The state as published; none after a failure, when the applier may be ahead of the log.
  var capture: Result<CatalogWriter.Capture, CatalogError> {
    if let failure = writer.failure { return .failure(failure) }
    return .success(
      CatalogWriter.Capture(view: applier.view, requests: applier.requests, loggedBytes: loggedBytes))
  }

  /// How long it is worth waiting for more commands: where the disk takes most of a batch's time, an eighth of that. Else not
  /// at all: while one half of the callers has its batch applied, the calls of the other are taken in on another core.
  var patience: Duration { syncTime * 2 > batchTime ? min(batchTime / 8, .milliseconds(1)) : .zero }

  /// Performs commands in order, mutations that stand next to each other as one batch.
  func perform(_ commands: [CatalogWriter.Command]) {
    answered = 0
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
      case .adoptMerge: if writer.failure == nil, applier.adoptFinishedMerge() { publish(applier.view, []) }
      case .mutations: break
      }
    }
    write(batch)
  }

  private func write(_ batch: [Submission]) {
    if batch.isEmpty { return }
    answered += batch.count
    let began = ContinuousClock.now
    defer { batchTime = (batchTime * 7 + (ContinuousClock.now - began)) / 8 }
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
    let isOverlapping = mutations.count >= Self.overlappingMutations || syncTime >= Self.slowSync
    if isOverlapping { synchronizer.begin(through: revisions.upperBound) }
    do throws(StorageError) {
      if !isOverlapping {
        let began = ContinuousClock.now
        try log.waitUntilDurable(revisions.upperBound)
        note(ContinuousClock.now - began)
      }
    } catch {
      throw lost(error)
    }
    let applied = Result { () throws(IndexError) in try applier.apply(mutations, first: revisions.lowerBound)
    }
    do throws(StorageError) {
      if isOverlapping {
        note(try synchronizer.finish())
      }
    } catch {
      throw lost(error)
    }
    switch applied {
    case .success(let results):
      publish(applier.view, applier.takeRepeats())
      applier.tellChanges()
      return results
    case .failure(let error):
      let failure = CatalogError(.readOnly, "the index refused revision \(revisions.lowerBound): \(error)")
      writer.fail(failure)
      throw failure
    }
  }

  /// A moving average: one slow `fdatasync` is no slow disk.
  private func note(_ time: Duration) {
    syncTime = (syncTime * 7 + time) / 8
    measure(.madeDurable(time))
  }

  /// What the callers of a batch are told that may or may not have reached the disk; ends all writing.
  private func lost(_ error: StorageError) -> CatalogError {
    writer.fail(CatalogError(error))
    return CatalogError(
      .unknownOutcome,
      "the log failed while the change was on its way to the disk; whether it is there shows after a restart (\(error))",
      cause: error)
  }

  /// What the callers of a batch are told that did not get into the log; ends all writing if the log has ended.
  private func refused(_ error: StorageError) -> CatalogError {
    let refusal = CatalogError(error)
    if log.failure != nil { writer.fail(refusal) }
    return refusal
  }
}
