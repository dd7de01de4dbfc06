import Glibc

/// What went wrong with a file, where, and what the operator can do about it.
public struct StorageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds that callers tell apart.
  public enum Code: Hashable, Sendable {
    /// Another process holds the data directory.
    case locked
    /// A file or folder cannot be created or written.
    case unwritable
    /// A file or folder cannot be read, for want of permission.
    case unreadable
    /// Written by a later release.
    case newerVersion
    /// The folder holds something else.
    case notADataDirectory
    /// Content that fails its checksum or contradicts itself.
    case damaged
    /// A file that must be there is not.
    case missing
    /// A snapshot was deleted while it was to be read, which is no damage.
    case deleted
    /// No space left, or over the quota: nothing of the refused write remains.
    case diskFull
    /// The process, or the system, has as many files open as it may: nothing was changed.
    case outOfFiles
    /// A system call failed.
    case systemCall
    /// The log failed before and takes nothing more.
    case failedBefore
    /// Used after closing.
    case closed
    /// More bytes than the format or the configuration allows.
    case tooLarge
    /// It would have taken longer than there was time for.
    case outOfTime
  }

  /// Which kind of failure this is.
  public let code: Code
  /// The file or folder.
  public let file: String
  /// The byte position in the file, where one is known.
  public let offset: Int?
  /// What was expected and what was found.
  public let problem: String
  /// What to do; empty when the problem says it all.
  public let remedy: String
  /// The system's error number, 0 when no call failed.
  public let systemError: Int32

  /// Describes a failure.
  public init(
    _ code: Code, file: String, offset: Int? = nil, problem: String, remedy: String = "",
    systemError: Int32 = 0
  ) {
    self.code = code
    self.file = file
    self.offset = offset
    self.problem = problem
    self.remedy = remedy
    self.systemError = systemError
  }

  /// Calls that take an inode.
  private static let makingFiles: Set = ["open", "mkdir", "link", "symlink"]

  /// Calls for which nothing has to be written; opening a file in order to read it has a name of its own.
  private static let reading: Set = [openToRead, "opendir", "stat", "read", "readdir"]

  /// The call that opens a file to be read.
  public static let openToRead = "open to read"

  /// Whether it says of what was read what it is: another attempt will find the same.
  public var isOfContent: Bool { code == .damaged || code == .newerVersion }

  /// Whether it says that something that is there cannot be read: other files may well be.
  var isOfReading: Bool { code == .unreadable || code == .systemCall || code == .missing }

  /// How many files the file system of a file has room for; nil where it does not say, or has no bound.
  private static func freeFiles(beside file: String) -> Int? {
    var status = statvfs()
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    guard statvfs(folder.isEmpty ? "/" : folder, &status) == 0, status.f_files > 0 else { return nil }
    return Int(clamping: status.f_favail)
  }

  /// The failure of system call `call` on `file` with error number `error`.
  ///
  /// - Parameter freeFiles: how many files the file system has room for; it is asked when that may be the reason.
  public init(call: String, file: String, error: Int32, freeFiles: Int? = nil) {
    let reason = String(cString: strerror(error))
    let problem = "\(call) failed: \(reason)"
    switch error {
    case ENOSPC where Self.makingFiles.contains(call) && (freeFiles ?? Self.freeFiles(beside: file)) == 0:
      self.init(
        .diskFull, file: file, problem: "\(call) failed: no inode is left for another file",
        remedy: "delete files on the file system, or make one with more inodes", systemError: error)
    case ENOSPC, EDQUOT:
      self.init(
        .diskFull, file: file, problem: problem, remedy: "free space on the file system", systemError: error)
    case EMFILE, ENFILE:
      self.init(
        .outOfFiles, file: file, problem: problem,
        remedy: "raise the limit of open files, or lower --max-connections", systemError: error)
    case EROFS:
      self.init(
        .unwritable, file: file, problem: problem,
        remedy: "mount it for writing, or have the server read it only (--read-only)", systemError: error)
    case EACCES where Self.reading.contains(call), EPERM where Self.reading.contains(call):
      self.init(
        .unreadable, file: file, problem: problem, remedy: "give this user permission to read it",
        systemError: error)
    case EACCES, EPERM:
      self.init(
        .unwritable, file: file, problem: problem,
        remedy: "give this user write permission, or choose another data directory", systemError: error)
    case ENOENT:
      self.init(.missing, file: file, problem: problem, systemError: error)
    default:
      self.init(.systemCall, file: file, problem: problem, systemError: error)
    }
  }

  /// One line: the file, the byte, the problem, the remedy.
  public var description: String {
    let place = offset.map { "\(file) at byte \($0)" } ?? file
    return remedy.isEmpty ? "\(place): \(problem)" : "\(place): \(problem); \(remedy)"
  }
}
