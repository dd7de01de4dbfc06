import Glibc

/// The calls that this module makes to the file system, one method a call, so that each can be made to fail in a test.
///
/// Paths use `/`. Every method throws a ``StorageError`` made from the call, the path and the error number.
public protocol FileSystem: Sendable {
  /// Opens an existing file, or with `.create` or `.createPrivate` makes a new one (an existing one is emptied).
  func open(_ path: String, _ access: FileAccess) throws(StorageError) -> any File
  /// Maps a whole file, read-only.
  func map(_ path: String) throws(StorageError) -> MappedFile
  /// The names in a folder, sorted, without `.` and `..`.
  func list(_ path: String) throws(StorageError) -> [String]
  /// What stands at `path`, `nil` when nothing does.
  func kind(of path: String) throws(StorageError) -> FileKind?
  /// Makes a folder in an existing one.
  func createDirectory(_ path: String) throws(StorageError)
  /// Gives a file or folder another name in one step, replacing a file of that name.
  func rename(_ path: String, to newPath: String) throws(StorageError)
  /// Gives a file a second name.
  func link(_ path: String, to newPath: String) throws(StorageError)
  /// Removes a file's name.
  func remove(_ path: String) throws(StorageError)
  /// Removes an empty folder.
  func removeDirectory(_ path: String) throws(StorageError)
  /// Makes the names in a folder durable.
  func synchronizeDirectory(_ path: String) throws(StorageError)
  /// The same place without links on the way to it, as far as it exists.
  func resolved(_ path: String) -> String
  /// How much room there is for this user on the file system that holds a folder.
  func space(at path: String) throws(StorageError) -> DiskSpace
  /// Takes the advisory lock of an existing file without waiting; `nil` when another holds it.
  ///
  /// - Parameter isShared: whether others may share it who ask for no more, either; then the file need not be writable.
  func lock(_ path: String, isShared: Bool) throws(StorageError) -> (any FileLock)?
}

/// The room on a file system, in bytes.
public struct DiskSpace: Hashable, Sendable {
  /// What can still be written.
  public var free: Int
  /// All there is.
  public var total: Int

  /// Describes a file system.
  public init(free: Int, total: Int) {
    self.free = free
    self.total = total
  }

  /// Describes a file system by its blocks, as `statvfs` does.
  ///
  /// Some file systems name more bytes than there are numbers for, which is as good as the largest number. Others have more
  /// blocks free than there are: a number below zero, of one that is fuller than it should be.
  init(blockBytes: UInt, freeBlocks: UInt, totalBlocks: UInt) {
    func bytes(_ blocks: UInt) -> Int {
      let (bytes, overflow) = blocks.multipliedReportingOverflow(by: blockBytes)
      return overflow ? .max : Int(clamping: bytes)
    }
    self.init(free: freeBlocks > totalBlocks ? 0 : bytes(freeBlocks), total: bytes(totalBlocks))
  }
}

/// How a file is opened.
public enum FileAccess: Sendable {
  /// Reading only.
  case read
  /// Reading and writing.
  case write
  /// Reading and writing a new, empty file.
  case create
  /// The same; nobody but its owner can open a file that was not there.
  case createPrivate
}

/// What a path names.
public enum FileKind: Sendable {
  /// Bytes.
  case file
  /// Names.
  case directory
}

/// An open file; closed when the last reference goes.
public protocol File: AnyObject, Sendable {
  /// The path that it was opened by.
  var path: String { get }
  /// Its length in bytes.
  func size() throws(StorageError) -> Int
  /// Writes a first part of `bytes` at `offset`; returns how many bytes, at least one unless `bytes` is empty.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StorageError) -> Int
  /// Reads up to the buffer's size at `offset`; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StorageError) -> Int
  /// Reserves space for `range` as zeros and grows the file to its end.
  func allocate(_ range: Range<Int>) throws(StorageError)
  /// Cuts or extends the file to `size`.
  func truncate(to size: Int) throws(StorageError)
  /// Whether it is this file that stands at a path, and not another or none; `nil` where that cannot be seen.
  func isFile(at path: String) -> Bool?
  /// Returns when everything written is durable, with what is needed to read it back (`fdatasync`).
  func synchronize() throws(StorageError)
}

