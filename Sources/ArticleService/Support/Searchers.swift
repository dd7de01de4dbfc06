import Catalog
import FullText
import GRPC
import Synchronization

/// Searchers that wait for their next search; each is used by one search at a time.
///
/// A searcher's scratch memory is worth keeping from search to search, but for what a very long text has taken. There are never
/// more than searches that ran at the same time, and at most `capacity` are kept.
final class Searchers: Sendable {
  static let shared = Searchers()
  private static let capacity = 64

  // SAFETY: a searcher is not Sendable because its scratch serves one thread at a time. The pool hands it to one
  // search, which runs without suspension on one thread and gives it back; the lock orders the two.
  private struct Idle: @unchecked Sendable {
    var searchers: [Searcher] = []
  }

  private let idle = Mutex(Idle())

  /// About what those that wait keep from search to search.
  var memoryBytes: Int { idle.withLock { $0.searchers.reduce(0) { $0 + $1.memoryBytes } } }

  /// Calls `body` with a searcher that nobody else uses meanwhile.
  func withSearcher<R>(_ body: (Searcher) throws(SearchError) -> R) throws(RPCError) -> R {
    let taken: Idle = idle.withLock { idle in Idle(searchers: idle.searchers.popLast().map { [$0] } ?? []) }
    let searcher = taken.searchers.first ?? Searcher()
    let returned = Idle(searchers: [searcher])
    defer {
      searcher.giveBackMemory()
      idle.withLock { idle in
        if idle.searchers.count < Self.capacity { idle.searchers += returned.searchers }
      }
    }
    do {
      return try body(searcher)
    } catch {
      throw .failure(error)
    }
  }

  /// A query with the synonyms of its words, with words however they are joined, and with names as other scripts write them. In an
  /// index, words that it does not hold are also looked for as two.
  ///
  /// - Throws: when `goOn` says to stop.
  func expand(
    _ query: Query, by resources: QueryResources, languages: [Language], in index: IndexView?,
    while goOn: (@Sendable () -> Bool)?
  ) throws(RPCError) -> Query {
    try withSearcher { searcher throws(SearchError) in
      let query = searcher.expand(query, by: resources.synonyms, languages: languages).joiningWords()
      let named = try searcher.expandNames(
        query, by: resources.names, in: index, languages: languages, goOn: goOn)
      guard let index else { return named }
      return try searcher.splittingUnknownWords(named, in: index, languages: languages, goOn: goOn)
    }
  }
}

extension CatalogView {
  /// A query with the archive's synonyms of its words, and with names as other scripts write them where these occur in the view.
  ///
  /// - Throws: when `goOn` says to stop.
  func expand(
    _ query: Query, _ languages: [Language], while goOn: @escaping @Sendable () -> Bool
  ) throws(RPCError) -> Query {
    try Searchers.shared.expand(query, by: resources, languages: languages, in: index, while: goOn)
  }

  /// The same with names as other scripts write them, wherever these occur.
  func expand(_ query: Query, _ languages: [Language]) -> Query {
    // It is given up only when someone says so.
    let expanded = try? Searchers.shared.expand(
      query, by: resources, languages: languages, in: nil, while: nil)
    return expanded ?? query
  }

  /// Runs a search over the view, as if it did not have some of its documents.
  ///
  /// - Throws: what the search is refused or given up for.
  func search(
    _ plan: SearchPlan, hiding hidden: [IndexView.Document] = []
  ) throws(RPCError) -> SearchResult {
    try Searchers.shared.withSearcher { searcher throws(SearchError) in
      try searcher.search(index.hiding(hidden), plan)
    }
  }
}

extension Archive {
  /// About what searches keep from one to the next, all of them together: the words of queries, and memory to search in.
  public static var searchMemoryBytes: Int { Searchers.shared.memoryBytes }
}
