/// Stems Russian words: what Snowball leaves of them is brought closer together.
///
/// Snowball cuts endings but knows neither the vowel that comes and goes in a stem nor that a word without ending
/// may look as if it had one. Beside it:
/// 1. vowels left at the end are cut (батаре-я, батар-еи; музе-я, муз-ей);
/// 2. the fleeting о, е before к, ц, н, л, р is dropped (рынок, рынка; отец, отца; точка, точек; уровень, уровня), and
///    й, which stands for it behind a vowel before к and ц, too (боец, бойца; копейка, копеек); not that of nouns in -ение,
///    which would be adjectives (отделение, отдельный);
/// 3. a soft sign before the last consonant is dropped (палец, пальца);
/// 4. -ин of people falls (гражданин, граждане), whose bare -ян is no ending (россиян, Саргсян);
/// 5. the present of verbs in -овать and -еть has the stem of their infinitive (`RussianConjugation`);
/// 6. -сь of nouns is no reflexive (подпись, Беларусь);
/// 7. the -ен of a short adjective is no ending of a participle (известен, известный), where the letters before it tell them apart;
/// 8. frequent words that change in a way of their own are joined by list (`RussianIrregulars`).
enum RussianStemmer {
  /// The stem of a word.
  static func stem(_ word: [UInt8], snowball: ([UInt8]) -> [UInt8]) -> [UInt8] {
    if let stem = RussianIrregulars.words[word] { return stem }
    if word.count > 8, word.suffix(people.count).elementsEqual(people) { return word }
    guard let letters = CyrillicWord(word), letters.count > 3 else { return refine(snowball(word)) }
    if letters.ends(inOneOf: softNouns) { return refine(letters.dropping(1).utf8) }
    if letters.count > 5, letters.ends(inOneOf: shortAdjectives), !letters.ends(saved) { return refine(word) }
    let infinitive = RussianConjugation.infinitive(of: letters)
    return refine(snowball(infinitive?.utf8 ?? word), isWhole: isOfAction(letters))
  }

  /// The stem of what Snowball made of a word.
  ///
  /// - Parameter isWhole: whether its last vowel is in all of its forms.
  static func refine(_ stem: [UInt8], isWhole: Bool = false) -> [UInt8] {
    if let joined = RussianIrregulars.stems[stem] { return joined }
    guard var letters = CyrillicWord(stem) else { return stem }
    let length = letters.count
    while letters.count > 3, letters.isVowel(0) { letters.drop(1) }
    if letters.count < length, let joined = RussianIrregulars.stems[letters.utf8] { return joined }
    if letters.count > 5, letters.ends(inOneOf: person) { letters.drop(2) }
    if !isWhole { dropFleetingVowel(&letters) }
    return letters.utf8
  }

  /// The stems that a word of a query may stand for, `stem` first.
  ///
  /// Snowball takes the end of some roots for an ending, but only where the root stands bare (состав → соста,
  /// составе → состав; Иванов → иван, Иванова → иванов). The stem of the stem is what the bare root became;
  /// the word without its last vowel is what its other forms become. It takes the end of a short adjective for one, too (должен,
  /// должна), of which those behind ж, ч, ш are like no other word. Forms of a verb that have another root or another
  /// last consonant (`RussianVerbs`), and plurals of another root or of the young (котята), follow.
  static func readings(_ word: [UInt8], snowball: ([UInt8]) -> [UInt8]) -> [[UInt8]] {
    let stem = stem(word, snowball: snowball)
    var readings = [stem]
    guard let letters = CyrillicWord(word) else { return readings }
    func add(_ reading: [UInt8]) {
      if !reading.isEmpty, !readings.contains(reading) { readings.append(reading) }
    }
    if !RussianIrregulars.isKnown(word, stem: stem), RussianConjugation.infinitive(of: letters) == nil {
      var bare = letters
      if letters.count > 3, letters.isVowel(0) || letters.isSoft { bare.drop(1) }
      add(refine(snowball(snowball(word))))
      add(refine(bare.utf8, isWhole: isOfAction(letters)))
    }
    if let short = CyrillicWord(stem), short.count > 3, short.ends(adjective), short.isOne(of: hushers, 1) {
      add(short.dropping(1).utf8)
    }
    for form in RussianVerbs.otherForms(of: letters) { add(Self.stem(form.utf8, snowball: snowball)) }
    if let other = otherNumber(letters) { add(Self.stem(other.utf8, snowball: snowball)) }
    for related in RussianIrregulars.related[stem] ?? [] { add(related) }
    return readings
  }

  private static func dropFleetingVowel(_ word: inout CyrillicWord) {
    guard word.count > 3, word.isOne(of: fleetingBefore, 0) else { return }
    let isFleeting = word.isOne(of: fleeting, 1) && !word.isVowel(2) && !word.isOne(of: soft, 2)
    let isBehindVowel = word.isOne(of: shortE, 1) && word.isVowel(2) && word.isOne(of: diminutive, 0)
    let isSoft = word.isOne(of: softSign, 1) || word.isOne(of: shortI, 1) && word.isOne(of: diminutive, 0)
    if isFleeting || isBehindVowel || isSoft { word.dropBeforeLast() }
  }

  /// Whether a word is a noun in -ение in one of its cases.
  private static func isOfAction(_ word: CyrillicWord) -> Bool {
    word.count > 5 && word.ends(inOneOf: actions)
  }

  /// котенок for котята, медвежонок for медвежата, and the other way round.
  private static func otherNumber(_ word: CyrillicWord) -> CyrillicWord? {
    for (one, several) in young {
      if let root = word.root(before: one) { return root + several.words[0] }
      if let root = word.root(before: several) { return root + one.words[0] }
    }
    return nil
  }

  private static let young = [
    (CyrillicEndings("енок енка енку енком енке"), CyrillicEndings("ята ят ятам ятами ятах")),
    (CyrillicEndings("онок онка онку онком онке"), CyrillicEndings("ата ат атам атами атах")),
  ]
  private static let softNouns = CyrillicEndings("пись русь смесь помесь окись гусь карась рысь")
  private static let shortAdjectives = CyrillicEndings(
    """
    обен ебен упен ивен авен овен езен озен ересен удесен гласен пасен расен жасен стен ятен антен ентен атен оден уден реден
    телен иален нален рален тален лярен
    """)
  /// A participle that ends like опасен.
  private static let saved = CyrillicWord(rule: "спасен")
  private static let fleetingBefore = CyrillicLetters("кцнлр")
  private static let fleeting = CyrillicLetters("ео")
  private static let soft = CyrillicLetters("ьй")
  private static let softSign = CyrillicLetters("ь")
  private static let shortI = CyrillicLetters("й")
  private static let actions = CyrillicEndings("ение ения ению ением ении ений ениям ениями ениях")
  private static let shortE = CyrillicLetters("е")
  private static let diminutive = CyrillicLetters("кц")
  private static let adjective = CyrillicWord(rule: "н")
  private static let hushers = CyrillicLetters("жчш")
  private static let people = Array("ян".utf8)
  private static let person = CyrillicEndings("анин янин")
}
