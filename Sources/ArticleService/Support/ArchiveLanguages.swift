import Catalog
import FullText
import GRPC
import Synchronization

/// The languages that an archive holds: those in which the words of a query are understood.
///
/// A language counts from its first article on; how many articles each has is counted again when the archive has changed, at most
/// once a second.
final class ArchiveLanguages: Sendable {
  private struct State {
    /// At which revision the articles were counted.
    var revision: UInt64?
    /// Up to which revision no language has come since.
    var checked: UInt64?
    var tags: Set<String> = []
    var languages: [Language] = []
    var counted: ContinuousClock.Instant?
  }

  private let state = Mutex(State())

  /// The languages of a view, most articles first; the three of the newsroom for an empty one.
  func languages(of view: CatalogView) -> [Language] {
    state.withLock { state in
      if state.revision == view.revision { return state.languages }
      let now = ContinuousClock.now
      let isRecent = state.counted.map { now - $0 < .seconds(1) } == true
      if isRecent, state.checked == view.revision { return state.languages }
      let tags = view.index.storedValues(in: ArticleSchema.language)
      if !isRecent || !tags.isSubset(of: state.tags) {
        state.counted = now
        state.revision = view.revision
        state.languages = Self.count(view)
      }
      state.tags = tags
      state.checked = view.revision
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
