import Catalog
import FullText
import GRPC
import Synchronization

/// The languages that an archive holds: those in which the words of a query are understood.
///
/// Counted again when the archive has changed since, at most once a second.
final class ArchiveLanguages: Sendable {
  private struct State {
    var revision: UInt64?
    var languages: [Language] = []
    var counted: ContinuousClock.Instant?
  }

  private let state = Mutex(State())

  /// The languages of a view, most articles first; the three of the newsroom for an empty one.
  func languages(of view: CatalogView) -> [Language] {
    state.withLock { state in
      if state.revision == view.revision { return state.languages }
      let now = ContinuousClock.now
      if let counted = state.counted, now - counted < .seconds(1), !state.languages.isEmpty {
        return state.languages
      }
      state.revision = view.revision
      state.counted = now
      state.languages = Self.count(view)
      return state.languages
    }
  }

  private static func count(_ view: CatalogView) -> [Language] {
    let counts = view.index.values(in: ArticleSchema.language)
    let tags = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var languages: [Language] = []
    for tag in tags {
      let language = Language(tag: tag)
      if !languages.contains(language) { languages.append(language) }
    }
    return languages.isEmpty ? [.english, .georgian, .russian] : languages
  }
}
