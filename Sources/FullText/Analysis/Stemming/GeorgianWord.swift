/// A Georgian word as one byte a letter, which is cut from its end.
struct GeorgianWord: Hashable {
  /// Letters as distances from ა.
  private(set) var letters: [UInt8]

  /// Nil when the word is not wholly in the Georgian alphabet.
  init?(_ word: [UInt8]) {
    letters = []
    letters.reserveCapacity(word.count / 3)
    for letter in String(decoding: word, as: UTF8.self).unicodeScalars {
      guard (0x10D0...0x10F5).contains(letter.value) else { return nil }
      letters.append(UInt8(letter.value - 0x10D0))
    }
  }

  /// The letters of an ending in a rule.
  init(rule: String) { letters = rule.unicodeScalars.map { UInt8($0.value - 0x10D0) } }

  var count: Int { letters.count }

  /// The word in UTF-8.
  var utf8: [UInt8] {
    letters.flatMap { letter -> [UInt8] in
      let code = 0x10D0 + UInt32(letter)
      return [UInt8(0xE0 | code >> 12), UInt8(0x80 | code >> 6 & 0x3F), UInt8(0x80 | code & 0x3F)]
    }
  }

  /// Whether the word ends so.
  func ends(_ ending: GeorgianWord) -> Bool {
    let start = letters.count - ending.letters.count
    guard start >= 0 else { return false }
    var index = ending.letters.count - 1
    while index >= 0, letters[start + index] == ending.letters[index] { index -= 1 }
    return index < 0
  }

  /// Whether the word begins so.
  func begins(_ beginning: GeorgianWord) -> Bool { letters.starts(with: beginning.letters) }

  /// Whether the letter `distance` places before the end is a vowel; false outside the word.
  func isVowel(_ distance: Int) -> Bool {
    distance < letters.count && Self.vowels.contains(letters[letters.count - 1 - distance])
  }

  /// Whether the letter `distance` places before the end is one of some.
  func has(_ some: GeorgianWord, _ distance: Int) -> Bool {
    distance < letters.count && some.letters.contains(letters[letters.count - 1 - distance])
  }

  /// Adds letters at the end.
  mutating func append(_ ending: GeorgianWord) { letters += ending.letters }

  static func + (word: GeorgianWord, ending: GeorgianWord) -> GeorgianWord {
    var word = word
    word.append(ending)
    return word
  }

  /// Drops letters from the end.
  mutating func drop(_ count: Int) { letters.removeLast(count) }

  /// The word without its last letters.
  func dropping(_ count: Int) -> GeorgianWord {
    var word = self
    word.drop(count)
    return word
  }

  /// Drops the first letter.
  mutating func dropFirst() { letters.removeFirst() }

  /// Drops the letter at a place from the beginning.
  mutating func drop(at place: Int) { letters.remove(at: place) }

  /// Drops the letter before the last.
  mutating func dropBeforeLast() { letters.remove(at: letters.count - 2) }

  private static let vowels = GeorgianWord(rule: "აეიოუ").letters
}
