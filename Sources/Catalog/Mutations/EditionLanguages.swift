import ArticleAPI

/// The languages of a story's editions.
struct EditionLanguages {
  private var languages: [String: String] = [:]
  private var counts: [String: Int] = [:]
  /// How many languages several editions have.
  private var repeated = 0

  /// How many editions there are.
  var count: Int { languages.count }

  /// Enters an edition, or takes it out when it has no language here: not even an empty one.
  ///
  /// - Complexity: O(1).
  mutating func set(_ id: String, _ language: String?) {
    if let old = languages.removeValue(forKey: id), !old.isEmpty { count(old, by: -1) }
    guard let language else { return }
    languages[id] = language
    if !language.isEmpty { count(language, by: 1) }
  }

  private mutating func count(_ language: String, by difference: Int) {
    let before = counts[language] ?? 0
    counts[language] = before + difference
    if before < 2, before + difference >= 2 { repeated += 1 }
    if before >= 2, before + difference < 2 { repeated -= 1 }
  }

  /// The first two editions, by id, that would have the same language if these articles joined the others; nil when none would.
  ///
  /// - Complexity: O(articles), and O(n log n) for n editions where there are such.
  func clash(joinedBy articles: [Article]) -> (language: String, first: String, second: String)? {
    var changes: [String: Int] = [:]
    for article in articles {
      if let old = languages[article.id], !old.isEmpty { changes[old, default: 0] -= 1 }
      if !article.language.isEmpty { changes[article.language, default: 0] += 1 }
    }
    let others = repeated - changes.keys.count { counts[$0] ?? 0 >= 2 }
    guard others > 0 || changes.contains(where: { (counts[$0.key] ?? 0) + $0.value >= 2 }) else { return nil }
    let joining = Set(articles.map(\.id))
    let staying = languages.filter { !joining.contains($0.key) }.sorted { $0.key < $1.key }
    var idByLanguage: [String: String] = [:]
    for (id, language) in staying.map({ ($0.key, $0.value) }) + articles.map({ ($0.id, $0.language) })
    where !language.isEmpty {
      if let first = idByLanguage.updateValue(id, forKey: language) { return (language, first, id) }
    }
    return nil
  }
}

/// What the mutations of a batch ask the index for again and again: read once for each story and each source id, and kept
/// up to date.
///
/// Belongs to one batch.
final class BatchLookups {
  var languagesByStory: [String: EditionLanguages] = [:]
  /// The lowest id of the articles that have a source id; nil for none.
  var lowestIDs: [ExactText: String?] = [:]
  /// How many documents were looked at.
  var documentsRead = 0

  /// Takes in a change.
  func note(_ change: Decision.ArticleChange) {
    if let old = change.old.flatMap({ ResourceName.story.id($0.article.story) }) {
      languagesByStory[old]?.set(change.id, nil)
    }
    if let new = change.new, let story = ResourceName.story.id(new.article.story) {
      languagesByStory[story]?.set(change.id, new.article.language)
    }
    let (was, isNow) = (
      change.old?.article.source?.id.exact, change.new?.article.source?.id.exact
    )
    if was == isNow { return }
    // Who comes behind it is looked up when somebody asks.
    if let was, lowestIDs[was] == .some(change.id) { lowestIDs.removeValue(forKey: was) }
    if let isNow, let known = lowestIDs[isNow] {
      lowestIDs.updateValue(min(known ?? change.id, change.id), forKey: isNow)
    }
  }
}
