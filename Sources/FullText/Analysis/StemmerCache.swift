import CStemmer

/// The stemmers that one analyzer has used, one handle an algorithm.
struct StemmerCache: ~Copyable {
  private var snowball: [String: SnowballStemmer] = [:]

  /// The stem of a normalised word.
  mutating func stem(_ word: [UInt8], language: Language) -> [UInt8] {
    guard let kind = kind(of: word, language: language) else { return word }
    switch kind {
    case .none, .georgian: return word
    case .snowball(let algorithm):
      if snowball[algorithm] == nil { snowball[algorithm] = SnowballStemmer(algorithm) }
      return snowball[algorithm]?.stem(word) ?? word
    }
  }

  private func kind(of word: [UInt8], language: Language) -> StemmerKind? {
    guard let letter = String(decoding: word, as: UTF8.self).unicodeScalars.first else { return nil }
    let script = Script(letter.value)
    let profile = language.profile
    return profile.scripts.contains(script) ? profile.stemmer : script.defaultStemmer
  }
}
