import Storage
import Synchronization

/// When which section of the newest snapshot was last found as it was written, and which are not.
///
/// Usable from any thread. Sections are known by their sums: one that several snapshots share is read once.
final class SectionIntegrity: Sendable {
  private struct State: Sendable {
    var soundAt: [Manifest.Section: ContinuousClock.Instant] = [:]
    var damaged: [Manifest.Section: StorageError] = [:]
  }

  private let state = Mutex(State())
  private let report: @Sendable (CatalogEvent) -> Void

  /// `report` hears of each damaged section once.
  init(report: @escaping @Sendable (CatalogEvent) -> Void) { self.report = report }

  /// How many sections are known to be damaged.
  var damagedCount: Int { state.withLock { $0.damaged.count } }

  /// Notes that all sections of a snapshot are as they were written: read back just now, or written.
  func noteSound(_ manifest: Manifest, at time: ContinuousClock.Instant = .now) {
    state.withLock { state in
      for section in manifest.sections where state.soundAt[section] == nil { state.soundAt[section] = time }
    }
  }

  /// Forgets all sections but those of a snapshot.
  func keep(_ manifest: Manifest) {
    let kept = Set(manifest.sections)
    state.withLock { state in
      state.soundAt = state.soundAt.filter { kept.contains($0.key) }
      state.damaged = state.damaged.filter { kept.contains($0.key) }
    }
  }

  /// Reads a section unless it was found sound after `time`.
  ///
  /// - Throws: `damaged`, with the place, also when `isWanted` says no of one that is known to be; `deleted` when the snapshot is gone;
  ///   `outOfTime` when `isWanted` says no.
  func check(
    _ section: Manifest.Section, of snapshot: StoredSnapshot, ifNotSince time: ContinuousClock.Instant,
    pace: Pace, while isWanted: () -> Bool
  ) throws(StorageError) {
    if state.withLock({ $0.soundAt[section].map { $0 > time } ?? false }) { return }
    do throws(StorageError) {
      try snapshot.check(section.name, pace: pace, locate: SnapshotContent.damage, while: isWanted)
      state.withLock { state in
        state.soundAt[section] = .now
        state.damaged[section] = nil
      }
    } catch {
      if error.code == .outOfTime, let known = state.withLock({ $0.damaged[section] }) { throw known }
      guard error.code == .damaged else { throw error }
      let damage = error.inServedSnapshot(section.name)
      let isNew = state.withLock { state in
        state.soundAt[section] = nil
        return state.damaged.updateValue(damage, forKey: section) == nil
      }
      if isNew { report(.foundDamage(damage)) }
      throw damage
    }
  }
}

extension StorageError {
  /// With what to do about it while the archive is served.
  fileprivate func inServedSnapshot(_ section: String) -> StorageError {
    let remedy =
      SnapshotContent.remark(aboutDamaged: section)
      ?? "check the disk; bring back a copy of the file, or stop the server and keep all other articles with"
      + " `matiane-server repair`"
    return StorageError(.damaged, file: file, offset: offset, problem: problem, remedy: remedy)
  }
}
