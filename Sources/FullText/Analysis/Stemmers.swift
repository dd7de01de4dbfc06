/// The stemmers of one analyzer, made when first used; a handle for each Snowball language.
struct Stemmers {
  private var snowball: [Language: SnowballStemmer] = [:]

  /// The stem of a case-folded word in the rules of a language, marks folded.
  mutating func stem(_ folded: [UInt8], exact: [UInt8], language: Language) -> [UInt8] {
    switch language.profile.stemmer {
    case .none: return exact
    case .georgian: return GeorgianStemmer.stem(exact)
    case .snowball(let algorithm):
      guard let stemmer = stemmer(algorithm, of: language) else { return exact }
      let isPlain = language == .english || language == .russian
      let stem = Normalizer.foldMarks(stemmer.stem(isPlain ? exact : folded), kept: language.keptLetters)
      return stem.isEmpty ? exact : stem
    }
  }

  private mutating func stemmer(_ algorithm: String, of language: Language) -> SnowballStemmer? {
    if let known = snowball[language] { return known }
    let made = SnowballStemmer(algorithm)
    snowball[language] = made
    return made
  }
}
