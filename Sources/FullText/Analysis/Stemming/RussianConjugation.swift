/// The Russian verbs whose present and past have different suffixes: -овать, -еть, -авать, -нуть.
///
/// Where only a verb can end so, documents hold the present under the stem of the infinitive (планирует, планировать); what nouns
/// can end in, too (раздел, интернет), is left to queries, which ask for the other forms.
enum RussianConjugation {
  /// The infinitive of a form that nothing but a verb in -овать, -евать or -еть can have.
  static func infinitive(of word: CyrillicWord) -> CyrillicWord? {
    let shape = Shape(withoutReflexive(word))
    for form in certain {
      guard let root = shape.root(form.endings, participle: form.participle),
        root.count >= form.least, !root.ends(inOneOf: form.except)
      else { continue }
      return root + (form.isOva && !root.isOne(of: hushers, 0) ? ovat : form.infinitive)
    }
    return nil
  }

  /// Other forms of the verb that a word of a query may be a form of.
  static func otherForms(of word: CyrillicWord) -> [CyrillicWord] {
    let shape = Shape(withoutReflexive(word))
    var forms: [CyrillicWord] = []
    for suffix in suffixes {
      guard let root = shape.root(suffix.endings, participle: suffix.participle),
        root.count > 1, suffix.roots.words.isEmpty || root.ends(inOneOf: suffix.roots)
      else { continue }
      forms += suffix.forms.map { root + $0 }
    }
    return forms
  }

  /// A verb without its -ся or -сь.
  static func withoutReflexive(_ word: CyrillicWord) -> CyrillicWord {
    word.ends(inOneOf: reflexives) ? word.dropping(2) : word
  }

  /// A word, and what stands in it before the ending of an adjective.
  private struct Shape {
    let word: CyrillicWord
    let adjective: CyrillicWord?

    init(_ word: CyrillicWord) {
      self.word = word
      adjective = word.root(before: adjectives)
    }

    /// What stands before one of some endings, or before a participle's with the ending of an adjective behind it.
    func root(_ endings: CyrillicEndings, participle: CyrillicEndings) -> CyrillicWord? {
      word.root(before: endings) ?? adjective?.root(before: participle)
    }
  }

  /// Forms of one mood, and the infinitive that they belong to.
  private struct Form {
    let endings: CyrillicEndings
    let participle: CyrillicEndings
    let infinitive: CyrillicWord
    /// The fewest letters of the root.
    let least: Int
    /// Whether the infinitive has о behind any consonant but ж, ш, щ, ч, ц.
    let isOva: Bool
    /// Roots of other verbs (подуть), and of nouns.
    let except: CyrillicEndings

    init(
      _ endings: String, participle: String = "", _ infinitive: String, least: Int, isOva: Bool = false,
      except: String = ""
    ) {
      self.endings = CyrillicEndings(endings)
      self.participle = CyrillicEndings(participle)
      self.infinitive = CyrillicWord(rule: infinitive)
      self.least = least
      self.isOva = isOva
      self.except = CyrillicEndings(except)
    }
  }

  /// Forms by which a verb is known, and what it is then looked up by, behind some roots or all.
  private struct Suffix {
    let endings: CyrillicEndings
    let participle: CyrillicEndings
    let forms: [CyrillicWord]
    let roots: CyrillicEndings

    init(
      _ endings: String, participle: String = "", _ forms: String, behind roots: String = "",
      orNone: Bool = false
    ) {
      self.endings = CyrillicEndings(CyrillicWord.list(endings) + (orNone ? [CyrillicWord(rule: "")] : []))
      self.participle = CyrillicEndings(participle)
      self.forms = CyrillicWord.list(forms)
      self.roots = CyrillicEndings(roots)
    }
  }

  private static let certain = [
    Form(
      "ует уют уешь уете уйте", participle: "ующ уем", "евать", least: 3, isOva: true,
      except: "под над зад разд вд сд прод выд поч зач уч"),
    Form(
      "уя уем", "евать", least: 3, isOva: true,
      except: "стат сбр стр чеш поцел аллил под над зад разд вд сд прод выд поч зач уч"),
    Form("юет юют юешь юете юйте юя", participle: "юющ", "евать", least: 2),
    Form("еет еют еешь еете", participle: "еющ евш", "еть", least: 2),
  ]

  /// The verbs in -еть whose present is in -ит are a closed class.
  private static let secondConjugation =
    "вид смотр сид лет бол гор терп завис обид верт гляд грем шум вис вел звен кип скорб блест свист скрип гуд храп"

  private static let withoutNu = "иг ик ык ез ерг орг ерз ох иб ис"

  private static let suffixes = [
    Suffix("ел ела ело ели ев", "еть"),
    Suffix("еть ею еем ея еет еют еешь еете", participle: "еющ евш", "еть ел"),
    Suffix("еть ел ела ело ели ев", participle: "евш", "ит", behind: secondConjugation),
    Suffix("ит ят им ишь ите я", participle: "ящ им", "еть ел", behind: secondConjugation),
    Suffix(
      "вать вал вала вало вали вая", participle: "вавш ваем", "ет ют ющий", behind: "да зна ста"),
    Suffix("ет ют ем ешь ете ю", participle: "ющ", "вать ет ют ющий", behind: "да зна ста"),
    Suffix("нуть нул нула нуло нули нув", participle: "нувш нут", "нуть нул нет нут"),
    Suffix("нет нут нем нешь нете", "нуть нул нет нут"),
    Suffix("лять ляет ляют лял ляла ляло ляли ляя", "ить", behind: "б п в м ф"),
    // The past lacks -ну- behind some roots, and its masculine has no ending: достиг has the stem of достига.
    Suffix("нуть нет нут нем нешь", "а ла", behind: withoutNu),
    Suffix("ла ло ли", "а ла нуть нет нут", behind: withoutNu, orNone: true),
    Suffix("ую уй", "овать евать"),
    Suffix("ять ял яла яло яли", "ет ют", behind: "та се сме ве"),
  ]

  private static let reflexives = CyrillicEndings("ся сь")
  private static let hushers = CyrillicLetters("жшщчц")
  private static let ovat = CyrillicWord(rule: "овать")
  private static let adjectives = CyrillicEndings(
    "ий ый ая яя ое ее ие ые его ого ему ому ей ой ею ою ую их ых им ым ими ыми ем ом")
}
