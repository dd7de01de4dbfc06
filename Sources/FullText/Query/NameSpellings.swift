import Synchronization

/// The spellings of words in other scripts, and which of them an index holds: kept, because finding them costs more than a
/// small search.
///
/// Belongs to one index, whose views are told apart by their revisions. Thread-safe.
public final class NameSpellings: Sendable {
  struct Spelling: Sendable {
    let text: String
    let stem: [UInt8]
  }

  private struct Key: Hashable {
    let word: [UInt8]
    let languages: [Language]
  }

  private struct Known {
    let all: [Spelling]
    /// Those that occur at `revision`; nothing is known before the first look-up.
    var occurring: [Spelling] = []
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
  ) -> [Spelling] {
    guard word.kind == .word, !word.isStopWord, let exact = word.exacts.first else { return [] }
    let key = Key(word: exact, languages: languages)
    var entry = known.withLock { $0[key] } ?? Known(all: Self.make(exact, languages, analyzer))
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

  private static func occurs(_ spelling: Spelling, in view: IndexView, _ fields: [TextFieldID]) -> Bool {
    fields.contains { field in
      view.parts.contains { $0.segment.terms(field).find(spelling.stem) != nil }
    }
  }

  private static func make(
    _ exact: [UInt8], _ languages: [Language], _ analyzer: TextAnalyzer
  ) -> [Spelling] {
    var spellings: [Spelling] = []
    for target in Transliteration.Target.allCases {
      guard let language = languages.first(where: { $0.profile.scripts.contains(target.script) }) else {
        continue
      }
      for form in Transliteration.forms(of: exact, in: target) {
        analyzer.analyze(form.span, language: language)
        guard analyzer.tokens.count == 1, let token = analyzer.tokens.first else { continue }
        let stem = analyzer.lexicon.stem(token.word)
        if spellings.contains(where: { $0.stem == stem }) { continue }
        spellings.append(Spelling(text: String(decoding: form, as: UTF8.self), stem: stem))
      }
    }
    return spellings
  }
}
