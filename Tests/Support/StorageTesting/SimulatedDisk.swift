import Glibc
import RandomTesting
import Storage
import Synchronization

/// A file system in memory that fails on request, dies in the middle of a call, and forgets at a power cut what was not
/// synchronized.
public final class SimulatedDisk: FileSystem {
  /// What goes wrong; calls are counted from 1.
  public enum Fault: Sendable {
    /// Nothing.
    case none
    /// One call fails with an error number; a failed synchronization loses its writes.
    case failure(call: Int, error: Int32)
    /// Every call from one on that needs space fails with an error number.
    case failures(from: Int, error: Int32)
    /// Every synchronization of a file fails, and loses its writes.
    case failingSynchronizations
    /// Nothing can be opened: the process has as many files open as it may.
    case noDescriptors
    /// The process dies in a call: it and all later ones fail, and of a write only a first part arrives.
    case death(call: Int)
    /// Writes take only a part of their bytes.
    case shortWrites
  }

  struct State: Sendable {
    var root = SimulatedFolder()
    var fault = Fault.none
    var calls = 0
    var synchronizations = 0
    var isDead = false
    /// By how many, below zero by one who shares it with nobody.
    var locked: [String: Int] = [:]
    var generator: SeededGenerator
  }

  let state: Monitor<State>
  /// How often a test has opened what is on the disk; for tests to count.
  public let runs = Mutex(0)

  /// How much room the disk claims to have; for tests to set.
  public let room = Mutex(DiskSpace(free: 1 << 40, total: 1 << 40))

  /// Whether it is mounted for reading only; for tests to set.
  public let isReadOnly = Mutex(false)

  /// Whether it is all another user's, whose files can only be read; for tests to set.
  public let isForeign = Mutex(false)

  /// Paths that cannot be changed, with everything below them: the error.
  public let unchangeable = Mutex<[String: Int32]>([:])

  /// Paths, or beginnings of paths, of what cannot be read, with the error number; for tests to set.
  public let unreadable = Mutex<[String: Int32]>([:])

  /// Hears of each call before it is made, with the path; for tests to meddle meanwhile.
  public let beforeCall = Mutex<(@Sendable (_ name: String, _ path: String) -> Void)?>(nil)

  /// An empty disk whose accidents follow `seed`.
  public init(seed: UInt64 = 1) { state = Monitor(State(generator: SeededGenerator(seed: seed))) }

  /// How many calls were made since ``arm(_:)``.
  public var calls: Int { state.withLock { $0.calls } }
  /// How many times a file was synchronized since ``arm(_:)``.
  public var synchronizations: Int { state.withLock { $0.synchronizations } }

  /// Sets what goes wrong from here on and starts counting calls anew.
  public func arm(_ fault: Fault) {
    state.withLock { state in
      state.fault = fault
      state.calls = 0
      state.synchronizations = 0
    }
  }

  /// The process is gone, the system goes on: files are as they were, locks are free.
  public func restart() {
    state.withLock { state in
      state.fault = .none
      state.isDead = false
      state.locked = [:]
    }
  }

  /// The power went: what was not synchronized is there in part or not at all.
  public func powerCut() {
    restart()
    state.withLock { $0.root.powerCut(&$0.generator) }
  }

  /// The bytes of a file, without a call being counted.
  public func bytes(of path: String) -> [UInt8]? {
    state.withLock { state in
      guard case .file(let inode)? = state.find(path) else { return nil }
      return inode.current
    }
  }

  /// Puts durable bytes into an existing file, without a call being counted.
  public func setBytes(of path: String, to bytes: [UInt8]) {
    state.withLock { state in
      guard case .file(let inode)? = state.find(path) else { return }
      inode.resize(0)
      inode.write(bytes, at: 0)
      inode.synchronize()
    }
  }

  /// Another disk with the same files, all of them durable, and no file with two names.
  public func copy() -> SimulatedDisk {
    let copy = SimulatedDisk()
    state.withLock { own in copy.state.withLock { $0.root = own.root.copy() } }
    return copy
  }

  func checkIsWritable(_ call: String, _ path: String) throws(StorageError) {
    if isReadOnly.withLock({ $0 }) { throw StorageError(call: call, file: path, error: EROFS) }
    if isForeign.withLock({ $0 }) { throw StorageError(call: call, file: path, error: EACCES) }
  }

  func perform<Result>(
    _ name: String, _ path: String, _ body: (inout State) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    beforeCall.withLock { $0 }?(name, path)
    if State.changes.contains(name) { try checkIsWritable(name, path) }
    if State.changes.contains(name),
      let error = unchangeable.withLock({ $0.first { path.hasPrefix($0.key) }?.value })
    {
      throw StorageError(call: name, file: path, error: error)
    }
    if State.reads.contains(name),
      let error = unreadable.withLock({ $0.first { path.hasPrefix($0.key) }?.value })
    {
      throw StorageError(call: name, file: path, error: error)
    }
    return try state.withLock { (state) throws(StorageError) in
      try state.step(name, path)
      return try body(&state)
    }
  }
}

extension SimulatedDisk.State {
  static let changes: Set = [
    "write", "fallocate", "ftruncate", "mkdir", "rename", "link", "unlink", "rmdir", "flock",
  ]
  static let reads: Set = [StorageError.openToRead, "opendir", "read"]
  private static let needSpace: Set = ["write", "fallocate", "open", "mkdir", "rename", "link"]

  mutating func step(_ name: String, _ path: String) throws(StorageError) {
    calls += 1
    if isDead { throw StorageError(call: name, file: path, error: EINTR) }
    switch fault {
    case .failure(let number, let error) where number == calls:
      throw StorageError(call: name, file: path, error: error)
    case .failures(let number, let error) where number <= calls && Self.needSpace.contains(name):
      throw StorageError(call: name, file: path, error: error)
    case .failingSynchronizations where name == "fdatasync":
      throw StorageError(call: name, file: path, error: EIO)
    case .noDescriptors where name == "open" || name == StorageError.openToRead:
      throw StorageError(call: name, file: path, error: EMFILE)
    case .death(let number) where number == calls:
      isDead = true
      throw StorageError(call: name, file: path, error: EINTR)
    default: break
    }
  }

  func find(_ path: String) -> SimulatedFolder.Entry? {
    var entry = SimulatedFolder.Entry.folder(root)
    for name in path.split(separator: "/") where name != "." {
      guard case .folder(let folder) = entry, let next = folder.current[String(name)] else { return nil }
      entry = next
    }
    return entry
  }

  func folder(_ path: String, _ call: String) throws(StorageError) -> SimulatedFolder {
    guard case .folder(let folder)? = find(path) else {
      throw StorageError(call: call, file: path, error: ENOENT)
    }
    return folder
  }

  func parent(of path: String, _ call: String) throws(StorageError) -> (SimulatedFolder, String) {
    let parts = path.split(separator: "/")
    return (try folder(parts.dropLast().joined(separator: "/"), call), String(parts.last ?? ""))
  }
}
