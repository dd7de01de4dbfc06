/// A word of a query with every form under which documents may hold it.
public struct QueryWord: Sendable, Hashable {
  /// Distinct normalised forms over the languages asked for; usually one.
  public internal(set) var exacts: [[UInt8]]
  /// Distinct stems over the languages asked for, the first language's first; a document in any of the
  /// languages that holds the word holds one of them.
  public internal(set) var stems: [[UInt8]]
  /// What an occurrence of each of `stems` counts for: 1, or less where the stem is a less likely reading.
  public internal(set) var weights: [Float]
  /// Position among the words of the analysed text, from 0.
  public let position: Int32
  /// UTF-8 offset of the first byte in the analysed text.
  public let start: Int32
  /// UTF-8 offset behind the last byte in the analysed text.
  public let end: Int32
  /// What the word is.
  public let kind: TokenKind
  /// Whether the word carries grammar only: a stop word of all those languages asked for whose stop words are known, and not
  /// written as an acronym (`IT`, `I.T.`).
  public internal(set) var isStopWord: Bool

  /// What a stop word counts for in the scores of what other words match.
  static let stopWordWeight: Float = 0.6
  /// The weight of a stem that the word has only if its ending is part of its root.
  public static let otherReadingWeight: Float = 0.4
}

extension TextAnalyzer {
  /// The words of a piece of query text, each with its forms in all of `languages`.
  ///
  /// One typed word can give several (`e-mail`, `civil.ge`): they stand at adjacent positions and mean a
  /// phrase. Overwrites `tokens`.
  /// - Complexity: O(bytes × languages).
  public func queryWords(_ text: String, languages: [Language]) -> [QueryWord] {
    var text = text
    return text.withUTF8 { queryWords($0, languages: languages) }
  }

  /// The same of UTF-8.
  func queryWords(_ text: UnsafeBufferPointer<UInt8>, languages: [Language]) -> [QueryWord] {
    var words: [QueryWord] = []
    var isJudged: [Bool] = []
    for language in languages.isEmpty ? [.undetermined] : languages {
      analyze(text, language: language)
      if words.isEmpty {
        words = tokens.map(queryWord)
        isJudged = words.map { _ in false }
      } else {
        for (index, token) in tokens.enumerated() { add(token, to: &words[index]) }
      }
      for (index, token) in tokens.enumerated() where StopWords.areKnown(self.language(of: token)) {
        let isOne = StopWords.contains(lexicon.exact(token.word), language: self.language(of: token))
        words[index].isStopWord = isOne && (words[index].isStopWord || !isJudged[index])
        isJudged[index] = true
      }
    }
    for (index, word) in words.enumerated() where word.isStopWord {
      let spelling = String(decoding: text[Int(word.start)..<Int(word.end)], as: UTF8.self)
      words[index].isStopWord = !Self.isAcronym(spelling)
    }
    return words
  }

  private func queryWord(_ token: Token) -> QueryWord {
    let exact = lexicon.exact(token.word)
    let (stems, weights) = stems(token, exact)
    return QueryWord(
      exacts: [exact], stems: stems, weights: weights, position: token.position, start: token.start,
      end: token.end, kind: token.kind, isStopWord: false)
  }

  private func add(_ token: Token, to word: inout QueryWord) {
    let exact = lexicon.exact(token.word)
    if !word.exacts.contains(exact) { word.exacts.append(exact) }
    let (stems, weights) = stems(token, exact)
    for (stem, weight) in zip(stems, weights) {
      if let known = word.stems.firstIndex(of: stem) {
        word.weights[known] = max(word.weights[known], weight)
      } else {
        word.stems.append(stem)
        word.weights.append(weight)
      }
    }
  }

  /// The stems that documents of the word's own language may have for it, with what an occurrence of each counts for.
  private func stems(_ token: Token, _ exact: [UInt8]) -> (stems: [[UInt8]], weights: [Float]) {
    let word = lexicon.words[Int(token.word)]
    let stem = lexicon.stem(token.word)
    guard word.kind == .word else { return ([stem], [1]) }
    let (stems, sure) = readings(exact, stem: stem, language: word.language)
    return (stems, stems.indices.map { $0 < sure ? 1 : QueryWord.otherReadingWeight })
  }

  /// Whether a word is written in capitals, or as letters with dots.
  private static func isAcronym(_ spelling: String) -> Bool {
    let letters = spelling.unicodeScalars.filter { $0 != "." }
    return letters.count > 1
      && (letters.count < spelling.unicodeScalars.count || letters.allSatisfy(\.properties.isUppercase))
  }

  private func language(of token: Token) -> Language { lexicon.words[Int(token.word)].language }
}
