/// The endings that `GeorgianStemmer` knows; within a layer the first that fits is cut, so longer ones stand first.
struct GeorgianRules: Sendable {
  /// What must stand before an ending for it to be one.
  enum Context {
    case anything, vowel, consonant, a, e, i, notI, steady, steadyOrE, surname
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
      case .notI: !word.has(GeorgianRules.i, length)
      case .steady: word.has(GeorgianRules.steady, length)
      case .surname: word.has(GeorgianRules.i, length) && word.has(GeorgianRules.k, length + 1)
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
  let dative = GeorgianWord(rule: "სა")
  /// Nouns in -მა, -სა: with -ც they look like the ergative or dative of a shorter one.
  let nounsLikeErgatives = list(
    "გრამა ოდრამა კლამა ნორამა ჭამა სტემა ბლემა დილემა თემა სქემა ცემა დგომა ჯდომა ზომა იმა დუმა სუმა")
  let nounsLikeDatives = list("პრესა მასა პიესა ტრასა კასა ოდესა")
  let with = GeorgianWord(rule: "თან")
  let withDative = GeorgianWord(rule: "სთან")
  /// The ends of roots in -ს that look like the dative of a vowel before -თან.
  let rootsInS = list("ცეს ნგრეს ოგრეს ტერეს სტრეს პრეს ბიზნეს უს იკოს სკოპოს ფას კლას")

  let postpositions: [Ending] =
    list(
      """
      ისათვის ისთვის სათვის თათვის სთვის ისაგან ისგან საგან თაგან სგან ისაკენ ისკენ საკენ თაკენ სკენ ისადმი
      სადმი თადმი ისამებრ ისებრ ისთანავე სავით
      """
    ).map { Ending($0) } + [
      Ending("სთან", after: .a), Ending("სთან", after: .steadyOrE), Ending("სთან", after: .surname),
      Ending("თან"), Ending("იდან"),
      Ending("დან"),
      Ending("მდე"), Ending("ვით", after: .i), Ending("ში", after: .notI),
      Ending("ზე"), Ending("ითურთ"), Ending("თურთ", after: .steady),
    ]

  let cases: [Ending] = [
    Ending("ისას"), Ending("ისა"), Ending("ითა", leaves: 4),
    Ending("სა", after: .steady, leaves: 3), Ending("სა", after: .a, leaves: 3),
    Ending("სა", after: .e, leaves: 4),
    Ending("სა", after: .consonant), Ending("თა", leaves: 3), Ending("მა", after: .consonant),
    Ending("თი", after: .steady, leaves: 3), Ending("ის"), Ending("ით"), Ending("ად"),
    Ending("მ", after: .vowel),
    Ending("დ", after: .steadyOrE), Ending("ს"),
  ]

  /// Nominatives whose root only looks like a case or a postposition: -მ-ა, -შ-ი, -თ-ი.
  let wholeNominatives = list(
    """
    ფორმა ნორმა ფირმა ფარმა კარმა პლაზმა პრიზმა დოგმა გეგმა პარადიგმა სტიგმა ტრავმა რითმა ასთმა ნიმუში ფინიში
    ფეტიში თამაში ხუთი ყაზარმა კეთა იმართა მცხეთა ცვეთა კვეთა რუსუდან
    """)
  /// The same of short ones, whose letters end longer words.
  let wholeWords = list("მარში მამა დრამა")
  /// Adjectives whose root ends like a case; they stand without ending before a noun in the dative.
  let bareRoots = list("ძირითად ზოგად პირად შესაბამის ძვირფას მოქმედ ბერძენ")

  let plural = GeorgianWord(rule: "ებ")
  let calledPlural = GeorgianWord(rule: "ებო")
  /// The beginning of adjectives, some of which end like a plural that is called (საყურადღებო).
  let purpose = GeorgianWord(rule: "სა")
  let oldPlurals = list("ობანი ებანი")
  let oldPlural = GeorgianWord(rule: "ნი")
  let degree = GeorgianWord(rule: "ეს")
  let degreePrefix = GeorgianWord(rule: "უ")
  /// Roots in a consonant and -ნ, as they end, and as whole words where other words may end so.
  let rootsLikeOldPlurals = list("წიგნი ცერნი სატურნი მოდერნი ჰიმნი ტკეპნი ლინკოლნი ტავერნი კავერნი")
  let wordsLikeOldPlurals = list("ბერნი კელნი კიოლნი ვერნი ჰორნი სტერნი ლუცერნი კორნი")
  let weakVowels = GeorgianWord(rule: "აეი")
  let sonorants = GeorgianWord(rule: "ლრნმ")
  let syncopated = GeorgianWord(rule: "აეო")
  let hiddenVowel = GeorgianWord(rule: "ვრ")

  let s = GeorgianWord(rule: "ს")
  let beforeS = GeorgianWord(rule: "აეოუ")
  /// Roots of one vowel between two consonants that lose it all the same.
  let shortSyncopated = list("წელ ხან")

  /// Frequent nouns that change in a way of their own: what is left of their forms, and one stem for all.
  let irregular: [GeorgianWord: GeorgianWord] = {
    let nouns = [
      "ამბ": "ამბავ", "ნაგვ": "ნაგავ", "ნიღბ": "ნიღაბ", "კარვ": "კარავ", "ნივრ": "ნიორ", "ღვინ": "ღვინო",
      "ღმერთ": "ღვთ",
      "ხე": "ხი ხით ხეც ხეთ",
      "ცა": "ცი ცით ცად ცაც ცათ ცებ", "ძე": "ძი ძით ძეც ძეთ ძებ",
      "ჭა": "ჭი ჭით ჭად ჭაც ჭათ ჭებ", "ძმ": "ძმანი", "მთ": "მთანი", "გზ": "გზანი", "ტბ": "ტბანი",
      "დებ": "დი დით",
      "უკეთეს": "უკეთეს უკეთესი უკეთესებ", "უარეს": "უარეს უარესი უარესებ", "სახელ": "სახელ",
    ]
    var irregular: [GeorgianWord: GeorgianWord] = [:]
    for (stem, forms) in nouns {
      for form in list(forms) { irregular[form] = GeorgianWord(rule: stem) }
    }
    return irregular
  }()

  /// What would be left of არის (is) and არა (no), too, if they were nouns.
  let not = GeorgianWord(rule: "არ")

  /// The ends of adjectives whose root looks like a case form.
  let adjectives = list("ითი ადი სი მი")

  /// Stems of adjectives and of their degrees from another root.
  let related: [[GeorgianWord]] = [list("კარგ უკეთეს საუკეთესო"), list("ცუდ უარეს")]

  private static let a = GeorgianWord(rule: "ა")
  private static let e = GeorgianWord(rule: "ე")
  static let i = GeorgianWord(rule: "ი")
  private static let k = GeorgianWord(rule: "კ")
  static let steady = GeorgianWord(rule: "ოუ")

  private static func list(_ endings: String) -> [GeorgianWord] {
    endings.split { $0 == " " || $0 == "\n" }.map { GeorgianWord(rule: String($0)) }
  }
}
