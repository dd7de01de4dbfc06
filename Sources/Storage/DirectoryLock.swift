/// The locks of a data directory: of `LOCK`, which says who holds it, and of `FORMAT`.
///
/// A lock is the open file's and not the name's, so with `LOCK` removed and made anew under a server that is at work a second one
/// would get in. Nobody takes `FORMAT` for left behind.
final class DirectoryLock: FileLock {
  private let locks: [any FileLock]

  private init(_ locks: [any FileLock]) { self.locks = locks }

  /// Locks what is there of the two in the folder at `path`; nil when somebody else has one.
  ///
  /// - Throws: a failed call; nothing is locked then.
  static func take(_ path: String, _ files: any FileSystem) throws(StorageError) -> DirectoryLock? {
    var locks: [any FileLock] = []
    do throws(StorageError) {
      for name in ["LOCK", "FORMAT"] where try files.kind(of: path + "/" + name) != nil {
        guard let lock = try files.lock(path + "/" + name) else {
          for lock in locks { lock.release() }
          return nil
        }
        locks.append(lock)
      }
    } catch {
      for lock in locks { lock.release() }
      throw error
    }
    return DirectoryLock(locks)
  }

  /// The same locks and that of `FORMAT`, which has just been written; nil, and all are released, when somebody else has that.
  func withFormat(_ path: String, _ files: any FileSystem) throws(StorageError) -> DirectoryLock? {
    guard let format = try files.lock(path + "/FORMAT") else {
      release()
      return nil
    }
    return DirectoryLock(locks + [format])
  }

  func release() { for lock in locks { lock.release() } }
}
