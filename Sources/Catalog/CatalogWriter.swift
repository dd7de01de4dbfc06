import FullText
import Storage
import Synchronization

/// Mutations that a caller waits for.
struct Submission: Sendable {
  typealias Answer = Result<[Result<MutationOutcome, CatalogError>], CatalogError>

  let proposals: [Proposal]
  let continuation: CheckedContinuation<Answer, Never>

  /// What they take in the log.
  var byteCount: Int { proposals.reduce(0) { $0 + $1.payload.count } }
  /// Whether they only delete.
  var isDeletion: Bool { proposals.allSatisfy(\.mutation.isDeletion) }
}

/// The one thread that changes the archive.
///
/// It takes everything that waits as one batch, appends it to the log, has it made durable, applies it, publishes, answers.
/// While a batch is on its way to the disk it is applied already, and the next one begun if it is as large; each is published
/// only when it has arrived. Those who were just answered often have more to say: where the disk is slow they are waited for a
/// moment, lest each half of them has every other `fdatasync` to itself.
final class CatalogWriter: Sendable {
  enum Command: Sendable {
    case mutations(Submission)
    case check(Mutation, CheckedContinuation<Result<MutationOutcome, CatalogError>, Never>)
    /// Takes in a merge of segments that was done elsewhere.
    case adoptMerge
    /// Begins to merge what is merged only while nobody writes.
    case mergeAtRest
    /// Gives back what is kept of the words of earlier batches.
    case forgetWords
    /// Hands a consistent state to `body`, between two batches; what ended all writing, if something did.
    case capture(@Sendable (Result<Capture, CatalogError>) -> Void)
  }

  /// The archive between two batches.
  struct Capture: Sendable {
    let view: CatalogView
    let requests: RequestMemory
    /// Bytes of records that were logged, from the snapshot on that recovery began with.
    let loggedBytes: Int
  }

  private struct Queue: Sendable {
    var commands: [Command] = []
    var isStopping = false
    var failure: CatalogError?
    var lastCapture: Capture?
    /// From how many commands on the writer wants to be woken.
    var wanted = 1
    var waiters = WaiterEstimate()
    /// Batches that were applied and have not arrived on the disk, and the submissions of the newest of them.
    var batchesUnderWay = 0
    var newestBatch = 0
    /// How long a batch took lately, from the log to the answers: a moving average.
    var batchTime = Duration.zero

    /// How many commands are worth taking: while a batch is under way as many as it has, for else those who wait for it are
    /// better served together when it has arrived.
    var leastWorthTaking: Int { batchesUnderWay == 0 ? 1 : newestBatch }

    var isWorthTaking: Bool {
      isStopping || batchesUnderWay < CatalogWriter.mostUnderWay && commands.count >= leastWorthTaking
    }
  }

  /// How many batches may be on their way to the disk before another one is begun.
  private static let mostUnderWay = 2

  /// Tables of words that are not worth giving back.
  private static let smallTableBytes = 4 << 20

  private let options: CatalogOptions
  private let held = Mutex(WriterMemory())
  private let queue = Monitor(Queue())
  private let thread = Monitor<BackgroundThread?>(nil)

  init(options: CatalogOptions) { self.options = options }

  /// What ended all writing, `nil` while the log takes records.
  var failure: CatalogError? { queue.withLock { $0.failure } }

  /// The state that a stopped writer left, `nil` after a failure.
  var lastCapture: Capture? { queue.withLock { $0.lastCapture } }

  /// Bytes of the records that wait to be logged.
  var waitingBytes: Int {
    queue.withLock { queue in
      queue.commands.reduce(0) { sum, command in
        guard case .mutations(let submission) = command else { return sum }
        return sum + submission.byteCount
      }
    }
  }

  /// What is kept beside the newest view, after the last commands that were performed.
  var memory: WriterMemory { held.withLock { $0 } }

  /// Adds a command; those of a stopped writer are answered with `draining`.
  func enqueue(_ command: Command) {
    let isTaken = queue.update(wakingIf: { $0.commands.count >= $0.wanted }) { queue in
      if queue.isStopping { return false }
      if case .mutations = command { queue.waiters.came() }
      queue.commands.append(command)
      return true
    }
    if !isTaken { command.refuse(CatalogError(.draining, "the server is stopping")) }
  }

