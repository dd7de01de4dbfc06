import ArticleAPI

/// What a mutation did to the archive.
public struct MutationOutcome: Hashable, Sendable {
  /// What is there now.
  public enum Answer: Hashable, Sendable {
    /// The article as it is stored.
    case article(Article)
    /// The category as it is stored, with its counts.
    case category(Category)
    /// The story with its editions.
    case story(Story)
    /// The saved query as it is stored.
    case savedQuery(SavedQuery)
    /// The set of synonyms as it is stored.
    case synonymSet(SynonymSet)
    /// The resource is gone.
    case deleted
  }

  /// What is there now.
  public var answer: Answer
  /// What was done.
  public var action: MutationAction
  /// The revision of the mutation; for a repeated request that of the first one.
  public var revision: UInt64

  /// The article, when that is the answer.
  public var article: Article? { if case .article(let article) = answer { article } else { nil } }
  /// The category, when that is the answer.
  public var category: Category? { if case .category(let category) = answer { category } else { nil } }
  /// The story, when that is the answer.
  public var story: Story? { if case .story(let story) = answer { story } else { nil } }
}
