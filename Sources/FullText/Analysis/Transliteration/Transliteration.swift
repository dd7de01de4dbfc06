/// Spellings of a name in the scripts of the archive: Kobakhidze, კობახიძე, Кобахидзе.
///
/// Letters are replaced by the usual conventions of the press (`TransliterationTables`). Where a convention leaves
/// a choice (к is კ or ქ, `t` is თ or ტ), every spelling is a candidate; those with the fewest unusual choices
/// come first. A candidate that no document holds costs a look-up and does no harm.
public enum Transliteration {
  /// A script into which names are written.
  public enum Target: Sendable, CaseIterable {
    /// Latin, as in English texts.
    case latin
    /// Cyrillic, as in Russian texts.
    case cyrillic
    /// Mkhedruli.
    case georgian
    /// Cyrillic, as in Ukrainian texts.
    case ukrainian
  }

  /// The most spellings that one word gives in one script.
  public static let maxForms = 16

  /// The spellings that a word may have in a script, likeliest first; none when it is written in that script
  /// already, in one without rules, or has fewer than three letters. A word in Latin letters that ends like a surname of the
  /// region has others in Latin, too (Zelensky, Zelenskyy), itself first; one with letters that Russian does not have has
  /// Russian ones.
  ///
  /// Takes and gives normalised forms (lower case). Common case endings of Russian and Georgian are taken off, so
  /// that კობახიძემ gives `kobakhidze` as well.
  /// - Complexity: O(letters × forms).
  public static func forms(of word: [UInt8], in target: Target) -> [[UInt8]] {
    guard let text = String(validating: word, as: UTF8.self) else { return [] }
    let letters = text.unicodeScalars.filter { $0 != "'" }
    guard letters.count > 2, letters.count <= 40, let source = source(of: letters),
      let table = TransliterationTables.table(from: source, to: target),
      source != target || (source == .latin ? isSurname(letters) : TransliterationTables.isUkrainian(letters))
    else { return [] }
    var forms: [[UInt8]] = []
    let bases = bases(of: String(String.UnicodeScalarView(letters)), in: source)
    for base in bases {
      for form in table.spellings(of: base, limit: maxForms / bases.count) {
        let bytes = Array(form.utf8)
        if bytes.count > 2, !forms.contains(bytes) { forms.append(bytes) }
      }
    }
    return forms
  }

  /// Whether a word in Latin letters ends like a Georgian, Russian, Ukrainian or Armenian surname.
  private static func isSurname(_ letters: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    letters.count > 6 && surnameEndings.contains { letters.suffix($0.count).elementsEqual($0) }
  }

  private static let surnameEndings = """
    shvili dze ava aia uri iani elia alia ev ov ova eva enko sky ski skiy skyy skaya ych ich uk yan ian
    """.split(separator: " ").map { Array($0.unicodeScalars) }

  /// The script of a word, if all its letters are of one that has rules.
  private static func source(of letters: some Collection<Unicode.Scalar>) -> Target? {
    let scripts = Set(letters.map { Script($0.value) })
    guard scripts.count == 1 else { return nil }
    return switch scripts.first {
    case .latin: .latin
    case .cyrillic: .cyrillic
    case .georgian: .georgian
    default: nil
    }
  }

  /// The word and what it would be without its likeliest case ending.
  private static func bases(of word: String, in source: Target) -> [String] {
    let endings: [(String, String)] =
      switch source {
      case .latin, .ukrainian: []
      case .cyrillic:
        [
          ("ського", "ський"), ("ському", "ський"), ("ським", "ський"),
          ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ом", ""), ("ым", ""), ("ией", "ия"),
          ("ии", "ия"),
          ("ию", "ия"), ("ы", "а"), ("а", ""), ("у", ""),
        ]
      case .georgian:
        [
          ("ისთვის", "ი"), ("სთვის", ""), ("ისგან", "ი"), ("სთან", ""), ("თან", "ი"), ("იდან", "ი"),
          ("მა", "ი"),
          ("ის", "ი"), ("ზე", "ი"), ("ში", "ი"), ("მ", ""), ("ს", ""),
        ]
      }
    guard let (ending, instead) = endings.first(where: { word.hasSuffix($0.0) }) else { return [word] }
    let base = word.dropLast(ending.count)
    guard base.count + instead.count > 3 else { return [word] }
    let bases = [word, base + instead]
    return ending == "ის" && base.count > 3 ? bases + [base + "ა", base + "ე"].map(String.init) : bases
  }
}
