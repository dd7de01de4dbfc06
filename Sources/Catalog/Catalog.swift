import Storage
import Synchronization

/// A publication's archive: articles, categories and stories, kept in a data directory and answered from memory.
///
/// Reads take a ``CatalogView`` and never wait. Writes go to one writer thread, which logs a batch, waits until it is on
/// disk, applies it in order, publishes the next view and then answers the callers: what is acknowledged is durable and
/// can be found. Every method may be called on any thread.
public final class Catalog: Sendable {
  /// What was chosen.
  public let options: CatalogOptions
  /// The newest changes of articles, for those who follow them.
  public let changes: ChangeHistory

  private let newestRevision = Atomic<UInt64>(0)
  let published: Mutex<Published>
  let status = Mutex(Readiness.loading)
  /// Whether reads are answered: what `status` says about them, for those who must not take a lock to know.
  let isReadable = Atomic(false)
  /// What recovery does just now, for those who ask too early.
  let progress = Mutex("")
  let waiters = Mutex(RevisionWaiters())
  let writer: CatalogWriter
  let checkpointer: Checkpointer
  let verifier: SnapshotVerifier
  /// Tells those who write snapshots that the catalog stops.
  let stopSignal = StopSignal()
  let merger = JobThread(name: "catalog-merge", yielding: .toOthers)
  /// Make past revisions again, one at a time each: those that are done in a moment, and those that are not.
  let nearPast = PastQueue(JobThread(name: "catalog-past"))
  let farPast = PastQueue(JobThread(name: "catalog-far", yielding: .toOthers))
  let moveReader = MoveReader()
  /// Reads and copies snapshots.
  let snapshotReader = JobThread(name: "catalog-snap")
  let maintenance = MaintenanceTimer()
  let watermarks: Watermarks
  let opened = Mutex<Opened?>(nil)
  let ownIdentity = Mutex(Identity())
  let foundLeftovers = Mutex<[Leftover]>([])

  struct Published: Sendable {
    var newest = CatalogView()
    var past: PastViews
  }

  /// A catalog that has still to be started.
  public init(options: CatalogOptions) {
    self.options = options
    changes = ChangeHistory(maxBytes: options.changeHistoryBytes)
    published = Mutex(Published(past: PastViews(options: options)))
    watermarks = Watermarks(options: options)
    checkpointer = Checkpointer(options: options, stopSignal: stopSignal)
    verifier = SnapshotVerifier(options: options, stopSignal: stopSignal)
    writer = CatalogWriter(options: options)
  }

  /// The newest revision that can be read. One atomic load.
  public var revision: UInt64 { newestRevision.load(ordering: .acquiring) }

  /// The newest view. Takes a lock for a few nanoseconds.
  public var view: CatalogView { published.withLock { $0.newest } }

  /// Whether the archive answers.
  public var readiness: Readiness {
    let readiness = status.withLock { $0 }
    guard readiness == .serving, let failure = writer.failure else { return readiness }
    return .readOnly(failure.message)
  }

  /// Why writes are refused for a while, `nil` when there is room for them on the disk and in memory.
  public var shortage: CatalogError? { watermarks.shortage }

  /// How many files of the newest snapshot are known not to be as they were written.
  public var damagedFileCount: Int { verifier.sections.damagedCount }

  /// How long ago all of a snapshot was read and compared with its sums.
  public var verificationAge: Duration { verifier.age }

  /// What is free on the disk of the archive, and below what writes are refused; nil where the system does not say. Asks
  /// the system.
  public var disk: (freeBytes: Int, floorBytes: Int)? { watermarks.disk }

  /// What takes room in the data directory and is read by nobody; looked for once a minute.
  public var leftovers: [Leftover] { foundLeftovers.withLock { $0 } }

  /// The oldest revision that can still be read.
  public var oldestRevision: UInt64 { published.withLock { $0.past.oldest } }

  /// Makes `view` the one that is read, and lets those go on who waited for it.
  ///
  /// `repeats` are the revisions since the view before that only repeated a request.
  func publish(_ view: CatalogView, repeats: [UInt64] = []) {
    let seconds = options.uptime()
    changes.announce(view.revision)
    published.withLock { published in
      published.newest = view
      published.past.add(view, repeats: repeats, at: seconds)
    }
    newestRevision.store(view.revision, ordering: .releasing)
    for waiter in waiters.withLock({ $0.take(upTo: view.revision) }) { waiter.resume(returning: .came) }
  }

  /// Makes writes possible or refuses them; reads go on.
  ///
  /// - Throws: `loading` or `draining` at those times; `readOnly` when the log has failed, which only a restart ends.
  public func setReadOnly(_ isReadOnly: Bool, reason: String = "") throws(CatalogError) {
    if let failure = writer.failure, !isReadOnly { throw failure }
    let wanted =
      isReadOnly ? Readiness.readOnly(reason.isEmpty ? "writes are switched off" : reason) : .serving
    try status.withLock { (status) throws(CatalogError) in
      switch status {
      case .loading: throw CatalogError(.loading, "the archive is still being loaded")
      case .draining: throw CatalogError(.draining, "the server is stopping")
      case .serving, .readOnly:
        if status == wanted { return }
        status = wanted
        // Reported under the lock: of two switches at once the later one is told last.
        if case .readOnly(let reason) = wanted {
          options.report(.writesSwitchedOff(reason))
        } else {
          options.report(.writesSwitchedOn)
        }
      }
    }
  }
}
