import Glibc
import Storage
import Synchronization

extension SimulatedDisk {
  /// Opens a file in memory.
  public func open(_ path: String, _ access: FileAccess) throws(StorageError) -> any File {
    if access != .read { try checkIsWritable("open", path) }
    return try perform(access == .read ? StorageError.openToRead : "open", path) {
      (state) throws(StorageError) in
      if case .file(let inode)? = state.find(path) {
        if access.isCreating { inode.resize(0) }
        return SimulatedFile(path: path, disk: self, inode: inode)
      }
      guard access.isCreating else { throw StorageError(call: "open", file: path, error: ENOENT) }
      let (folder, name) = try state.parent(of: path, "open")
      let inode = SimulatedInode()
      folder.change(.set(name, .file(inode)))
      return SimulatedFile(path: path, disk: self, inode: inode)
    }
  }

  /// Copies the file: what is mapped does not change.
  public func map(_ path: String) throws(StorageError) -> MappedFile {
    try perform(StorageError.openToRead, path) { (state) throws(StorageError) in
      guard case .file(let inode)? = state.find(path) else {
        throw StorageError(call: "open", file: path, error: ENOENT)
      }
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: inode.current.count, alignment: 4096)
      copy.copyBytes(from: inode.current)
      return MappedFile(path: path, bytes: UnsafeRawBufferPointer(copy)) { $0.deallocate() }
    }
  }

  /// Names in order.
  public func list(_ path: String) throws(StorageError) -> [String] {
    try perform("opendir", path) { (state) throws(StorageError) in
      try state.folder(path, "opendir").current.keys.sorted()
    }
  }

  /// What a test has set; not counted as a call.
  public func space(at path: String) throws(StorageError) -> DiskSpace { room.withLock { $0 } }

  /// What stands at a path.
  public func kind(of path: String) throws(StorageError) -> FileKind? {
    try perform("stat", path) { state in
      switch state.find(path) {
      case nil: nil
      case .file: .file
      case .folder: .directory
      }
    }
  }

  /// Makes a folder that a power cut may forget.
  public func createDirectory(_ path: String) throws(StorageError) {
    try perform("mkdir", path) { (state) throws(StorageError) in
      guard state.find(path) == nil else { throw StorageError(call: "mkdir", file: path, error: EEXIST) }
      let (folder, name) = try state.parent(of: path, "mkdir")
      folder.change(.set(name, .folder(SimulatedFolder())))
    }
  }

  /// Renames within a folder.
  public func rename(_ path: String, to newPath: String) throws(StorageError) {
    try perform("rename", path) { (state) throws(StorageError) in
      guard state.find(path) != nil else { throw StorageError(call: "rename", file: path, error: ENOENT) }
      let (folder, name) = try state.parent(of: path, "rename")
      let (newFolder, newName) = try state.parent(of: newPath, "rename")
      guard folder === newFolder else { throw StorageError(call: "rename", file: path, error: EXDEV) }
      if case .folder? = folder.current[newName] {
        throw StorageError(call: "rename", file: newPath, error: ENOTEMPTY)
      }
      folder.change(.rename(name, newName))
    }
  }

  /// Gives a file a second name.
  public func link(_ path: String, to newPath: String) throws(StorageError) {
    try perform("link", newPath) { (state) throws(StorageError) in
      guard let entry = state.find(path) else { throw StorageError(call: "link", file: path, error: ENOENT) }
      let (folder, name) = try state.parent(of: newPath, "link")
      folder.change(.set(name, entry))
    }
  }

  /// Removes a name.
  public func remove(_ path: String) throws(StorageError) {
    try perform("unlink", path) { (state) throws(StorageError) in
      guard case .file? = state.find(path) else {
        throw StorageError(call: "unlink", file: path, error: state.find(path) == nil ? ENOENT : EISDIR)
      }
      let (folder, name) = try state.parent(of: path, "unlink")
      folder.change(.remove(name))
    }
  }

  /// Removes an empty folder.
  public func removeDirectory(_ path: String) throws(StorageError) {
    try perform("rmdir", path) { (state) throws(StorageError) in
      guard try state.folder(path, "rmdir").current.isEmpty else {
        throw StorageError(call: "rmdir", file: path, error: ENOTEMPTY)
      }
      let (folder, name) = try state.parent(of: path, "rmdir")
      folder.change(.remove(name))
    }
  }

  /// Makes the folder's names survive a power cut.
  public func synchronizeDirectory(_ path: String) throws(StorageError) {
    try perform("fsync", path) { (state) throws(StorageError) in try state.folder(path, "fsync").synchronize()
    }
  }

  /// Takes a lock that a restart forgets.
  public func lock(_ path: String, isShared: Bool) throws(StorageError) -> (any FileLock)? {
    try perform(isShared ? StorageError.openToRead : "flock", path) { state in
      let holders = state.locked[path] ?? 0
      guard holders == 0 || (isShared && holders > 0) else { return nil }
      state.locked[path] = isShared ? holders + 1 : -1
      return SimulatedLock(path: path, disk: self)
    }
  }
}

