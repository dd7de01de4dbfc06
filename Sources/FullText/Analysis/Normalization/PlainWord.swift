/// Normalises the many words that need no more than small letters: of ASCII letters and digits, of Russian letters without
/// marks, of today's Georgian letters. What it gives is what `Normalizer.exact` gives, and the case-folded form as well.
enum PlainWord {
  /// The exact form of a word; nil when the rules must decide.
  static func exact(_ word: UnsafeBufferPointer<UInt8>, language: Language) -> [UInt8]? {
    guard let first = word.first else { return nil }
    let isKnown =
      switch first {
      case 0xD0, 0xD1: language == .russian && isRussian(word)
      case 0xE1: language == .georgian && isGeorgian(word)
      default: language != .turkish && isASCII(word)
      }
    guard isKnown else { return nil }
    guard first != 0xE1 else { return Array(word) }
    return Array(unsafeUninitializedCapacity: word.count) { small, count in
      count = word.count
      if first < 0x80 {
        for index in 0..<count { small[index] = word[index] | (word[index] &- 0x41 < 26 ? 0x20 : 0) }
      } else {
        for index in stride(from: 0, to: count, by: 2) {
          (small[index], small[index + 1]) = smallRussian(word[index], word[index + 1])
        }
      }
    }
  }

  private static func isASCII(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }

  /// Letters from А to я, which leaves out Ё and ё.
  private static func isRussian(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count % 2 == 0 else { return false }
    return stride(from: 0, to: word.count, by: 2).allSatisfy { index in
      let second = word[index + 1]
      return word[index] == 0xD0 && second >= 0x90 && second < 0xC0
        || word[index] == 0xD1 && second >= 0x80 && second < 0x90
    }
  }

  /// Letters from ა to ჰ.
  private static func isGeorgian(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count % 3 == 0 else { return false }
    return stride(from: 0, to: word.count, by: 3).allSatisfy { index in
      word[index] == 0xE1 && word[index + 1] == 0x83 && word[index + 2] >= 0x90 && word[index + 2] <= 0xB0
    }
  }

  /// А–П stand 0x20 below а–п, Р–Я below р–я, which begin with another byte.
  private static func smallRussian(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
    guard first == 0xD0, second < 0xB0 else { return (first, second) }
    return second < 0xA0 ? (0xD0, second + 0x20) : (0xD1, second - 0x20)
  }
}
