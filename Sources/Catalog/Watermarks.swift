import Storage
import Synchronization

/// Whether there is room for writes: on the disk above its floor, in memory below its limit.
///
/// Looked at a few times a second by ``Housekeeper``, so that a write costs one atomic load.
final class Watermarks: Sendable {
  private enum Level: UInt8 {
    case room, disk, memory
  }

  private let options: CatalogOptions
  private let level = Atomic<UInt8>(Level.room.rawValue)
  private let refusal = Mutex<CatalogError?>(nil)

  init(options: CatalogOptions) { self.options = options }

  /// Why writes are refused now.
  var shortage: CatalogError? {
    level.load(ordering: .relaxed) == Level.room.rawValue ? nil : refusal.withLock { $0 }
  }

  /// - Throws: `diskFull` or `memoryLimit` while there is no room; deletions are let through when memory is short, for they
  ///   make some.
  func checkRoom(isDeletion: Bool) throws(CatalogError) {
    guard let shortage else { return }
    if isDeletion, shortage.code == .memoryLimit { return }
    throw shortage
  }

  /// Looks at disk and memory, and reports a change.
  ///
  /// - Parameter makeRoom: gives up what memory there is to give up, before writes are refused for want of it.
  func look(makeRoom: () -> Void = {}) {
    let found = findShortage(makeRoom)
    let before = refusal.withLock { refusal in
      defer { refusal = found }
      return refusal
    }
    let next: Level =
      switch found?.code {
      case nil: .room
      case .memoryLimit: .memory
      default: .disk
      }
    level.store(next.rawValue, ordering: .relaxed)
    switch (before, found) {
    case (nil, let found?): options.report(.writesPaused(found))
    case (_?, nil): options.report(.writesResumed)
    default: break
    }
  }

  private func findShortage(_ makeRoom: () -> Void) -> CatalogError? {
    if options.minFreeDiskBytes > 0, let space = try? options.files.space(at: options.dataDirectory) {
      // A small file system is no reason to take nothing at all.
      let floor = min(options.minFreeDiskBytes, space.total / 20)
      if space.free < floor {
        return CatalogError(
          .diskFull,
          "\(space.free >> 20) MiB are free on the disk of \(options.dataDirectory), fewer than the \(floor >> 20) MiB"
            + " that must be; nothing was changed")
      }
    }
    guard options.maxMemoryBytes > 0, options.memoryBytes() > options.maxMemoryBytes else { return nil }
    makeRoom()
    ProcessMemory.trim()
    let held = options.memoryBytes()
    guard held > options.maxMemoryBytes else { return nil }
    return CatalogError(
      .memoryLimit,
      "the server holds \(held >> 20) MiB of memory, more than the \(options.maxMemoryBytes >> 20) MiB that it may;"
        + " nothing was changed")
  }
}
