/// How letters of one script are written in another.
struct TransliterationTable: Sendable {
  private let choices: [String: [Choice]]
  private let longest: Int
  /// Letters after which a nominative ending is written, and the ending.
  private let closing: (after: String, ending: String)?

  private struct Choice {
    let text: String
    /// 0 for the usual choice, more for rarer ones.
    let cost: Int
    /// Whether the letter may be written so only between vowels, or behind one at the end.
    var isDoubled = false
  }

  /// Rules are `letters:choice,choice` between spaces, the usual choice first; `$` is the end of the word, an empty
  /// choice drops the letters. `~` before a choice says that it is rare: two second choices elsewhere are likelier;
  /// `=` that it is a consonant doubled behind a vowel, as likely as two second choices.
  init(_ rules: String, closing: (after: String, ending: String)? = nil) {
    var choices: [String: [Choice]] = [:]
    for rule in rules.split(whereSeparator: \.isWhitespace) {
      let sides = rule.split(separator: ":", omittingEmptySubsequences: false)
      let texts = sides[1].split(separator: ",", omittingEmptySubsequences: false)
      choices[String(sides[0])] = texts.enumerated().map { place, text in
        switch text.first {
        case "~": Choice(text: String(text.dropFirst()), cost: 3)
        case "=": Choice(text: String(text.dropFirst()), cost: 2, isDoubled: true)
        default: Choice(text: String(text), cost: place)
        }
      }
    }
    self.choices = choices
    longest = choices.keys.map(\.count).max() ?? 1
    self.closing = closing
  }

  /// The spellings of a word, those with the fewest unusual choices first; none when a letter has no rule.
  ///
  /// A beam search: of all spellings up to a letter the best `limit` go on. Short words have no rare spellings: in other
  /// scripts they would be other words.
  func spellings(of word: String, limit: Int) -> [String] {
    let letters = Array(word) + ["$"]
    var beams: [[(text: String, cost: Int)]] = Array(repeating: [], count: letters.count + 1)
    beams[0] = [("", 0)]
    for start in letters.indices where !beams[start].isEmpty {
      let best = beams[start].sorted { $0.cost < $1.cost }.prefix(limit)
      guard let length = match(letters, at: start) else { return [] }
      for choice in choices[String(letters[start..<start + length])] ?? [Choice(text: "", cost: 0)] {
        if choice.isDoubled, !isBetweenVowels(letters, start..<start + length) { continue }
        for prefix in best {
          beams[start + length].append((prefix.text + choice.text, prefix.cost + choice.cost))
        }
      }
    }
    return beams[letters.count].filter { $0.cost <= word.count / 2 }.sorted { $0.cost < $1.cost }.prefix(
      limit
    )
    .map { close($0.text) }
  }

  private func isBetweenVowels(_ letters: [Character], _ place: Range<Int>) -> Bool {
    place.lowerBound > 0 && Self.vowels.contains(letters[place.lowerBound - 1])
      && Self.vowels.contains(letters[place.upperBound])
  }

  /// With the end of the word, and letters that are not heard.
  private static let vowels = Set("аеиоуыэюяёіїєაეიოუ$ьъ")

  /// The length of the longest rule that fits; a bare `$` always does.
  private func match(_ letters: [Character], at start: Int) -> Int? {
    for length in (1...min(longest, letters.count - start)).reversed()
    where choices[String(letters[start..<start + length])] != nil { return length }
    return letters[start] == "$" ? 1 : nil
  }

  private func close(_ text: String) -> String {
    guard let closing, let last = text.last, closing.after.contains(last) else { return text }
    return text + closing.ending
  }
}
