/// A Russian or Ukrainian word, or an ending of such words, as one byte a letter: cut and lengthened at its end without memory of its
/// own.
struct CyrillicWord {
  /// Letters as distances from а, the last of the word in the lowest byte, zeros behind the first.
  private var letters = InlineArray<9, UInt64>(repeating: 0)
  private(set) var count = 0

  /// The letters of the longest word that is read, as many as count of any word; what a rule puts behind it has room.
  private static let longest = TextAnalyzer.maxWordBytes / 2

  /// The letters of an ending in a rule.
  init(rule: String) {
    for letter in rule.unicodeScalars { append(UInt8(letter.value - 0x430)) }
  }

  /// The letters of a Ukrainian word, without its apostrophes; nil when there are others in it.
  init?(ukrainian word: [UInt8]) {
    guard word.count <= 2 * Self.longest else { return nil }
    for letter in String(decoding: word, as: UTF8.self).unicodeScalars where letter != "'" {
      guard (0x430...0x491).contains(letter.value) else { return nil }
      append(UInt8(letter.value - 0x430))
    }
  }

  /// Nil when the word is not wholly in а to я, which take two bytes each in UTF-8.
  init?(_ word: [UInt8]) {
    guard word.count & 1 == 0, word.count <= 2 * Self.longest else { return nil }
    for place in stride(from: 0, to: word.count, by: 2) {
      let code = UInt32(word[place] & 0x1F) << 6 | UInt32(word[place + 1] & 0x3F)
      guard word[place] & 0xFE == 0xD0, code &- 0x430 <= 0x1F else { return nil }
      append(UInt8(truncatingIfNeeded: code &- 0x430))
    }
  }

  /// The words of a rule.
  static func list(_ words: String) -> [CyrillicWord] {
    words.split { $0 == " " || $0 == "\n" }.map { CyrillicWord(rule: String($0)) }
  }

  /// Whether the word ends in a soft sign or й.
  var isSoft: Bool { isOne(of: Self.softEnds, 0) }

  /// The word in UTF-8.
  var utf8: [UInt8] {
    Array(unsafeUninitializedCapacity: 2 * count) { bytes, length in
      for place in 0..<count {
        let code = 0x430 + UInt32(letter(count - 1 - place))
        bytes[2 * place] = UInt8(truncatingIfNeeded: 0xC0 | code >> 6)
        bytes[2 * place + 1] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
      }
      length = 2 * count
    }
  }

  /// The last eight letters, the last in the lowest byte.
  fileprivate var end: UInt64 { letters[0] }

  /// The letter `distance` places before the end, which must be in the word.
  func letter(_ distance: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: letters[distance / 8] >> UInt64(8 * (distance % 8)))
  }

  /// Whether the letter `distance` places before the end is a vowel; false outside the word.
  func isVowel(_ distance: Int) -> Bool { isOne(of: Self.vowels, distance) }

  /// Whether the letter `distance` places before the end is one of some; false outside the word.
  func isOne(of some: CyrillicLetters, _ distance: Int) -> Bool {
    distance < count && some.contains(letter(distance))
  }

  /// Whether the word ends so.
  func ends(_ ending: CyrillicWord) -> Bool {
    guard count >= ending.count else { return false }
    var rest = ending.count
    var index = 0
    while rest > 0 {
      let mask = rest < 8 ? (1 << UInt64(8 * rest)) - 1 : UInt64.max
      if (letters[index] ^ ending.letters[index]) & mask != 0 { return false }
      (rest, index) = (rest - 8, index + 1)
    }
    return true
  }

  /// Whether the word has one of some endings.
  func ends(inOneOf endings: CyrillicEndings) -> Bool { endings.first(of: end, count) != nil }

  /// What stands before the first of some endings that the word has; nil when it has none. `least` letters must stand there.
  func root(before endings: CyrillicEndings, least: Int = 0) -> CyrillicWord? {
    endings.first(of: end, count - least).map(dropping)
  }

  /// The word without its last letters.
  func dropping(_ count: Int) -> CyrillicWord {
    var word = self
    word.drop(count)
    return word
  }

  static func + (word: CyrillicWord, ending: CyrillicWord) -> CyrillicWord {
    var word = word
    for distance in stride(from: ending.count - 1, through: 0, by: -1) {
      word.append(ending.letter(distance))
    }
    return word
  }

  /// Drops letters from the end.
  mutating func drop(_ dropped: Int) {
    let (whole, bits) = (dropped / 8, UInt64(8 * (dropped % 8)))
    for index in 0..<(count + 7) / 8 {
      let low = index + whole < letters.count ? letters[index + whole] : 0
      let high = index + whole + 1 < letters.count ? letters[index + whole + 1] : 0
      letters[index] = low >> bits | high << (64 - bits)
    }
    count -= dropped
  }

  /// The word with another letter at a distance before the end.
  func replacing(_ distance: Int, by letter: UInt8) -> CyrillicWord {
    var word = self
    let shift = UInt64(8 * (distance % 8))
    word.letters[distance / 8] = letters[distance / 8] & ~(0xFF << shift) | UInt64(letter) << shift
    return word
  }

  /// Drops the letter before the last.
  mutating func dropBeforeLast() {
    let last = letter(0)
    drop(1)
    self = replacing(0, by: last)
  }

  private mutating func append(_ letter: UInt8) {
    var carried = UInt64(letter)
    for index in 0...count / 8 {
      (letters[index], carried) = (letters[index] << 8 | carried, letters[index] >> 56)
    }
    count += 1
  }

  private static let vowels = CyrillicLetters("аеиоуыэюяіїє")
  private static let softEnds = CyrillicLetters("ьй")
}

extension CyrillicWord: Hashable {
  static func == (a: CyrillicWord, b: CyrillicWord) -> Bool { a.count == b.count && a.ends(b) }

  func hash(into hasher: inout Hasher) { hasher.combine(letters[0]) }
}

/// Endings of up to eight letters, of which a word can have several: the first counts.
struct CyrillicEndings {
  let words: [CyrillicWord]
  private let endings: [Ending]

  private struct Ending {
    let letters: UInt64
    /// The bits of all its letters.
    let mask: UInt64
    let count: Int
  }

  /// The endings of a rule, in their order.
  init(_ rule: String) { self.init(CyrillicWord.list(rule)) }

  init(_ words: [CyrillicWord]) {
    self.words = words
    endings = words.map {
      precondition($0.count <= 8, "an ending is longer than eight letters")
      return Ending(
        letters: $0.end, mask: $0.count == 0 ? 0 : .max >> UInt64(64 - 8 * $0.count), count: $0.count)
    }
  }

  /// The length of the first ending of a word whose last letters are `end`, among those of up to `count` letters.
  fileprivate func first(of end: UInt64, _ count: Int) -> Int? {
    for ending in endings where (end ^ ending.letters) & ending.mask == 0 && ending.count <= count {
      return ending.count
    }
    return nil
  }
}

/// Some letters of Russian and Ukrainian; not ґ, which no rule names.
struct CyrillicLetters {
  private let bits: UInt64

  init(_ letters: String) {
    bits = letters.unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value - 0x430) }
  }

  /// Whether a letter, as a distance from а, is one of them.
  func contains(_ letter: UInt8) -> Bool { letter < 64 && bits >> UInt64(letter) & 1 == 1 }
}
