extension Searcher {
  /// The query with synonyms beside the words that have some.
  ///
  /// Several words in a row that have one together keep their meaning as words, too. Exact phrases stay as they are.
  /// - Complexity: O(bytes of the query's words × languages).
  public func expand(_ query: Query, by synonyms: Synonyms, languages: [Language]) -> Query {
    if synonyms.isEmpty { return query }
    return SynonymExpansion(synonyms: synonyms, languages: languages, words: queryWords).expand(query)
  }
}

/// Puts synonyms into one query.
private final class SynonymExpansion {
  /// A query gets at most so many synonyms in all; words further behind are left as they are.
  private static let mostAlternatives = Synonyms.maxAlternatives

  private let synonyms: Synonyms
  private let languages: [Language]
  private let words: QueryWords
  private var left = SynonymExpansion.mostAlternatives

  init(synonyms: Synonyms, languages: [Language], words: QueryWords) {
    self.synonyms = synonyms
    self.languages = languages
    self.words = words
  }

  func expand(_ query: Query) -> Query {
    switch query {
    case .word:
      let words = row([query][...])
      let matches = synonyms.matches(in: words.flatMap { $0 }, limit: left)
      guard let match = matches.first, matches.count == 1, match.words == 0..<(words.first?.count ?? 0) else {
        return query
      }
      return .or([query] + alternatives(match.alternatives))
    case .within(let fields, let inner): return .within(fields: fields, expand(inner))
    case .boosted(let inner, let factor): return .boosted(expand(inner), factor)
    case .not(let inner): return .not(expand(inner))
    case .and(let operands): return .and(expand(operands) { [.or([.and($0)] + $1)] })
    case .or(let operands): return .or(expand(operands) { $0 + $1 })
    default: return query
    }
  }

  /// Operands with synonyms; `join` makes the operands that stand for several words in a row and their synonyms.
  private func expand(_ operands: [Query], _ join: ([Query], [Query]) -> [Query]) -> [Query] {
    var result: [Query] = []
    var start = 0
    while start < operands.count {
      let row = row(operands[start...])
      guard !row.isEmpty else {
        result.append(expand(operands[start]))
        start += 1
        continue
      }
      var next = start
      // A row of words that are one word each, so that places in the row are places among the operands.
      for match in synonyms.matches(in: row.map { $0[0] }, limit: left) {
        let range = start + match.words.lowerBound..<start + match.words.upperBound
        result += operands[next..<range.lowerBound]
        let alternatives = alternatives(match.alternatives)
        result +=
          range.count == 1
          ? [.or([operands[range.lowerBound]] + alternatives)] : join(Array(operands[range]), alternatives)
        next = range.upperBound
      }
      result += operands[next..<start + row.count]
      start += row.count
    }
    return result
  }

  /// The analysed words at the front of operands, as far as each is a word of one part; a lone compound counts whole.
  private func row(_ operands: ArraySlice<Query>) -> [[QueryWord]] {
    var row: [[QueryWord]] = []
    for operand in operands {
      guard case .word(let text) = operand else { break }
      let parts = words.of(text, languages: languages)
      guard parts.count == 1 || operands.count == 1 && !parts.isEmpty else { break }
      row.append(parts)
    }
    return row
  }

  private func alternatives(_ texts: [String]) -> [Query] {
    let taken = texts.prefix(left)
    left -= taken.count
    return taken.map(alternative)
  }

  private func alternative(_ text: String) -> Query {
    words.of(text, languages: languages).count == 1
      ? .word(text) : .phrase(text, slop: 0, exact: false)
  }
}
