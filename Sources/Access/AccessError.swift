/// Why keys cannot be read, made or kept.
public struct AccessError: Error, Hashable, CustomStringConvertible {
  /// What was expected, what was found, and what to do.
  public let description: String

  init(_ description: String) { self.description = description }
}
