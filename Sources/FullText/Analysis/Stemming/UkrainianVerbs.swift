/// The forms of Ukrainian verbs: what only a verb can end in has the stem of the infinitive; what nouns end in, too (держав,
/// школи), serves queries only, for a form that a verb does not have is in no document.
enum UkrainianVerbs {
  /// The infinitive of a form that nothing but a verb can have.
  static func infinitive(of word: CyrillicWord) -> CyrillicWord? {
    let letters = withoutReflexive(word)
    for (endings, infinitive) in certain {
      if let root = letters.root(before: endings, least: 2) { return root + infinitive }
    }
    return letters.count < word.count ? letters : nil
  }

  /// Other forms of the verb that a word may be a form of.
  static func otherForms(of word: CyrillicWord) -> [CyrillicWord] {
    let letters = infinitive(of: word) ?? word
    var forms: [CyrillicWord] = []
    for (known, asked) in conjugations {
      if let root = letters.root(before: known, least: 2) { forms += asked.map { root + $0 } }
    }
    return forms
  }

  private static func withoutReflexive(_ word: CyrillicWord) -> CyrillicWord {
    word.count > 4 && word.ends(inOneOf: reflexives) ? word.dropping(2) : word
  }

  private static let reflexives = CyrillicEndings("ся сь")

  private static let certain = [
    ("тимуть тимемо тимете тимеш тиме тиму", "ти"),
    ("ує уєть ують уємо уєм уєш уєте уючи ував увала увало ували", "увати"),
    ("ює юєть юють юємо юєм юєш юєте юючи ював ювала ювало ювали", "ювати"),
    ("ає аєть ають аємо аєм аєш аєте аючи", "ати"), ("яє яєть яють яємо яєм яєш яєте яючи", "яти"),
  ].map { (endings: CyrillicEndings($0.0), infinitive: CyrillicWord(rule: $0.1)) }

  /// The endings by which a verb is known, and those that are asked for.
  private static let conjugations = [
    ("увати", "увано"),
    ("нути нув нула нуло нули не неть нуть немо неш нете нутий", "нути нув нула не неть нуть немо нутий"),
    ("ати ав ала ало али ано аний", "ати ав ала ано"), ("яти яв яла яло яли яно яний", "яти яв яла яно"),
    ("іти ів іла іло іли", "іти ів іла ить ять"),
    ("ити ив ила ило или ить ять имо иш ите ено ений", "ити ив ила ить ять иш ено імо"),
  ].map { (known: CyrillicEndings($0.0), asked: CyrillicWord.list($0.1)) }
}
