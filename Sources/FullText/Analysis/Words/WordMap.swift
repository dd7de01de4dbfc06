/// What is known of some words, by their bytes: made once from a dictionary, and never changed.
///
/// A look-up copies nothing, and its hash need not withstand strangers, for nobody but the project says which words there are.
struct WordMap<Value: Sendable>: Sendable {
  /// The words and their values by number.
  private let words: [[UInt8]]
  private let values: [Value]
  /// A power of two, at most half of them taken: the number of a word and 1, or 0.
  private var places: [UInt32]
  private let longest: Int

  init(_ known: [[UInt8]: Value]) {
    words = Array(known.keys)
    values = Array(known.values)
    longest = words.map(\.count).max() ?? 0
    var count = 2
    while count < 2 * words.count { count *= 2 }
    places = [UInt32](repeating: 0, count: count)
    for (number, word) in words.enumerated() {
      var place = word.withUnsafeBytes(Self.hash) & (count - 1)
      while places[place] != 0 { place = (place + 1) & (count - 1) }
      places[place] = UInt32(number + 1)
    }
  }

  /// What is known of a word; nil of any other.
  subscript(word: [UInt8]) -> Value? { word.withUnsafeBytes(value) }

  /// What is known of the word that a part of another is.
  subscript(word: ArraySlice<UInt8>) -> Value? { word.withUnsafeBytes(value) }

  /// Whether a word is one of them.
  func contains(_ word: [UInt8]) -> Bool { self[word] != nil }

  /// The values by word, in no order.
  var all: [[UInt8]: Value] { Dictionary(uniqueKeysWithValues: zip(words, values)) }

  private func value(of word: UnsafeRawBufferPointer) -> Value? {
    guard word.count <= longest else { return nil }
    let mask = places.count - 1
    var place = Self.hash(word) & mask
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if words[number].withUnsafeBytes({ compare($0, word) == 0 }) { return values[number] }
      place = (place + 1) & mask
    }
    return nil
  }

  private static func hash(_ word: UnsafeRawBufferPointer) -> Int {
    guard !word.isEmpty else { return 0 }
    let key = WordKey(word, behind: word.count, language: .undetermined, seed: 0)
    return Int(truncatingIfNeeded: key.hash)
  }
}

extension WordMap<Void> {
  /// The set of the words of a text, between blanks or line ends.
  init(wordsOf text: String) {
    let words = text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
    self.init(Dictionary(words.map { ($0, ()) }, uniquingKeysWith: { _, _ in }))
  }
}
