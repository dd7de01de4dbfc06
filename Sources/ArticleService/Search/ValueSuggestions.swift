import ArticleAPI
import Catalog
import FullText
import GRPC
import Synchronization

/// The categories, authors and tags of an archive, found by the beginning of any of their words.
final class ValueSuggestions: Sendable {
  /// The keyword fields whose values complete.
  static let fields = [ArticleSchema.author, ArticleSchema.tag]

  let completions = ValueCompletions()
  private let categories = Mutex<CategoryBeginnings?>(nil)

  /// The categories of a view by the beginnings of their words; made anew when categories have come, gone or changed.
  func categories(of view: CatalogView) -> CategoryBeginnings {
    let shape = view.categories.shape
    if let known = categories.withLock({ $0?.shape == shape ? $0 : nil }) { return known }
    let made = CategoryBeginnings(view.categories)
    categories.withLock { $0 = made }
    return made
  }
}

/// The titles and ids of categories by the beginnings of their words.
struct CategoryBeginnings: Sendable {
  /// A text by which a category is found.
  struct Name: Sendable {
    let text: String
    let id: String
  }

  let shape: UInt64
  private let names: [Name]
  private let beginnings: WordBeginnings

  init(_ tree: CategoryTree) {
    shape = tree.shape
    names = tree.all.flatMap { category in
      let id = ResourceName.category.id(category.name) ?? ""
      let titles = Set(category.titles.values).sorted()
      return (titles.isEmpty ? [id] : titles + [id]).map { Name(text: $0, id: id) }
    }
    beginnings = WordBeginnings(names.map(\.text))
  }

  /// Of each category the first name with a word that begins as typed or, if wanted, nearly so; nil when `goOn` says to stop.
  func names(beginning typed: String, nearly: Bool, while goOn: () -> Bool) -> [Name]? {
    let numbers =
      nearly
      ? beginnings.numbers(nearly: typed, while: goOn) : beginnings.numbers(beginning: typed, while: goOn)
    var seen: Set<String> = []
    return numbers?.map { names[$0] }.filter { seen.insert($0.id).inserted }
  }
}

extension Archive {
  /// Makes what completing values of a view takes, on the compute pool where there is something to make.
  func prepareValues(of view: CatalogView, for context: ServerContext?) async throws(RPCError) {
    if values.completions.isPrepared(for: view.index, ValueSuggestions.fields) { return }
    try await runBeside(context) { () throws(RPCError) in
      values.completions.prepare(for: view.index, ValueSuggestions.fields)
    }
  }
}

/// A category, an author or a tag, and how it is shown.
struct SuggestedValue: Sendable {
  let kind: SuggestionKind
  let text: String
  let resource: String
  let field: KeywordFieldID
  /// The value as the index holds it.
  let key: String
  let articles: Int
}

extension Completion {
  /// Categories, authors or tags, by use and newness.
  func values(_ suggestions: ValueSuggestions, _ kind: SuggestionKind) throws(RPCError) -> [ArticleAPI
    .Suggestion]
  {
    var ranked: [(value: SuggestedValue, articles: Int, weight: Double)] = []
    let isWhole = scope == nil && languageTags.isEmpty
    for value in try mostUsed(suggestions, kind, isWhole ? 4 * limit : max(4 * limit, Self.triedInPart)) {
      let use = isWhole ? newness(of: value).map { (value.articles, $0) } : try useInScope(of: value)
      if let (articles, newness) = use {
        ranked.append((value, articles, Double(articles) * (0.25 + 0.75 * newness)))
      }
    }
    return ranked.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.value.text < $1.value.text }
      .prefix(limit).map { found in
        ArticleAPI.Suggestion(
          kind, found.value.text, resource: found.value.resource, articles: found.articles)
      }
  }

  private func mostUsed(
    _ suggestions: ValueSuggestions, _ kind: SuggestionKind, _ limit: Int
  ) throws(RPCError) -> [SuggestedValue] {
    let found =
      kind == .category
      ? categories(suggestions)?.prefix(limit).map(\.self)
      : values(suggestions, kind, kind == .author ? ArticleSchema.author : ArticleSchema.tag, limit)
    guard let found else { throw .failure(SearchError.interrupted) }
    return found
  }

  private func categories(_ suggestions: ValueSuggestions) -> [SuggestedValue]? {
    suggestions.categories(of: view).names(beginning: prefix, nearly: forgivesTypo, while: goOn)?
      .compactMap { name in
        view.categories.category(name.id).map {
          SuggestedValue(
            kind: .category, text: name.text, resource: $0.name, field: ArticleSchema.category, key: name.id,
            articles: Int($0.totalArticleCount))
        }
      }
      .sorted { $0.articles != $1.articles ? $0.articles > $1.articles : $0.text < $1.text }
  }

  private func values(
    _ suggestions: ValueSuggestions, _ kind: SuggestionKind, _ field: KeywordFieldID, _ limit: Int
  ) -> [SuggestedValue]? {
    suggestions.completions.best(
      in: view.index, field, beginning: prefix, nearly: forgivesTypo, limit: limit, while: goOn
    )?.map {
      SuggestedValue(
        kind: kind, text: $0.value, resource: "", field: field, key: $0.value, articles: $0.documentFrequency)
    }
  }

  /// 1 for a value that the newest articles have, a half for one not seen for a year; nil when no article in the languages
  /// wanted has it.
  private func newness(of value: SuggestedValue) -> Double? {
    guard value.articles <= Self.countedArticles else { return 1 }
    var newest: Int64?
    var isWanted = languageTags.isEmpty
    for document in view.index.documents(withOrBelow: value.key, in: value.field) {
      isWanted = isWanted || languageTags.contains(view.language(of: document))
      if let time = view.index.integer(of: document, in: ArticleSchema.publishTime) {
        newest = max(newest ?? time, time)
      }
    }
    guard isWanted else { return nil }
    return newest.map(newness) ?? 0
  }
}