  /// Starts the thread. `makeRoom`, `isCheckpointDue` and `checkpoint` are called on it, `publish` on it or on that of the disk, in
  /// order.
  func start(
    _ applier: sending Applier, _ log: any Log, loggedBytes: Int, watermarks: Watermarks,
    makeRoom: @escaping @Sendable () -> Void,
    publish: @escaping @Sendable (CatalogView, _ repeats: [UInt64]) -> Void,
    isCheckpointDue: @escaping @Sendable (_ loggedBytes: Int) -> Bool,
    checkpoint: @escaping @Sendable (Capture) -> Void
  ) {
    let run = WriterRun(
      writer: self, applier: applier, log: log, loggedBytes: loggedBytes, options: options,
      watermarks: watermarks, makeRoom: makeRoom, publish: publish)
    note(run.memory)
    thread.withLock {
      $0 = BackgroundThread(name: "catalog-writer") {
        while let commands = self.next(after: run) {
          run.perform(commands)
          self.note(run.memory)
          if isCheckpointDue(run.loggedBytes), case .success(let capture) = run.capture() {
            checkpoint(capture)
          }
        }
        let last = try? run.capture().get()
        run.pipeline.stop()
        self.queue.withLock { $0.lastCapture = last }
      }
    }
  }

  /// Finishes what was taken and ends the thread. Idempotent.
  func stop() {
    queue.update { $0.isStopping = true }
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }

  /// Takes no writes from the start, which is as it is meant to be; they are answered with `error`.
  func seal(_ error: CatalogError) { queue.withLock { $0.failure = error } }

  /// Ends all writing; commands that still come are answered with `error`.
  func fail(_ error: CatalogError) {
    let isFirst = queue.withLock { queue in
      defer { queue.failure = queue.failure ?? error }
      return queue.failure == nil
    }
    if isFirst { options.report(.becameReadOnly(error)) }
  }

  /// All commands that wait; blocks while there is none. `nil` when the writer is stopped and everything is done.
  private func next(after run: WriterRun) -> [Command]? {
    // Those who wait already, and those who were just answered and are likely to come back.
    let (wanted, batchTime) = queue.withLock { queue in
      queue.wanted = queue.leastWorthTaking
      return (queue.waiters.takeMost(), queue.batchTime)
    }
    if run.canMergeAtRest, isAtRest(for: options.restsAfter) { return [.mergeAtRest] }
    if run.memory.wordTableBytes > Self.smallTableBytes, isAtRest(for: options.forgetsWordsAfter) {
      return [.forgetWords]
    }
    let isUnderWay = queue.wait(until: \.isWorthTaking) { queue in
      queue.wanted = wanted
      return queue.batchesUnderWay > 0
    }
    let patience = isUnderWay || wanted <= 1 ? .zero : run.patience(batchTime: batchTime)
    if patience > .zero {
      queue.wait(until: { $0.commands.count >= wanted || $0.isStopping }, timeout: patience) { _ in }
    }
    queue.withLock { $0.wanted = 1 }
    return queue.wait(until: { !$0.commands.isEmpty || $0.isStopping }) { queue in
      defer { queue.commands = [] }
      return queue.commands.isEmpty ? nil : queue.commands
    }
  }

  /// Waits for a command as long as it takes to say that nobody writes; false when one has come.
  private func isAtRest(for time: Duration) -> Bool {
    queue.wait(until: { !$0.commands.isEmpty || $0.isStopping }, timeout: time) {
      $0.commands.isEmpty && !$0.isStopping
    }
  }
}

extension CatalogWriter {
  /// Notes that a batch of so many submissions was applied and is under way to the disk.
  func leave(_ submissions: Int) {
    queue.withLock { queue in
      queue.batchesUnderWay += 1
      queue.newestBatch = submissions
    }
  }

  /// Notes that the oldest batch under way has arrived, or failed to.
  func arrive() {
    queue.update(wakingIf: \.isWorthTaking) { queue in
      queue.batchesUnderWay -= 1
      queue.wanted = queue.leastWorthTaking
    }
  }

  private func note(_ memory: WriterMemory) { held.withLock { $0 = memory } }

  func note(batchTime: Duration) {
    queue.withLock { $0.batchTime = ($0.batchTime * 7 + batchTime) / 8 }
  }

  /// Answers the callers of submissions that are done with.
  func answer(_ batch: [Submission], _ answer: (Submission) -> Submission.Answer) {
    queue.withLock { $0.waiters.leave(batch.count) }
    for submission in batch { submission.continuation.resume(returning: answer(submission)) }
  }
}

extension CatalogWriter.Command {
  func refuse(_ error: CatalogError) {
    switch self {
    case .mutations(let submission): submission.continuation.resume(returning: .failure(error))
    case .check(_, let continuation): continuation.resume(returning: .failure(error))
    case .capture(let body): body(.failure(error))
    case .adoptMerge, .mergeAtRest, .forgetWords: break
    }
  }
}
