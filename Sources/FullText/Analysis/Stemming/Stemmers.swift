/// The stemmers of one analyzer, made when first used; a handle for each Snowball language.
struct Stemmers {
  /// By `Language.rawValue`; nil where none was asked for yet.
  private var made: [Stemmer?] = []

  private enum Stemmer {
    case none
    case georgian
    case korean
    case ukrainian
    case english(SnowballStemmer)
    case russian(SnowballStemmer)
    case other(SnowballStemmer)
  }

  /// The stem of a word: from its case-folded form, marks on, and its exact form.
  mutating func stem(_ folded: [UInt8], exact: [UInt8], language: Language) -> [UInt8] {
    switch stemmer(of: language) {
    case .none: return exact
    case .georgian: return GeorgianStemmer.stem(exact)
    case .korean: return KoreanStemmer.stem(exact)
    case .ukrainian: return UkrainianStemmer.stem(exact)
    case .russian(let snowball): return RussianStemmer.stem(exact, snowball: snowball.stem)
    case .english(let snowball): return EnglishStemmer.stem(exact, snowball: snowball.stem)
    case .other(let snowball):
      let stem = Normalizer.foldMarks(snowball.stem(folded), kept: language.keptLetters)
      return stem.isEmpty ? exact : stem
    }
  }

  /// The stems that a word of a query may have in documents: `stem`, then what an ending that may be none gives. The first `sure`
  /// of them are equally likely.
  mutating func readings(
    _ exact: [UInt8], stem: [UInt8], language: Language
  ) -> (stems: [[UInt8]], sure: Int) {
    switch stemmer(of: language) {
    case .georgian: return (GeorgianStemmer.readings(exact), 1)
    case .ukrainian: return (UkrainianStemmer.readings(exact), 1)
    case .russian(let snowball): return (RussianStemmer.readings(exact, snowball: snowball.stem), 1)
    case .english(let snowball): return EnglishStemmer.readings(exact, stem: stem, snowball: snowball.stem)
    default: return ([stem], 1)
    }
  }

  private mutating func stemmer(of language: Language) -> Stemmer {
    let number = Int(language.rawValue)
    if number < made.count, let stemmer = made[number] { return stemmer }
    let stemmer = Self.make(language)
    while made.count <= number { made.append(nil) }
    made[number] = stemmer
    return stemmer
  }

  private static func make(_ language: Language) -> Stemmer {
    switch language.profile.stemmer {
    case .none: return .none
    case .georgian: return .georgian
    case .korean: return .korean
    case .ukrainian: return .ukrainian
    case .snowball(let algorithm):
      guard let snowball = SnowballStemmer(algorithm) else { return .none }
      return switch language {
      case .english: .english(snowball)
      case .russian: .russian(snowball)
      default: .other(snowball)
      }
    }
  }
}
