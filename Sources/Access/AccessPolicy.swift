/// Who is let in and how much is too much; immutable, replaced as a whole when the configuration is read anew.
public struct AccessPolicy: Sendable {
  /// The API keys.
  public var keys = Keyring()
  /// Roles of client certificates by their subject as RFC 2253 has it, `CN=backup,O=Example`.
  public var certificateRoles: [String: AccessRole] = [:]
  /// What a caller without credentials may do; nil for nothing.
  public var anonymousRole: AccessRole?
  /// How much is too much.
  public var limits = CallLimits()

  /// Everybody may do everything.
  public init() { anonymousRole = .admin }
}

/// Bounds on calls; 0 stands for no bound.
public struct CallLimits: Sendable, Hashable {
  /// Calls a second of one key, unless the key says otherwise.
  public var callsPerSecondPerKey = 0
  /// Calls a second from one IP address (an IPv6 /64 counts as one).
  public var callsPerSecondPerAddress = 0
  /// Calls in flight over all connections.
  public var callsInFlight = 0
  /// How long calls may wait for their loop before some are refused.
  public var queueDelay: Duration = .milliseconds(250)

  /// No limits but that on the wait.
  public init() {}
}
