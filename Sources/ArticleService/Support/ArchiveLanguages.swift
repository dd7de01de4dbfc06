import Catalog
import FullText
import Synchronization

/// The languages that an archive holds: those in which the words of a query are understood.
///
/// They depend on the revision alone: pages of a pinned one, and a server that was started again, understand a query alike.
final class ArchiveLanguages: Sendable {
  private struct State {
    /// Of which views the languages are known, the one asked for last at the end.
    var known: [(revision: UInt64, languages: [Language])] = []
    var witnesses: [String: IndexView.Witness] = [:]
  }

  /// Searches go on in the newest view, and in some of the past.
  private static let mostKnown = 8

  private let state = Mutex(State())

  /// The languages of a view, by tag; the three of the newsroom for an empty one.
  func languages(of view: CatalogView) -> [Language] {
    state.withLock { state in
      if let known = state.known.last(where: { $0.revision == view.revision }) { return known.languages }
      var languages: [Language] = []
      for tag in view.index.liveValues(in: ArticleSchema.language, &state.witnesses) {
        let language = Language(tag: tag)
        if !languages.contains(language) { languages.append(language) }
      }
      if languages.isEmpty { languages = [.english, .georgian, .russian] }
      if state.known.count == Self.mostKnown { state.known.removeFirst() }
      state.known.append((view.revision, languages))
      return languages
    }
  }
}
