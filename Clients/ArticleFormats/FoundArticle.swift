import ArticleAPI

/// An article that was found in a file, or why what was found there is none.
public struct FoundArticle: Sendable {
  /// The line on which it begins, counted from 1.
  public let line: Int
  /// The article, or what is wrong with it.
  public let result: Result<Article, ArticleError>
}

extension FoundArticle {
  static func failed(_ line: Int, _ message: String) -> FoundArticle {
    FoundArticle(line: line, result: .failure(ArticleError(message)))
  }
}
