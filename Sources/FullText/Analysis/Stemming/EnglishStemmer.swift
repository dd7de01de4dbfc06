/// Stems English words: Snowball, behind the words that it would take for others and the irregular forms and British spellings
/// that it does not know.
enum EnglishStemmer {
  /// The stem of a word.
  static func stem(_ word: [UInt8], snowball: ([UInt8]) -> [UInt8]) -> [UInt8] {
    // No word of English ends so, but surnames and peoples do, and Snowball would cut what looks like an adverb's ending.
    if word.count > 5, word.hasSuffix(eli) { return word }
    if word.count > 6, word.hasSuffix(elis) { return word.dropLast() }
    if let own = EnglishApart.stem(of: word) { return own }
    let base = EnglishIrregulars.base(of: word) ?? EnglishSpelling.common(word) ?? regular(word) ?? word
    let stem = snowball(base)
    // Snowball cuts -ence, but not what is left of -enced.
    return stem.hasSuffix(nc) ? snowball(stem + [0x65]) : stem
  }

  /// Whether a spelling is the plural of letters: MPs, DVDs; not GPS.
  static func isPluralOfLetters(_ spelling: UnsafeBufferPointer<UInt8>) -> Bool {
    guard spelling.count > 2, spelling.last == s, isCapital(spelling[0]) else { return false }
    return spelling.dropLast().allSatisfy { isCapital($0) || $0 &- 0x30 < 10 }
  }

  /// The stems that a word of a query may stand for, `stem` first: a form that is as often another word (left, people)
  /// finds the word that it may belong to, and the other way round. The first `sure` of them are equally likely.
  static func readings(
    _ word: [UInt8], stem: [UInt8], snowball: ([UInt8]) -> [UInt8]
  ) -> (stems: [[UInt8]], sure: Int) {
    var readings = [stem]
    func add(_ reading: [UInt8]) {
      if !readings.contains(reading) { readings.append(reading) }
    }
    if let word = EnglishIrregulars.sharedForms[word] { add(snowball(word)) }
    if let form = sharedForms[stem] { add(form) }
    let sure = readings.count
    for other in EnglishIrregulars.others[word] ?? otherForms[stem] ?? [] {
      add(Self.stem(other, snowball: snowball))
    }
    if stem == word, let letters = lettersOfPlural(word) { add(letters) }
    return (readings, sure)
  }

  /// A word without what Snowball leaves on it: the doubled f of staffed is that of staff, and letters are no word without a vowel
  /// (dvds).
  private static func regular(_ word: [UInt8]) -> [UInt8]? {
    for ending in doubledF where word.count > ending.count + 1 && word.hasSuffix(ending) {
      return word.dropLast(ending.count - 2)
    }
    let isPlural = word.count > 3 && word.last == s && word[word.count - 2] != s
    return isPlural && word.allSatisfy(isConsonant) ? word.dropLast() : nil
  }

  /// What a short word in small letters is the plural of if it stands for letters, as mps and ngos do.
  private static func lettersOfPlural(_ word: [UInt8]) -> [UInt8]? {
    guard 3...4 ~= word.count, word.last == s, word.prefix(2).allSatisfy(isConsonant), !endInS.contains(word),
      word[word.count - 2] &- 0x61 < 26
    else { return nil }
    return word.dropLast()
  }

  private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }

  private static func isConsonant(_ letter: UInt8) -> Bool { letter &- 0x61 < 26 && !isVowel(letter) }

  private static func isCapital(_ letter: UInt8) -> Bool { letter &- 0x41 < 26 }

  /// For the stem of a word the form that it shares with another.
  private static let sharedForms = byStem(
    EnglishIrregulars.sharedForms.all.map { (word: $0.value, others: $0.key) })

  /// By the stem of the word that they are forms of.
  private static let otherForms = byStem(
    EnglishIrregulars.otherForms.map { (word: $0.key, others: $0.value) })

  private static func byStem<Others>(_ words: [(word: [UInt8], others: Others)]) -> WordMap<Others> {
    guard let snowball = SnowballStemmer("english") else { return WordMap([:]) }
    return WordMap(
      Dictionary(words.map { (snowball.stem($0.word), $0.others) }, uniquingKeysWith: { first, _ in first }))
  }

  private static let eli = Array("eli".utf8)
  private static let elis = Array("elis".utf8)
  private static let nc = Array("nc".utf8)
  private static let s = UInt8(ascii: "s")
  private static let vowels = Array("aeiouy".utf8)
  private static let doubledF = ["ffed", "ffing", "ffings"].map { Array($0.utf8) }
  /// Names of letters that end in s.
  private static let endInS = WordMap(wordsOf: "gps sms nhs cbs pbs dns css rss dhs vhs fps cms mrs hrs")
}
