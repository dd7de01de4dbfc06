import Foundation
import Glibc

/// A program that runs beside a test, with pipes to its input and from its output.
///
/// Not Foundation's `Process`: that reads beyond its buffer, at times beyond its page, where so many descriptors are open as in
/// a run of all tests.
final class ChildProcess: Sendable {
  /// Where the program's input is written.
  let input: FileHandle
  /// Where its output is read.
  let output: FileHandle
  private let id: pid_t

  /// Starts a program, which is looked for in PATH.
  ///
  /// - Parameter joinsErrors: whether standard error goes where the output does.
  /// - Throws: the system's error when there is no such program or no room for it.
  init(_ program: String, _ arguments: [String], joinsErrors: Bool = false) throws {
    let (childInput, parentOutput) = try Self.pipe()
    let (parentInput, childOutput) = try Self.pipe()
    defer { for descriptor in [childInput, childOutput] { close(descriptor) } }
    input = FileHandle(fileDescriptor: parentOutput, closeOnDealloc: true)
    output = FileHandle(fileDescriptor: parentInput, closeOnDealloc: true)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, childInput, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, childOutput, STDOUT_FILENO)
    if joinsErrors { posix_spawn_file_actions_adddup2(&actions, childOutput, STDERR_FILENO) }
    Self.closeRest(&actions)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let reason = posix_spawnp(&child, program, &actions, nil, &words, environ)
    guard reason == 0 else { throw POSIXError(POSIXErrorCode(rawValue: reason) ?? .EINVAL) }
    id = child
  }

  /// Waits for the end; returns the exit code, or what `waitpid` says of a program that was killed.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : status
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
    return (ends[0], ends[1])
  }

  /// Lets the program have none of our other descriptors. Swift does not see this function of glibc 2.34 and later.
  private static func closeRest(_ actions: inout posix_spawn_file_actions_t) {
    typealias CloseFrom =
      @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
    guard let function = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
    _ = unsafeBitCast(function, to: CloseFrom.self)(&actions, STDERR_FILENO + 1)
  }
}
