import Access
import ArticleService
import EventLoops
import Flags
import GRPC
import Synchronization

/// Who may call, as the settings say it; makes the server's gate, and changes its policy when the settings change.
final class AccessControl: Sendable {
  private let command: ServerCommand
  private let keys: KeyFile?
  private let certificateRoles: [String: AccessRole]
  private let made = Mutex<Made?>(nil)

  private struct Made: Sendable {
    let gate: AccessGate
    let methods: MethodRoles
    /// Whether everybody may do everything only because nothing else was said.
    var isOpenUnsaid: Bool
  }

  /// Reads the key file, if there is one.
  ///
  /// - Throws: `UsageError` for a file that cannot be used, and for a role that is none.
  init(_ command: ServerCommand) throws(UsageError) {
    self.command = command
    keys = try command.keyFile.map { path throws(UsageError) in
      do throws(AccessError) { return try KeyFile(path: path) } catch {
        throw UsageError("\(command.settings.source(of: "keys")): \(error)")
      }
    }
    certificateRoles = try Self.roles(command.clientRoles, command.settings.source(of: "client-role"))
  }

  /// The gate of a server of these services.
  ///
  /// - Throws: `AccessError` for a key that does not fit them.
  func gate(of services: [any Service], loops: Int) throws(AccessError) -> AccessGate {
    let methods = MethodRoles(Server.methods(of: services), scoped: scopedMethods)
    let gate = AccessGate(try policy(methods), methods: methods, loops: loops)
    made.withLock { $0 = Made(gate: gate, methods: methods, isOpenUnsaid: isOpenUnsaid) }
    return gate
  }

  /// - Throws: `UsageError` where others could listen in, and nobody has said that this is meant.
  func checkExposure(of address: SocketAddress) throws(UsageError) {
    guard command.tls == nil, !command.isInsecure, !address.isLocal else { return }
    throw UsageError(
      "listening at \(address) without TLS lets everybody on the way read and change what is said; "
        + "give --tls-cert and --tls-key, listen at 127.0.0.1, or say --insecure if the network is trusted")
  }

  /// What to tell whoever runs a server at an address where others, whom nobody has named, may do everything.
  func warning(about address: SocketAddress) -> String? {
    guard isOpenUnsaid, !address.isLocal else { return nil }
    return "whoever reaches \(address) may read, write and administer the archive: give --keys or "
      + "--client-role, or say --anonymous admin if that is meant"
  }

  private var isOpenUnsaid: Bool { keys == nil && certificateRoles.isEmpty && command.anonymous == nil }

  /// What the settings mean for a server of these methods.
  ///
  /// - Throws: `AccessError` for a key that does not fit them.
  func policy(_ methods: MethodRoles) throws(AccessError) -> AccessPolicy {
    var policy = AccessPolicy()
    policy.limits = command.callLimits
    policy.keys = try Keyring(
      keys ?? KeyFile(), methods: methods, callsPerSecond: command.callLimits.callsPerSecondPerKey)
    policy.certificateRoles = certificateRoles
    policy.anonymousRole =
      switch command.anonymous {
      case nil: isOpenUnsaid ? .admin : nil
      case let name?: AccessRole(name: name)
      }
    return policy
  }

  private static func roles(
    _ entries: [String], _ source: String
  ) throws(UsageError) -> [String: AccessRole] {
    var roles: [String: AccessRole] = [:]
    for entry in entries {
      guard let sign = entry.lastIndex(of: "="),
        let role = AccessRole(name: String(entry[entry.index(after: sign)...]))
      else {
        throw UsageError(
          "\(source): expected SUBJECT=reader, SUBJECT=writer or SUBJECT=admin, found '\(entry)'")
      }
      roles[String(entry[..<sign])] = role
    }
    return roles
  }
}

extension AccessControl: Reloadable {
  var reloadable: [String] {
    [
      "keys", "client-role", "anonymous", "rate-per-key", "rate-per-address", "max-calls", "max-queue-delay",
    ]
  }

  func prepare(_ command: ServerCommand) throws -> PreparedReload? {
    guard let made = made.withLock({ $0 }) else { return nil }
    let next = try AccessControl(command)
    guard made.isOpenUnsaid || !next.isOpenUnsaid else {
      throw UsageError(
        "without --keys and --client-role everybody might do everything, which was not so before; "
          + "say --anonymous admin if that is meant")
    }
    let policy = try next.policy(made.methods)
    return PreparedReload {
      made.gate.replace(policy)
      self.made.withLock { $0?.isOpenUnsaid = next.isOpenUnsaid }
    }
  }
}

extension SocketAddress {
  /// Whether only this machine reaches the address.
  fileprivate var isLocal: Bool {
    switch self {
    case .unix: true
    case .ipv4: host.hasPrefix("127.")
    case .ipv6: host == "::1" || host.hasPrefix("::ffff:127.")
    }
  }
}
