import ArticleAPI
import Catalog
import FullText
import GRPC
import Synchronization

/// The categories, authors and tags of an archive, found by the beginning of any of their words.
///
/// Made anew when the archive has changed, so often that it takes a twentieth of the time at most; by one thread at a time,
/// while the others go on with the values as they were.
final class ValueSuggestions: Sendable {
  private struct State {
    var revision: UInt64?
    var table = ValueTable()
    var made = ContinuousClock.now
    var duration = Duration.zero

    /// Whether the values will do for a view.
    func isCurrent(for view: CatalogView) -> Bool {
      revision == view.revision || revision != nil && ContinuousClock.now - made < duration * 20
    }
  }

  private let state = Mutex(State())
  /// Held by who makes a table.
  private let making = Mutex<Void>(())

  /// The values of a view, or of one a little older; nil when they have to be made, which takes its time.
  func current(for view: CatalogView) -> ValueTable? {
    state.withLock { $0.isCurrent(for: view) ? $0.table : nil }
  }

  /// The values of a view, or of one a little older; who comes while they are made takes those from before, and waits only if
  /// there are none yet.
  func table(of view: CatalogView) -> ValueTable {
    if let made = making.withLockIfAvailable({ _ in makeTable(of: view) }) { return made }
    let earlier = state.withLock { $0.revision == nil ? nil : $0.table }
    return earlier ?? making.withLock { _ in makeTable(of: view) }
  }

  private func makeTable(of view: CatalogView) -> ValueTable {
    if let current = current(for: view) { return current }
    let began = ContinuousClock.now
    let table = ValueTable(view)
    let made = ContinuousClock.now
    state.withLock { $0 = State(revision: view.revision, table: table, made: made, duration: made - began) }
    return table
  }
}

extension Archive {
  /// The values of a view, or of one a little older; made on the compute pool where they have to be.
  func valueTable(of view: CatalogView) async throws(RPCError) -> ValueTable {
    if let current = values.current(for: view) { return current }
    return try await runBeside { () throws(RPCError) in values.table(of: view) }
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
  /// How many entries are looked at in the time that a search takes between two questions.
  private static let entriesPerQuestion = 256

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

  /// The values with a word that begins as typed.
  func beginning(with typed: String, _ kinds: [SuggestionKind]) -> [Value] {
    let typed = Array(typed.lowercased().unicodeScalars)
    if typed.isEmpty { return [] }
    let first = firstEntry(notBefore: typed)
    return chosen(entries[first...].prefix { $0.text.starts(with: typed) }.map(\.value), kinds)
  }

  /// The values with a word that begins nearly as typed, one edit away from it; nil when `goOn`, asked now and then, says to stop.
  func beginning(nearly typed: String, _ kinds: [SuggestionKind], while goOn: () -> Bool) -> [Value]? {
    let typed = Array(typed.lowercased().unicodeScalars)
    guard typed.count >= Self.leastTypoLetters else { return [] }
    var found: [Int] = []
    for (place, entry) in entries.enumerated() {
      if place % Self.entriesPerQuestion == 0, !goOn() { return nil }
      if entry.text.beginsNearly(as: typed) { found.append(entry.value) }
    }
    return chosen(found, kinds)
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
