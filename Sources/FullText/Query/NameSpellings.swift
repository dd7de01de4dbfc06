import Synchronization

/// The spellings of words in other scripts, and which of them an index holds: kept, because finding them costs more than a
/// small search.
///
/// Belongs to one index, whose views are told apart by their revisions. Thread-safe.
public final class NameSpellings: Sendable {
  private struct Key: Hashable {
    let word: [UInt8]
    let languages: [Language]

    func hash(into hasher: inout Hasher) {
      word.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private struct Known {
    let all: [NameSpelling]
    /// Those that occur at `revision`; nothing is known before the first look-up.
    var occurring: [NameSpelling] = []
    var revision: UInt64?
  }

  private static let capacity = 8192
  private let known = Mutex<[Key: Known]>([:])

  /// Nothing known yet.
  public init() {}

  /// The spellings of a word that occur in one of `fields` of a view; all of them without a view.
  ///
  /// None for stop words, figures, short words and words whose script has no rules.
  func spellings(
    of word: QueryWord, _ languages: [Language], _ analyzer: TextAnalyzer, in view: IndexView?,
    _ fields: [TextFieldID]
  ) -> [NameSpelling] {
    guard word.kind == .word, !word.isStopWord, let exact = word.exacts.first else { return [] }
    let key = Key(word: exact, languages: languages)
    var entry =
      known.withLock { $0[key] } ?? Known(all: analyzer.nameSpellings(of: word, languages: languages))
    guard let view else { return entry.all }
    if entry.revision == view.revision { return entry.occurring }
    entry.occurring = entry.all.filter { Self.occurs($0, in: view, fields) }
    entry.revision = view.revision
    let found = entry
    known.withLock { known in
      if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
      known[key] = found
    }
    return found.occurring
  }

  private static func occurs(_ spelling: NameSpelling, in view: IndexView, _ fields: [TextFieldID]) -> Bool {
    fields.contains { field in
      view.parts.contains { $0.segment.find(spelling.stem, in: field) != nil }
    }
  }
}