/// A lock that the disk forgets when the process is restarted.
final class SimulatedLock: FileLock {
  private let path: String
  private let disk: SimulatedDisk
  private let isReleased = Atomic(false)

  init(path: String, disk: SimulatedDisk) {
    self.path = path
    self.disk = disk
  }

  func release() {
    if isReleased.exchange(true, ordering: .relaxed) { return }
    disk.state.withLock { state in
      guard let holders = state.locked[path] else { return }
      state.locked[path] = holders > 1 ? holders - 1 : nil
    }
  }
}

/// An open file of a simulated disk.
final class SimulatedFile: File {
  let path: String
  private let disk: SimulatedDisk
  private let inode: SimulatedInode

  init(path: String, disk: SimulatedDisk, inode: SimulatedInode) {
    self.path = path
    self.disk = disk
    self.inode = inode
  }

  func size() throws(StorageError) -> Int {
    try disk.perform("fstat", path) { _ in inode.current.count }
  }

  func isFile(at path: String) -> Bool? {
    try? disk.perform("stat", path) { state in
      guard case .file(let found)? = state.find(path) else { return false }
      return found === inode
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StorageError) -> Int {
    let bytes = Array(bytes)
    do throws(StorageError) {
      return try disk.perform("write", path) { state in
        var count = bytes.count
        if case .shortWrites = state.fault {
          count = Int.random(in: 1...max(1, count), using: &state.generator)
        }
        inode.write(Array(bytes.prefix(count)), at: offset)
        return min(count, bytes.count)
      }
    } catch {
      // A failed or interrupted write may have written a first part.
      disk.state.withLock { state in
        if case .death(let call) = state.fault, call != state.calls { return }
        let count = Int.random(in: 0...bytes.count, using: &state.generator)
        inode.write(Array(bytes.prefix(count)), at: offset)
      }
      throw error
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StorageError) -> Int {
    try disk.perform("read", path) { _ in
      guard offset < inode.current.count else { return 0 }
      let count = min(buffer.count, inode.current.count - offset)
      buffer.copyBytes(from: inode.current[offset..<offset + count])
      return count
    }
  }

  func allocate(_ range: Range<Int>) throws(StorageError) {
    try disk.perform("fallocate", path) { _ in
      if inode.current.count < range.upperBound { inode.resize(range.upperBound) }
    }
  }

  func truncate(to size: Int) throws(StorageError) {
    try disk.perform("ftruncate", path) { _ in inode.resize(size) }
  }

  func synchronize() throws(StorageError) {
    do throws(StorageError) {
      try disk.perform("fdatasync", path) { state in
        state.synchronizations += 1
        inode.synchronize()
      }
    } catch {
      disk.state.withLock { state in if !state.isDead { inode.loseWrites() } }
      throw error
    }
  }
}

extension FileAccess {
  /// Whether a file is made where there is none, and emptied where there is one.
  fileprivate var isCreating: Bool { self == .create || self == .createPrivate }
}
