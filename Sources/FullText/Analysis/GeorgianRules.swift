/// The endings that `GeorgianStemmer` knows, longest first within a layer.
struct GeorgianRules: Sendable {
  /// What must stand before a case ending for it to be one.
  enum Context {
    case anything, vowel, consonant, steadyVowel, steadyOrE
  }

  /// A case ending, where it can stand and how many letters it must leave.
  struct CaseEnding {
    let letters: GeorgianWord
    let after: Context
    let keeps: Int

    init(_ letters: String, after: Context = .anything, keeps: Int = 2) {
      self.letters = GeorgianWord(rule: letters)
      self.after = after
      self.keeps = keeps
    }
  }

  let copulas = list("შია ზეა თანაა დანაა თვისაა")
  let too = GeorgianWord(rule: "ც")
  let particles = list("ვე ღა")
  let month = GeorgianWord(rule: "თვე")

  let onGenitive = list(
    """
    ისათვის ისთვის სათვის თათვის სთვის ისაგან ისგან საგან თაგან სგან ისაკენ ისკენ საკენ თაკენ სკენ ისადმი სადმი თადმი
    ისებრ ისამებრ ისებურად ისთანავე
    """)
  let onOtherCases = list("ოსთან ასთან ესთან უსთან სავით იდან თან დან მდე ვით ში ზე")

  let cases: [CaseEnding] = [
    CaseEnding("ისა", keeps: 3), CaseEnding("ითა", keeps: 4), CaseEnding("სა", after: .steadyVowel, keeps: 3),
    CaseEnding("თა", keeps: 3), CaseEnding("მა", after: .consonant), CaseEnding("თი", after: .steadyVowel),
    CaseEnding("ის"), CaseEnding("ით"), CaseEnding("ად"), CaseEnding("მ", after: .vowel),
    CaseEnding("დ", after: .steadyOrE), CaseEnding("ს"),
  ]
  /// Nominatives in -ა whose root only looks like the ergative's -მა.
  let wholeNominatives = list("ფორმა ნორმა ფირმა პლაზმა დოგმა")

  let plural = GeorgianWord(rule: "ებ")
  let oldPlural = GeorgianWord(rule: "ნი")
  let liquids = GeorgianWord(rule: "ლრ")
  let weakVowels = GeorgianWord(rule: "აეი")
  let steadyVowels = GeorgianWord(rule: "ოუ")
  let steadyOrE = GeorgianWord(rule: "ოუე")
  let sonorants = GeorgianWord(rule: "ლრნმ")
  let syncopated = GeorgianWord(rule: "აეო")

  private static func list(_ endings: String) -> [GeorgianWord] {
    endings.split { $0 == " " || $0 == "\n" }.map { GeorgianWord(rule: String($0)) }
  }
}
