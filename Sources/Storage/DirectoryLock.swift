/// The locks of a data directory: of `LOCK`, which says who holds it, and of `FORMAT`.
///
/// A lock is the open file's and not the name's, so with `LOCK` removed and made anew under a server that is at work a second one
/// would get in. Nobody takes `FORMAT` for left behind.
final class DirectoryLock: FileLock {
  private let locks: [any FileLock]

  private init(_ locks: [any FileLock]) { self.locks = locks }

  /// Locks what is there of the two in the folder at `path`; nil when somebody else has one.
  ///
  /// - Parameter isShared: whether others who only read may have it, too.
  /// - Throws: a failed call; nothing is locked then.
  static func take(
    _ path: String, _ files: any FileSystem, isShared: Bool = false
  ) throws(StorageError) -> DirectoryLock? {
    var locks: [any FileLock] = []
    do throws(StorageError) {
      for name in ["LOCK", "FORMAT"] where try files.kind(of: path + "/" + name) != nil {
        guard let lock = try files.lock(path + "/" + name, isShared: isShared) else {
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

  /// Locks for reading what is there and can be read: who writes is kept out, and nothing has to be writable.
  ///
  /// - Throws: `locked` when somebody is at work who writes; a failed call.
  static func takeToRead(_ path: String, _ files: any FileSystem) throws(StorageError) -> DirectoryLock? {
    do throws(StorageError) {
      if let lock = try take(path, files, isShared: true) { return lock }
    } catch {
      // Where it cannot be opened, or the file system has no locks, nobody can be asked.
      return nil
    }
    throw DataDirectory.inUse(path, files)
  }

  /// The same locks and that of `FORMAT`, which has just been written; nil, and all are released, when somebody else has that.
  func withFormat(_ path: String, _ files: any FileSystem) throws(StorageError) -> DirectoryLock? {
    guard let format = try files.lock(path + "/FORMAT", isShared: false) else {
      release()
      return nil
    }
    return DirectoryLock(locks + [format])
  }

  func release() { for lock in locks { lock.release() } }
}
