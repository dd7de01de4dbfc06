import FullText
import Protobuf
import Storage

/// What the writer thread works with, confined to it.
// SAFETY: made before the thread starts, handed over once, and from then on used by that thread alone.
final class WriterRun: @unchecked Sendable {
  /// From how many mutations on a batch is always applied while it is being made durable, and from which time of an
  /// `fdatasync` on every batch is.
  private static let overlappingMutations = 32
  private static let slowSync = Duration.microseconds(100)

  let pipeline: CommitPipeline
  private let writer: CatalogWriter
  private let applier: Applier
  private let log: any Log
  private(set) var loggedBytes: Int
  private let batchMutations: Int
  private let batchBytes: Int
  private let watermarks: Watermarks
  private let makeRoom: @Sendable () -> Void
  /// What was written since memory was looked at.
  private var unseenBytes = 0
  private let publish: @Sendable (CatalogView, _ repeats: [UInt64]) -> Void
  private let appendHistory: @Sendable ([KeptChange], _ through: UInt64) -> Void

  init(
    writer: CatalogWriter, applier: Applier, log: any Log, loggedBytes: Int, options: CatalogOptions,
    watermarks: Watermarks, makeRoom: @escaping @Sendable () -> Void,
    publish: @escaping @Sendable (CatalogView, _ repeats: [UInt64]) -> Void
  ) {
    self.writer = writer
    self.applier = applier
    self.log = log
    self.loggedBytes = loggedBytes
    batchMutations = options.batchMutations
    batchBytes = options.batchBytes
    self.watermarks = watermarks
    self.makeRoom = makeRoom
    self.publish = publish
    appendHistory = { [history = applier.history] in history.append($0, through: $1) }
    pipeline = CommitPipeline(log, measure: options.measure)
  }

  /// The state as published, when all that is on its way has been; none after a failure, when the applier may be ahead of the
  /// log.
  func capture() -> Result<CatalogWriter.Capture, CatalogError> {
    pipeline.drain()
    if let failure = writer.failure { return .failure(failure) }
    return .success(
      CatalogWriter.Capture(view: applier.view, requests: applier.requests, loggedBytes: loggedBytes))
  }

  /// Whether there is something to do while nobody writes.
  var canMergeAtRest: Bool { writer.failure == nil && applier.canMergeAtRest }

  /// What is kept beside the newest view.
  var memory: WriterMemory { applier.memory }

  /// How long it is worth waiting for more commands: where the disk takes most of a batch's time, an eighth of that. Else not
  /// at all: while one half of the callers has its batch applied, the calls of the other are taken in on another core.
  func patience(batchTime: Duration) -> Duration {
    pipeline.syncTime * 2 > batchTime ? min(batchTime / 8, .milliseconds(1)) : .zero
  }

  /// Performs commands in order, mutations that stand next to each other as one batch.
  func perform(_ commands: [CatalogWriter.Command]) {
    var batch: [Submission] = []
    var (count, bytes) = (0, 0)
    for command in commands {
      if case .mutations(let submission) = command {
        let size = submission.byteCount
        if count > 0, count + submission.proposals.count > batchMutations || bytes + size > batchBytes {
          write(batch)
          (batch, count, bytes) = ([], 0, 0)
        }
        batch.append(submission)
        count += submission.proposals.count
        bytes += size
        continue
      }
      write(batch)
      (batch, count, bytes) = ([], 0, 0)
      switch command {
      case .check(let mutation, let continuation): continuation.resume(returning: applier.check(mutation))
      case .capture(let body): body(capture())
      case .adoptMerge: adoptMerge()
      case .mergeAtRest: if writer.failure == nil { applier.mergeAtRest() }
      case .forgetWords: applier.forgetWords()
      case .mutations: break
      }
    }
    write(batch)
  }

  private func adoptMerge() {
    if writer.failure == nil, applier.adoptFinishedMerge() { publishMerged() }
  }

  /// The state may be ahead of the disk: the merged segments are published when all of it has arrived there, if it does.
  private func publishMerged() {
    pipeline.add(
      CommitPipeline.Batch(last: applier.view.revision) { [publish, view = applier.view] failure in
        if failure == nil { publish(view, []) }
      })
  }

