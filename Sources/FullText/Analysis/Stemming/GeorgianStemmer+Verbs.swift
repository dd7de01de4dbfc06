/// What tells the finite forms of one verb apart: person and number at the end, mood and tense before them.
///
/// Only endings that nouns do not have are taken off; those that look like cases (-ს, -ა, -ე, -ის) are cut as such.
/// The preverb is kept, for it makes another verb, and so is the vowel behind it (მი-ი-ღო); a query tries the verbal noun,
/// which lacks that vowel, as another reading (`verbReadings`).
extension GeorgianStemmer {
  /// Takes off the end of a form that only a verb has: -ნენ, -ენ, -იან of several people, -და, -ოდა of the past, -დი, -დით of the first and second person.
  static func cutPerson(_ word: inout GeorgianWord) -> Bool {
    if verbs.notPersons.contains(where: word.ends) { return false }
    for ending in verbs.behindThemes where word.ends(ending) {
      let root = word.dropping(ending.count)
      if root.count > 3, verbs.themes.contains(where: root.ends), !verbs.notThemes.contains(where: word.ends)
      {
        word = root
        return true
      }
    }
    for ending in verbs.endings where word.ends(ending.letters) && word.count > ending.letters.count + 1 {
      word.drop(ending.letters.count - ending.keeps)
      return true
    }
    let isPlural = verbs.plurals.contains(where: word.ends) && !word.ends(verbs.towards)
    guard isPlural, word.count > 5, verbs.beginnings.contains(where: word.begins) else { return false }
    word.drop(2)
    return true
  }

  /// Takes off the -ო of the aorist and the wish (მიიღო, მიიღოს, but მიიღეს), and evens the vowel that some roots change by
  /// tense (გადაწყვიტა, გადაწყვეტს).
  static func levelVerb(_ word: inout GeorgianWord) {
    guard word.count > 3 else { return }
    var root = word
    if root.has(verbs.o, 0), !root.isVowel(1) { root.drop(1) }
    let change = verbs.roots.first { root.ends($0.past) }
    guard root.count < word.count || change != nil, verbs.beginnings.contains(where: word.begins) else {
      return
    }
    if let change {
      root.drop(change.past.count)
      root.append(change.present)
    }
    word = root
  }

  /// Other stems of the verb that a word may be a form of:
  /// - the verbal noun without the vowel behind the preverb (მიიღო, მიღება);
  /// - the stem with or without the -ავ- that the present of some verbs has and their aorist lacks (აღნიშნა, აღნიშნავს), and
  ///   with the -ვ- that it is in the verbal noun (მართავს, მართვა);
  /// - with or without the ვ- of the first person (ვმუშაობ, მუშაობს);
  /// - the verbal noun of a passive in -დ-, and the other way round (ჩატარდა, ჩატარება).
  static func verbReadings(_ word: GeorgianWord, stem: GeorgianWord) -> [GeorgianWord] {
    var readings: [GeorgianWord] = []
    if let preverb = verbs.versions.first(where: stem.begins), stem.count > preverb.count {
      var noun = stem
      noun.drop(at: preverb.count - 1)
      readings.append(noun)
    }
    readings += verbalNouns(word, stem: stem) + persons(stem)
    guard verbs.preverbs.contains(where: stem.begins), stem.count > 3 else { return readings }
    var other = stem
    if stem.ends(verbs.present), stem.count > 5 {
      other.drop(verbs.present.count)
      readings.append(other)
    } else if verbs.aorists.contains(where: word.ends), !stem.isVowel(0) {
      other.append(verbs.present)
      readings.append(other)
    }
    return readings
  }

