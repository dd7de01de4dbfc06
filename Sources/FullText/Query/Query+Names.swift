import Synchronization

extension Searcher {
  /// What a spelling in another script counts, beside the one that was asked for.
  private static let otherScriptFactor: Float = 0.7

  /// The query with names as the scripts of other languages write them: Kobakhidze, კობახიძე, Кобахидзе.
  ///
  /// Which word is a name nobody says; a spelling that no document holds is left out, so most words stay alone.
  /// - Parameters:
  ///   - view: where a spelling has to occur in one of `fields`; every spelling is taken when nil.
  ///   - languages: those whose scripts are tried.
  /// - Complexity: O(words × spellings) look-ups; the spellings of a word are made once and kept.
  public func expandNames(
    _ query: Query, in view: IndexView?, fields: [TextFieldID], languages: [Language]
  ) -> Query {
    query.replacingWords { text in
      let words = analyzer.queryWords(text, languages: languages)
      guard words.count == 1 else { return .word(text) }
      let spellings = NameSpellings.shared.spellings(of: words[0], languages, analyzer).filter { spelling in
        guard let view else { return true }
        return fields.contains { field in
          view.parts.contains { $0.segment.terms(field).find(spelling.stem) != nil }
        }
      }
      if spellings.isEmpty { return .word(text) }
      return .or([.word(text)] + spellings.map { .boosted(.word($0.text), Self.otherScriptFactor) })
    }
  }
}

/// The spellings of words in other scripts, made once a word: making them costs more than looking them up.
final class NameSpellings: Sendable {
  struct Spelling: Sendable {
    let text: String
    let stem: [UInt8]
  }

  private struct Key: Hashable {
    let word: [UInt8]
    let languages: [Language]
  }

  static let shared = NameSpellings()
  private static let capacity = 8192
  private let known = Mutex<[Key: [Spelling]]>([:])

  /// None for stop words, figures, short words and words whose script has no rules.
  func spellings(of word: QueryWord, _ languages: [Language], _ analyzer: TextAnalyzer) -> [Spelling] {
    guard word.kind == .word, !word.isStopWord, let exact = word.exacts.first else { return [] }
    let key = Key(word: exact, languages: languages)
    if let spellings = known.withLock({ $0[key] }) { return spellings }
    let made = Self.make(exact, languages, analyzer)
    known.withLock { known in
      if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
      known[key] = made
    }
    return made
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
