/// What analysis does differently in one language.
struct LanguageProfile: Sendable {
  /// Primary subtags that select it, the canonical one first.
  let tags: [String]
  /// The stemmer of the words in the language's own scripts.
  let stemmer: StemmerKind
  /// The scripts that the language is written in; a word of another script is stemmed by its script.
  let scripts: [Script]
  /// Accented letters that are letters of their own and keep their marks.
  let kept: Set<UInt32>

  init(
    _ tags: [String], _ stemmer: StemmerKind, _ scripts: [Script] = [.latin], kept: String = ""
  ) {
    self.tags = tags
    self.stemmer = stemmer
    self.scripts = scripts
    self.kept = Set(kept.unicodeScalars.map(\.value))
  }

  /// Position in this table is `Language.rawValue`: append only.
  static let all: [LanguageProfile] = [
    LanguageProfile(["und"], .none, []),
    LanguageProfile(["en"], .snowball("english")),
    LanguageProfile(["ru"], .snowball("russian"), [.cyrillic], kept: "й"),
    LanguageProfile(["ka"], .georgian, [.georgian]),
    LanguageProfile(["fr"], .snowball("french")),
    LanguageProfile(["it"], .snowball("italian")),
    LanguageProfile(["tr", "az"], .snowball("turkish"), kept: "çğöşü"),
    LanguageProfile(["de"], .snowball("german"), kept: "äöü"),
    LanguageProfile(["es"], .snowball("spanish"), kept: "ñ"),
    LanguageProfile(["pt"], .snowball("portuguese")),
    LanguageProfile(["ca"], .snowball("catalan")),
    LanguageProfile(["nl"], .snowball("dutch")),
    LanguageProfile(["sv"], .snowball("swedish"), kept: "åäö"),
    LanguageProfile(["nb", "no", "nn"], .snowball("norwegian"), kept: "åæø"),
    LanguageProfile(["da"], .snowball("danish"), kept: "åæø"),
    LanguageProfile(["fi"], .snowball("finnish"), kept: "åäö"),
    LanguageProfile(["hu"], .snowball("hungarian"), kept: "áéíóöőúüű"),
    LanguageProfile(["ro"], .snowball("romanian"), kept: "ăâîșț"),
    LanguageProfile(["eu"], .snowball("basque"), kept: "ñ"),
    LanguageProfile(["ga"], .snowball("irish")),
    LanguageProfile(["id", "ms"], .snowball("indonesian")),
    LanguageProfile(["lt"], .snowball("lithuanian"), kept: "ąčęėįšųūž"),
    LanguageProfile(["sr", "hr", "bs"], .snowball("serbian"), [.latin, .cyrillic], kept: "čćđšžй"),
    LanguageProfile(["el"], .snowball("greek"), [.greek]),
    LanguageProfile(["hy"], .snowball("armenian"), [.armenian]),
    LanguageProfile(["ar"], .snowball("arabic"), [.arabic]),
    LanguageProfile(["hi"], .snowball("hindi"), [.devanagari]),
    LanguageProfile(["ne"], .snowball("nepali"), [.devanagari]),
    LanguageProfile(["ta"], .snowball("tamil"), [.tamil]),
    LanguageProfile(["yi"], .snowball("yiddish"), [.hebrew]),
    LanguageProfile(["uk"], .ukrainian, [.cyrillic], kept: "йї"),
    LanguageProfile(["be"], .none, [.cyrillic], kept: "йў"),
    LanguageProfile(["bg", "mk", "kk", "ky", "tt", "os", "ab"], .none, [.cyrillic], kept: "й"),
    LanguageProfile(["pl", "cs", "sk", "sl", "lv", "et", "sq", "vi"], .none, kept: ""),
    LanguageProfile(["he"], .none, [.hebrew]),
    LanguageProfile(["fa", "ur"], .none, [.arabic]),
    LanguageProfile(["ko"], .korean, [.hangul]),
  ]
}

/// The algorithm that takes a word to its stem.
enum StemmerKind: Sendable, Hashable {
  case none
  case georgian
  case korean
  case ukrainian
  case snowball(String)
}
