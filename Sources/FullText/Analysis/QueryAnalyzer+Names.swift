extension TextAnalyzer {
  /// How a word of a query, taken for a name, may be written in documents of another script.
  ///
  /// All scripts are tried, for a text may quote a name in the script of another language than its own. Empty for stop
  /// words, figures and words of fewer than three letters. The spellings are candidates: look them up, most are in no
  /// document. Overwrites `tokens`.
  /// - Complexity: O(letters × `Transliteration.maxForms` × languages) a script.
  func nameSpellings(of word: QueryWord, languages: [Language]) -> [NameSpelling] {
    guard word.kind == .word, !word.isStopWord, let exact = word.exacts.first else { return [] }
    let known = Exonyms.spellings(of: word)
    var spellings: [NameSpelling] = []
    var seen = Set(word.stems)
    let isUkrainianHeld = languages.contains(Language(tag: "uk"))
    for target in Transliteration.Target.allCases where target != .ukrainian || isUkrainianHeld {
      let exonyms = known.filter { $0.unicodeScalars.first.map { Script($0.value) } == target.script }
      let forms = Transliteration.forms(of: exact, in: target).map { String(decoding: $0, as: UTF8.self) }
      for form in exonyms + forms {
        let words = queryWords(form, languages: languages)
        guard words.count == 1 else { continue }
        let stems = words[0].spelledStems.map(\.term).filter { stem in
          (exonyms.isEmpty || exonyms.contains(form) || Self.isNameLike(stem)) && seen.insert(stem).inserted
        }
        if !stems.isEmpty { spellings.append(NameSpelling(text: form, stems: stems)) }
      }
    }
    return spellings
  }

  /// Whether a stem is long enough for a spelling made by letters of a name whose usual one is known: Tokyo is Токио, and
  /// Токё, of which ток would be left, is other words.
  private static func isNameLike(_ stem: [UInt8]) -> Bool { stem.count { $0 & 0xC0 != 0x80 } > 3 }
}

extension QueryWord {
  /// The stems of a word that is another's spelling in another script, with what an occurrence of each counts for. Of its
  /// less likely readings those that leave enough of it to be a name.
  var spelledStems: [(term: [UInt8], factor: Float)] {
    zip(stems, weights).filter { stem, weight in
      weight >= 1 || stem.count { $0 & 0xC0 != 0x80 } >= Self.leastSpelledLetters
    }.map { (term: $0, factor: $1) }
  }

  private static let leastSpelledLetters = 3
}

/// A name as another script writes it, and the stems under which it stands in documents of the languages asked for.
struct NameSpelling: Sendable {
  let text: String
  let stems: [[UInt8]]
}

extension Transliteration.Target {
  var script: Script {
    switch self {
    case .latin: .latin
    case .cyrillic, .ukrainian: .cyrillic
    case .georgian: .georgian
    }
  }
}
