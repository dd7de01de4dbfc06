import CUtf8proc
import Glibc

/// Takes a word to its exact form: NFKC, case folded, marks folded, one code for each letter.
///
/// Runs once for each distinct spelling (the lexicon keeps the result).
enum Normalizer {
  /// The exact form of a word, in the letters of a language.
  static func exact(_ word: UnsafeBufferPointer<UInt8>, language: Language, kind: TokenKind) -> [UInt8] {
    switch kind {
    case .number: return NumberForm.normalized(word) ?? Array(word)
    case .emoji: return emoji(word)
    case .word, .ideograph: break
    }
    if WordParts.isAcronym(word) { return exact(withoutDots(word), language: language) }
    return exact(Array(word), language: language)
  }

  /// Marks folded off the letters that do not keep them in the language.
  static func foldMarks(_ word: [UInt8], kept: Set<UInt32>) -> [UInt8] {
    guard word.contains(where: { $0 >= 0x80 }) else { return word }
    return word.withUnsafeBufferPointer { word in
      var folded: [UInt8] = []
      var index = 0
      while index < word.count {
        let character = word.character(at: index)
        index += character.length
        append(character.code, kept: kept, to: &folded)
      }
      return folded
    }
  }

  /// NFKC and case folding with marks left on, as the Snowball algorithms want their input.
  static func caseFolded(_ word: some Collection<UInt8>, language: Language) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) && language != .turkish {
      return word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }
    let word = language == .turkish ? turkishLower(Array(word)) : Array(word)
    let mapped = word.withUnsafeBufferPointer { bytes in map(bytes) }
    let folded = letters(mapped ?? word, language: language)
    return language == .turkish ? withoutTurkishSuffix(folded) : folded
  }

  private static func exact(_ word: [UInt8], language: Language) -> [UInt8] {
    let folded = foldMarks(caseFolded(word, language: language), kept: language.keptLetters)
    return language == .english ? withoutPossessive(folded) : folded
  }

  /// `georgia's` is a form of `georgia` in spelling only: a reader who quotes the name means both.
  private static func withoutPossessive(_ word: [UInt8]) -> [UInt8] {
    word.count > 3 && word.suffix(2).elementsEqual("'s".utf8) ? word.dropLast(2) : word
  }

  private static func map(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let options =
      UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
      | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_IGNORE.rawValue
    var result: UnsafeMutablePointer<UInt8>?
    let length = utf8proc_map(word.baseAddress, word.count, &result, utf8proc_option_t(options))
    defer { free(result) }
    guard length >= 0, let result else { return nil }
    return Array(UnsafeBufferPointer(start: result, count: length))
  }

  private static func withoutDots(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    word.filter { $0 != UInt8(ascii: ".") }
  }
}
