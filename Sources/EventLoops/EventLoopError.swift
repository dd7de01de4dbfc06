import Glibc

/// What went wrong below the protocols: a system call, an address, a name.
public struct EventLoopError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure.
  public enum Code: Sendable, Hashable {
    /// A system call failed; `systemError` holds its errno.
    case system
    /// A text is not an address that a socket can use.
    case invalidAddress
    /// A host name has no address, or the name service did not answer.
    case unresolvable
  }

  /// The kind of failure.
  public let code: Code
  /// What was attempted and what was found.
  public let message: String
  /// The errno of the failed call; 0 when no call failed.
  public let systemError: Int32

  init(code: Code, message: String, systemError: Int32 = 0) {
    self.code = code
    self.message = message
    self.systemError = systemError
  }

  /// A failed system call: what was attempted, and its errno.
  public static func system(_ attempt: String, errno systemError: Int32) -> EventLoopError {
    let reason = String(cString: strerror(systemError))
    return EventLoopError(code: .system, message: "\(attempt): \(reason)", systemError: systemError)
  }

  /// The same, with the setting in front that it comes from.
  public func about(_ setting: String) -> EventLoopError {
    EventLoopError(code: code, message: "\(setting): \(message)", systemError: systemError)
  }

  /// The message.
  public var description: String { message }
}
