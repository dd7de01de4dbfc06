extension Normalizer {
  /// Letters that are written with several codes, in one of them: Asomtavruli and Nuskhuri as Mkhedruli (case folding has done
  /// Mtavruli), the Armenian ligature և (folded to եւ) as its capitals ԵՎ are, Persian and Urdu ک, ی and ہ as Arabic ك, ي and ه,
  /// Romanian ş and ţ with the comma that is right, every apostrophe as `'`; Hebrew acronyms without their quotes; Hindi without
  /// dots below, and every nasal before a consonant as the sign that most write (हिन्दी, पाँच as हिंदी, पांच).
  static func letters(_ word: [UInt8], language: Language) -> [UInt8] {
    var changed = String.UnicodeScalarView()
    for letter in String(decoding: word, as: UTF8.self).unicodeScalars {
      switch letter.value {
      case 0x582 where changed.last?.value == 0x565: changed.append("\u{57E}")
      case 0x10A0...0x10C5, 0x10C7, 0x10CD: changed.append(Unicode.Scalar(letter.value + 0x30) ?? letter)
      case 0x2D00...0x2D25, 0x2D27, 0x2D2D: changed.append(Unicode.Scalar(letter.value - 0x1C30) ?? letter)
      case 0x600...0x6FF: changed.append(arabic(letter, isPersian: language == .persian))
      case 0x900...0x97F: append(devanagari: letter, to: &changed)
      case 0x15F where language == .romanian: changed.append("ș")
      case 0x163 where language == .romanian: changed.append("ț")
      case 0x22, 0x5F4: break
      case 0x5F3: changed.append("'")
      case let code where WordParts.isApostrophe(code): changed.append("'")
      default: changed.append(letter)
      }
    }
    return Array(String(changed).utf8)
  }

  private static func arabic(_ letter: Unicode.Scalar, isPersian: Bool) -> Unicode.Scalar {
    switch letter.value {
    case 0x6A9: "\u{643}"
    case 0x6CC: "\u{64A}"
    case 0x6C0, 0x6C1, 0x6C2: "\u{647}"
    case 0x6C3: isPersian ? "\u{647}" : "\u{629}"
    case 0x629 where isPersian: "\u{647}"
    case 0x649 where isPersian: "\u{64A}"
    default: letter
    }
  }

  private static func append(devanagari letter: Unicode.Scalar, to word: inout String.UnicodeScalarView) {
    switch letter.value {
    case 0x93C: return
    case 0x901: return word.append(anusvara)
    case 0x929, 0x931, 0x934: return word.append(Unicode.Scalar(letter.value - 1) ?? letter)
    case 0x915...0x92E: nasalise(before: letter, &word)
    default: break
    }
    word.append(letter)
  }

  /// A nasal without its vowel, before another consonant that is spoken where it is, as the sign over the letter before.
  private static func nasalise(before letter: Unicode.Scalar, _ word: inout String.UnicodeScalarView) {
    // Five rows of consonants, of which the last is the nasal; न has a dotted one behind it.
    let place = letter.value < 0x929 ? letter.value - 0x915 : letter.value - 0x916
    guard place % 5 < 4, word.count > 2, word.last?.value == 0x94D else { return }
    let nasal = place / 5 * 5 + 4 + (place < 20 ? 0x915 : 0x916)
    guard word[word.index(word.endIndex, offsetBy: -2)].value == nasal else { return }
    word.removeLast(2)
    word.append(anusvara)
  }

  private static let anusvara: Unicode.Scalar = "\u{902}"
}

extension Language {
  /// Persian, and Urdu with it.
  static let persian = Language(tag: "fa")
  static let romanian = Language(tag: "ro")
}
