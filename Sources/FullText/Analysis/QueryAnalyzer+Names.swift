extension TextAnalyzer {
  /// How a word of a query, taken for a name, may be written in documents of another script.
  ///
  /// All scripts are tried, for a text may quote a name in the script of another language than its own. Empty for stop words, figures and words of fewer than
  /// three letters. The spellings are candidates: look them up, most are in no document. Overwrites `tokens`.
  /// - Complexity: O(letters × `Transliteration.maxForms`) a script.
  func nameSpellings(of word: QueryWord, languages: [Language]) -> [NameSpelling] {
    guard word.kind == .word, !word.isStopWord, let exact = word.exacts.first else { return [] }
    let known = Exonyms.spellings(of: word)
    var spellings: [NameSpelling] = []
    for target in Transliteration.Target.allCases {
      // Where no language is written in the script, its words are what one of the languages makes of foreign ones.
      let language =
        languages.first { $0.profile.scripts.contains(target.script) } ?? languages.first ?? .undetermined
      let exonyms = known.filter { $0.unicodeScalars.first.map { Script($0.value) } == target.script }
      let forms = Transliteration.forms(of: exact, in: target).map { String(decoding: $0, as: UTF8.self) }
      for form in exonyms + forms {
        analyze(form, language: language)
        guard tokens.count == 1, let token = tokens.first else { continue }
        let stem = lexicon.stem(token.word)
        if word.stems.contains(stem) || spellings.contains(where: { $0.stem == stem }) { continue }
        spellings.append(NameSpelling(text: form, stem: stem))
      }
    }
    return spellings
  }
}

/// A name as another script writes it, and the stem under which it stands in documents.
struct NameSpelling: Sendable {
  let text: String
  let stem: [UInt8]
}

extension Transliteration.Target {
  var script: Script {
    switch self {
    case .latin: .latin
    case .cyrillic: .cyrillic
    case .georgian: .georgian
    }
  }
}
