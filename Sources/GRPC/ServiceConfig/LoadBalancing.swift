/// How a channel spreads its calls over the addresses of its target.
public enum LoadBalancing: Sendable, Hashable {
  /// All calls go to the first address that takes a connection.
  case pickFirst
  /// All calls go to one address; which, chance decides.
  case pickFirstShuffled
  /// Calls go to all addresses in turn.
  case roundRobin
}
