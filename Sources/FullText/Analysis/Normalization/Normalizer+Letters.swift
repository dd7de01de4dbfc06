import CUtf8proc

extension Normalizer {
  /// Turkish has a dotless capital: I is ı, İ is i. Its stemmer tells the two apart; forms and stems do not, since many write
  /// both as i, and capitals of either kind for both.
  static func turkishLower(_ word: [UInt8]) -> [UInt8] {
    let text = String(decoding: word, as: UTF8.self)
    return text.unicodeScalars.flatMap { letter -> [UInt8] in
      switch letter {
      case "I": Array("ı".utf8)
      case "İ": Array("i".utf8)
      default: Array(String(letter).utf8)
      }
    }
  }

  /// A name without its endings, which Turkish sets off by an apostrophe: `İstanbul'da`.
  static func withoutTurkishSuffix(_ word: [UInt8]) -> [UInt8] {
    guard let apostrophe = word.firstIndex(of: UInt8(ascii: "'")), apostrophe > 0 else { return word }
    return Array(word[..<apostrophe])
  }

  /// An emoji without variation selectors and skin tone.
  static func emoji(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < word.count {
      let character = word.character(at: index)
      let isStyle = (0xFE00...0xFE0F).contains(character.code) || (0x1F3FB...0x1F3FF).contains(character.code)
      if !isStyle { kept += word[index..<index + character.length] }
      index += character.length
    }
    return kept
  }

  /// Appends a letter without the marks that it does not keep.
  static func append(_ code: UInt32, kept: Set<UInt32>, to word: inout [UInt8]) {
    if code < 0x80 { return word.append(UInt8(code)) }
    if kept.contains(code) || !Script(code).foldsMarks { return appendUTF8(code, to: &word) }
    if let spelled = undecomposable[code] { return word.append(contentsOf: spelled.utf8) }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 8) { parts in
      var boundary: Int32 = 0
      let count = utf8proc_decompose_char(
        Int32(bitPattern: code), parts.baseAddress, 8, UTF8PROC_DECOMPOSE, &boundary)
      guard count > 0, count <= 8 else { return appendUTF8(code, to: &word) }
      for part in parts[0..<count] where !isMark(part) {
        appendUTF8(UInt32(bitPattern: part), to: &word)
      }
    }
  }

  private static func isMark(_ code: Int32) -> Bool {
    let category = utf8proc_category(code)
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || code == 0x640
  }

  private static func appendUTF8(_ code: UInt32, to word: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(code) else { return }
    word.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
  }

  /// Letters that look like marked ones and have no decomposition.
  private static let undecomposable: [UInt32: String] = [
    0xE6: "ae", 0xF8: "o", 0x111: "d", 0x127: "h", 0x131: "i", 0x142: "l", 0x153: "oe", 0x167: "t",
    0xF0: "d", 0xFE: "th", 0x491: "г",
  ]
}

extension Script {
  /// Whether marks on its letters are dropped unless a language keeps them; vowel signs of Indic scripts never.
  var foldsMarks: Bool {
    switch self {
    case .latin, .cyrillic, .greek, .arabic, .hebrew, .mark: true
    default: false
    }
  }
}
