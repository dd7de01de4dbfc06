extension Message {
  /// Makes a message and fills it in one expression: `Article.with { $0.title = "…" }`.
  @inlinable
  public static func with<Failure: Error>(
    _ fill: (inout Self) throws(Failure) -> Void
  ) throws(Failure) -> Self {
    var message = Self()
    try fill(&message)
    return message
  }
}
