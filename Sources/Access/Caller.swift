/// By what a caller is known, whatever the policy in force makes of it.
enum Caller: Sendable {
  /// An API key.
  case key(AccessKey)
  /// A client certificate, by its subject.
  case certificate(String)
  /// Nothing.
  case anybody
}
