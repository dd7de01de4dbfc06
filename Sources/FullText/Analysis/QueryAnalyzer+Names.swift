extension TextAnalyzer {
  /// The stems under which a word of a query, taken for a name, may stand in documents of another script.
  ///
  /// Only scripts that one of `languages` is written in are tried. Empty for stop words, figures and words of fewer than
  /// three letters. The stems are candidates: look them up, most are in no document. Overwrites `tokens`.
  /// - Complexity: O(letters × `Transliteration.maxForms`) a script.
  public func nameStems(of word: QueryWord, languages: [Language]) -> [[UInt8]] {
    guard word.kind == .word, !word.isStopWord, let exact = word.exacts.first else { return [] }
    var stems: [[UInt8]] = []
    for target in Transliteration.Target.allCases {
      guard let language = languages.first(where: { $0.profile.scripts.contains(target.script) }) else {
        continue
      }
      for form in Transliteration.forms(of: exact, in: target) {
        analyze(form.span, language: language)
        guard tokens.count == 1, let token = tokens.first else { continue }
        let stem = lexicon.stem(token.word)
        if !stems.contains(stem), !word.stems.contains(stem) { stems.append(stem) }
      }
    }
    return stems
  }
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
