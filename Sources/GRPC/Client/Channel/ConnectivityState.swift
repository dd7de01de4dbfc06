/// What a channel is doing about its connection.
///
/// Source: gRPC, "gRPC Connectivity Semantics and API".
public enum ConnectivityState: Sendable, Hashable {
  /// No connection and none wanted: the next call opens one.
  case idle
  /// An attempt is under way; calls wait.
  case connecting
  /// Calls go out at once.
  case ready
  /// The last attempts failed and the next one waits for its backoff; calls fail, unless they wait for ready.
  case transientFailure
  /// The channel is closed; every call fails. The last state.
  case shutdown
}