/// An advisory lock, held until released or until the process ends.
public protocol FileLock: AnyObject, Sendable {
  /// Lets the next holder in. Idempotent.
  func release()
}

extension File {
  /// Whether it is still found by the path that it was opened by; what cannot be looked at may be there.
  var isInPlace: Bool { isFile(at: path) != false }

  /// Writes all of `bytes` at `offset`, in as many calls as it takes.
  func writeAll(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StorageError) {
    var done = 0
    while done < bytes.count {
      done += try write(UnsafeRawBufferPointer(rebasing: bytes[done...]), at: offset + done)
    }
  }

  /// Reads at `offset` until the buffer is full or the file ends; returns how many bytes.
  func readAll(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StorageError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]), at: offset + done)
      if count == 0 { break }
      done += count
    }
    return done
  }
}

extension FileSystem {
  /// Where there are no links, a path without needless slashes.
  public func resolved(_ path: String) -> String {
    (path.hasPrefix("/") ? "/" : "") + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// Whether `path` is `folder` or leads into it.
  func isInside(_ path: String, _ folder: String) -> Bool {
    (resolved(path) + "/").hasPrefix(resolved(folder) + "/")
  }

  /// The whole content of a small file.
  func contents(of path: String) throws(StorageError) -> [UInt8] {
    let file = try open(path, .read)
    let size = try file.size()
    var bytes = [UInt8](repeating: 0, count: size)
    let read = bytes.withUnsafeMutableBytes { buffer in
      Result { () throws(StorageError) -> Int in try file.readAll(into: buffer, at: 0) }
    }
    bytes.removeLast(size - (try read.get()))
    return bytes
  }

  /// The bytes of a file, or of everything in a folder, as far as they can be asked.
  func byteCount(of path: String) -> Int {
    switch try? kind(of: path) {
    case .directory: ((try? list(path)) ?? []).reduce(0) { $0 + byteCount(of: path + "/" + $1) }
    case .file: (try? open(path, .read).size()) ?? 0
    default: 0
    }
  }

  /// Reads a file once from end to end, if it is there: what the disk cannot read is an error then, and not the end of a process that
  /// has it mapped.
  func readThrough(_ path: String) throws(StorageError) {
    guard try kind(of: path) == .file else { return }
    let file = try open(path, .read)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { piece.deallocate() }
    var offset = 0
    while true {
      let count = try file.read(into: piece, at: offset)
      if count == 0 { return }
      offset += count
    }
  }

  /// Removes a file, or a folder with everything in it. Links are removed, never followed.
  func removeAll(_ path: String) throws(StorageError) {
    do throws(StorageError) {
      try remove(path)
    } catch  where error.systemError == EISDIR {
      for name in try list(path) { try removeAll(path + "/" + name) }
      try removeDirectory(path)
    }
  }

  /// Writes a small file so that after a crash it is either as before or complete: a new name, fsync, rename, fsync.
  ///
  /// - Parameter isPrivate: whether nobody but its owner may open it.
  func replace(
    _ path: String, in directory: String, with bytes: [UInt8], isPrivate: Bool = false
  ) throws(StorageError) {
    let temporary = path + ".new"
    do throws(StorageError) {
      let file = try open(temporary, isPrivate ? .createPrivate : .create)
      try bytes.withUnsafeBytes { buffer in
        Result { () throws(StorageError) in try file.writeAll(buffer, at: 0) }
      }.get()
      try file.synchronize()
      try rename(temporary, to: path)
    } catch {
      try? remove(temporary)
      throw error
    }
    try synchronizeDirectory(directory)
  }

  /// Removes what writes that were interrupted have left in a folder: everything of which the name ends in `.new`, or in one of others.
  func removeUnfinished(in directory: String, _ suffixes: [String] = [".new"]) throws(StorageError) {
    for name in try list(directory) where suffixes.contains(where: name.hasSuffix) {
      try removeAll(directory + "/" + name)
    }
  }
}
