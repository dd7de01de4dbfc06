/// What holds for the calls of some methods.
public struct MethodConfig: Sendable, Hashable {
  /// Which methods a configuration is for.
  public enum Name: Sendable, Hashable {
    /// Every method for which nothing else is said.
    case all
    /// Every method of a service for which nothing else is said.
    case service(String)
    /// One method.
    case method(service: String, name: String)
  }

  /// What is done about attempts that fail or take long.
  public enum Persistence: Sendable, Hashable {
    /// Another attempt follows one that has failed.
    case retry(RetryPolicy)
    /// Another attempt goes out beside one that is slow.
    case hedge(HedgingPolicy)
  }

  /// The methods that it is for.
  public var names: [Name]

  /// The longest time that a call may take; a shorter one of its caller counts.
  public var timeout: Duration?

  /// Whether calls wait while no connection can be made, unless the caller says otherwise.
  public var waitsForReady: Bool?

  /// The largest request message; a smaller limit of the caller counts.
  public var maxRequestBytes: Int?

  /// The largest response message; a smaller limit of the caller counts.
  public var maxResponseBytes: Int?

  /// What is done about attempts that fail or take long.
  public var persistence: Persistence?

  /// A configuration for methods.
  public init(
    for names: [Name] = [.all], timeout: Duration? = nil, waitsForReady: Bool? = nil,
    maxRequestBytes: Int? = nil,
    maxResponseBytes: Int? = nil, persistence: Persistence? = nil
  ) {
    self.names = names
    self.timeout = timeout
    self.waitsForReady = waitsForReady
    self.maxRequestBytes = maxRequestBytes
    self.maxResponseBytes = maxResponseBytes
    self.persistence = persistence
  }
}
