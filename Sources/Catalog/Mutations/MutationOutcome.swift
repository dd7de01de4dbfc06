import ArticleAPI

/// What a mutation did to the archive.
public struct MutationOutcome: Hashable, Sendable {
  /// What is there now.
  public enum Answer: Hashable, Sendable {
    /// The article as it is stored; apart, for an answer is handed on often, and an article has many parts.
    indirect case article(Article)
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
  /// The article as it was encoded to be stored, at hand for an answer; nil when an earlier mutation stored it.
  public var encodedArticle: [UInt8]?

  /// The article, when that is the answer.
  public var article: Article? { if case .article(let article) = answer { article } else { nil } }
  /// The category, when that is the answer.
  public var category: Category? { if case .category(let category) = answer { category } else { nil } }
  /// The story, when that is the answer.
  public var story: Story? { if case .story(let story) = answer { story } else { nil } }

  /// Whether two say the same, whoever encoded the article.
  public static func == (left: MutationOutcome, right: MutationOutcome) -> Bool {
    left.answer == right.answer && left.action == right.action && left.revision == right.revision
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(answer)
    hasher.combine(action)
    hasher.combine(revision)
  }
}
