/// A word of a query with every form under which documents may hold it.
public struct QueryWord: Sendable, Hashable {
  /// Distinct normalised forms over the languages asked for; usually one.
  public let exacts: [[UInt8]]
  /// Distinct stems over the languages asked for, the first language's first; a document in any of the
  /// languages that holds the word holds one of them.
  public let stems: [[UInt8]]
  /// Position among the words of the analysed text, from 0.
  public let position: Int32
  /// UTF-8 offset of the first byte in the analysed text.
  public let start: Int32
  /// UTF-8 offset behind the last byte in the analysed text.
  public let end: Int32
  /// What the word is.
  public let kind: TokenKind
  /// Whether it is a stop word in every one of the languages whose script it is written in.
  public let isStopWord: Bool
}

extension TextAnalyzer {
  /// The words of a piece of query text, each with its forms in all of `languages`.
  ///
  /// One typed word can give several (`e-mail`, `civil.ge`): they stand at adjacent positions and mean a
  /// phrase. Overwrites `tokens`.
  /// - Complexity: O(bytes × languages).
  public func queryWords(_ text: String, languages: [Language]) -> [QueryWord] {
    var words: [QueryWord] = []
    for (turn, language) in (languages.isEmpty ? [.undetermined] : languages).enumerated() {
      analyze(text, language: language)
      for (index, token) in tokens.enumerated() {
        let exact = lexicon.exact(token.word)
        let stem = lexicon.stem(token.word)
        if turn == 0 {
          words.append(
            QueryWord(
              exacts: [exact], stems: [stem], position: token.position, start: token.start,
              end: token.end, kind: token.kind, isStopWord: false))
        } else if index < words.count {
          words[index] = words[index].adding(exact: exact, stem: stem)
        }
      }
    }
    return words
  }
}

extension QueryWord {
  fileprivate func adding(exact: [UInt8], stem: [UInt8]) -> QueryWord {
    QueryWord(
      exacts: exacts.contains(exact) ? exacts : exacts + [exact],
      stems: stems.contains(stem) ? stems : stems + [stem],
      position: position, start: start, end: end, kind: kind, isStopWord: isStopWord)
  }
}