  private func write(_ batch: [Submission]) {
    let batch = admitted(batch)
    if batch.isEmpty { return }
    let began = ContinuousClock.now
    let proposals = batch.flatMap(\.proposals)
    do throws(CatalogError) {
      if let failure = writer.failure { throw failure }
      let decided = applier.decide(proposals, first: log.lastSequence + 1)
      let revisions = try append(proposals, decided)
      let isOverlapping =
        proposals.count >= Self.overlappingMutations || pipeline.syncTime >= Self.slowSync
        || !pipeline.isEmpty
      if isOverlapping {
        pipeline.begin(through: revisions.upperBound)
      } else {
        try makeDurable(revisions.upperBound)
      }
      let applied = try apply(decided)
      let complete = completion(of: batch, applied, began: began)
      if isOverlapping {
        writer.leave(batch.count)
        pipeline.add(
          CommitPipeline.Batch(last: revisions.upperBound) { [writer] failure in
            complete(failure)
            writer.arrive()
          })
      } else {
        complete(nil)
      }
      // Nobody waits for a merge who only wants to have written.
      if applier.mergeDue() { publishMerged() }
    } catch {
      writer.answer(batch) { _ in .failure(error) }
    }
  }

  /// The submissions that there is room for; the others are refused.
  private func admitted(_ batch: [Submission]) -> [Submission] {
    unseenBytes += batch.reduce(0) { $0 + $1.byteCount }
    if unseenBytes > watermarks.bytesPerLook {
      unseenBytes = 0
      watermarks.look(makeRoom: makeRoom)
    }
    guard watermarks.shortage != nil else { return batch }
    return batch.filter { submission in
      do throws(CatalogError) {
        try watermarks.checkRoom(isDeletion: submission.isDeletion)
        return true
      } catch {
        writer.answer([submission]) { _ in .failure(error) }
        return false
      }
    }
  }

  /// Logs what was decided. A mutation that leaves everything as it is has a revision like any other, and need not be kept
  /// for that.
  private func append(
    _ proposals: [Proposal], _ decided: Applier.Decided
  ) throws(CatalogError) -> ClosedRange<UInt64> {
    let payloads = zip(proposals, decided.changes).map { proposal, isChange in
      isChange ? proposal.payload : Mutation.nothing(at: proposal.mutation.time).serialized()
    }
    do throws(StorageError) {
      let revisions = try log.append(payloads)
      precondition(revisions.upperBound == decided.last, "somebody else writes to the log")
      loggedBytes += payloads.reduce(0) { $0 + $1.count }
      watermarks.logHasRoom()
      return revisions
    } catch {
      applier.takeBack(decided)
      let refusal = refused(error)
      if error.code == .diskFull {
        watermarks.logWasFull(refusal, bytes: payloads.reduce(0) { $0 + $1.count })
      }
      throw refusal
    }
  }

  private func makeDurable(_ revision: UInt64) throws(CatalogError) {
    let began = ContinuousClock.now
    do throws(StorageError) {
      try log.waitUntilDurable(revision)
    } catch {
      throw Self.lost(error, writer)
    }
    pipeline.note(through: revision, ContinuousClock.now - began)
  }

  /// Results of a batch, and what is to be published with them.
  private struct Applied: Sendable {
    let results: [Result<MutationOutcome, CatalogError>]
    let view: CatalogView
    let repeats: [UInt64]
    let changes: [KeptChange]
  }

  private func apply(_ decided: consuming Applier.Decided) throws(CatalogError) -> Applied {
    let last = decided.last
    do throws(IndexError) {
      let results = try applier.finish(decided, merging: false)
      return Applied(
        results: results, view: applier.view, repeats: applier.takeRepeats(), changes: applier.takeChanges())
    } catch {
      let failure = CatalogError(.readOnly, "the index refused what leads to revision \(last): \(error)")
      writer.fail(failure)
      throw failure
    }
  }

  /// What publishes a batch that is on disk and answers its callers, or tells them that the disk failed.
  private func completion(
    of batch: [Submission], _ applied: Applied, began: ContinuousClock.Instant
  ) -> @Sendable (StorageError?) -> Void {
    { [publish, appendHistory, writer] failure in
      if let failure {
        let error = Self.lost(failure, writer)
        writer.answer(batch) { _ in .failure(error) }
        return
      }
      publish(applied.view, applied.repeats)
      appendHistory(applied.changes, applied.view.revision)
      var next = 0
      writer.answer(batch) { submission in
        defer { next += submission.proposals.count }
        return .success(Array(applied.results[next..<next + submission.proposals.count]))
      }
      writer.note(batchTime: ContinuousClock.now - began)
    }
  }

  /// What the callers of a batch are told that may or may not have reached the disk; ends all writing.
  private static func lost(_ error: StorageError, _ writer: CatalogWriter) -> CatalogError {
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

extension Mutation {
  /// What every release refuses: it stands in the log for a mutation that was refused, or changed nothing.
  fileprivate static func nothing(at time: Timestamp?) -> Mutation {
    var nothing = Mutation()
    nothing.time = time
    nothing.change = .deleteArticle(DeleteArticle())
    return nothing
  }
}
