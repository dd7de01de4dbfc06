import ArticleAPI
import Catalog
import FullText
import Synchronization

/// The categories, authors and tags of an archive, found by the beginning of any of their words.
///
/// Made anew when the archive has changed, so often that it takes a twentieth of the time at most.
final class ValueSuggestions: Sendable {
  private struct State {
    var revision: UInt64?
    var table = ValueTable()
    var made = ContinuousClock.now
    var duration = Duration.zero
  }

  private let state = Mutex(State())

  /// The values of a view, or of one a little older.
  func table(of view: CatalogView) -> ValueTable {
    state.withLock { state in
      let now = ContinuousClock.now
      if state.revision == view.revision { return state.table }
      if state.revision != nil, now - state.made < state.duration * 20 { return state.table }
      state.table = ValueTable(view)
      state.revision = view.revision
      state.made = ContinuousClock.now
      state.duration = state.made - now
      return state.table
    }
  }
}

/// Values by the beginnings of their words.
struct ValueTable: Sendable {
  /// One value and how it is shown.
  struct Value: Sendable {
    let kind: SuggestionKind
    let text: String
    let resource: String
    let field: KeywordFieldID
    /// The value as the index holds it.
    let key: String
    let articles: Int
  }

  /// The rest of a value from the beginning of one of its words, in small letters.
  private struct Entry: Sendable {
    let text: [Unicode.Scalar]
    let value: Int
  }

  private static let leastTypoLetters = 4

  private(set) var values: [Value] = []
  private var entries: [Entry] = []

  init() {}

  init(_ view: CatalogView) {
    for category in view.categories.all {
      let id = ResourceName.category.id(category.name) ?? ""
      let titles = Set(category.titles.values).sorted()
      for text in titles.isEmpty ? [id] : titles + [id] {
        values.append(
          Value(
            kind: .category, text: text, resource: category.name, field: ArticleSchema.category, key: id,
            articles: Int(category.totalArticleCount)))
      }
    }
    for (kind, field) in [(SuggestionKind.author, ArticleSchema.author), (.tag, ArticleSchema.tag)] {
      for (text, count) in view.index.values(in: field) {
        values.append(
          Value(kind: kind, text: text, resource: "", field: field, key: text, articles: count))
      }
    }
    for (number, value) in values.enumerated() {
      let letters = Array(value.text.lowercased().unicodeScalars)
      for start in letters.indices
      where letters[start].isWordPart && (start == 0 || !letters[start - 1].isWordPart) {
        entries.append(Entry(text: Array(letters[start...]), value: number))
      }
    }
    entries.sort { $0.text.lexicographicallyPrecedes($1.text) }
  }

  /// The values with a word that begins as typed, or nearly so: one edit away from it.
  func matching(_ typed: String, _ kinds: [SuggestionKind], forgivingTypo: Bool) -> [Value] {
    let typed = Array(typed.lowercased().unicodeScalars)
    if typed.isEmpty { return [] }
    guard forgivingTypo else {
      let first = firstEntry(notBefore: typed)
      return chosen(entries[first...].prefix { $0.text.starts(with: typed) }.map(\.value), kinds)
    }
    guard typed.count >= Self.leastTypoLetters else { return [] }
    return chosen(entries.filter { $0.text.beginsNearly(as: typed) }.map(\.value), kinds)
  }

  private func chosen(_ numbers: [Int], _ kinds: [SuggestionKind]) -> [Value] {
    var seen: Set<String> = []
    return Set(numbers).sorted().map { values[$0] }.filter { value in
      // Of a category's titles and id the first that fits.
      kinds.contains(value.kind) && (value.resource.isEmpty || seen.insert(value.resource).inserted)
    }
  }

  private func firstEntry(notBefore typed: [Unicode.Scalar]) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].text.lexicographicallyPrecedes(typed) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension Array<Unicode.Scalar> {
  /// Whether a beginning of this text is one edit (or the swap of two neighbours) away from `typed`.
  fileprivate func beginsNearly(as typed: [Unicode.Scalar]) -> Bool {
    guard let place = typed.indices.first(where: { $0 >= count || typed[$0] != self[$0] }) else {
      return true
    }
    func rest(_ mine: Int, _ theirs: Int) -> Bool {
      mine <= count && theirs <= typed.count && self[mine...].starts(with: typed[theirs...])
    }
    let isSwap =
      place + 1 < Swift.min(count, typed.count) && typed[place] == self[place + 1]
      && typed[place + 1] == self[place]
    return rest(place + 1, place + 1) || rest(place, place + 1) || rest(place + 1, place)
      || isSwap && rest(place + 2, place + 2)
  }
}
