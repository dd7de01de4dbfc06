import Storage
import Synchronization

/// Whether there is room for writes: on the disk above its floor, in memory below its limit.
///
/// Looked at a few times a second by ``MaintenanceTimer``, and by the writer whenever it has written much since, so that a write
/// costs one atomic load. Where no floor is set a full disk is
/// noticed by the log, which each write may try again; it is told of in the same way.
final class Watermarks: Sendable {
  /// A disk that had no room for what the log was to take.
  private struct FullDisk {
    let error: CatalogError
    /// The free bytes at which it is worth trying again.
    let enough: Int
  }

  private struct State {
    /// Why writes are refused without being tried.
    var refusal: CatalogError?
    var fullDisk: FullDisk?

    var shortage: CatalogError? { refusal ?? fullDisk?.error }
  }

  private let options: CatalogOptions
  private let state = Mutex(State())
  private let isShort = Atomic(false)

  /// How much may be written before memory is looked at again: in a quarter of a second a fast client could fill what the limit
  /// leaves of the system's grant.
  let bytesPerLook: Int

  init(options: CatalogOptions) {
    self.options = options
    bytesPerLook = options.maxMemoryBytes > 0 ? options.maxMemoryBytes / 64 : .max
  }

  /// Why writes are refused now.
  var shortage: CatalogError? {
    isShort.load(ordering: .relaxed) ? state.withLock { $0.shortage } : nil
  }

  /// - Throws: `diskFull` or `memoryLimit` while there is no room; deletions are let through when memory is short, for they
  ///   make some.
  func checkRoom(isDeletion: Bool) throws(CatalogError) {
    guard isShort.load(ordering: .relaxed), let refusal = state.withLock({ $0.refusal }) else { return }
    if isDeletion, refusal.code == .memoryLimit { return }
    throw refusal
  }

  /// Looks at disk and memory, and reports a change.
  ///
  /// - Parameter makeRoom: gives up what memory there is to give up, before writes are refused for want of it.
  func look(makeRoom: () -> Void = {}) {
    let refusal = findShortage(makeRoom)
    let fullDisk = state.withLock { $0.fullDisk }
    let isRoomier = fullDisk.map { full in (space?.free ?? 0) >= full.enough } ?? false
    change { state in
      state.refusal = refusal
      // It may have been full again since.
      if isRoomier, state.fullDisk?.enough == fullDisk?.enough { state.fullDisk = nil }
    }
  }

  /// The log had no room for so many bytes.
  func logWasFull(_ error: CatalogError, bytes: Int) {
    // Reserving space ahead of records is the first that fails; and where a quota ends, nothing does until it is raised.
    let free = space?.free ?? 0
    // Some file systems say that there is no end of it.
    let enough = max(bytes, options.log.preallocatedBytes, free == .max ? free : free + 1)
    change { $0.fullDisk = FullDisk(error: error, enough: enough) }
  }

  /// The log has taken something.
  func logHasRoom() {
    if isShort.load(ordering: .relaxed) { change { $0.fullDisk = nil } }
  }

  private func change(_ body: (inout State) -> Void) {
    // Told under the lock: of two changes at once the later one has the last word.
    state.withLock { state in
      let wasShort = state.shortage != nil
      body(&state)
      let shortage = state.shortage
      isShort.store(shortage != nil, ordering: .relaxed)
      if let shortage, !wasShort { options.report(.writesPaused(shortage)) }
      if shortage == nil, wasShort { options.report(.writesResumed) }
    }
  }

  /// What is free on the disk of the archive, and what has to be; nil where the system does not say. One call of the system.
  var disk: (freeBytes: Int, floorBytes: Int)? { space.map { ($0.free, floor(of: $0)) } }

  /// A small file system is no reason to take nothing at all.
  private func floor(of space: DiskSpace) -> Int { min(options.minFreeDiskBytes, space.total / 20) }

  private var space: DiskSpace? { try? options.files.space(at: options.dataDirectory) }

  private func findShortage(_ makeRoom: () -> Void) -> CatalogError? {
    if options.minFreeDiskBytes > 0, let space {
      let floor = floor(of: space)
      if space.free < floor {
        let (free, wanted) = sizeTexts(space.free, floor)
        return CatalogError(
          .diskFull,
          "the disk of \(options.dataDirectory) has \(free) free, less than the \(wanted) that must be; nothing was changed"
        )
      }
    }
    guard options.maxMemoryBytes > 0, options.memoryBytes() > options.maxMemoryBytes else { return nil }
    makeRoom()
    ProcessMemory.trim()
    let held = options.memoryBytes()
    guard held > options.maxMemoryBytes else { return nil }
    let (holds, limit) = sizeTexts(held, options.maxMemoryBytes)
    return CatalogError(
      .memoryLimit,
      "the server holds \(holds) of memory, more than the \(limit) that it may; nothing was changed")
  }
}
