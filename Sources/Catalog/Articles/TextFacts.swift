import ArticleAPI
import FullText

/// What follows from an article's title, summary and blocks alone: worked out by whoever proposes the article, on any core, so
/// that the one writer need not.
struct TextFacts: Sendable {
  let wordCount: Int32
  /// See ``ArticleSchema/signature``; nil when the text is too short for one.
  let signature: MinHash?

  private let title: String
  private let summary: String
  private let blocks: [Block]

  /// - Complexity: O(bytes of text).
  init(_ article: Article) {
    title = article.title
    summary = article.summary
    blocks = article.blocks
    wordCount = article.countedWords
    signature = MinHash(article.shingles)
  }

  /// Whether they are those of an article, which may have been changed since.
  ///
  /// - Complexity: O(1) when it has the same blocks, not only equal ones.
  func hold(for article: Article) -> Bool {
    blocks == article.blocks && title == article.title && summary == article.summary
  }
}

extension Mutation {
  /// The facts of the article that it proposes.
  var textFacts: TextFacts? {
    switch change {
    case .putArticle(let put): put.article.map(TextFacts.init)
    case .updateArticle(let update): update.article.flatMap { $0.blocks.isEmpty ? nil : TextFacts($0) }
    default: nil
    }
  }
}
