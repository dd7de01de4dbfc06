/// The writing system of a word, as far as the choice of a stemmer needs it.
enum Script: UInt8, Sendable, CaseIterable {
  case other, mark, latin, cyrillic, georgian, greek, armenian, hebrew, arabic, devanagari, tamil, hangul

  /// The script of a letter; `.other` for every script without rules here.
  init(_ letter: UInt32) {
    switch letter {
    case 0x300...0x36F: self = .mark
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x530...0x58F, 0xFB13...0xFB17: self = .armenian
    case 0x590...0x5FF, 0xFB1D...0xFB4F: self = .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
    case 0x900...0x97F: self = .devanagari
    case 0xB80...0xBFF: self = .tamil
    case 0xAC00...0xD7A3: self = .hangul
    case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: self = .georgian
    default: self = .other
    }
  }

  /// The language whose rules a word gets in a text whose own language is not written in this script.
  var defaultLanguage: Language {
    switch self {
    case .other, .mark: .undetermined
    case .latin: .english
    case .cyrillic: .russian
    case .georgian: .georgian
    case .greek: Language(tag: "el")
    case .armenian: Language(tag: "hy")
    case .hebrew: Language(tag: "he")
    case .arabic: Language(tag: "ar")
    case .devanagari: Language(tag: "hi")
    case .tamil: Language(tag: "ta")
    case .hangul: Language(tag: "ko")
    }
  }
}
