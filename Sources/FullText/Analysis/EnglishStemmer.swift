/// Stems English words: Snowball, behind the words that it would take for others and the irregular forms and British spellings
/// that it does not know.
enum EnglishStemmer {
  /// The stem of a word.
  static func stem(_ word: [UInt8], snowball: ([UInt8]) -> [UInt8]) -> [UInt8] {
    // No word of English ends so, but surnames do, and Snowball would cut what looks like an adverb's ending.
    if word.count > 5, word.hasSuffix(eli) { return word }
    if let own = EnglishApart.stem(of: word) { return own }
    let base = EnglishIrregulars.base(of: word) ?? EnglishSpelling.common(word) ?? word
    let stem = snowball(base)
    // Snowball cuts -ence, but not what is left of -enced.
    return stem.hasSuffix(nc) ? snowball(stem + [0x65]) : stem
  }

  /// The stems that a word of a query may stand for, `stem` first: a form that is as often another word (left, people)
  /// finds the word that it may belong to, and the other way round.
  static func readings(_ word: [UInt8], stem: [UInt8], snowball: ([UInt8]) -> [UInt8]) -> [[UInt8]] {
    var readings = [stem]
    for other in EnglishIrregulars.others[word] ?? otherForms[stem] ?? [] {
      let reading = Self.stem(other, snowball: snowball)
      if !readings.contains(reading) { readings.append(reading) }
    }
    return readings
  }

  /// By the stem of the word that they are forms of.
  private static let otherForms: [[UInt8]: [[UInt8]]] = {
    guard let snowball = SnowballStemmer("english") else { return [:] }
    return Dictionary(
      EnglishIrregulars.otherForms.map { (snowball.stem($0), $1) }, uniquingKeysWith: { first, _ in first })
  }()

  private static let eli = Array("eli".utf8)
  private static let nc = Array("nc".utf8)
}
