/// The stemmers of one analyzer, made when first used; a handle for each Snowball language.
struct Stemmers {
  private var snowball: [Language: SnowballStemmer] = [:]

  /// The stem of a word: from its case-folded form, marks on, and its exact form.
  mutating func stem(_ folded: [UInt8], exact: [UInt8], language: Language) -> [UInt8] {
    switch language.profile.stemmer {
    case .none: return exact
    case .georgian: return GeorgianStemmer.stem(exact)
    case .snowball(let algorithm):
      guard let stemmer = stemmer(algorithm, of: language) else { return exact }
      switch language {
      case .russian: return RussianStemmer.refine(stemmer.stem(exact))
      case .english: return stemmer.stem(exact)
      default:
        let stem = Normalizer.foldMarks(stemmer.stem(folded), kept: language.keptLetters)
        return stem.isEmpty ? exact : stem
      }
    }
  }

  /// The stems that a word of a query may have in documents: `stem`, then what an ending that may be none gives.
  mutating func readings(_ exact: [UInt8], stem: [UInt8], language: Language) -> [[UInt8]] {
    switch language {
    case .georgian: return GeorgianStemmer.readings(exact)
    case .russian:
      guard let stemmer = stemmer("russian", of: language) else { return [stem] }
      return RussianStemmer.readings(exact, snowball: stemmer.stem)
    default: return [stem]
    }
  }

  private mutating func stemmer(_ algorithm: String, of language: Language) -> SnowballStemmer? {
    if let known = snowball[language] { return known }
    let made = SnowballStemmer(algorithm)
    snowball[language] = made
    return made
  }
}
