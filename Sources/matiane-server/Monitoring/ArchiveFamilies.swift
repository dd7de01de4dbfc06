import Catalog
import EventLoops
import FullText
import Metrics
import Storage
import Synchronization

/// Metrics of the archive: what it holds, what is on disk, what it does beside answering.
final class ArchiveFamilies: Sendable {
  private let syncs = SharedHistogram(.latency)
  private let checkpoints = SharedHistogram(.latency)
  private let merges = SharedHistogram(.latency)
  private let lastSnapshot = Mutex<SnapshotSummary?>(nil)
  private let failedCheckpoints = Atomic<Int>(0)
  private let isReadOnlyAsConfigured = Atomic<Bool>(false)

  /// Takes in whether the settings say that nothing is to be written.
  func setReadOnlyAsConfigured(_ isReadOnly: Bool) {
    isReadOnlyAsConfigured.store(isReadOnly, ordering: .relaxed)
  }

  /// Takes in how long something took.
  func measured(_ measurement: CatalogMeasurement) {
    switch measurement {
    case .madeDurable(let time): syncs.observe(UInt64(clamping: time.clampedNanoseconds))
    case .wroteSnapshot(let time): checkpoints.observe(UInt64(clamping: time.clampedNanoseconds))
    case .merged(let time): merges.observe(UInt64(clamping: time.clampedNanoseconds))
    }
  }

  /// Takes in what happened.
  func happened(_ event: CatalogEvent) {
    switch event {
    case .checkpointed(let summary): lastSnapshot.withLock { $0 = summary }
    case .checkpointFailed: failedCheckpoints.add(1, ordering: .relaxed)
    default: break
    }
  }

  /// Looks for the newest snapshot on disk: at the start, before one is made.
  func lookForSnapshot(_ catalog: Catalog) {
    guard let newest = try? catalog.snapshots().last(where: { $0.byteCount > 0 }) else { return }
    lastSnapshot.withLock { if $0 == nil { $0 = newest } }
  }

  /// The metrics at this moment.
  func families(_ catalog: Catalog, now: Int64) -> [MetricFamily] {
    index(catalog.view) + store(catalog) + disk(catalog) + newestSnapshot(now: now)
  }

  private func index(_ view: CatalogView) -> [MetricFamily] {
    var languages = MetricFamily(.gauge, "matiane_articles_by_language", "Articles by language.")
    for value in view.index.values(in: ArticleSchema.language) {
      languages.add(Double(value.value), ["language": value.key])
    }
    return [
      MetricFamily(.gauge, "matiane_articles", "Articles.", value: Double(view.articleCount)),
      languages,
      MetricFamily(
        .gauge, "matiane_stories", "Stories.", value: Double(view.index.values(in: ArticleSchema.story).count)
      ),
      MetricFamily(.gauge, "matiane_categories", "Categories.", value: Double(view.categories.count)),
      MetricFamily(
        .gauge, "matiane_index_segments", "Segments of the index.", value: Double(view.index.parts.count)),
      MetricFamily(
        .counter, "matiane_index_damaged_lists_total",
        "Reads of posting lists that ended early because their bytes cannot be right; searches that met one were refused.",
        value: Double(DamagedLists.count)),
      MetricFamily(
        .gauge, "matiane_index_terms",
        "Terms in the dictionaries of all segments; one counts in each field and segment that holds it.",
        value: Double(view.index.parts.reduce(0) { $0 + $1.segment.termCount })),
      MetricFamily(
        .gauge, "matiane_index_deleted_documents",
        "Documents that were replaced or deleted and still take room.",
        value: Double(view.index.documentCount - view.index.liveCount)),
      MetricFamily(
        "matiane_index_merge_seconds", "Time that merging segments took.", histogram: merges.value),
    ]
  }

  private func store(_ catalog: Catalog) -> [MetricFamily] {
    [
      MetricFamily(.gauge, "matiane_revision", "The newest revision.", value: Double(catalog.revision)),
      MetricFamily(.gauge, "matiane_log_bytes", "Bytes of the log on disk.", value: Double(catalog.logBytes)),
      MetricFamily(
        "matiane_log_sync_seconds", "Time until a batch of changes was durable.", histogram: syncs.value),
      MetricFamily(
        "matiane_snapshot_seconds", "Time that writing a snapshot took.", histogram: checkpoints.value),
      MetricFamily(
        .counter, "matiane_snapshot_failures_total", "Snapshots that could not be written.",
        value: Double(failedCheckpoints.load(ordering: .relaxed))),
      MetricFamily(
        .gauge, "matiane_snapshot_damaged_files",
        "Files of the newest snapshot that were found not to be as they were written, when they were read again.",
        value: Double(catalog.damagedFileCount)),
      MetricFamily(
        .gauge, "matiane_snapshot_verification_age_seconds",
        "Time since all of a snapshot was last read and compared with its sums.",
        value: (catalog.verificationAge / .seconds(1)).rounded(.down)),
      MetricFamily(
        .gauge, "matiane_read_only", "1 when writes are refused.",
        value: catalog.isReadOnly || catalog.shortage != nil ? 1 : 0
      ),
      MetricFamily(
        .gauge, "matiane_read_only_configured", "1 when the settings say so: started with --read-only.",
        value: isReadOnlyAsConfigured.load(ordering: .relaxed) ? 1 : 0),
    ]
  }

  private func leftovers(_ catalog: Catalog) -> MetricFamily {
    var family = MetricFamily(
      .gauge, "matiane_disk_leftover_bytes",
      "Bytes in the data directory that nobody reads, by origin: set_aside by a repair, for somebody to remove; unfinished files, which are being written or go with the next start."
    )
    for origin in [Leftover.Origin.setAside, .unfinished] {
      let bytes = catalog.leftovers.filter { $0.origin == origin }.reduce(0) { $0 + $1.byteCount }
      family.add(Double(bytes), ["origin": origin.rawValue])
    }
    return family
  }

  private func disk(_ catalog: Catalog) -> [MetricFamily] {
    guard let disk = catalog.disk else { return [leftovers(catalog)] }
    return [
      leftovers(catalog),
      MetricFamily(
        .gauge, "matiane_disk_free_bytes", "What is free on the disk of the archive.",
        value: Double(disk.freeBytes)),
      MetricFamily(
        .gauge, "matiane_disk_floor_bytes",
        "Free bytes on that disk below which writes are refused; 0 for none.",
        value: Double(disk.floorBytes)),
    ]
  }

  private func newestSnapshot(now: Int64) -> [MetricFamily] {
    guard let snapshot = lastSnapshot.withLock({ $0 }) else { return [] }
    return [
      MetricFamily(
        .gauge, "matiane_snapshot_revision", "Revision of the newest snapshot.",
        value: Double(snapshot.revision)),
      MetricFamily(
        .gauge, "matiane_snapshot_bytes", "Bytes of the newest snapshot.", value: Double(snapshot.byteCount)),
      MetricFamily(
        .gauge, "matiane_snapshot_age_seconds", "Age of the newest snapshot.",
        value: Double(max(0, now - snapshot.createSeconds))),
    ]
  }
}

extension Catalog {
  /// Whether writes are refused for good or until they are switched on again.
  fileprivate var isReadOnly: Bool {
    if case .readOnly = readiness { return true }
    return false
  }
}