  private static func verbalNouns(_ word: GeorgianWord, stem: GeorgianWord) -> [GeorgianWord] {
    var readings: [GeorgianWord] = []
    if stem.count > 4, stem.ends(verbs.present) {
      var noun = stem
      noun.dropBeforeLast()
      readings.append(noun)
    } else if stem.count > 3, stem.ends(verbs.v), !stem.isVowel(1) {
      readings.append(stem.dropping(1) + verbs.present)
    }
    if let ending = verbs.passives.first(where: word.ends) {
      let root = word.dropping(ending.count)
      if root.count > 3, !root.isVowel(0) { readings.append(Self.stem(root + verbs.noun)) }
    } else if let ending = verbs.nouns.first(where: word.ends) {
      let root = word.dropping(ending.count)
      if root.count > 3, !root.isVowel(0) { readings.append(Self.stem(root + verbs.passives[0])) }
    }
    return readings
  }

  private static func persons(_ stem: GeorgianWord) -> [GeorgianWord] {
    guard stem.count > 4, verbs.themes.contains(where: stem.ends) else { return [] }
    if stem.begins(verbs.v) {
      var third = stem
      third.dropFirst()
      return [third]
    }
    return [verbs.v + stem]
  }

  private static let verbs = GeorgianVerbs()
}

/// The endings and beginnings of Georgian verbs.
struct GeorgianVerbs: Sendable {
  /// An ending of which the first letters belong to the stem.
  struct Ending {
    let letters: GeorgianWord
    let keeps: Int
  }

  /// What makes the present of most verbs, and the endings that only verbs have behind it.
  let themes = list("ებ ობ ავ ამ ოფ ოვ")
  let behindThemes = list("ოდნენ დნენ ოდეს დეს ოდა და ოდით დით ოდი დი ოდეთ დეთ ოდე დე ენ თ")
  let endings: [Ending] = [
    Ending(letters: GeorgianWord(rule: "ებიან"), keeps: 2),
    Ending(letters: GeorgianWord(rule: "დნენ"), keeps: 1),
    Ending(letters: GeorgianWord(rule: "ლნენ"), keeps: 1),
    Ending(letters: GeorgianWord(rule: "პნენ"), keeps: 1),
  ]
  /// The ends of words that are no such forms: the passive of a root in -ავ, adjectives made of nouns in -ება.
  let notPersons = list("შავდა ლებიან")
  /// The same of what only looks like a theme: the passive of a root in -ავ, and the postposition -მდე.
  let notThemes = list("შავდნენ ამდე")

  let o = GeorgianWord(rule: "ო")
  /// Those of several people that nouns may end in, too.
  let plurals = list("ონ ენ ეთ ოთ ათ")
  let towards = GeorgianWord(rule: "კენ")
  /// A preverb with the vowel that begins a finite form behind it, or a preverb of two syllables.
  let beginnings = list(
    """
    მიი მოი დაი გაი შეი ჩაი წაი აი მიუ მოუ დაუ გაუ შეუ ჩაუ წაუ მია მოა დაა გაა შეა ჩაა წაა აა გადა გამო შემო ჩამო წამო ამო
    აღმო წარმო განა აღა
    """)
  let versions = list(
    """
    მიი მოი დაი გაი შეი ჩაი წაი მოუ დაუ გაუ ჩაუ დაა გაა შეა ჩაა წაა აა გადაი გადაა გამოი გამოა შემოი ჩამოა ჩამოი წამოი
    წარმოა აღმოა განა გარდაი აღი განი წარმოი გადმოი გადმოა
    """)
  let preverbs = list("მი მო და გა შე ჩა წა აღ ამო უ")
  let present = GeorgianWord(rule: "ავ")
  let v = GeorgianWord(rule: "ვ")
  let passives = list("და დნენ დეს დება")
  let noun = GeorgianWord(rule: "ება")
  let nouns = list("ება ებას ების ებამ ებაზე ებით ებისთვის ებაში ებისა")
  let aorists = list("ა ე ეს ას")
  /// Roots with another vowel in the past than in the present.
  let roots = [("წყვიტ", "წყვეტ"), ("აჩინ", "აჩენ"), ("კრიბ", "კრებ")].map {
    (past: GeorgianWord(rule: $0.0), present: GeorgianWord(rule: $0.1))
  }

  private static func list(_ endings: String) -> [GeorgianWord] {
    endings.split { $0 == " " || $0 == "\n" }.map { GeorgianWord(rule: String($0)) }
  }
}
