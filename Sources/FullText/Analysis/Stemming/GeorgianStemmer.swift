/// A light stemmer for Georgian: takes the forms of a noun, name or adjective to one stem.
///
/// An ending is a chain: stem, plural, case, postposition, particle. It is cut from the outside, each layer at
/// most once, so that თბილისი (whose root ends in -ის) keeps its root:
/// 1. the copula -ა of a predicate (-შია, -ზეა, -ისაა, -აა) and the particles -ც, -ვე, -ღა, with the vowel that
///    joins them to a consonant (-საც, -თვისაც, -დანაც);
/// 2. a postposition: -ში -ზე -თან -დან -მდე -ვით stand on the dative, instrumental or adverbial, whose own
///    ending is mostly silent; -თვის -გან -კენ -ადმი -ებრ stand on the genitive, which is cut with them, as is the instrumental with -თურთ;
/// 3. without a postposition, one case ending: -მა/-მ, -ს, -ის, -ით, -ად/-დ, -თა (old plural), -ისას (while),
///    and those with the emphatic -ა (-ისა, -სა);
/// 4. the plural -ებ- (and with it the -ება of verbal nouns, whose genitive is the plural's; twice for their own
///    plural, -ებებ-), its vocative -ებო, the old plural -ნი behind a consonant, -ანი;
/// 5. the vowels ა, ე, ი at the end, which come and go by case (ქვეყანა, ქვეყნის; ორგანიზაცია, ორგანიზაციის);
///    ო and უ stay in every case and are kept;
/// 6. the degree უ-…-ეს- (უძველესი, from ძველი);
/// 7. syncope: a stem in -ალ -ელ -ოლ -არ -ერ -ორ -ან -ენ -ონ -ამ -ემ -ომ loses its vowel in some cases
///    (მეგობარი, მეგობრის), or turns it into ვ (მინდორი, მინდვრის); the vowel is dropped in all, and ვ before რ with it
///    (საზღვარი, საზღვრის). Roots of one vowel between two consonants keep it (ქარი, ქარის), but for წელი and ხანი;
/// 8. a few frequent nouns change in ways of their own and are joined by list (ამბავი, ამბის; ღვინო, ღვინის).
///
/// Of verbs it takes off what marks person and number of the finite forms (`cutPerson`), not what stands before the root.
///
/// What it does not know is the lexicon: -ის, -თა, -ში can belong to a root. Guards on the length of what
/// remains, on the letter before, and short lists of frequent roots decide; a query asks for the other reading
/// as well (`readings`).
enum GeorgianStemmer {
  /// The stem of a word in Mkhedruli; the word itself when other letters stand in it.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard let letters = GeorgianWord(word), letters.count > 2 else { return word }
    return stem(letters, cutsCase: true).utf8
  }

  /// The stems that a word of a query may stand for, `stem` first. The others are
  /// - the stem if its end is no case ending but part of the root, as in the bare adjective of ძირითად საკითხს;
  /// - the stem of an adjective without its ending, which stands so before a noun and looks like a case (უარყოფითი, უარყოფით);
  /// - what -სთან leaves of a root in -ს, and the other way round (`cutPostposition` has to choose);
  /// - what `verbReadings` gives;
  /// - the old plural of a word in a vowel, and the other way round (`oldPluralReadings`);
  /// - degrees of another root (კარგი, უკეთესი).
  static func readings(_ word: [UInt8]) -> [[UInt8]] {
    guard let letters = GeorgianWord(word), letters.count > 2 else { return [word] }
    let stem = stem(letters, cutsCase: true)
    var readings = [stem, Self.stem(letters, cutsCase: false)]
    if rules.adjectives.contains(where: letters.ends), letters.count > 5 {
      readings.append(Self.stem(letters.dropping(1)))
    }
    if let other = otherRootInS(letters, stem: stem) { readings.append(other) }
    readings += verbReadings(letters, stem: stem) + oldPluralReadings(letters)
    readings += rules.related.first { $0.contains(stem) } ?? []
    var distinct: [[UInt8]] = []
    for reading in readings.map(\.utf8) where !distinct.contains(reading) { distinct.append(reading) }
    return distinct
  }

  /// What the other reading of -სთან gives: the root in -ს of ატლასთან, and for the forms of such a root what that is taken for.
  private static func otherRootInS(_ letters: GeorgianWord, stem: GeorgianWord) -> GeorgianWord? {
    var other = letters
    if letters.ends(rules.withDative), letters.count > rules.withDative.count + 2 {
      other.drop(rules.with.count)
      return other
    }
    guard stem.count > 3, stem.has(rules.s, 0), stem.has(rules.beforeS, 1) else { return nil }
    other = stem
    other.drop(1)
    cutVowels(&other)
    syncopate(&other)
    return other
  }

  /// The stem of a form that a rule has made.
  static func stem(_ letters: GeorgianWord) -> GeorgianWord { stem(letters, cutsCase: true) }

  private static func stem(_ letters: GeorgianWord, cutsCase: Bool) -> GeorgianWord {
    var word = letters
    cutParticle(&word)
    if cutsCase, !cutPerson(&word), !isBareRoot(word), !cutPostposition(&word) { cutCase(&word) }
    if let whole = rules.irregular[word] { return whole }
    cutPlural(&word)
    cutVowels(&word)
    cutDegree(&word)
    levelVerb(&word)
    if word == rules.not { return letters }
    if let whole = rules.irregular[word] { return whole }
    syncopate(&word)
    return word
  }

  private static func cutParticle(_ word: inout GeorgianWord) {
    let length = word.count
    if word.ends(rules.too), word.isVowel(1), length > 3 {
      word.drop(1)
    } else if word.ends(rules.emphaticToo), word.isVowel(2), length > 6 {
      word.drop(2)
    } else if word.ends(rules.copulaOnVowel) || rules.copulas.contains(where: word.ends), length > 4 {
      word.drop(1)
    } else if let particle = rules.particles.first(where: word.ends), length > 5, !word.ends(rules.month) {
      word.drop(particle.count)
    }
    guard word.count < length else { return }
    if rules.joined.contains(where: word.ends) || isJoined(word, to: length) { word.drop(1) }
  }

  /// Whether ა joins -ც to an ergative or dative (მთავრობამაც, წელსაც), and is not the end of a noun (პროგრამაც, პრესაც).
  private static func isJoined(_ word: GeorgianWord, to length: Int) -> Bool {
    guard word.count == length - 1 else { return false }
    if word.ends(rules.ergative) {
      return word.isVowel(2) && !isWholeNominative(word)
        && !rules.nounsLikeErgatives.contains(where: word.ends)
    }
    return word.ends(rules.dative) && !rules.nounsLikeDatives.contains(where: word.ends)
  }

  /// Whether an adjective without ending only looks like a case form.
  private static func isBareRoot(_ word: GeorgianWord) -> Bool {
    rules.bareRoots.contains(where: word.ends) || isDegree(word)
  }

  private static func isWholeNominative(_ word: GeorgianWord) -> Bool {
    rules.wholeNominatives.contains(where: word.ends) || rules.wholeWords.contains(word)
  }

  /// -სთან is -თან on the dative of a vowel (მთავრობასთან) or on a root in -ს (პროცესთან); the ends of such roots decide.
  private static func cutPostposition(_ word: inout GeorgianWord) -> Bool {
    if isWholeNominative(word) { return false }
    if word.ends(rules.with) {
      var root = word
      root.drop(rules.with.count)
      if root.count > 2, rules.rootsInS.contains(where: root.ends) {
        word = root
        return true
      }
    }
    for ending in rules.postpositions where word.ends(ending.letters) && ending.fits(word) {
      word.drop(ending.letters.count)
      return true
    }
    return false
  }

  private static func cutCase(_ word: inout GeorgianWord) {
    if isWholeNominative(word) { return }
    for ending in rules.cases where word.ends(ending.letters) && ending.fits(word) {
      return word.drop(ending.letters.count)
    }
  }

  private static func cutPlural(_ word: inout GeorgianWord) {
    if rules.oldPlurals.contains(where: word.ends) {
      word.drop(3)
    } else if isOldPlural(word) {
      return word.drop(2)
    }
    if word.count > 5, word.ends(rules.calledPlural), !word.begins(rules.purpose) { word.drop(1) }
    for _ in 0..<2 {
      var stem = word
      while stem.has(rules.weakVowels, 0), stem.count > 4 { stem.drop(1) }
      guard stem.ends(rules.plural), stem.count >= 4 else { return }
      stem.drop(2)
      word = stem
    }
  }

  /// Whether a word ends in the old plural behind a consonant (კაცნი, გმირნი); behind a vowel most -ნი belong to roots.
  private static func isOldPlural(_ word: GeorgianWord) -> Bool {
    word.count > 4 && word.ends(rules.oldPlural) && !word.isVowel(2)
      && !rules.rootsLikeOldPlurals.contains(where: word.ends)
      && !rules.wordsLikeOldPlurals.contains(word)
  }

  /// The stem of the old plural of a word in a vowel (ქვეყანა, ქვეყანანი), and that of the word for the plural. The shorter a word,
  /// the likelier is another one that only looks like its plural (რომანი is nothing of რომ).
  private static func oldPluralReadings(_ word: GeorgianWord) -> [GeorgianWord] {
    if word.isVowel(0), !word.has(GeorgianRules.i, 0) {
      let isLong = word.count > (word.has(GeorgianRules.steady, 0) ? 4 : 3)
      return isLong || word.count == 3 && !word.isVowel(1) && !word.isVowel(2)
        ? [stem(word + rules.oldPlural)] : []
    }
    guard word.count > 6, word.ends(rules.oldPlural), word.isVowel(2), !word.has(GeorgianRules.i, 2) else {
      return []
    }
    return [stem(word.dropping(rules.oldPlural.count))]
  }

  private static func cutVowels(_ word: inout GeorgianWord) {
    for _ in 0..<2 where word.has(rules.weakVowels, 0) && word.count > 2 { word.drop(1) }
  }

  private static func isDegree(_ word: GeorgianWord) -> Bool {
    word.count > 5 && word.ends(rules.degree) && word.begins(rules.degreePrefix)
  }

  private static func cutDegree(_ word: inout GeorgianWord) {
    guard isDegree(word) else { return }
    word.drop(2)
    word.dropFirst()
  }

  private static func syncopate(_ word: inout GeorgianWord) {
    guard word.count > 3 || rules.shortSyncopated.contains(word), word.has(rules.sonorants, 0),
      !word.isVowel(2)
    else { return }
    if word.has(rules.syncopated, 1) { word.dropBeforeLast() }
    if word.count > 3, word.ends(rules.hiddenVowel), !word.isVowel(2) { word.dropBeforeLast() }
  }

  static let rules = GeorgianRules()
}
