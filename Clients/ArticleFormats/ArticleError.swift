/// Why something is no article, or cannot become one.
public struct ArticleError: Error, Hashable, CustomStringConvertible {
  /// The field, what was expected and what was found.
  public let description: String

  init(_ description: String) { self.description = description }
}
