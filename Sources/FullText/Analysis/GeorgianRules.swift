/// The endings that `GeorgianStemmer` knows; within a layer the first that fits is cut, so longer ones stand first.
struct GeorgianRules: Sendable {
  /// What must stand before an ending for it to be one.
  enum Context {
    case anything, vowel, consonant, a, e, i, steady, steadyOrE
  }

  /// An ending, where it can stand and how many letters it must leave.
  struct Ending {
    let letters: GeorgianWord
    let after: Context
    let leaves: Int

    init(_ letters: String, after: Context = .anything, leaves: Int = 2) {
      self.init(GeorgianWord(rule: letters), after: after, leaves: leaves)
    }

    init(_ letters: GeorgianWord, after: Context = .anything, leaves: Int = 2) {
      self.letters = letters
      self.after = after
      self.leaves = leaves
    }

    /// Whether a word that ends so has the ending and not just its letters.
    func fits(_ word: GeorgianWord) -> Bool {
      let length = letters.count
      guard word.count >= length + leaves else { return false }
      return switch after {
      case .anything: true
      case .vowel: word.isVowel(length)
      case .consonant: !word.isVowel(length)
      case .a: word.has(GeorgianRules.a, length)
      case .e: word.has(GeorgianRules.e, length)
      case .i: word.has(GeorgianRules.i, length)
      case .steady: word.has(GeorgianRules.steady, length)
      case .steadyOrE: word.has(GeorgianRules.steady, length) || word.has(GeorgianRules.e, length)
      }
    }
  }

  let too = GeorgianWord(rule: "ც")
  let emphaticToo = GeorgianWord(rule: "ცა")
  let particles = list("ვე ღა")
  let month = GeorgianWord(rule: "თვე")
  let copulaOnVowel = GeorgianWord(rule: "აა")
  let copulas = list("შია ზეა მდეა")
  /// A vowel that only joins a particle or copula to a consonant.
  let joined = list("თვისა განა კენა თანა დანა ითა ადა ოდა")

  let ergative = GeorgianWord(rule: "მა")

  let postpositions: [Ending] =
    list(
      """
      ისათვის ისთვის სათვის თათვის სთვის ისაგან ისგან საგან თაგან სგან ისაკენ ისკენ საკენ თაკენ სკენ ისადმი
      სადმი თადმი ისამებრ ისებრ ისთანავე სავით
      """
    ).map { Ending($0) } + [
      Ending("სთან", after: .a), Ending("სთან", after: .steadyOrE), Ending("თან"), Ending("იდან"),
      Ending("დან"),
      Ending("მდე"), Ending("ვით", after: .i), Ending("ში"), Ending("ზე"),
    ]

  let cases: [Ending] = [
    Ending("ისას", leaves: 3), Ending("ისა", leaves: 3), Ending("ითა", leaves: 4),
    Ending("სა", after: .steady, leaves: 3), Ending("სა", after: .a, leaves: 3),
    Ending("სა", after: .e, leaves: 4),
    Ending("სა", after: .consonant, leaves: 4), Ending("თა", leaves: 3), Ending("მა", after: .consonant),
    Ending("თი", after: .steady, leaves: 3), Ending("ის"), Ending("ით"), Ending("ად"),
    Ending("მ", after: .vowel),
    Ending("დ", after: .steadyOrE), Ending("ს"),
  ]

  /// Nominatives whose root only looks like a case or a postposition: -მ-ა, -შ-ი, -თ-ი.
  let wholeNominatives = list(
    """
    ფორმა ნორმა ფირმა ფარმა კარმა პლაზმა პრიზმა დოგმა გეგმა პარადიგმა სტიგმა ტრავმა რითმა ასთმა ნიმუში მარში
    ფინიში ფეტიში ხუთი
    """)
  /// Adjectives whose root ends like a case; they stand without ending before a noun in the dative.
  let bareRoots = list("ძირითად ზოგად პირად შესაბამის ძვირფას მოქმედ")

  let plural = GeorgianWord(rule: "ებ")
  let oldPlurals = list("ობანი ებანი")
  let oldPlural = GeorgianWord(rule: "ნი")
  let degree = GeorgianWord(rule: "ეს")
  let degreePrefix = GeorgianWord(rule: "უ")
  let liquids = GeorgianWord(rule: "ლრ")
  let weakVowels = GeorgianWord(rule: "აეი")
  let sonorants = GeorgianWord(rule: "ლრნმ")
  let syncopated = GeorgianWord(rule: "აეო")
  let hiddenVowel = GeorgianWord(rule: "ვრ")

  private static let a = GeorgianWord(rule: "ა")
  private static let e = GeorgianWord(rule: "ე")
  private static let i = GeorgianWord(rule: "ი")
  private static let steady = GeorgianWord(rule: "ოუ")

  private static func list(_ endings: String) -> [GeorgianWord] {
    endings.split { $0 == " " || $0 == "\n" }.map { GeorgianWord(rule: String($0)) }
  }
}
