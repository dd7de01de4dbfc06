/// A Russian or Ukrainian word as one byte a letter, which is cut from its end.
struct CyrillicWord: Hashable {
  /// Letters as distances from а.
  private(set) var letters: [UInt8]

  /// The letters of an ending in a rule.
  init(rule: String) { letters = Self.letters(rule) }

  /// The letters of a Ukrainian word, without its apostrophes; nil when there are others in it.
  init?(ukrainian word: [UInt8]) {
    letters = []
    letters.reserveCapacity(word.count / 2)
    for letter in String(decoding: word, as: UTF8.self).unicodeScalars where letter != "'" {
      guard (0x430...0x491).contains(letter.value) else { return nil }
      letters.append(UInt8(letter.value - 0x430))
    }
  }

  /// Nil when the word is not wholly in а to я, which take two bytes each in UTF-8.
  init?(_ word: [UInt8]) {
    guard word.count & 1 == 0 else { return nil }
    var isRussian = true
    letters = Array(unsafeUninitializedCapacity: word.count / 2) { letters, count in
      for place in 0..<word.count / 2 {
        let code = UInt32(word[2 * place] & 0x1F) << 6 | UInt32(word[2 * place + 1] & 0x3F)
        if word[2 * place] & 0xFE != 0xD0 || code &- 0x430 > 0x1F { isRussian = false }
        letters[place] = UInt8(truncatingIfNeeded: code &- 0x430)
      }
      count = word.count / 2
    }
    if !isRussian { return nil }
  }

  /// The letters of a rule.
  static func letters(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value - 0x430) } }

  /// The words of a rule.
  static func list(_ words: String) -> [CyrillicWord] {
    words.split { $0 == " " || $0 == "\n" }.map { CyrillicWord(rule: String($0)) }
  }

  var count: Int { letters.count }

  /// Whether the word ends in a soft sign or й.
  var isSoft: Bool { isOne(of: Self.softEnds, 0) }

  /// The word in UTF-8.
  var utf8: [UInt8] {
    Array(unsafeUninitializedCapacity: 2 * letters.count) { bytes, count in
      for place in letters.indices {
        let code = 0x430 + UInt32(letters[place])
        bytes[2 * place] = UInt8(truncatingIfNeeded: 0xC0 | code >> 6)
        bytes[2 * place + 1] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
      }
      count = 2 * letters.count
    }
  }

  /// Whether the letter `distance` places before the end is a vowel; false outside the word.
  func isVowel(_ distance: Int) -> Bool { isOne(of: Self.vowels, distance) }

  /// Whether the letter `distance` places before the end is one of some.
  func isOne(of some: [UInt8], _ distance: Int) -> Bool {
    distance < letters.count && some.contains(letters[letters.count - 1 - distance])
  }

  /// Whether the word ends so.
  func ends(_ ending: CyrillicWord) -> Bool {
    let start = letters.count - ending.letters.count
    guard start >= 0 else { return false }
    var index = ending.letters.count - 1
    while index >= 0, letters[start + index] == ending.letters[index] { index -= 1 }
    return index < 0
  }

  /// The word without its last letters.
  func dropping(_ count: Int) -> CyrillicWord {
    var word = self
    word.drop(count)
    return word
  }

  static func + (word: CyrillicWord, ending: CyrillicWord) -> CyrillicWord {
    var word = word
    word.letters += ending.letters
    return word
  }

  /// Drops letters from the end.
  mutating func drop(_ count: Int) { letters.removeLast(count) }

  /// The word with another letter at a distance before the end.
  func replacing(_ distance: Int, by letter: UInt8) -> CyrillicWord {
    var word = self
    word.letters[letters.count - 1 - distance] = letter
    return word
  }

  /// Drops the letter before the last.
  mutating func dropBeforeLast() { letters.remove(at: letters.count - 2) }

  private static let vowels = letters("аеиоуыэюяіїє")
  private static let softEnds = letters("ьй")
}
