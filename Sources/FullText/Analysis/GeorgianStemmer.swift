/// A light stemmer for Georgian: takes the forms of a noun, name or adjective to one stem.
///
/// An ending is a chain: stem, plural, case, postposition, particle. It is cut from the outside, each layer at
/// most once, so that თბილისი (whose root ends in -ის) keeps its root:
/// 1. the copula after a postposition (-შია, -ზეა) and the particles -ც, -ვე, -ღა;
/// 2. a postposition: -ში -ზე -თან -დან -მდე -ვით stand on the dative, instrumental or adverbial, whose own
///    ending is mostly silent; -თვის -გან -კენ -ადმი stand on the genitive, which is cut with them;
/// 3. without a postposition, one case ending: -მა/-მ, -ს, -ის, -ით, -ად/-დ, -თა (old plural), with the
///    emphatic -ა of the genitive and dative (-ისა, -ოსა);
/// 4. the plural -ებ- (and with it the -ება of verbal nouns, whose genitive is the plural's), old -ნი;
/// 5. the vowels ა, ე, ი at the end, which come and go by case (ქვეყანა, ქვეყნის; ორგანიზაცია, ორგანიზაციის);
///    ო and უ stay in every case and are kept;
/// 6. syncope: a stem in -ალ -ელ -ოლ -არ -ერ -ორ -ან -ენ -ონ -ამ -ემ -ომ loses its vowel in some cases
///    (მეგობარი, მეგობრის); the vowel is dropped in all.
///
/// What it does not know is the lexicon: -ნი, -თა, -ში can belong to a root. Guards on the length of what
/// remains and on the letter before decide; they follow which reading is the more frequent.
enum GeorgianStemmer {
  /// The stem of a word in Mkhedruli; the word itself when other letters stand in it.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard var letters = GeorgianWord(word), letters.count > 2 else { return word }
    cutParticle(&letters)
    if !cutPostposition(&letters) { cutCase(&letters) }
    cutPlural(&letters)
    cutVowels(&letters)
    syncopate(&letters)
    return letters.utf8
  }

  private static func cutParticle(_ word: inout GeorgianWord) {
    if rules.copulas.contains(where: word.ends), word.count > 4 { word.drop(1) }
    if word.ends(rules.too), word.isVowel(1), word.count > 4 { word.drop(1) }
    for particle in rules.particles where word.ends(particle) && word.count > 5 {
      if !word.ends(rules.month) { word.drop(particle.count) }
      return
    }
  }

  private static func cutPostposition(_ word: inout GeorgianWord) -> Bool {
    for ending in rules.onGenitive where word.ends(ending) && word.count >= ending.count + 2 {
      word.drop(ending.count)
      return true
    }
    for ending in rules.onOtherCases where word.ends(ending) && word.count >= ending.count + 2 {
      word.drop(ending.count)
      return true
    }
    return false
  }

  private static func cutCase(_ word: inout GeorgianWord) {
    for ending in rules.cases
    where word.ends(ending.letters) && word.count >= ending.letters.count + ending.keeps {
      let isVowel = word.isVowel(ending.letters.count)
      switch ending.after {
      case .anything: break
      case .vowel: guard isVowel else { continue }
      case .consonant: guard !isVowel else { continue }
      case .steadyVowel: guard word.has(rules.steadyVowels, ending.letters.count) else { continue }
      case .steadyOrE: guard word.has(rules.steadyOrE, ending.letters.count) else { continue }
      }
      if rules.wholeNominatives.contains(where: word.ends) { continue }
      return word.drop(ending.letters.count)
    }
  }

  private static func cutPlural(_ word: inout GeorgianWord) {
    var stem = word
    for _ in 0..<2 where stem.has(rules.weakVowels, 0) && !stem.ends(rules.plural) && stem.count > 2 {
      stem.drop(1)
    }
    if stem.ends(rules.plural), stem.count >= 4 {
      stem.drop(2)
      word = stem
    } else if word.ends(rules.oldPlural), word.has(rules.liquids, 2), word.count >= 7 {
      word.drop(2)
    }
  }

  private static func cutVowels(_ word: inout GeorgianWord) {
    for _ in 0..<2 where word.has(rules.weakVowels, 0) && word.count > 2 { word.drop(1) }
  }

  private static func syncopate(_ word: inout GeorgianWord) {
    guard word.count > 2, word.has(rules.sonorants, 0), word.has(rules.syncopated, 1), !word.isVowel(2) else {
      return
    }
    word.dropBeforeLast()
  }

  private static let rules = GeorgianRules()
}
