/// A light stemmer for Ukrainian, for which Snowball has none: takes the forms of a noun, name or adjective to one stem.
///
/// 1. A case ending is cut, the longest that leaves three letters.
/// 2. Vowels, й and the soft sign left at the end are cut (герой, героя; Росія, Росій), and a doubled consonant is written once
///    (значення, значень).
/// 3. -іст is -ост (незалежність, незалежності), and the fleeting о, е before к, ц, н, л, р is dropped (ринок, ринку;
///    українець, українця).
///
/// What changes inside a stem serves queries only, as other readings (`readings`): і for о and е in a closed syllable (Київ,
/// Києва), ц, з, с for к, г, х before -і (Прага, Празі), and the forms of verbs.
enum UkrainianStemmer {
  /// The stem of a word; the word itself when other letters stand in it.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard let letters = CyrillicWord(ukrainian: word), letters.count > 2 else { return word }
    return stem(letters).utf8
  }

  /// The stems that a word of a query may stand for, `stem` first.
  static func readings(_ word: [UInt8]) -> [[UInt8]] {
    guard let letters = CyrillicWord(ukrainian: word), letters.count > 2 else { return [word] }
    let stem = stem(letters)
    var readings = [stem]
    for changed in [stem, letters] { readings += vowels(changed) }
    readings += consonants(stem, letters)
    // Харкові is a dative of Хар- as well as a locative of Харків.
    if letters.ends(inOneOf: datives), letters.count > 4 { readings.append(letters.dropping(1)) }
    // Харкова for Харків, of which the ending of a genitive plural is cut.
    if let root = stem.root(before: possessive), root.count > 2, !letters.ends(inOneOf: adjectives) {
      readings.append(root)
    }
    readings += UkrainianVerbs.otherForms(of: letters).map { Self.stem($0) }
    var distinct: [[UInt8]] = []
    for reading in readings.map(\.utf8) where !distinct.contains(reading) { distinct.append(reading) }
    return distinct
  }

  private static func stem(_ letters: CyrillicWord) -> CyrillicWord {
    if let whole = irregular[letters] { return whole }
    var word = UkrainianVerbs.infinitive(of: letters) ?? letters
    word = word.root(before: endings, least: 3) ?? word
    while word.count > 3, word.isVowel(0) || word.isOne(of: soft, 0) { word.drop(1) }
    if word.count > 3, !word.isVowel(0), word.letter(0) == word.letter(1) {
      word.drop(1)
    }
    if word.count > 5, word.ends(quality) { return word.replacing(2, by: o) }
    if word.count > 3, word.isOne(of: fleetingBefore, 0), word.isOne(of: fleeting, 1), !word.isVowel(2) {
      word.dropBeforeLast()
      if word.isOne(of: soft, 1) { word.dropBeforeLast() }
    } else if word.count > 3, word.isOne(of: fleetingBefore, 0), word.isOne(of: soft, 1) {
      word.dropBeforeLast()
    }
    return word
  }

  /// The word with the other vowel in its last syllable.
  private static func vowels(_ word: CyrillicWord) -> [CyrillicWord] {
    guard let place = (0..<word.count).first(where: word.isVowel), place > 0, place < 4, word.count > 2 else {
      return []
    }
    return (alternations[word.letter(place)] ?? []).map { word.replacing(place, by: $0) }
  }

  /// The stem with the consonant that it has before -і, and the other way round.
  private static func consonants(_ stem: CyrillicWord, _ word: CyrillicWord) -> [CyrillicWord] {
    guard stem.count > 2 else { return [] }
    let last = stem.letter(0)
    let other = word.ends(locative) ? hardened[last] : softened[last]
    return other.map { [stem.replacing(0, by: $0)] } ?? []
  }

  private static let endings = CyrillicEndings(
    """
    іями іми ього ьому ьими ями ами ові еві єві ією ьою ого ому ими іях іям ьої ьої ів їв ом ем єм ам ям ах ях им ім їм их іх їх ій
    ою ею єю ої ії ія ію ей єй ий а у і о е є и ю я ї ь й
    """)
  private static let possessive = CyrillicEndings("ов ев єв")
  private static let datives = CyrillicEndings("ові еві єві")
  private static let adjectives = CyrillicEndings("ий ого ому им их ими ої ій ою і е")
  private static let quality = CyrillicWord(rule: "іст")
  private static let locative = CyrillicWord(rule: "і")
  private static let o = CyrillicWord(rule: "о").letter(0)
  private static let soft = CyrillicLetters("ьй")
  private static let fleetingBefore = CyrillicLetters("кцнлр")
  private static let fleeting = CyrillicLetters("ео")
  private static let alternations = pairs("іо іе оі еі їє єї")
  private static let softened = pairs("кц гз хс").mapValues { $0[0] }
  private static let hardened = pairs("цк зг сх").mapValues { $0[0] }

  private static func pairs(_ pairs: String) -> [UInt8: [UInt8]] {
    var others: [UInt8: [UInt8]] = [:]
    for pair in CyrillicWord.list(pairs) { others[pair.letter(1), default: []].append(pair.letter(0)) }
    return others
  }

  /// Frequent nouns that change in a way of their own.
  private static let irregular: [CyrillicWord: CyrillicWord] = {
    let nouns = [
      "день дня дню днем дні днів дням днями днях",
      "тиждень тижня тижню тижнем тижні тижнів тижням тижнями тижнях",
      "мати матері матір матірю матерів матерям матерями",
      "людина людини людину людиною людині люди людей людям людьми людях",
      "дитина дитини дитину дитиною дитині діти дітей дітям дітьми дітях", "час часу часом часі часи часів",
      "імя імені іменем імена імен іменам іменами", "рік року роком році роки років рокам роками роках",
      "друг друга другові другом друзі друзів друзям друзями",
    ].map { CyrillicWord.list($0) }
    var irregular: [CyrillicWord: CyrillicWord] = [:]
    for forms in nouns {
      for form in forms { irregular[form] = forms[0] }
    }
    return irregular
  }()
}
