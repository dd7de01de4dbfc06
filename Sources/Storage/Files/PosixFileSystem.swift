import CStorage
import Glibc

/// The real file system.
public struct PosixFileSystem: FileSystem {
  /// The process's view of the file system.
  public init() {}

  /// Calls `open`.
  ///
  /// - Throws: `damaged`, too, for what is no file: a folder, a pipe, a device.
  public func open(_ path: String, _ access: FileAccess) throws(StorageError) -> any File {
    let flags =
      switch access {
      case .read: O_RDONLY
      case .write: O_RDWR
      case .create, .createPrivate: O_RDWR | O_CREAT | O_TRUNC
      }
    let mode: mode_t = access == .createPrivate ? 0o600 : 0o640
    // Without waiting: opening a pipe would wait for the other end.
    let name = access == .read ? StorageError.openToRead : "open"
    let file = PosixFile(
      path: path,
      descriptor: try call(name, path) { Glibc.open(path, flags | O_CLOEXEC | O_NONBLOCK, mode) })
    try checkIsRegular(file.descriptor, path)
    return file
  }

  /// Maps the file; the descriptor is closed again.
  ///
  /// Should a page of it become unreadable, because somebody cuts the file or the disk fails, the process ends by SIGBUS and
  /// says on standard error which file it was.
  public func map(_ path: String) throws(StorageError) -> MappedFile {
    let file = PosixFile(
      path: path,
      descriptor: try call(StorageError.openToRead, path) {
        Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      })
    try checkIsRegular(file.descriptor, path)
    let size = try file.size()
    guard size > 0 else {
      return MappedFile(path: path, bytes: UnsafeRawBufferPointer(start: nil, count: 0)) { _ in }
    }
    let address = mmap(nil, size, PROT_READ, MAP_SHARED, file.descriptor, 0)
    guard let address, address != MAP_FAILED else {
      throw StorageError(call: "mmap", file: path, error: errno)
    }
    let watch = matiane_watch_mapping(address, size, path)
    let bytes = UnsafeRawBufferPointer(start: address, count: size)
    return MappedFile(path: path, bytes: bytes, isMapping: true) { bytes in
      matiane_unwatch_mapping(watch)
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count)
    }
  }

  /// Reads the folder.
  public func list(_ path: String) throws(StorageError) -> [String] {
    guard let directory = opendir(path) else { throw StorageError(call: "opendir", file: path, error: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw StorageError(call: "readdir", file: path, error: errno) }
    return names.sorted()
  }

  /// Calls `stat`.
  public func kind(of path: String) throws(StorageError) -> FileKind? {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw StorageError(call: "stat", file: path, error: errno)
  }

  /// Calls `mkdir`.
  public func createDirectory(_ path: String) throws(StorageError) {
    try call("mkdir", path) { mkdir(path, 0o750) }
  }

  /// Calls `rename`.
  public func rename(_ path: String, to newPath: String) throws(StorageError) {
    try call("rename", path) { Glibc.rename(path, newPath) }
  }

  /// Calls `link`.
  public func link(_ path: String, to newPath: String) throws(StorageError) {
    try call("link", newPath) { Glibc.link(path, newPath) }
  }

  /// Calls `unlink`.
  public func remove(_ path: String) throws(StorageError) {
    try call("unlink", path) { unlink(path) }
  }

  /// Calls `rmdir`.
  public func removeDirectory(_ path: String) throws(StorageError) {
    try call("rmdir", path) { rmdir(path) }
  }

  /// Calls `fsync` on the folder.
  public func synchronizeDirectory(_ path: String) throws(StorageError) {
    let directory = try call("open", path) { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(directory) }
    try call("fsync", path) { fsync(directory) }
  }

  /// Calls `realpath`, for the folder above where there is nothing yet.
  public func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return path }
    let above = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    return resolved(above.isEmpty ? "." : above) + "/" + last
  }

  /// Calls `statvfs`.
  public func space(at path: String) throws(StorageError) -> DiskSpace {
    var status = statvfs()
    try call("statvfs", path) { statvfs(path, &status) }
    return DiskSpace(
      blockBytes: status.f_frsize, freeBlocks: UInt(status.f_bavail), totalBlocks: UInt(status.f_blocks))
  }

  /// Calls `flock`; the lock goes with the process.
  public func lock(_ path: String, isShared: Bool) throws(StorageError) -> (any FileLock)? {
    let flags = (isShared ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NONBLOCK
    let descriptor = try call(isShared ? StorageError.openToRead : "open", path) { Glibc.open(path, flags) }
    do throws(StorageError) { try checkIsRegular(descriptor, path) } catch {
      close(descriptor)
      throw error
    }
    let lock = PosixFileLock(descriptor: descriptor)
    if flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return lock }
    let error = errno
    lock.release()
    if error == EWOULDBLOCK { return nil }
    throw StorageError(call: "flock", file: path, error: error)
  }
}

/// - Throws: `damaged` when an open descriptor is that of no file.
private func checkIsRegular(_ descriptor: Int32, _ path: String) throws(StorageError) {
  var status = stat()
  try call("fstat", path) { fstat(descriptor, &status) }
  let found =
    switch status.st_mode & S_IFMT {
    case S_IFREG: ""
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  if !found.isEmpty { throw StorageError(.damaged, file: path, problem: "expected a file, found \(found)") }
}

/// Runs a system call, again when a signal interrupted it, and turns its failure into an error.
@discardableResult
func call<Value: SignedInteger>(
  _ name: String, _ path: String, _ body: () -> Value
) throws(StorageError) -> Value {
  while true {
    let result = body()
    if result >= 0 { return result }
    if errno != EINTR { throw StorageError(call: name, file: path, error: errno) }
  }
}
