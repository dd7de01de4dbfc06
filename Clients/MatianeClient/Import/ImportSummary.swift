import ArticleAPI

/// What became of the articles of an import, in numbers.
public struct ImportSummary: Sendable, Hashable {
  /// Articles that are new.
  public var created = 0
  /// Articles that replaced an older state.
  public var updated = 0
  /// Articles that the archive already held as they are.
  public var unchanged = 0
  /// Articles that were refused.
  public var failed = 0
  /// The revision at which everything that was accepted is there; 0 when nothing was.
  ///
  /// An article that stays as it is has one, too. Where articles were only checked (`validateOnly`), it is none that can be read.
  public var revision: Int64 = 0

  /// Makes an empty summary.
  public init() {}

  /// Articles that are in the archive now, whether or not the import changed them.
  public var accepted: Int { created + updated + unchanged }

  mutating func count(_ result: ImportResult) {
    guard case .imported(let article) = result.outcome else {
      failed += 1
      return
    }
    switch article.action {
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    default: created += 1
    }
  }
}
