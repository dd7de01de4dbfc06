import CStorage
import Glibc
import Synchronization

/// An open file descriptor.
final class PosixFile: File {
  let path: String
  let descriptor: Int32
  /// What tells the file from others; nil where the system does not say.
  private let identity: (device: dev_t, node: ino_t)?

  init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
    var status = stat()
    identity = fstat(descriptor, &status) == 0 ? (status.st_dev, status.st_ino) : nil
  }

  deinit { close(descriptor) }

  func size() throws(StorageError) -> Int {
    var status = stat()
    try call("fstat", path) { fstat(descriptor, &status) }
    return Int(status.st_size)
  }

  func isFile(at path: String) -> Bool? {
    var found = stat()
    guard let identity else { return nil }
    guard stat(path, &found) == 0 else { return errno == ENOENT || errno == ENOTDIR ? false : nil }
    return identity == (found.st_dev, found.st_ino)
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StorageError) -> Int {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return 0 }
    let count = try call("write", path) { pwrite(descriptor, base, bytes.count, offset) }
    guard count > 0 else { throw StorageError(call: "write", file: path, error: ENOSPC) }
    return count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StorageError) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    return try call("read", path) { pread(descriptor, base, buffer.count, offset) }
  }

  func allocate(_ range: Range<Int>) throws(StorageError) {
    do throws(StorageError) {
      try call("fallocate", path) {
        matiane_fallocate(descriptor, Int64(range.lowerBound), Int64(range.count))
      }
    } catch {
      // A file system without preallocation: growing by a hole serves as well, only slower.
      guard error.systemError == EOPNOTSUPP || error.systemError == ENOSYS else { throw error }
      if try size() < range.upperBound { try truncate(to: range.upperBound) }
    }
  }

  func truncate(to size: Int) throws(StorageError) {
    try call("ftruncate", path) { ftruncate(descriptor, size) }
  }

  func synchronize() throws(StorageError) {
    // Never tried again, not even after a signal: a second call may succeed although the first lost pages.
    guard fdatasync(descriptor) == 0 else { throw StorageError(call: "fdatasync", file: path, error: errno) }
  }
}

/// A `flock` on an open descriptor; the kernel drops it with the process.
final class PosixFileLock: FileLock {
  private let descriptor: Atomic<Int32>

  init(descriptor: Int32) { self.descriptor = Atomic(descriptor) }

  deinit { release() }

  func release() {
    let held = descriptor.exchange(-1, ordering: .acquiringAndReleasing)
    if held >= 0 { close(held) }
  }
}
